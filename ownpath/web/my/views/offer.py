"""What I can get: the local offer."""

from django.http import HttpResponse

from ownpath.accounts.enums import Permission
from ownpath.core.access import NotVisible
from ownpath.support import queries
from ownpath.web.access import Needs
from ownpath.web.views.base import Page


class MyOffer(Page):
    """The headings, with what stands under each."""

    access = Needs(Permission.KEEP_OWN_RECORD)
    template = "my/offer.html"

    def get(self, *_args: object) -> HttpResponse:
        """The page."""
        return self.page(offer=queries.my_offer(actor=self.actor))


class OfferUnder(Page):
    """One heading: what is a right, what is extra, each with a way to ask for it."""

    access = Needs(Permission.KEEP_OWN_RECORD)
    template = "my/offer_under.html"

    def get(self, *_args: object, heading: str) -> HttpResponse:
        """The page; a heading that holds nothing is not there."""
        found = next((one for one in queries.my_offer(actor=self.actor).headings if one.heading == heading), None)
        if found is None:
            raise NotVisible
        return self.page(found=found)
