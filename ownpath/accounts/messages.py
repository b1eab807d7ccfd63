from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from ownpath.core import languages
from ownpath.core.mail import Mail, link_to

from .models import INVITATION_DAYS, Invitation


@dataclass(frozen=True, slots=True)
class InvitationMail(Mail):
    """Invites somebody to Ownpath; the link is the secret."""

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
    def lines(self) -> list[str]:
        """What to press, for how long it works, and that it can be left alone."""
        return [
            _("Hello %(name)s,") % {"name": self.name},
            _("%(inviter)s from %(authority)s would like you to join Ownpath.")
            % {"inviter": self.inviter, "authority": self.authority},
            _("Press this link to have a look: %(link)s") % {"link": self.link},
            _("The link works for %(days)s days. You do not have to join.") % {"days": INVITATION_DAYS},
            *_read_in_other_languages(),
        ]


def _read_in_other_languages() -> Iterator[str]:
    """Whoever is invited has not chosen a language yet: each other one says for itself that it is there."""
    for code in languages.others(get_language() or ""):
        with override(code):
            yield _("You can read everything in English too.")
