"""Giving young people an adviser."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ownpath.web.forms.base import Form
from ownpath.web.forms.fields import HiddenField, MultipleChoiceField, SelectField


class AllocateSeveralForm(Form):
    """Whom, and to which adviser."""

    people = MultipleChoiceField(
        label=_("Young people"),
        missing=_("Tick at least one young person."),
        error_messages={"invalid_choice": _("Somebody you ticked has an adviser by now. Look again.")},
    )
    adviser = SelectField(label=_("Their adviser"), missing=_("Choose an adviser."))

    def __init__(
        self, *args: Any, people: list[tuple[str, str]], advisers: list[tuple[str, str]], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.offer("people", people)
        self.offer("adviser", advisers)


class AllocateForm(Form):
    """Another adviser for one young person. `instead_of` is whom the page showed."""

    adviser = SelectField(label=_("Their adviser from now on"), missing=_("Choose an adviser."))
    instead_of = HiddenField(required=False)

    def __init__(self, *args: Any, advisers: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer("adviser", advisers)
