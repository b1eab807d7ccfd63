"""A win, as the young person tells it."""

from django.utils.translation import gettext_lazy as _

from ownpath.plans.enums import WinSharing
from ownpath.web.forms.base import Form
from ownpath.web.forms.fields import BooleanField, CharField, ChoiceField, HiddenField, VersionField
from ownpath.web.forms.photo import PhotoField
from ownpath.web.forms.plan import LONGEST_LINE

LONGEST_ALT = 200


class WinForm(Form):
    """One line about something that went well, a photo if they like, whom it is for, and the page to go back to."""

    words = CharField(
        label=_("What went well?"),
        hint=_("Any size. A first mop counts."),
        missing=_("Write a line."),
        most=LONGEST_LINE,
        size="m",
    )
    sharing = ChoiceField(
        label=_("Who is it for?"),
        choices=WinSharing.choices,
        hints={
            WinSharing.PRIVATE: _("Nobody else ever sees it."),
            WinSharing.ADVISER: _("Your adviser and their manager can see it."),
            WinSharing.TOGETHER: _("They can see it, and it comes up when you look at your plan together."),
        },
        required=False,
    )
    new_photo = PhotoField(label=_("A photo, if you like"), required=False)
    alt = CharField(
        label=_("What is on the photo?"),
        hint=_("For people who cannot see it. You can leave this empty."),
        most=LONGEST_ALT,
        required=False,
    )
    back_to = HiddenField(required=False, most=2000)


class WinChangeForm(WinForm):
    """A win in other words, for others, or with another photo."""

    no_photo = BooleanField(label=_("Take the photo away"), required=False)
    version = VersionField()
    field_order = ("words", "sharing", "no_photo", "new_photo", "alt", "version", "back_to")
