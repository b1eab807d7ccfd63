"""A step that the service promised is late. What is overdue first is what we said we would do."""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ownpath.attention import days
from ownpath.attention.enums import ReasonKind
from ownpath.attention.reason import Reason
from ownpath.core.wording import isolated
from ownpath.people.models import YoungPerson
from ownpath.plans.enums import GoalState, StepDoer
from ownpath.plans.models import Step


def find(people: QuerySet[YoungPerson], today: date) -> list[Reason]:
    """A reason for each step of ours, of a goal still worked on, whose day has passed. One query."""
    steps = Step.objects.standing().filter(
        young_person__in=people,
        doer=StepDoer.ADVISER,
        done_at=None,
        by_date__lt=today,
        goal__state=GoalState.OPEN,
    )
    return [_reason(step, today) for step in steps.order_by("by_date", "pk")]


def _reason(step: Step, today: date) -> Reason:
    assert step.by_date is not None
    sentence = _("Our promise “%(step)s” is late: it was due %(on_day)s.")
    return Reason(
        kind=ReasonKind.PROMISE,
        young_person_id=step.young_person_id,
        since=step.by_date,
        sentence=sentence % {"step": isolated(step.words), "on_day": days.on(step.by_date, today)},
    )
