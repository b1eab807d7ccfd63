from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from ownpath.core import languages
from ownpath.core.mail import Mail, link_to

from .models import INVITATION_DAYS, SENT_WITHIN, Invitation


@dataclass(frozen=True, slots=True)
class InvitationMail(Mail):
    """Invites somebody to Ownpath; the link is the secret."""

    within = SENT_WITHIN

    name: str
    inviter: str
    authority: str
    link: str

    @classmethod
    def about(cls, invitation: Invitation, inviter: str) -> "InvitationMail":
        """The message for one invitation."""
        return cls(
            to=invitation.email,
            name=invitation.name,
            inviter=inviter,
            authority=invitation.authority.name,
            link=link_to(reverse("invitation", kwargs={"token": invitation.pk})),
        )

    @property
    def subject(self) -> str:
        """Who invites."""
        return _("%(inviter)s invites you to Ownpath") % {"inviter": self.inviter}

    @property
    def _invited(self) -> str:
        """Who would like them to join: a person of the authority, or the authority itself for its first manager."""
        if self.inviter == self.authority:
            return _("%(authority)s would like you to join Ownpath.") % {"authority": self.authority}
        names = {"inviter": self.inviter, "authority": self.authority}
        return _("%(inviter)s from %(authority)s would like you to join Ownpath.") % names

    @property
    def lines(self) -> list[str]:
        """What to press, for how long it works, and that it can be left alone."""
        return [
            _("Hello %(name)s,") % {"name": self.name},
            self._invited,
            _("Press this link to have a look: %(link)s") % {"link": self.link},
            _("The link works for %(days)s days. You do not have to join.") % {"days": INVITATION_DAYS},
            *_read_in_other_languages(),
        ]


@dataclass(frozen=True, slots=True)
class CodeMail(Mail):
    """Brings the code to sign in with; `reader` is the language of whoever gets it."""

    code: str
    reader: str

    # The code works for five minutes more: what arrives can still be used.
    within = timedelta(minutes=15)

    @property
    def language(self) -> str:
        """As they read their pages."""
        return self.reader

    @property
    def subject(self) -> str:
        """What it is."""
        return _("Your code for Ownpath")

    @property
    def lines(self) -> list[str]:
        """The code in a line of its own, where it goes, and what to do with one that nobody asked for."""
        return [
            _("Here is your code for Ownpath:"),
            self.code,
            _("Type it on the page where you asked for it. It works for a few minutes."),
            _("You did not ask for it? Then somebody typed your address by mistake. You can forget this message."),
        ]


@dataclass(frozen=True, slots=True)
class AddressCodeMail(Mail):
    """Brings a code to one of the two addresses of somebody who wants to sign in with another one. The address that
    they sign in with now is warned.
    """

    code: str
    reader: str
    is_new: bool

    within = CodeMail.within

    @property
    def language(self) -> str:
        """As they read their pages."""
        return self.reader

    @property
    def subject(self) -> str:
        """What it is."""
        if self.is_new:
            return _("Your code for your new address")
        return _("Your code to change your address")

    @property
    def lines(self) -> list[str]:
        """The code in a line of its own, where it goes, and what to do with one that nobody asked for."""
        if self.is_new:
            return [
                _("Here is the code that shows that this email address is yours:"),
                self.code,
                _("Type it on the page where you asked for it. It works for a few minutes."),
                _("You did not ask for it? Then somebody typed your address by mistake. You can forget this message."),
            ]
        return [
            _("You asked to sign in to Ownpath with another email address. Here is the code that shows that it’s you:"),
            self.code,
            _("Type it on the page where you asked for it. It works for a few minutes."),
            _("You did not ask? Then someone else is signed in as you. Don’t give this code to anyone, and tell us."),
        ]


@dataclass(frozen=True, slots=True)
class AddressChangedMail(Mail):
    """Tells the address that somebody signed in with until now that it is another one, and `whom` to tell if that was
    not them. It does not name the other.
    """

    reader: str
    name: str
    whom: tuple[str, ...]

    @property
    def language(self) -> str:
        """As they read their pages."""
        return self.reader

    @property
    def subject(self) -> str:
        """What happened."""
        return _("Ownpath: you sign in with another address now")

    @property
    def lines(self) -> list[str]:
        """What it means, and what to do if it was somebody else."""
        return [
            _("Hello %(name)s,") % {"name": self.name},
            _("Your codes for Ownpath go to a new email address now. This one opens nothing any more."),
            _("Was that you? Then there is nothing to do."),
            _("If it wasn’t you, someone else may be signed in as you. Tell one of these today:"),
            *self.whom,
        ]


def _read_in_other_languages() -> Iterator[str]:
    """Whoever is invited has not chosen a language yet: each other one says for itself that it is there."""
    for code in languages.others(get_language() or ""):
        with override(code):
            yield _("You can read everything in English too.")
