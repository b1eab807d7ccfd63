"""What is planned with a young person."""

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.accounts.enums import Permission
from ownpath.core import clock
from ownpath.people import actions, queries
from ownpath.people.enums import ContactWay
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.staff.forms.meeting import CancelMeetingForm, MeetingForm, MissMeetingForm, MoveMeetingForm
from ownpath.web.views.base import FormPage

from .about import AboutYoungPerson


class PlanMeeting(AboutYoungPerson):
    """When to meet next, how, where and with whom."""

    access = Needs(Permission.WORK_WITH)
    only_current = True
    template = "staff/meeting_plan.html"
    form_class = MeetingForm

    def initial(self) -> dict[str, Any]:
        """With oneself."""
        return {"way": ContactWay.MEETING, "with_whom": self.actor.name}

    def save(self, form: Form) -> None:
        """Plan it."""
        actions.plan_meeting(actor=self.actor, young_person_id=self.person.pk, **form.cleaned_data)
        messages.success(self.request, _("It is planned. They see it on their page."))


class OfMeeting(FormPage):
    """A form about something that is planned with this young person."""

    access = Needs(Permission.WORK_WITH)

    @cached_property
    def meeting(self) -> Any:
        """What is planned, with the young person."""
        return queries.meeting(actor=self.actor, **self.kwargs)

    def context(self) -> dict[str, Any]:
        """What is planned, and with whom."""
        return {"meeting": self.meeting, "person": self.meeting.young_person}

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """What is of another record is not there."""
        assert self.meeting
        return super().post(*args, **kwargs)

    def done_url(self, form: Form) -> str:
        """Back to the person's page."""
        return reverse("staff:person", kwargs={"young_person_id": self.kwargs["young_person_id"]})

    def show_both(self, form: Form, current: Any) -> HttpResponse:
        """Somebody moved, cancelled or recorded it meanwhile: the person's page says how it stands now."""
        messages.warning(self.request, _("Somebody changed this meanwhile. Nothing was saved: look again."))
        return HttpResponseRedirect(self.done_url(form))


class MoveMeeting(OfMeeting):
    """Another time, way or place; what was planned before stays to be read."""

    template = "staff/meeting_move.html"
    form_class = MoveMeetingForm

    def initial(self) -> dict[str, Any]:
        """As planned."""
        return {name: getattr(self.meeting, name) for name in ("at", "way", "place", "with_whom")}

    def save(self, form: Form) -> None:
        """Move it."""
        actions.move_meeting(actor=self.actor, meeting_id=self.kwargs["meeting_id"], **form.cleaned_data)


class CancelMeeting(OfMeeting):
    """It will not take place, and why."""

    template = "staff/meeting_cancel.html"
    form_class = CancelMeetingForm

    def initial(self) -> dict[str, Any]:
        """What has passed is asked about with "they couldn't make it"."""
        if not self.has_passed:
            return {}
        person = self.meeting.young_person
        return {"reason": _("%(name)s couldn’t make it.") % {"name": person.first_name or person}}

    def context(self) -> dict[str, Any]:
        """Whether its time has passed, too."""
        return super().context() | {"has_passed": self.has_passed}

    @property
    def has_passed(self) -> bool:
        """Whether its time has come and gone."""
        return bool(self.meeting.at <= clock.now())

    def save(self, form: Form) -> None:
        """Cancel it."""
        actions.cancel_meeting(actor=self.actor, meeting_id=self.kwargs["meeting_id"], **form.cleaned_data)


class MissMeeting(OfMeeting):
    """We did not come, and say so to the young person."""

    template = "staff/meeting_missed.html"
    form_class = MissMeetingForm

    def initial(self) -> dict[str, Any]:
        """As one would say it."""
        return {"reason": _("We missed it. That’s on us.")}

    def save(self, form: Form) -> None:
        """Note it."""
        actions.miss_meeting(actor=self.actor, meeting_id=self.kwargs["meeting_id"], **form.cleaned_data)
