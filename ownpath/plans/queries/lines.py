"""Goals and steps as rows: where every other read and write of a plan starts."""

from uuid import UUID

from django.db.models import F, OuterRef, QuerySet, Subquery

from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.people.queries import young_people
from ownpath.plans.models import Goal, GoalVersion, NotMeant, Step, StepVersion

# As they come up: by their day, then those without one, each as they were agreed.
STEP_ORDER = (F("by_date").asc(nulls_last=True), "created_at", "pk")


def goals(*, actor: Actor) -> QuerySet[Goal]:
    """The goals of everybody whose record the actor may open, oldest first."""
    return Goal.objects.filter(young_person__in=young_people(actor=actor)).order_by("created_at", "pk")


def steps(*, actor: Actor) -> QuerySet[Step]:
    """The steps of everybody whose record the actor may open, as they come up."""
    return Step.objects.filter(young_person__in=young_people(actor=actor)).order_by(*STEP_ORDER)


def said_not_meant(*, actor: Actor) -> QuerySet[NotMeant]:
    """What was said not to be meant, by everybody whose record the actor may open, oldest first."""
    return NotMeant.objects.filter(young_person__in=young_people(actor=actor)).order_by("said_at", "pk")


def goal(*, actor: Actor, young_person_id: UUID, goal_id: UUID) -> Goal:
    """One goal of this young person, with `own_words`: what they last wrote there themselves, if anything. Raises
    `NotVisible`. One query.
    """
    own = GoalVersion.objects.filter(goal=OuterRef("pk"))
    return _one(goals(actor=actor).annotate(own_words=_own_words(own)), young_person_id, goal_id)


def step(*, actor: Actor, young_person_id: UUID, step_id: UUID) -> Step:
    """One step of this young person, with its goal and `own_words` as for a goal; raises `NotVisible`. One query."""
    own = StepVersion.objects.filter(step=OuterRef("pk"))
    rows = steps(actor=actor).select_related("goal").annotate(own_words=_own_words(own))
    return _one(rows, young_person_id, step_id)


def not_meant(*, actor: Actor, young_person_id: UUID, not_meant_id: UUID) -> NotMeant:
    """One thing that this young person did not mean; raises `NotVisible`. One query."""
    return _one(said_not_meant(actor=actor), young_person_id, not_meant_id)


def _own_words(versions: QuerySet[GoalVersion] | QuerySet[StepVersion]) -> Subquery:
    theirs = versions.filter(written_by=OuterRef("young_person__user"))
    return Subquery(theirs.order_by("-version").values("words")[:1])


def _one[Line: (Goal, Step, NotMeant)](lines: QuerySet[Line], young_person_id: UUID, line_id: UUID) -> Line:
    found = lines.select_related("young_person").filter(young_person_id=young_person_id, pk=line_id).first()
    if found is None:
        raise NotVisible
    return found
