"""What a young person's first page tells them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Case, Exists, F, OuterRef, Q, When, Window
from django.db.models.functions import RowNumber

from ownpath.core import clock
from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.people.models import Meeting, RecordEnd
from ownpath.people.queries import WhoToCall, ends_of, next_meetings, who_to_call, young_person
from ownpath.people.rules import LAST_AGE
from ownpath.plans.enums import GoalState, StepDoer
from ownpath.plans.models import Step, StepVersion, Win
from ownpath.plans.queries import steps, win_rows
from ownpath.plans.queries.lines import STEP_ORDER
from ownpath.sharing.queries.entries import end_in_words
from ownpath.surveys.queries import WhoHasRead, own_responses, reading_columns

from .line import Line
from .waiting import FINDS
from .waiting.wins import lines_of

MOST_PROMISES = 3
MOST_NOTED = 2


@dataclass(frozen=True, slots=True)
class Promise:
    """A step that somebody else said they would do for the young person."""

    step: Step
    who: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class Home:
    """One glance: whom one can reach, what comes next, what waits, what was promised, what went well."""

    people: WhoToCall
    meetings: list[Meeting]
    next_step: Step | None
    promises: list[Promise]
    win: Win | None
    has_draft: bool
    sent_at: datetime | None
    who_has_read: WhoHasRead | None
    waiting: list[Line]


@dataclass(frozen=True, slots=True)
class Ended:
    """That one's record has ended: the end that stands, why in words, and whether the law gives one the way back."""

    end: RecordEnd
    why: str
    may_come_back: bool


def ended(*, actor: Actor) -> Ended:
    """What the first page says after the actor's own record has ended; raises `NotVisible` where it has not. One query
    more than `young_person`.
    """
    whom = young_person(actor=actor, young_person_id=actor.young_person_id)
    end = next((end for end in ends_of(actor=actor, young_person_id=whom.pk) if end.reopened_at is None), None)
    if end is None:
        raise NotVisible
    return Ended(end, end_in_words(end.reason), may_come_back=whom.age_on(clock.today()) < LAST_AGE)


def home(*, actor: Actor) -> Home:
    """The actor's own first page; raises `NotAllowed` for staff. Six queries, seven where there is an adviser, and one
    for each kind of thing that can wait, however long the history.
    """
    own = own_responses(actor=actor).annotate(**reading_columns(actor=actor, whose="young_person"))
    responses = list(own.order_by(F("sent_at").desc(nulls_first=True))[:2])
    people = who_to_call(actor=actor)
    next_steps, wins = _next_steps(actor), _latest_wins(actor)
    return Home(
        people=people,
        meetings=next_meetings(actor=actor),
        next_step=next((step for step in next_steps if step.doer == StepDoer.YOUNG_PERSON), None),
        promises=_promises(next_steps, people.adviser, clock.today()),
        win=next((win for win in wins if win.is_theirs), None),  # type: ignore[attr-defined]
        has_draft=any(response.sent_at is None for response in responses),
        sent_at=next((response.sent_at for response in responses if response.sent_at), None),
        who_has_read=WhoHasRead.of(responses[0] if responses else None),
        waiting=[
            *lines_of(win for win in wins if not win.is_theirs),  # type: ignore[attr-defined]
            *(line for find in FINDS for line in find(actor)),
        ],
    )


def _latest_wins(actor: Actor) -> list[Win]:
    """The latest wins of their own, and the latest that somebody noted for them, which they can keep or remove."""
    is_theirs = Case(When(Q(kept_at__isnull=False) | Q(added_by_id=actor.user_id), then=True), default=False)
    rows = win_rows(actor=actor).filter(young_person_id=actor.young_person_id, added_by__isnull=False)
    newest_first = [F("on_date").desc(), F("added_at").desc(), F("id").desc()]
    place = Window(RowNumber(), partition_by=F("is_theirs"), order_by=newest_first)
    latest = rows.annotate(is_theirs=is_theirs).annotate(place=place).filter(place__lte=MOST_NOTED)
    return list(latest.select_related("added_by"))


def _next_steps(actor: Actor) -> list[Step]:
    """The next few steps of each kind of doer; `was_reworded` where somebody else's words are where theirs were."""
    undone = steps(actor=actor).filter(
        young_person_id=actor.young_person_id, goal__state=GoalState.OPEN, done_at=None, let_go_at=None
    )
    place = Window(RowNumber(), partition_by=F("doer"), order_by=STEP_ORDER)
    own = StepVersion.objects.filter(step=OuterRef("pk"), written_by=actor.user_id)
    was_reworded = Q(Exists(own), written_by__isnull=False) & ~Q(written_by=actor.user_id)
    undone = undone.annotate(place=place, was_reworded=was_reworded).select_related("written_by")
    return list(undone.filter(place__lte=MOST_PROMISES))


def _promises(next_steps: list[Step], adviser: str, today: date) -> list[Promise]:
    others = [step for step in next_steps if step.doer != StepDoer.YOUNG_PERSON]
    return [
        Promise(
            step,
            who=step.doer_name if step.doer == StepDoer.OTHER else adviser.partition(" ")[0],
            is_late=step.doer == StepDoer.ADVISER and step.by_date is not None and step.by_date < today,
        )
        for step in others[:MOST_PROMISES]
    ]
