"""Handing the device back, at one press."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from ownpath.accounts.enums import Permission
from ownpath.surveys import actions
from ownpath.web import lending
from ownpath.web.access import Needs
from ownpath.web.views.base import Page


class HandBack(Page):
    """Ends the sitting; whoever lent the device goes on as themselves, on a page that says nothing about answers."""

    access = Needs(Permission.KEEP_OWN_RECORD, on_lent_device=True)

    def get(self, *_args: Any) -> HttpResponse:
        """Somebody who typed the address is led to the button."""
        return HttpResponseRedirect(reverse("my:survey"))

    def post(self, *_args: Any) -> HttpResponse:
        """Hand it back."""
        whose = self.actor.young_person_id
        lender = actions.hand_back(actor=self.actor)
        lending.take_back(self.request, lender)
        if lender is None:
            return HttpResponseRedirect(reverse("account_login"))
        return HttpResponseRedirect(reverse("staff:together", kwargs={"young_person_id": whose}))
