"""When to be reminded."""

from django.utils.translation import gettext_lazy as _

from ownpath.surveys.enums import RemindIn
from ownpath.web.forms.base import Form
from ownpath.web.forms.fields import ChoiceField


class RemindForm(Form):
    """Tomorrow, in three days, next week, or not at all."""

    remind_in = ChoiceField(label=_("When shall we remind you?"), choices=RemindIn.choices, size="m")
