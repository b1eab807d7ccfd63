"""Handing the device over."""

from django.utils.translation import gettext_lazy as _

from ownpath.web.forms.base import Form
from ownpath.web.forms.pin import NewPinField


class LendForm(Form):
    """What only the lender knows."""

    pin = NewPinField(
        label=_("Choose a PIN for this time"),
        hint=_("4 to 12 digits. You type it when you have the device back. Don’t let anybody see it."),
        missing=_("Choose 4 to 12 digits."),
    )
