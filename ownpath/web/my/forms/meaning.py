"""What doing well means to me."""

from django.utils.translation import gettext_lazy as _

from ownpath.web.forms.base import Form
from ownpath.web.forms.fields import TextField, VersionField


class MeaningForm(Form):
    """In one's own words, as many or as few as one likes."""

    words = TextField(
        label=_("What does doing well mean to you?"),
        hint=_("In your words. Leave it empty to take it back."),
        required=False,
        rows=5,
        most=1000,
    )
    version = VersionField()
