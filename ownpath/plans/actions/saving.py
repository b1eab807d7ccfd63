"""How goals and steps are found and saved: locked while they change, each save kept as a version for good."""

from dataclasses import dataclass
from datetime import date
from typing import Self
from uuid import UUID

from django.db.models import QuerySet

from ownpath.core import clock
from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.people.models import OfYoungPerson
from ownpath.plans.enums import StepDoer
from ownpath.plans.models import Goal, GoalVersion, Step, StepVersion
from ownpath.plans.rules import is_own


@dataclass(frozen=True, slots=True)
class StepContent:
    """What a step says: what is done, by whom (with a name where it is somebody else), and by when."""

    words: str
    doer: StepDoer
    doer_name: str = ""
    by_date: date | None = None

    @classmethod
    def of(cls, step: Step | StepVersion) -> Self:
        """What a step says now, or said in one of its versions."""
        return cls(step.words, StepDoer(step.doer), step.doer_name, step.by_date)

    def write_to(self, step: Step) -> None:
        """Make an unsaved step say this; the name of somebody else is dropped where it is not somebody else."""
        step.words, step.doer, step.by_date = self.words.strip(), self.doer, self.by_date
        step.doer_name = self.doer_name.strip() if self.doer == StepDoer.OTHER else ""


def locked[Line: OfYoungPerson](lines: QuerySet[Line], line_id: UUID) -> Line:
    """One line of a plan with its young person, held until the transaction ends; raises `NotVisible`. One query."""
    found = lines.select_related("young_person").select_for_update(of=("self",)).filter(pk=line_id).first()
    if found is None:
        raise NotVisible
    return found


def own_words(line: Goal | Step) -> str:
    """What the young person last wrote in this line themselves; empty where they never did. One query."""
    whose = line.young_person.user_id
    theirs = line.versions.filter(written_by_id=whose) if whose else line.versions.none()
    return theirs.order_by("-version").values_list("words", flat=True).first() or ""


def sign(line: Goal | Step, actor: Actor) -> None:
    """Put down whose words they are that were just written into a line there is, before it is saved.

    Words that the young person wrote before are theirs, whoever types them again. Where somebody else's are now where
    theirs were, they have a change to see. One query.
    """
    own, whose = own_words(line), line.young_person.user_id
    is_theirs = is_own(actor, line.young_person) or bool(own and line.words == own)
    line.written_by_id, line.written_at = (whose if is_theirs else actor.user_id), clock.now()
    line.change_unseen = bool(own) and not is_theirs


def see_change(line: Goal | Step) -> None:
    """The young person has seen whose words a line says."""
    if line.change_unseen:
        line.change_unseen = False
        line.save(update_fields=["change_unseen"])


def new_step(actor: Actor, goal: Goal, content: StepContent, *, written_by_id: UUID | None) -> Step:
    """A step of the goal, saved as its first version."""
    step = Step(
        authority_id=goal.authority_id,
        young_person_id=goal.young_person_id,
        goal=goal,
        version=0,
        written_by_id=written_by_id,
        created_by_id=actor.user_id,
    )
    content.write_to(step)
    save_step(step, actor)
    return step


def save_goal(goal: Goal, actor: Actor) -> None:
    """Save a goal as its next version."""
    goal.version += 1
    goal.save()
    GoalVersion.objects.create(
        authority_id=goal.authority_id,
        young_person_id=goal.young_person_id,
        goal=goal,
        version=goal.version,
        words=goal.words,
        state=goal.state,
        written_by_id=goal.written_by_id,
        saved_by_id=actor.user_id,
    )


def save_step(step: Step, actor: Actor) -> None:
    """Save a step as its next version."""
    step.version += 1
    step.save()
    StepVersion.objects.create(
        authority_id=step.authority_id,
        young_person_id=step.young_person_id,
        step=step,
        version=step.version,
        words=step.words,
        doer=step.doer,
        doer_name=step.doer_name,
        by_date=step.by_date,
        is_done=step.done_at is not None,
        is_let_go=step.let_go_at is not None,
        written_by_id=step.written_by_id,
        saved_by_id=actor.user_id,
    )
