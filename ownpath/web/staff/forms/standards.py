"""What the authority promises, on one page."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ownpath.support.enums import ASKED_IN_WORDS, AskKind
from ownpath.web.forms.base import Form
from ownpath.web.forms.component import BoundComponent
from ownpath.web.forms.fields import BooleanField, TextField, VersionField
from ownpath.web.forms.lines import NameField
from ownpath.web.forms.numbers import NumberField, PoundsField
from ownpath.web.forms.phone import PhoneField

KINDS = (AskKind.HELP, *ASKED_IN_WORDS)
DAYS = "days_"
MOST_ADDRESSES = 10


class StandardsForm(Form):
    """Days to a first answer for each kind of ask; not feeling safe; complaints and records; money; whom to turn to."""

    complaint_days = NumberField(
        label=_("Days to sort out a complaint"), hint=_("Statutory guidance: 14."), least=1, greatest=60
    )
    records_months = NumberField(
        label=_("Months to show somebody their records"), hint=_("The law: one month."), least=1, greatest=1
    )
    climb_minutes = NumberField(
        label=_("Minutes after “I don’t feel safe” until a manager is told, if nobody has spoken with them"),
        least=5,
        greatest=1440,
    )
    duty_emails = TextField(
        label=_("Duty cover: email addresses"),
        hint=_("One a line. Each is told at once, without a name. Duty workers are told too, and can see who it is."),
        rows=3,
        required=False,
        most=1000,
    )
    help_now_name = NameField(label=_("Whom young people call out of hours"), required=False, most=120)
    help_now_phone = PhoneField(label=_("Their number"), required=False)
    advocacy_name = NameField(label=_("Advocacy service"), required=False, most=120)
    advocacy_phone = PhoneField(label=_("Their number"), required=False)
    allowance_pence = PoundsField(
        label=_("Setting-up-home allowance"), hint=_("The Department recommends at least £3,000.")
    )
    shows_money_skills = BooleanField(
        label=_("Show “Money skills” in the local offer"),
        required=False,
    )
    version = VersionField()
    field_order = tuple(f"{DAYS}{kind}" for kind in KINDS)

    def days(self) -> list[BoundComponent]:
        """The days of each kind, for the template."""
        return [self[f"{DAYS}{kind}"] for kind in KINDS]

    def clean_duty_emails(self) -> str:
        """Whole addresses, one a line."""
        addresses = self.cleaned_data["duty_emails"].replace(",", " ").split()
        try:
            for address in addresses:
                validate_email(address)
        except ValidationError:
            raise ValidationError(_now("Write whole addresses, like name@example.org, one a line.")) from None
        if len(addresses) > MOST_ADDRESSES:
            raise ValidationError(_now("Ten addresses at most."))
        return "\n".join(dict.fromkeys(addresses))

    def values(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        typed = dict(self.cleaned_data)
        return typed | {"answer_days": {kind.value: typed.pop(f"{DAYS}{kind}") for kind in KINDS}}

    @classmethod
    def started_from(cls, current: Any) -> dict[str, Any]:
        """The standards of now, as the form begins."""
        plain = {name: getattr(current, name) for name in cls.base_fields if not name.startswith(DAYS)}
        return plain | {f"{DAYS}{kind}": current.days_for(kind) for kind in KINDS}


def _days(kind: AskKind) -> forms.Field:
    return NumberField(label=kind.label, least=0, greatest=30)


for _kind in KINDS:
    StandardsForm.base_fields[f"{DAYS}{_kind}"] = _days(_kind)
