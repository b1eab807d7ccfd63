"""Saying why nobody needs to speak with somebody about what they shared."""

from django.utils.translation import gettext_lazy as _

from ownpath.web.forms.base import Form
from ownpath.web.forms.fields import TextField


class CloseAnswersForm(Form):
    """The reason, which the young person reads."""

    reason = TextField(
        label=_("Why does nobody need to speak to them about it?"),
        hint=_("They read this. Such as: We filled it in together and talked about all of it."),
        missing=_("Enter a reason."),
        rows=3,
        most=300,
    )
