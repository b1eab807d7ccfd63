"""Handing the device back, at one press; whose it is types their PIN then."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.accounts.enums import Permission
from ownpath.people.actions import say_not_me
from ownpath.surveys import actions, queries
from ownpath.web import lending
from ownpath.web.access import Needs
from ownpath.web.views.base import Page


class HandBack(Page):
    """Ends the sitting; then the device is nobody's, until whoever lent it types their PIN or signs in."""

    access = Needs(Permission.KEEP_OWN_RECORD, on_lent_device=True)
    template = "my/not_sent_yet.html"

    def get(self, *_args: Any) -> HttpResponse:
        """Ask, where something was answered and not sent; otherwise lead to the button."""
        if self.actor.sitting_id is None or not queries.has_unsent_answers(actor=self.actor):
            return HttpResponseRedirect(reverse("my:survey"))
        return self.page(has_account=self.actor.user_id is not None)

    def post(self, *_args: Any) -> HttpResponse:
        """Hand it back; first asks where something was answered and not sent."""
        is_certain = self.request.POST.get("go") == "unsent"
        try:
            lender = actions.hand_back(actor=self.actor, is_certain=is_certain)
        except actions.NotSentYet:
            return HttpResponseRedirect(reverse("my:hand-back"))
        if lender is None:
            lending.end(self.request)
            return HttpResponseRedirect(reverse("account_login"))
        lending.wait_for_lender(self.request)
        return HttpResponseRedirect(reverse("take-back"))


class NotMe(Page):
    """Says that an address that signs in to one's record is not one's own, where that address is not in the way."""

    access = Needs(Permission.KEEP_OWN_RECORD, on_lent_device=True)

    def post(self, *_args: Any) -> HttpResponse:
        """Shut what is private to it, and tell the managers."""
        say_not_me(actor=self.actor)
        said = _("Thank you. It can’t read anything private now, and a manager will look into it.")
        messages.success(self.request, said)
        return HttpResponseRedirect(reverse("my:survey"))
