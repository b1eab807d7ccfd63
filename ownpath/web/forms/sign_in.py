"""The two forms of signing in, as allauth checks them and with fields of ours."""

from allauth.account import forms as allauth_forms
from django.utils.translation import gettext_lazy as _

from .fields import EmailField
from .lines import SentCodeField


class AskForCodeForm(allauth_forms.RequestLoginCodeForm):
    """Where to send the code."""

    email = EmailField(label=_("Your email address"), autocomplete="email")


class TypeCodeForm(allauth_forms.ConfirmLoginCodeForm):
    """The code that was sent. It can be pasted; spaces and dashes do not matter."""

    code = SentCodeField(
        label=_("The code"), missing=_("Type the code from the email."), width=10, autocomplete="one-time-code"
    )
