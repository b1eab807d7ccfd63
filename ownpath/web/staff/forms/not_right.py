"""The answer to what a young person says is not right."""

from django.utils.translation import gettext_lazy as _

from ownpath.web.forms.base import Form
from ownpath.web.forms.fields import TextField


class NotRightAnswerForm(Form):
    """The answer, and what the record says from now on."""

    answer = TextField(label=_("Your answer"), hint=_("The young person reads this."), rows=3, most=500)
    corrected = TextField(
        label=_("What is right?"),
        hint=_("This stands beside the entry from now on. Leave it empty if the entry was right."),
        rows=2,
        most=500,
        required=False,
    )
