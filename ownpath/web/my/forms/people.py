"""Somebody on my map: only the name and the place are needed."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from ownpath.circle.actions import Drawn
from ownpath.circle.enums import AtNight, Feel, Kind, Ring, Wish
from ownpath.core import clock
from ownpath.web.forms.base import Form
from ownpath.web.forms.dates import ten_years_ago
from ownpath.web.forms.fields import BooleanField, ChoiceField, DateField, VersionField
from ownpath.web.forms.lines import NameField

LONGEST_NAME = 60
SKIP = _("I’d rather not say")


class ConnectionForm(Form):
    """Who they are to me, and where they stand."""

    name = NameField(
        label=_("Their name, or what you call them"),
        missing=_("Write a name. It can be one that only you know."),
        most=LONGEST_NAME,
        width=20,
        attributes={"autocapitalize": "words", "spellcheck": "false"},
    )
    ring = ChoiceField(label=_("How near do they feel?"), choices=Ring.choices)
    kind = ChoiceField(label=_("Who are they to you?"), choices=Kind.choices, skip=SKIP)
    feel = ChoiceField(label=_("How is it with them?"), choices=Feel.choices, skip=SKIP)
    at_night = ChoiceField(label=_("Could you call them at night?"), choices=AtNight.choices, skip=SKIP)
    wish = ChoiceField(label=_("What would you like?"), choices=Wish.choices, skip=SKIP)
    is_left_out = BooleanField(label=_("Leave them out when I share my map"), required=False)
    version = VersionField()

    def clean_ring(self) -> int:
        """The ring by its number, as it is kept."""
        return int(self.cleaned_data["ring"])

    def drawn(self) -> Drawn:
        """What the map will say."""
        return Drawn(**{name: self.cleaned_data[name] for name in Drawn.__dataclass_fields__})


class RemovalForm(Form):
    """Off the map from now on, or out of it altogether."""

    OFF, FORGET = "off", "forget"
    how = ChoiceField(
        label=_("How?"),
        choices=[(OFF, _("Take them off my map")), (FORGET, _("Remove them from everything"))],
        hints={
            OFF: _("They are off your map from now on. When you look at how it was, they are still there."),
            FORGET: _("It will be as if they had never been on it. Nothing about them is kept. You cannot undo this."),
        },
    )


class DayForm(Form):
    """A day to look back to."""

    on = DateField(label=_("Which day?"), earliest=ten_years_ago, latest=clock.today, required=False)

    @staticmethod
    def query(day: date) -> dict[str, Any]:
        """A day as the form sends it."""
        return {"on-day": day.day, "on-month": day.month, "on-year": day.year}
