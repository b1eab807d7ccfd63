from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.core.mail import Mail, link_to


@dataclass(frozen=True, slots=True)
class HowIsLifeMail(Mail):
    """Asks a young person how life is going: a link, and that it can wait."""

    name: str
    asker: str

    @property
    def subject(self) -> str:
        """Who asks."""
        return _("%(asker)s would like to hear from you") % {"asker": self.asker}

    @property
    def lines(self) -> list[str]:
        """Where to say it, and that nothing must be said."""
        return [
            _("Hello %(name)s,") % {"name": self.name},
            _("%(asker)s would like to know how things are for you.") % {"asker": self.asker},
            _("Say as much or as little as you like: %(link)s") % {"link": link_to(reverse("my:go-on"))},
            _("You can skip anything, and stop and come back when it suits you."),
        ]


@dataclass(frozen=True, slots=True)
class SomethingWaitsMail(Mail):
    """Says that something waits, because the young person asked for that; not what."""

    name: str

    @property
    def subject(self) -> str:
        """That something waits."""
        return _("You have something waiting on Ownpath")

    @property
    def lines(self) -> list[str]:
        """Where it is, and how to stop this."""
        return [
            _("Hello %(name)s,") % {"name": self.name},
            _("You asked us to remind you. You can go on where you stopped: %(link)s")
            % {"link": link_to(reverse("my:go-on"))},
            _("There is no hurry, and you can also leave it."),
        ]
