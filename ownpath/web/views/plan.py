"""The pages of a plan that the young person and staff both have: the same plan, the same forms, two doors."""

from functools import cached_property
from typing import Any, ClassVar
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from ownpath.plans import actions, queries
from ownpath.plans.enums import GoalState
from ownpath.web.forms.base import Form
from ownpath.web.forms.plan import GoalForm, GoalWordsForm, LetGoForm, StepForm, WantField

from .base import FormPage, Page

MOVES = {
    GoalState.REACHED: actions.reach_goal,
    GoalState.PUT_AWAY: actions.put_away_goal,
    GoalState.OPEN: actions.reopen_goal,
}


class OfPlan(Page):
    """A page of one plan: one's own, or on the staff side that of the person named in the address."""

    door: ClassVar[str]

    @property
    def young_person_id(self) -> UUID:
        """Whose plan it is."""
        whose = self.kwargs.get("young_person_id") or self.actor.young_person_id
        assert whose is not None
        return whose

    def to(self, name: str, **kwargs: Any) -> str:
        """The path of a page of the same plan through the same door."""
        if "young_person_id" in self.kwargs:
            kwargs["young_person_id"] = self.young_person_id
        return reverse(f"{self.door}:{name}", kwargs=kwargs)

    def to_line(self, line_id: UUID | None = None) -> str:
        """The plan, at one of its lines."""
        return self.to("plan") + (f"#line-{line_id}" if line_id else "")

    def page(self, status: int = 200, **context: Any) -> HttpResponse:
        """The template, through the right door."""
        return super().page(
            status, **{"to": self.to, "is_own": self.door == "my", "layout": f"layouts/{self.door}.html"} | context
        )


class PlanPage(OfPlan):
    """The whole plan."""

    def get(self, *_args: object, **_kwargs: object) -> HttpResponse:
        """The page."""
        return self.page(plan=queries.plan(actor=self.actor, young_person_id=self.young_person_id))


class GoalAdd(OfPlan, FormPage):
    """A new goal, alone or from an answer, with its first step if there is one."""

    form_class: ClassVar[type[Form]] = GoalForm
    template = "plan/goal_add.html"

    def initial(self) -> dict[str, Any]:
        """The beginning of a want."""
        return {"words": WantField.BEGINNING}

    def context(self) -> dict[str, Any]:
        """Whose goal it is, and what was said where it springs from an answer."""
        whose, answer_id = self.young_person_id, self.kwargs.get("answer_id")
        return {"beginning": queries.beginning(actor=self.actor, young_person_id=whose, answer_id=answer_id)}

    def save(self, form: Form) -> None:
        """Start the goal."""
        typed = form.cleaned_data
        first = actions.StepContent(typed["first_step"], typed["doer"], typed["doer_name"], typed["by_date"])
        actions.start_goal(
            actor=self.actor,
            young_person_id=self.young_person_id,
            words=typed["words"],
            from_answer_id=self.kwargs.get("answer_id"),
            first_step=first if first.words else None,
        )

    def done_url(self, form: Form) -> str:
        """The plan."""
        return self.to("plan")


class OfGoal(OfPlan, FormPage):
    """A form about one goal, which must be of this plan."""

    @cached_property
    def line(self) -> Any:
        """The goal."""
        whose, goal_id = self.young_person_id, self.kwargs["goal_id"]
        return queries.goal(actor=self.actor, young_person_id=whose, goal_id=goal_id)

    def context(self) -> dict[str, Any]:
        """The goal as it stands."""
        return {"line": self.line}

    def done_url(self, form: Form) -> str:
        """The plan, at the goal."""
        return self.to_line(self.kwargs["goal_id"])


class OfStep(OfPlan, FormPage):
    """A form about one step, which must be of this plan."""

    @cached_property
    def line(self) -> Any:
        """The step."""
        whose, step_id = self.young_person_id, self.kwargs["step_id"]
        return queries.step(actor=self.actor, young_person_id=whose, step_id=step_id)

    def context(self) -> dict[str, Any]:
        """The step as it stands."""
        return {"line": self.line}

    def done_url(self, form: Form) -> str:
        """The plan, at the step."""
        return self.to_line(self.kwargs["step_id"])


class GoalEdit(OfGoal):
    """A goal in other words."""

    form_class: ClassVar[type[Form]] = GoalWordsForm
    template = "plan/goal_edit.html"

    def initial(self) -> dict[str, Any]:
        """The goal as it stands."""
        return {"words": self.line.words, "version": self.line.version}

    def save(self, form: Form) -> None:
        """Put it in these words."""
        actions.edit_goal(actor=self.actor, goal_id=self.kwargs["goal_id"], **form.cleaned_data)


class StepAdd(OfGoal):
    """A new step of a goal."""

    form_class: ClassVar[type[Form]] = StepForm
    template = "plan/step_add.html"

    def save(self, form: Form) -> None:
        """Add the step."""
        typed = form.cleaned_data
        del typed["version"]
        actions.add_step(actor=self.actor, goal_id=self.kwargs["goal_id"], **typed)


class StepEdit(OfStep):
    """A step that says something else, is done by somebody else, or by another day."""

    form_class: ClassVar[type[Form]] = StepForm
    template = "plan/step_edit.html"

    def form_options(self) -> dict[str, Any]:
        """The day that it has now, which may have gone by."""
        return {"due": self.line.by_date}

    def initial(self) -> dict[str, Any]:
        """The step as it stands."""
        return {name: getattr(self.line, name) for name in StepForm.base_fields}

    def save(self, form: Form) -> None:
        """Save it as its next version."""
        actions.edit_step(actor=self.actor, step_id=self.kwargs["step_id"], **form.cleaned_data)


class StepLetGo(OfStep):
    """That nobody needs a step any more."""

    form_class: ClassVar[type[Form]] = LetGoForm
    template = "plan/step_let_go.html"

    def save(self, form: Form) -> None:
        """Let it go."""
        actions.let_step_go(actor=self.actor, step_id=self.kwargs["step_id"], **form.cleaned_data)

    def done_url(self, form: Form) -> str:
        """The plan, at the goal: the step stands there among what was let go."""
        return self.to_line(self.line.goal_id)


class Press(OfPlan):
    """A button on the plan: pressing it does one thing, and pressing it twice does no more."""

    def get(self, *_args: object, **_kwargs: object) -> HttpResponse:
        """Somebody who had to sign in first is led back to the button."""
        return HttpResponseRedirect(self.to("plan"))


class StepTick(Press):
    """Ticks a step, or takes the tick back."""

    def post(self, *_args: object, **_kwargs: object) -> HttpResponse:
        """Do it, and back to the step."""
        act = actions.untick_step if self.request.POST.get("done") == "no" else actions.tick_step
        act(actor=self.actor, step_id=self.kwargs["step_id"])
        return HttpResponseRedirect(self.to_line(self.kwargs["step_id"]))


class StepTakeUp(Press):
    """Takes up a step again that was let go."""

    def post(self, *_args: object, **_kwargs: object) -> HttpResponse:
        """Do it, and back to the step."""
        actions.take_up_step(actor=self.actor, step_id=self.kwargs["step_id"])
        return HttpResponseRedirect(self.to_line(self.kwargs["step_id"]))


class GoalMove(Press):
    """Says that a goal is reached, puts it away for now, or takes it up again: one route for each."""

    state = GoalState.OPEN

    def post(self, *_args: object, **kwargs: Any) -> HttpResponse:
        """Do it, and back to the goal."""
        MOVES[self.state](actor=self.actor, goal_id=kwargs["goal_id"])
        return HttpResponseRedirect(self.to_line(kwargs["goal_id"]))
