"""Handing the device back, at one press."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from ownpath.accounts.enums import Permission
from ownpath.surveys import actions, queries
from ownpath.web import lending
from ownpath.web.access import Needs
from ownpath.web.views.base import Page


class HandBack(Page):
    """Ends the sitting; whoever lent the device goes on as themselves, on a page that says nothing about answers."""

    access = Needs(Permission.KEEP_OWN_RECORD, on_lent_device=True)
    template = "my/not_sent_yet.html"

    def get(self, *_args: Any) -> HttpResponse:
        """Ask, where something was answered and not sent; otherwise lead to the button."""
        if self.actor.sitting_id is None or not queries.has_unsent_answers(actor=self.actor):
            return HttpResponseRedirect(reverse("my:survey"))
        return self.page(has_account=self.actor.user_id is not None)

    def post(self, *_args: Any) -> HttpResponse:
        """Hand it back; first asks where something was answered and not sent."""
        whose = self.actor.young_person_id
        is_certain = self.request.POST.get("go") == "unsent"
        try:
            lender = actions.hand_back(actor=self.actor, is_certain=is_certain)
        except actions.NotSentYet:
            return HttpResponseRedirect(reverse("my:hand-back"))
        lending.take_back(self.request, lender)
        if lender is None:
            return HttpResponseRedirect(reverse("account_login"))
        return HttpResponseRedirect(reverse("staff:together", kwargs={"young_person_id": whose}))
