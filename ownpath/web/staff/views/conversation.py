"""Walking into the conversation prepared: what they shared, in their order, and what it led to."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.accounts.enums import Permission
from ownpath.core.waiting import AWAY, briefly
from ownpath.plans import queries
from ownpath.surveys import actions
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.staff.forms.conversation import CloseAnswersForm
from ownpath.web.views.base import Page

from .about import AboutYoungPerson


class Conversation(Page):
    """The conversation guide. It reads well on paper too. The young person sees that somebody has read it."""

    access = Needs(Permission.WORK_WITH)
    template = "staff/conversation.html"

    def get(self, *_args: object, young_person_id: UUID) -> HttpResponse:
        """The guide; what is new in it is noted as read by whoever opens it."""
        guide = queries.conversation(actor=self.actor, young_person_id=young_person_id)
        if guide.is_unread:
            with suppress(*AWAY), briefly():  # then it is noted when it is opened next
                actions.note_reading(actor=self.actor, young_person_id=young_person_id)
        return self.page(guide=guide)


class CloseAnswers(AboutYoungPerson):
    """Why nobody needs to speak with them about what they shared."""

    access = Needs(Permission.WORK_WITH)
    template = "staff/close_answers.html"
    form_class = CloseAnswersForm

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Say why; who has not read all of it reads it first."""
        try:
            return super().post(*args, **kwargs)
        except actions.NotReadYet:
            messages.warning(self.request, _("There is something here that you have not read. Read it first."))
            return HttpResponseRedirect(self.conversation_url())

    def save(self, form: Form) -> None:
        """Say why."""
        actions.close_answers(actor=self.actor, young_person_id=self.person.pk, **form.cleaned_data)
        messages.success(self.request, _("Saved. %(name)s can read your reason.") % {"name": self.person})

    def done_url(self, form: Form) -> str:
        """Back to what they shared."""
        return self.conversation_url()

    def conversation_url(self) -> str:
        """Where they can be read."""
        return reverse("staff:conversation", kwargs={"young_person_id": self.person.pk})
