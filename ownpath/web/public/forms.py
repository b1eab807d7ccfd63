"""Proving that an invitation is one's own."""

from django.utils.translation import gettext_lazy as _

from ownpath.core import clock
from ownpath.web.forms.base import Form
from ownpath.web.forms.fields import DateField


class JoinForm(Form):
    """What only the invited person should know."""

    birth_date = DateField(
        label=_("Your date of birth"),
        hint=_("We ask so that nobody else can join as you."),
        latest=clock.today,
        autocomplete="bday",
    )
