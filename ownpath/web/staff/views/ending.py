"""Ending a record, opening it again, and the records that ended."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.accounts.enums import Permission
from ownpath.accounts.roles import may
from ownpath.core import clock
from ownpath.core.access import NotVisible, require
from ownpath.people import queries as people
from ownpath.people import rules
from ownpath.people.actions import reopen_record
from ownpath.people.enums import EndReason
from ownpath.support.actions import StillOpen, end_record
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.staff.forms.ending import EndForm, ReopenForm
from ownpath.web.views.base import UNPROCESSABLE

from .about import AboutYoungPerson
from .overview import ListPage


class EndRecord(AboutYoungPerson):
    """That a record ends: what happened, on which day. Once it has ended, only that they have died since."""

    access = Needs(Permission.WORK_WITH)
    template = "staff/end.html"
    form_class = EndForm

    def form_options(self) -> dict[str, Any]:
        """The reasons for which the actor may end it."""
        reasons = [(reason.value, reason.label) for reason in EndReason if self._may_be(reason)]
        return {"person": self.person, "reasons": reasons}

    def initial(self) -> dict[str, Any]:
        """Today."""
        return {"on_date": clock.today()}

    def context(self) -> dict[str, Any]:
        """Whether there is anything that the actor may choose."""
        return super().context() | {
            "is_manager": may(self.actor, Permission.ALLOCATE),
            "reasons": self.form_options()["reasons"],
        }

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """End it; what is still open has to be seen to before."""
        require(bool(self.form_options()["reasons"]))
        try:
            return super().post(*args, **kwargs)
        except StillOpen as waiting:
            form = self.form(data=self.request.POST)
            form.is_valid()
            for sentence in waiting.sentences:
                form.add_error(None, sentence)
            return self.show(form, status=UNPROCESSABLE)

    def save(self, form: Form) -> None:
        """End it, and say who can read it now."""
        values = form.cleaned_data | {"reason": EndReason(form.cleaned_data["reason"])}
        end_record(actor=self.actor, young_person_id=self.person.pk, **values)
        sentence = _("The record of %(name)s has ended.")
        if not may(self.actor, Permission.ALLOCATE):
            sentence = _("The record of %(name)s has ended. Managers can still read it. You can’t any more.")
        messages.success(self.request, sentence % {"name": self.person})

    def done_url(self, form: Form) -> str:
        """Back to the page; for an adviser, who no longer sees it, to their list."""
        return super().done_url(form) if may(self.actor, Permission.ALLOCATE) else reverse("staff:list")

    def show_both(self, form: Form, current: Any) -> HttpResponse:
        """Somebody ended it meanwhile: the page says why."""
        messages.warning(self.request, _("Somebody has ended this record meanwhile. Nothing was changed."))
        return HttpResponseRedirect(self.done_url(form))

    def _may_be(self, reason: EndReason) -> bool:
        is_next = not self.person.has_ended or reason == EndReason.DIED
        return is_next and rules.can_end(self.actor, self.person, reason) and self._is_old_enough(reason)

    def _is_old_enough(self, reason: EndReason) -> bool:
        return reason != EndReason.DONE_AT_25 or self.person.age_on(clock.today()) >= rules.LAST_AGE


class ReopenRecord(AboutYoungPerson):
    """A record that has ended is opened again: it was a mistake, or they are back."""

    access = Needs(Permission.ALLOCATE)
    template = "staff/reopen.html"
    form_class = ReopenForm

    def dispatch(self, *args: Any, **kwargs: Any) -> Any:
        """Only what has ended."""
        self.person = people.young_person(actor=self.actor, young_person_id=kwargs["young_person_id"])
        if not self.person.has_ended:
            raise NotVisible
        return super().dispatch(*args, **kwargs)

    def save(self, form: Form) -> None:
        """Open it."""
        reopen_record(actor=self.actor, young_person_id=self.person.pk, **form.cleaned_data)
        messages.success(self.request, _("The record is open again. Give %(name)s an adviser.") % {"name": self.person})


class EndedRecords(ListPage):
    """The records that ended, the latest first; all of them, or those for one reason."""

    access = Needs(Permission.ALLOCATE)
    template = "staff/ended_records.html"

    def get(self, *_args: object) -> HttpResponse:
        """The list."""
        ends = list(people.ended_records(actor=self.actor))
        chosen = self.request.GET.get("reason", "")
        counts = [(reason, sum(end.reason == reason for end in ends)) for reason in EndReason]
        rows = [end for end in ends if chosen in ("", end.reason)]
        return self.show(rows, chosen=chosen, counts=counts, everybody=len(ends))

    def has_own_words(self, row: Any) -> bool:
        """None."""
        return False
