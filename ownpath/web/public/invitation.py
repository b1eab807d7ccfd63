"""The page behind the link of an invitation."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language

from ownpath.accounts import queries
from ownpath.core.access import NotVisible
from ownpath.people.actions import AddressTaken, InvitationOver, accept_invitation
from ownpath.web.access import Public
from ownpath.web.sign_in import note_first_visit, sign_in
from ownpath.web.views.base import CONFLICT, Page


class Invitation(Page):
    """Says who invites to what; one press joins and signs in."""

    access = Public("Whoever was invited cannot sign in yet; the link is the secret.")
    template = "public/invitation.html"

    def get(self, *_args: object, token: UUID) -> HttpResponse:
        """The invitation, or that it is over."""
        return self.show(token)

    def post(self, *_args: object, token: UUID) -> HttpResponse:
        """Join and go to one's own place."""
        try:
            user = accept_invitation(token=token, language=get_language() or "")
        except (InvitationOver, AddressTaken) as refusal:
            return self.show(token, status=CONFLICT, is_address_taken=isinstance(refusal, AddressTaken))
        sign_in(self.request, user)
        note_first_visit(self.request)
        return HttpResponseRedirect(reverse("home"))

    def show(self, token: UUID, status: int = 200, *, is_address_taken: bool = False) -> HttpResponse:
        """The page for an invitation in whatever state it is."""
        invitation = queries.invitation(token=token)
        if invitation is None:
            raise NotVisible
        return self.page(status, invitation=invitation, is_address_taken=is_address_taken)
