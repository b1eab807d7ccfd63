"""How young people reach a member of staff, and who covers while they are away."""

from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.accounts import actions, queries
from ownpath.accounts.cover import span
from ownpath.accounts.enums import Permission
from ownpath.core.photos import PhotoRow
from ownpath.people import queries as people
from ownpath.people.actions import plan_absence
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.staff.forms.being_away import AwayForm, ReachForm, SettleForm
from ownpath.web.views.base import FormPage, Page
from ownpath.web.views.photo import PhotoPage


class Reach(FormPage):
    """A number, a few words and a face, as young people find them beside one's name."""

    access = Needs(Permission.WORK_WITH)
    template = "staff/reach.html"
    form_class = ReachForm

    @cached_property
    def member(self) -> Any:
        """How one can be reached so far."""
        return queries.membership(actor=self.actor)

    def initial(self) -> dict[str, Any]:
        """As said before."""
        return {"phone": self.member.phone, "words": self.member.reach_words}

    def context(self) -> dict[str, Any]:
        """Whether one shows one's face."""
        return {"has_face": hasattr(self.member, "face")}

    def save(self, form: Form) -> None:
        """Say it."""
        typed = form.cleaned_data
        actions.set_reach(
            actor=self.actor,
            phone=typed["phone"],
            words=typed["words"],
            face=typed["new_face"],
            is_face_removed=typed["no_face"],
        )
        messages.success(self.request, _("Your young people read it on their page from now on."))

    def done_url(self, form: Form) -> str:
        """The same page."""
        return reverse("staff:reach")


class OwnFace(PhotoPage):
    """One's own face, as young people see it."""

    access = Needs(Permission.WORK_WITH)
    is_small = True

    def photo(self) -> PhotoRow:
        """The photo, or nothing."""
        return queries.own_face(actor=self.actor)


class WhoIsAway(FormPage):
    """Who is or will be away and who covers: an adviser for themselves, a manager for all."""

    access = Needs(Permission.WORK_WITH)
    template = "staff/away.html"
    form_class = AwayForm

    @cached_property
    def away(self) -> queries.Away:
        """Who is away, whom one can say it of, and who could cover."""
        return queries.away(actor=self.actor)

    def form_options(self) -> dict[str, Any]:
        """Whom there is to choose from."""
        return {"away": self.away}

    def initial(self) -> dict[str, Any]:
        """An adviser says it of themselves."""
        return {"user": self.away.of[0].pk} if len(self.away.of) == 1 else {}

    def context(self) -> dict[str, Any]:
        """Who is away."""
        return {"away": self.away, "span": span}

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save it, or lead to what there is to see and settle first."""
        form = self.form(data=self.request.POST)
        assert isinstance(form, AwayForm)
        if form.is_valid():
            before = people.before_away(actor=self.actor, **form.said())
            if before.follows or before.meetings:
                return HttpResponseRedirect(f"{reverse('staff:before-away')}?{form.as_query()}")
        return super().post(*args, **kwargs)

    def save(self, form: Form) -> None:
        """Say it."""
        assert isinstance(form, AwayForm)
        plan_absence(actor=self.actor, **form.said())
        messages.success(self.request, _("Saved. Young people read who covers on those days."))

    def done_url(self, form: Form) -> str:
        """The same page."""
        return reverse("staff:away")


class BeforeAway(FormPage):
    """What an absence touches, before it is saved: whom else the cover will be there for, and what is planned."""

    access = Needs(Permission.WORK_WITH)
    template = "staff/before_away.html"
    form_class = SettleForm

    def dispatch(self, *args: Any, **kwargs: Any) -> Any:
        """Who, when and who covers stand in the address; without them, back to where they are asked."""
        form = AwayForm(self.request.GET, away=queries.away(actor=self.actor))
        if not form.is_valid():
            return HttpResponseRedirect(reverse("staff:away"))
        self.absence = form.said()
        return super().dispatch(*args, **kwargs)

    @cached_property
    def before(self) -> people.BeforeAway:
        """What there is to see and to settle."""
        return people.before_away(actor=self.actor, **self.absence)

    def form_options(self) -> dict[str, Any]:
        """What is to be settled."""
        return {"before": self.before}

    def context(self) -> dict[str, Any]:
        """What there is to see."""
        return {"before": self.before, "absence": self.absence, "span": span}

    def save(self, form: Form) -> None:
        """Save both: the absence, and what becomes of what is planned."""
        assert isinstance(form, SettleForm)
        plan_absence(actor=self.actor, settled=form.settled(), **self.absence)
        messages.success(self.request, _("Saved. Young people read who covers on those days."))

    def done_url(self, form: Form) -> str:
        """Who is away."""
        return reverse("staff:away")


class CallOff(Page):
    """Not away after all, or back earlier: one press."""

    access = Needs(Permission.WORK_WITH)

    def get(self, *_args: object, absence_id: UUID) -> HttpResponse:
        """Somebody who had to sign in first is led back to the button."""
        return HttpResponseRedirect(reverse("staff:away"))

    def post(self, *_args: object, absence_id: UUID) -> HttpResponse:
        """Call it off."""
        actions.call_off_absence(actor=self.actor, absence_id=absence_id)
        return HttpResponseRedirect(reverse("staff:away"))
