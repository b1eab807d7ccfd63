"""The local offer, as staff look after it."""

from django.http import HttpResponse

from ownpath.accounts.enums import Permission
from ownpath.core import clock
from ownpath.support import queries
from ownpath.web.access import Needs
from ownpath.web.views.base import Page


class WholeOffer(Page):
    """Every entry, and which of them somebody should look at again."""

    access = Needs(Permission.WORK_WITH)
    template = "staff/offer.html"

    def get(self, *_args: object) -> HttpResponse:
        """The page."""
        return self.page(entries=queries.whole_offer(actor=self.actor), today=clock.today())
