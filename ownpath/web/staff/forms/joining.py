"""Bringing people in: a young person's record, invitations."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ownpath.accounts.enums import RoleCode
from ownpath.core import clock
from ownpath.web.forms.base import Form
from ownpath.web.forms.fields import (
    BooleanField,
    ChoiceField,
    DateField,
    EmailField,
    HiddenField,
    SelectField,
)
from ownpath.web.forms.lines import NameField

OLDEST, YOUNGEST = 27, 15


def oldest() -> date:
    """Nobody of the service is older than this."""
    return clock.months_after(clock.today(), -12 * OLDEST)


def youngest() -> date:
    """Work begins around the sixteenth birthday."""
    return clock.months_after(clock.today(), -12 * YOUNGEST)


class AddYoungPersonForm(Form):
    """A new record."""

    name = NameField(label=_("Name"), hint=_("What they want to be called."), missing=_("Write their name."), most=120)
    birth_date = DateField(label=_("Date of birth"), earliest=oldest, latest=youngest)
    email = EmailField(
        label=_("Their email address"),
        hint=_("If you know it, we send an invitation. You can do that later, too."),
        required=False,
    )
    is_somebody_else = BooleanField(label=_("This is somebody else"), required=False)
    duplicates = HiddenField(required=False)


class InvitationForm(Form):
    """Whom to invite."""

    name = NameField(label=_("Name"), hint=_("What they want to be called."), missing=_("Write their name."), most=120)
    email = EmailField(label=_("Email address"), missing=_("Write their email address."))


class InviteStaffForm(InvitationForm):
    """Whom to invite, as what, into which team."""

    role = ChoiceField(
        label=_("They are"),
        choices=[
            (RoleCode.ADVISER, _("An adviser")),
            (RoleCode.MANAGER, _("A manager")),
            (RoleCode.DUTY, _("A duty worker")),
        ],
        hints={
            RoleCode.ADVISER: _("Sees the young people they are the adviser of, and nobody else."),
            RoleCode.MANAGER: _("Sees every young person of the authority, and the overview."),
            RoleCode.DUTY: _("Is told at once when someone does not feel safe. Sees who it is, and nothing else."),
        },
    )
    team = SelectField(label=_("Team"), required=False)

    def __init__(
        self, *args: Any, teams: list[tuple[str, str]], is_taken: Callable[[str], bool], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.offer("team", teams)
        self.is_taken = is_taken

    def clean_email(self) -> str:
        """Nobody is invited who signs in here already."""
        email: str = self.cleaned_data["email"]
        if self.is_taken(email):
            raise ValidationError(_("Somebody here signs in with this address already."))
        return email


class NoFieldsForm(Form):
    """A press of one button."""
