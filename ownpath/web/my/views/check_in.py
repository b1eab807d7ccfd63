"""A short check-in: up to three parts of life, and back to the whole survey at any point."""

from functools import cached_property
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from ownpath.accounts.enums import Permission
from ownpath.surveys import actions, queries
from ownpath.surveys.actions import AlreadySent
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.my.forms.asked import as_id
from ownpath.web.my.forms.check_in import CheckInForm
from ownpath.web.views.base import FormPage, Page

from .going_on import area_url


class CheckIn(FormPage):
    """The ticks: what came first last time is ticked already."""

    access = Needs(Permission.KEEP_OWN_RECORD, on_lent_device=True)
    form_class = CheckInForm
    template = "my/check_in.html"

    def get(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """The ticks; whoever has begun something goes on with that, and without a survey there is none to choose."""
        begins = self.beginning
        return HttpResponseRedirect(reverse("my:survey")) if begins.has_draft or not begins.areas else super().get()

    @cached_property
    def beginning(self) -> queries.Beginning:
        """What there is to choose from."""
        return queries.beginning(actor=self.actor)

    def initial(self) -> dict[str, Any]:
        """What came first last time."""
        return {"asks": self.beginning.put_first}

    def form(self, **options: Any) -> Form:
        """The areas of the pack."""
        form = super().form(**options)
        form.offer("asks", [(area.id, area.title) for area in self.beginning.areas])
        return form

    def save(self, form: Form) -> None:
        """Begin."""
        actions.start_response(actor=self.actor, asks=form.cleaned_data["asks"])

    def done_url(self, form: Form) -> str:
        """The first of them, in the order of the pack."""
        first = next(area.id for area in self.beginning.areas if area.id in form.cleaned_data["asks"])
        return area_url(first, otherwise="my:survey")


class Widen(Page):
    """From a check-in to the whole survey, with all that was said."""

    access = Needs(Permission.KEEP_OWN_RECORD, on_lent_device=True)

    def get(self, *_args: object) -> HttpResponse:
        """Somebody who had to sign in first is led back to the button."""
        return HttpResponseRedirect(reverse("my:survey"))

    def post(self, *_args: object) -> HttpResponse:
        """Widen it; then go on."""
        try:
            actions.widen_response(actor=self.actor, response_id=as_id(self.request.POST.get("response_id", "")))
        except AlreadySent:
            return HttpResponseRedirect(reverse("my:sent"))
        return HttpResponseRedirect(reverse("my:survey"))
