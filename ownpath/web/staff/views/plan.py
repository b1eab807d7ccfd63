"""The plan of somebody whom one works with: the same plan, written in together."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _

from ownpath.accounts.enums import Permission
from ownpath.core.photos import PhotoRow
from ownpath.plans import actions, queries
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.forms.plan import (
    AnswerForm,
    ReviewForm,
    StaffGoalForm,
    StaffGoalWordsForm,
    StaffLetGoForm,
    StaffStepForm,
    StaffWinForm,
)
from ownpath.web.views import plan
from ownpath.web.views.base import UNPROCESSABLE, FormPage
from ownpath.web.views.photo import PhotoPage

LINES: dict[str, Callable[..., Any]] = {
    "goal_id": queries.goal,
    "step_id": queries.step,
    "not_meant_id": queries.not_meant,
}


class Theirs(plan.OfPlan):
    """A page of the plan of the young person whom the address names."""

    access = Needs(Permission.WORK_WITH)
    door = "staff"

    def dispatch(self, *args: Any, **kwargs: Any) -> Any:
        """What is pressed or sent must be about a line of this very plan, whatever else the actor may write in."""
        for name in LINES.keys() & kwargs.keys() if self.request.method == "POST" else ():
            LINES[name](actor=self.actor, young_person_id=self.young_person_id, **{name: kwargs[name]})
        return super().dispatch(*args, **kwargs)


class PlanOf(Theirs, plan.PlanPage):
    """The plan, with what staff owe and can do."""

    template = "staff/plan.html"


class GoalAdd(Theirs, plan.GoalAdd):
    """A goal, started together, alone or from what was shared."""

    form_class = StaffGoalForm


class GoalEdit(Theirs, plan.GoalEdit):
    """A goal in other words."""

    form_class = StaffGoalWordsForm


class GoalMove(Theirs, plan.GoalMove):
    """Reached, put away, or taken up again."""


class StepAdd(Theirs, plan.StepAdd):
    """A step of a goal."""

    form_class = StaffStepForm


class StepEdit(Theirs, plan.StepEdit):
    """A step, changed."""

    form_class = StaffStepForm


class StepTick(Theirs, plan.StepTick):
    """Done, or not done after all."""


class StepLetGo(Theirs, plan.StepLetGo):
    """A step that nobody needs any more, and why."""

    form_class = StaffLetGoForm


class StepTakeUp(Theirs, plan.StepTakeUp):
    """A step, taken up again."""


class NotMeantAnswer(Theirs, FormPage):
    """An answer to "this isn’t what I meant"."""

    form_class = AnswerForm
    template = "staff/not_meant_answer.html"

    def context(self) -> dict[str, Any]:
        """What was said, of which line."""
        whose, not_meant_id = self.young_person_id, self.kwargs["not_meant_id"]
        return {"said": queries.not_meant(actor=self.actor, young_person_id=whose, not_meant_id=not_meant_id)}

    def save(self, form: Form) -> None:
        """Answer it."""
        actions.answer_not_meant(actor=self.actor, not_meant_id=self.kwargs["not_meant_id"], **form.cleaned_data)

    def done_url(self, form: Form) -> str:
        """The plan."""
        return self.to("plan")


class WinAdd(Theirs, FormPage):
    """A win that staff saw; it says who noted it."""

    form_class = StaffWinForm
    template = "staff/win_add.html"

    def context(self) -> dict[str, Any]:
        """Whose win it is."""
        return {"beginning": queries.beginning(actor=self.actor, young_person_id=self.young_person_id)}

    def save(self, form: Form) -> None:
        """Keep it."""
        actions.record_win(actor=self.actor, young_person_id=self.young_person_id, **form.cleaned_data)
        messages.success(self.request, _("The win is kept."))

    def done_url(self, form: Form) -> str:
        """The plan."""
        return self.to("plan")


class WinPhoto(Theirs, PhotoPage):
    """The photo of a win that the young person did not keep for themselves."""

    def photo(self) -> PhotoRow:
        """The photo, or nothing."""
        return queries.win_photo(actor=self.actor, young_person_id=self.young_person_id, win_id=self.kwargs["win_id"])


class PlanReview(Theirs, FormPage):
    """That the plan was looked at together, and when it will be next."""

    form_class = ReviewForm
    template = "staff/review.html"

    def context(self) -> dict[str, Any]:
        """Whose plan it is, and the wins to celebrate."""
        return {"reviewing": queries.reviewing(actor=self.actor, young_person_id=self.young_person_id)}

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save it, or say until when the next review must be."""
        try:
            return super().post(*args, **kwargs)
        except actions.ReviewTooLate as refusal:
            form = self.form(data=self.request.POST)
            form.add_error("next_date", ReviewForm.too_late(refusal.latest))
            return self.show(form, status=UNPROCESSABLE)

    def save(self, form: Form) -> None:
        """Note the review that was held, if one was, and set the next."""
        held_date, next_date = form.cleaned_data["held_date"], form.cleaned_data["next_date"]
        actor, whose = self.actor, self.young_person_id
        if held_date:
            actions.hold_review(actor=actor, young_person_id=whose, held_date=held_date, next_date=next_date)
        else:
            actions.set_review(actor=actor, young_person_id=whose, due_date=next_date)

    def done_url(self, form: Form) -> str:
        """The plan."""
        return self.to("plan")
