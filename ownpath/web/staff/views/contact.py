"""Recording a contact in under a minute, with all that came of it."""

from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.accounts.enums import Permission
from ownpath.core import clock
from ownpath.people.enums import ContactResult
from ownpath.plans import actions, queries
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.staff.forms.contact import RecordContactForm
from ownpath.web.views.base import FormPage


def as_id(text: str | None) -> UUID | None:
    """The id that a text is, or None for any other text."""
    try:
        return UUID(text or "")
    except ValueError:
        return None


KEPT = ("at", "way", "result", "who_was_there", "words", "ask_ids", "steps", "new_goal", "review", "meeting_id")


class RecordContact(FormPage):
    """When, how, who, a line or more; and the asks, the steps and the review that came of it."""

    access = Needs(Permission.WORK_WITH)
    form_class = RecordContactForm
    template = "staff/contact.html"

    @cached_property
    def at_hand(self) -> queries.AtHand:
        """Whom it is with, what they asked for, their goals, the review ahead, and what was planned, if this is it."""
        meeting_id = as_id(self.request.GET.get("meeting") or self.request.POST.get("meeting_id"))
        return queries.at_hand(actor=self.actor, meeting_id=meeting_id, **self.kwargs)

    def form_options(self) -> dict[str, Any]:
        """What there is to choose from, and the ask that one came from: it is ticked."""
        return {"at_hand": self.at_hand, "came_from": as_id(self.request.GET.get("ask"))}

    def initial(self) -> dict[str, Any]:
        """Now, and that it worked; or when and how it was planned."""
        initial = {"at": clock.now(), "result": ContactResult.REACHED}
        if meeting := self.at_hand.meeting:
            initial |= {"at": min(meeting.at, clock.now()), "way": meeting.way, "meeting_id": meeting.pk}
        return initial

    def context(self) -> dict[str, Any]:
        """Whom it is with."""
        return {"at_hand": self.at_hand}

    def save(self, form: Form) -> None:
        """Record it, whole."""
        came_of_it = {name: form.cleaned_data[name] for name in KEPT}
        came_of_it["why_open"] = form.cleaned_data.get("why_open", "")
        actions.record_contact_with_steps(actor=self.actor, **self.kwargs, **came_of_it)
        messages.success(self.request, _("The contact is recorded."))

    def done_url(self, form: Form) -> str:
        """The record."""
        return reverse("staff:person", kwargs=self.kwargs)
