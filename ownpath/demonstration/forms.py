"""What one may ask the list of everybody for."""

from typing import Any

from django import forms

from ownpath.accounts.enums import RoleCode

MOST_PAGES = 10_000


class Search(forms.Form):
    """A part of a name, a role, an authority and a page of the list. What makes no sense is as if not asked."""

    name = forms.CharField(required=False, max_length=80)
    role = forms.ChoiceField(required=False, choices=RoleCode)
    authority = forms.SlugField(required=False, max_length=50)
    page = forms.IntegerField(required=False, min_value=1, max_value=MOST_PAGES)

    def wanted(self) -> dict[str, Any]:
        """What was asked for, the first page unless another was."""
        self.is_valid()
        asked = {name: value for name, value in self.cleaned_data.items() if value}
        return {"name": "", "role": "", "authority": "", "page": 1} | asked
