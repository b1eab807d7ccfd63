"""Money for my home."""

from django.http import HttpResponse

from ownpath.accounts.enums import Permission
from ownpath.support import queries
from ownpath.web.access import Needs
from ownpath.web.views.base import Page


class MyAllowance(Page):
    """What was agreed, what was bought, what is left."""

    access = Needs(Permission.KEEP_OWN_RECORD)
    template = "my/allowance.html"

    def get(self, *_args: object) -> HttpResponse:
        """The page."""
        assert self.actor.young_person_id is not None
        found = queries.allowance(actor=self.actor, young_person_id=self.actor.young_person_id)
        return self.page(found=found)
