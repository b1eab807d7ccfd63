"""One line of the record of the setting-up-home allowance."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ownpath.core import clock
from ownpath.support.enums import AllowanceKind
from ownpath.web.forms.base import Form
from ownpath.web.forms.fields import CharField, ChoiceField, DateField
from ownpath.web.forms.numbers import PoundsField

AGREED, SPENT, BACK, LESS = "agreed", "spent", "back", "less"
TAKES_BACK = (BACK, LESS)


def two_years_ago() -> date:
    """Earlier than that, the year is probably a slip."""
    return clock.months_after(clock.today(), -24)


class AllowanceForm(Form):
    """What happened, about what, how much, when."""

    what = ChoiceField(
        label=_("What happened?"),
        choices=[
            (SPENT, _("Something was bought")),
            (AGREED, _("Money was agreed")),
            (BACK, _("Money came back, or a line was wrong")),
            (LESS, _("Less was agreed after all")),
        ],
    )
    words = CharField(label=_("What is it?"), hint=_("Such as: a cooker"), missing=_("Write what it is."), most=200)
    pence = PoundsField(label=_("How much?"), least=1)
    on_date = DateField(label=_("When?"), earliest=two_years_ago, latest=clock.today)
    reason = CharField(
        label=_("Why?"), hint=_("Only where money came back or a line was wrong."), required=False, most=300
    )

    def clean(self) -> dict[str, Any]:
        """What takes back says why."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("what") in TAKES_BACK and not (cleaned.get("reason") or "").strip():
            self.add_error("reason", _now("Write why. The young person reads it."))
        return cleaned

    def line(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        typed = dict(self.cleaned_data)
        what = typed.pop("what")
        is_agreed = what in (AGREED, LESS)
        return typed | {
            "kind": AllowanceKind.AGREED if is_agreed else AllowanceKind.SPENT,
            "pence": -typed["pence"] if what in TAKES_BACK else typed["pence"],
        }
