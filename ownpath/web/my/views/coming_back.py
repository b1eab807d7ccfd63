"""Coming back after one's record has ended: one tap."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.accounts.enums import Permission
from ownpath.core.once import once
from ownpath.support.actions import raise_ask
from ownpath.support.enums import AskKind
from ownpath.web.access import Needs
from ownpath.web.views.base import Page


class ComeBack(Page):
    """Asks to come back: the record opens again, and a manager answers by a day."""

    access = Needs(Permission.KEEP_OWN_RECORD)

    def get(self, *_args: object) -> HttpResponse:
        """Somebody who had to sign in first is led back to the button."""
        return HttpResponseRedirect(reverse("my:home"))

    def post(self, *_args: object, **_kwargs: Any) -> HttpResponse:
        """Do it, and on to who answers by when."""
        made: UUID | None = None
        with once(self.actor, self.request.POST.get("once", "")[:40]) as is_first:
            if is_first:
                made = raise_ask(actor=self.actor, kind=AskKind.OTHER, about=_("I’d like to come back")).pk
        if made is None:
            return HttpResponseRedirect(reverse("my:asks"))
        messages.success(self.request, _("Good to have you back. Your council can see it now."))
        return HttpResponseRedirect(reverse("my:ask", kwargs={"ask_id": made}))
