from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.core.mail import Mail, link_to


@dataclass(frozen=True, slots=True)
class SomebodyNeedsYou(Mail):
    """Calls somebody who works here to sign in now. It says nothing about anybody."""

    @property
    def subject(self) -> str:
        """That it is urgent, and from where."""
        return _("Ownpath: somebody needs you now")

    @property
    def lines(self) -> list[str]:
        """What to do, and the way there."""
        return [_("Somebody needs you now. Sign in."), link_to(reverse("home"))]
