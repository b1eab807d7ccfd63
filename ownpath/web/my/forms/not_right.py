"""What is not right in a record."""

from django.utils.translation import gettext_lazy as _

from ownpath.web.forms.base import Form
from ownpath.web.forms.fields import TextField


class NotRightForm(Form):
    """What is not right, in the young person's words."""

    words = TextField(
        label=_("What is not right?"),
        hint=_("Say what it should say, if you like."),
        missing=_("Write what is not right."),
        rows=3,
        most=500,
    )
