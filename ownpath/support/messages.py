from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.core import outbox
from ownpath.core.mail import Mail, link_to

from .models import Ask


@dataclass(frozen=True, slots=True)
class SomebodyNeedsYou(Mail):
    """Calls somebody who works here to sign in now. It says nothing about anybody."""

    # What has not gone by then the due work begins anew, for as long as nobody has answered.
    within = timedelta(minutes=10)

    @property
    def subject(self) -> str:
        """That it is urgent, and from where."""
        return _("Ownpath: somebody needs you now")

    @property
    def lines(self) -> list[str]:
        """What to do, and the way there."""
        return [_("Somebody needs you now. Sign in."), link_to(reverse("home"))]


def wait_until_called(ask: Ask) -> None:
    """Give the mails to those who are called a moment to leave, so that the next page says whether they did: two
    seconds at most, because that page names numbers to call.
    """
    outbox.wait_for(list(ask.call_outs.values_list("pk", flat=True)), seconds=2)
