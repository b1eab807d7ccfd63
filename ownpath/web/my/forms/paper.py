"""Looking over what was typed in from paper."""

from django.utils.translation import gettext_lazy as _

from ownpath.web.forms.base import Form

from .asked import AskedManyField, IdField


class CheckForm(Form):
    """The parts that are not what I wrote; none ticked says that all is right."""

    response_id = IdField(required=False)
    wrong = AskedManyField(
        required=False,
        label=_("Is something not what you wrote?"),
        hint=_("Tick it, and put it right on the next page. If all is right, tick nothing."),
        size="m",
    )
