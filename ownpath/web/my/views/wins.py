"""Wins: one tap and a line, from any page."""

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from ownpath.accounts.enums import Permission
from ownpath.plans import actions, queries
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.forms.plan import WinForm
from ownpath.web.views.base import FormPage, Page


class MyWins(Page):
    """Everything that went well, as it was told."""

    access = Needs(Permission.KEEP_OWN_RECORD)
    template = "my/wins.html"

    def get(self, *_args: object) -> HttpResponse:
        """The page."""
        assert self.actor.young_person_id is not None
        return self.page(found=queries.wins(actor=self.actor, young_person_id=self.actor.young_person_id))


class WinAdd(FormPage):
    """Keeps a win, and leads back to where one was."""

    access = Needs(Permission.KEEP_OWN_RECORD)
    form_class = WinForm
    template = "my/win_add.html"

    def save(self, form: Form) -> None:
        """Keep it."""
        assert self.actor.young_person_id is not None
        actions.record_win(
            actor=self.actor, young_person_id=self.actor.young_person_id, words=form.cleaned_data["words"]
        )
        messages.success(self.request, _("Your win is kept."))

    def done_url(self, form: Form) -> str:
        """The page of one's own that one came from; anything else leads to the wins."""
        back_to: str = form.cleaned_data["back_to"]
        is_safe = back_to.startswith("/my/") and url_has_allowed_host_and_scheme(back_to, allowed_hosts=None)
        return back_to if is_safe else reverse("my:wins")
