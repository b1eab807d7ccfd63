"""Putting a date of birth right."""

from django.utils.translation import gettext_lazy as _

from ownpath.web.forms.base import Form
from ownpath.web.forms.fields import DateField

from .joining import oldest, youngest


class BirthDateForm(Form):
    """The right date."""

    birth_date = DateField(label=_("Date of birth"), earliest=oldest, latest=youngest)
