"""Walking into the conversation prepared: what they shared, in their order, and what it led to."""

from uuid import UUID

from django.http import HttpResponse

from ownpath.accounts.enums import Permission
from ownpath.plans import queries
from ownpath.web.access import Needs
from ownpath.web.views.base import Page


class Conversation(Page):
    """The conversation guide. It reads well on paper too."""

    access = Needs(Permission.WORK_WITH)
    template = "staff/conversation.html"

    def get(self, *_args: object, young_person_id: UUID) -> HttpResponse:
        """The guide."""
        return self.page(guide=queries.conversation(actor=self.actor, young_person_id=young_person_id))
