"""Whether two records are of the same person."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ownpath.web.forms.base import Form
from ownpath.web.forms.fields import BooleanField, ChoiceField

FIRST, SECOND, APART = "first", "second", "apart"


class MergeForm(Form):
    """Which record stays, or that they are two people."""

    answer = ChoiceField(
        label=_("Are they the same person?"),
        missing=_("Choose what they are."),
        choices=[
            (FIRST, _("Yes. Keep the first record")),
            (SECOND, _("Yes. Keep the second record")),
            (APART, _("No, they are two people")),
        ],
    )
    is_certain = BooleanField(label=_("I asked them, and both sign-in addresses are theirs"), required=False)

    def __init__(self, *args: Any, asks_about_addresses: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not asks_about_addresses:
            del self.fields["is_certain"]
