"""One heading about myself: a box for words, all of it optional."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ownpath.about_me.enums import Heading, Safe, SafeCall
from ownpath.web.forms.base import Form
from ownpath.web.forms.fields import ChoiceField, HiddenField, TextField, VersionField
from ownpath.web.forms.phone import PhoneField

LONGEST = 3000
NOT_SAID = _("I’d rather not say")
IS_SAFE = _("Is it safe to ring or text you?")
HINTS = {
    Heading.MATTERS: _("Who and what you care about. What should stay as it is."),
    Heading.TALKING: _("Call or text? Slow, straight, with jokes? In which language?"),
    Heading.HELPS: _("On a bad day: what can somebody say or do?"),
    Heading.PLEASE_DO: _("Like this: please text before you come."),
    Heading.PLEASE_DONT: _("Like this: please don’t talk about my mum in front of others."),
    Heading.PROUD: _("Big or small."),
    Heading.NAME: _("What you like to be called, and how to say it."),
    Heading.CONTACT: _("Which phone or address is safe? When should it be quiet? Does somebody else use your phone?"),
}


class AboutMeForm(Form):
    """What one heading asks."""

    words = TextField(
        required=False,
        rows=7,
        most=LONGEST,
        is_heading=True,
        attributes={"autocapitalize": "sentences", "spellcheck": "true"},
    )
    version = VersionField()

    def __init__(self, *args: Any, heading: Heading, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["words"].label = heading.label
        self.fields["words"].help_text = HINTS[heading]


class OwnPhoneForm(Form):
    """A number that is safe right now, and for what. All of it may be left open."""

    phone = PhoneField(label=_("Your number"), required=False, autocomplete="tel")
    may_call = ChoiceField(label=IS_SAFE, choices=SafeCall.choices, required=False)
    back = HiddenField(required=False)


class SafeContactForm(AboutMeForm):
    """The heading about reaching me also asks for a number, and what is safe."""

    phone = PhoneField(label=_("What’s your number?"), required=False, autocomplete="tel")
    may_call = ChoiceField(label=IS_SAFE, choices=SafeCall.choices, skip=NOT_SAID)
    may_email = ChoiceField(label=_("Is it safe to email you?"), choices=Safe.choices, skip=NOT_SAID)
    field_order = ("words", "phone", "may_call", "may_email", "version")
