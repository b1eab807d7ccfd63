"""Why my adviser may get in touch: the very sentences that the adviser reads."""

from django.http import HttpResponse

from ownpath.accounts.enums import Permission
from ownpath.attention import queries
from ownpath.web.access import Needs
from ownpath.web.views.base import Page


class Why(Page):
    """The reasons, as everybody reads them."""

    access = Needs(Permission.KEEP_OWN_RECORD)
    template = "my/why.html"

    def get(self, *_args: object) -> HttpResponse:
        """The page."""
        assert self.actor.young_person_id is not None
        return self.page(reasons=queries.reasons_for(actor=self.actor, young_person_id=self.actor.young_person_id))
