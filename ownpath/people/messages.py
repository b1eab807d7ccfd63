from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.core.mail import Mail, link_to

from .models import YoungPerson


@dataclass(frozen=True, slots=True)
class InvitationWaitsMail(Mail):
    """Tells whoever invited somebody that the wrong date of birth was typed too often. It names nobody."""

    link: str

    @classmethod
    def about(cls, to: str, person: YoungPerson) -> "InvitationWaitsMail":
        """The message to one member of staff."""
        return cls(to=to, link=link_to(reverse("staff:invite", kwargs={"young_person_id": person.pk})))

    @property
    def subject(self) -> str:
        """That an invitation waits."""
        return _("Ownpath: an invitation of yours waits until tomorrow")

    @property
    def lines(self) -> list[str]:
        """What happened, and what to do."""
        return [
            _("Somebody opened an invitation that you sent and typed the wrong date of birth three times."),
            _("Nobody has joined. They can try again tomorrow. Ask them, and check the date on their record."),
            self.link,
        ]


@dataclass(frozen=True, slots=True)
class JoiningDisputedMail(Mail):
    """Tells a manager that somebody says an account is not theirs. It names nobody."""

    link: str

    @classmethod
    def about(cls, to: str, person: YoungPerson) -> "JoiningDisputedMail":
        """The message to one manager."""
        return cls(to=to, link=link_to(reverse("staff:joining", kwargs={"young_person_id": person.pk})))

    @property
    def subject(self) -> str:
        """That somebody has to look now."""
        return _("Ownpath: the wrong person may be signed in")

    @property
    def lines(self) -> list[str]:
        """What was done already, and what to do."""
        return [
            _("Someone told us that the person signing in to a record is not the young person."),
            _("What was kept private is shut to that account. Please look into it today."),
            self.link,
        ]
