"""Proving that an invitation, or a device, is one's own."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from ownpath.core import clock
from ownpath.web.forms.base import Form
from ownpath.web.forms.fields import DateField
from ownpath.web.forms.pin import PinField


def thirty_years_ago() -> date:
    """Nobody who is invited to a record of their own is as old as that."""
    return clock.months_after(clock.today(), -12 * 30)


class JoinForm(Form):
    """What only the invited person should know."""

    birth_date = DateField(
        label=_("Your date of birth"),
        hint=_("We ask so that nobody else can join as you."),
        earliest=thirty_years_ago,
        latest=clock.today,
        autocomplete="bday",
    )


class PinForm(Form):
    """What only whoever lent the device knows."""

    pin = PinField(label=_("Your PIN"), missing=_("Type your PIN."))
