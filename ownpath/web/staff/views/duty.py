"""All that a duty worker sees: who does not feel safe and has not been spoken with, and a page to write down a call."""

from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.accounts.enums import Permission
from ownpath.core import clock
from ownpath.core.access import NotVisible
from ownpath.people.enums import ContactResult, ContactWay
from ownpath.support import actions, queries
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.staff.forms.duty import RecordCallForm
from ownpath.web.views.base import FormPage, Page

LONGEST_KEPT = 5000


class Duty(Page):
    """Who does not feel safe now."""

    access = Needs(Permission.ANSWER_CALLS)
    template = "staff/duty.html"

    def get(self, *_args: object) -> HttpResponse:
        """The page: a look at each of these records."""
        unsafe = queries.not_safe(actor=self.actor)
        self.request.also_shown = [found.young_person.pk for found in unsafe]
        return self.page(unsafe=unsafe, today=clock.today())


class DutyContact(FormPage):
    """Writes down what happened. Once somebody has spoken with them, nothing of theirs is here."""

    access = Needs(Permission.ANSWER_CALLS)
    template = "staff/duty_contact.html"
    form_class = RecordCallForm

    def dispatch(self, *args: Any, **kwargs: Any) -> Any:
        """Find out first whether they still wait."""
        try:
            assert self.found
        except NotVisible:
            return self.over()
        return super().dispatch(*args, **kwargs)

    @cached_property
    def found(self) -> queries.NotSafe:
        """Who it is, and what there is to know before ringing."""
        young_person_id: UUID = self.kwargs["young_person_id"]
        return queries.not_safe_of(actor=self.actor, young_person_id=young_person_id)

    def over(self) -> HttpResponse:
        """Not there, or not any more; what was typed is given back, and nothing about anybody."""
        words = self.request.POST.get("words", "")[:LONGEST_KEPT]
        if not words:
            raise NotVisible
        self.template = "staff/duty_over.html"
        return self.page(status=404, words=words)

    def form_options(self) -> dict[str, Any]:
        """Who it is."""
        return {"found": self.found}

    def initial(self) -> dict[str, Any]:
        """A call now, in which they were reached."""
        return {"at": clock.now(), "way": ContactWay.CALL, "result": ContactResult.REACHED}

    def context(self) -> dict[str, Any]:
        """Who it is."""
        return {"found": self.found, "today": clock.today()}

    def save(self, form: Form) -> None:
        """Write it down."""
        assert isinstance(form, RecordCallForm)
        actions.record_call(actor=self.actor, **self.kwargs, **form.came_of_it())
        messages.success(self.request, _("It is written down."))

    def done_url(self, form: Form) -> str:
        """Who does not feel safe now."""
        return reverse("staff:duty")
