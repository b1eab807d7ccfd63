"""What a young person wrote about themselves: the first thing that somebody new reads."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.about_me import queries
from ownpath.about_me.actions import confirm_reading
from ownpath.accounts.enums import Permission
from ownpath.core.access import NotVisible
from ownpath.web.access import Needs
from ownpath.web.views.base import Page


class AboutThem(Page):
    """Their words, what is new in them, and the press that says that one has read it."""

    access = Needs(Permission.WORK_WITH)
    template = "staff/about_me.html"

    def get(self, *_args: object, young_person_id: UUID) -> HttpResponse:
        """The page."""
        found = queries.about_them(actor=self.actor, young_person_id=young_person_id)
        return self.page(found=found, person=found.young_person)

    def post(self, *_args: object, young_person_id: UUID, **_kwargs: Any) -> HttpResponse:
        """Say that one has read up to what stood on the page."""
        try:
            up_to = UUID(self.request.POST.get("up_to", ""))
        except ValueError:
            raise NotVisible from None
        confirm_reading(actor=self.actor, young_person_id=young_person_id, up_to=up_to)
        messages.success(self.request, _("They can see now that you have read it."))
        return HttpResponseRedirect(reverse("staff:person", args=[young_person_id]))
