"""A young person's own plan."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect

from ownpath.accounts.enums import Permission
from ownpath.plans import actions
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.forms.plan import NotMeantForm
from ownpath.web.views import plan

MINE = "mine"


class Mine(plan.OfPlan):
    """A page of one's own plan."""

    access = Needs(Permission.KEEP_OWN_RECORD)
    door = "my"


class MyPlan(Mine, plan.PlanPage):
    """The plan: what I want, in small steps."""

    template = "my/plan.html"


class GoalAdd(Mine, plan.GoalAdd):
    """A goal of one's own."""


class GoalEdit(Mine, plan.GoalEdit):
    """One's goal in other words."""


class GoalMove(Mine, plan.GoalMove):
    """Got there, not now, or back again."""


class StepAdd(Mine, plan.StepAdd):
    """A step of one's own."""


class StepEdit(Mine, plan.StepEdit):
    """One's step, changed."""


class StepTick(Mine, plan.StepTick):
    """Done, or not done after all."""


class StepLetGo(Mine, plan.StepLetGo):
    """One's step, let go."""


class StepTakeUp(Mine, plan.StepTakeUp):
    """One's step, taken up again."""


class GoalWords(Mine, plan.Press):
    """One's own words again where somebody else's are now; or those are fine."""

    def post(self, *_args: object, goal_id: UUID) -> HttpResponse:
        """Do it, and back to the goal."""
        act = actions.use_own_goal_words if self.request.POST.get("use") == MINE else actions.see_goal_change
        act(actor=self.actor, goal_id=goal_id)
        return HttpResponseRedirect(self.to_line(goal_id))


class StepWords(Mine, plan.Press):
    """The same for a step."""

    def post(self, *_args: object, step_id: UUID) -> HttpResponse:
        """Do it, and back to the step."""
        act = actions.use_own_step_words if self.request.POST.get("use") == MINE else actions.see_step_change
        act(actor=self.actor, step_id=step_id)
        return HttpResponseRedirect(self.to_line(step_id))


class GoalNotMeant(Mine, plan.OfGoal):
    """ "This isn’t what I meant", said beside a goal."""

    form_class = NotMeantForm
    template = "my/not_meant.html"

    def save(self, form: Form) -> None:
        """Say it."""
        actions.say_goal_not_meant(actor=self.actor, goal_id=self.kwargs["goal_id"], **form.cleaned_data)


class StepNotMeant(Mine, plan.OfStep):
    """ "This isn’t what I meant", said beside a step."""

    form_class = NotMeantForm
    template = "my/not_meant.html"

    def save(self, form: Form) -> None:
        """Say it."""
        actions.say_step_not_meant(actor=self.actor, step_id=self.kwargs["step_id"], **form.cleaned_data)
