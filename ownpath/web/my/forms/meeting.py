"""Saying that one cannot come."""

from django.utils.translation import gettext_lazy as _

from ownpath.web.forms.base import Form
from ownpath.web.forms.fields import CharField


class CannotComeForm(Form):
    """When would suit better, if one likes to say."""

    words = CharField(
        label=_("When would be better for you?"),
        hint=_("You can leave this empty. You need not say why."),
        required=False,
        most=300,
    )
