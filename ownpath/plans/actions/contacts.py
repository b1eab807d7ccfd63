"""A contact and all that came of it, written down at once."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from uuid import UUID

from ownpath.core import clock
from ownpath.core.access import NotAllowed, NotVisible, require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.people.actions import note_meeting_as, record_contact
from ownpath.people.enums import ContactResult, ContactWay
from ownpath.people.models import Contact
from ownpath.plans.queries import goals
from ownpath.plans.rules import came_of_it
from ownpath.support.actions import answer_ask
from ownpath.support.actions.speaking import settle_calls

from .goals import start_goal
from .reviews import hold_review, set_review
from .saving import StepContent
from .steps import add_step


@dataclass(frozen=True, slots=True)
class AgreedStep:
    """A step that was agreed: for a goal there is, for a new goal of its own, or, without either, for the new goal that
    was agreed in the contact.
    """

    content: StepContent
    goal_id: UUID | None = None
    new_goal: str = ""


@dataclass(frozen=True, slots=True)
class ReviewNote:
    """Whether the plan was looked at together, and when it is to be next."""

    is_held: bool
    next_date: date


@action
def record_contact_with_steps(
    *,
    actor: Actor,
    young_person_id: UUID,
    at: datetime,
    way: ContactWay,
    result: ContactResult = ContactResult.REACHED,
    who_was_there: str = "",
    words: str = "",
    ask_ids: Iterable[UUID] = (),
    steps: Sequence[AgreedStep] = (),
    new_goal: str = "",
    review: ReviewNote | None = None,
    meeting_id: UUID | None = None,
    why_open: str = "",
) -> Audited[Contact]:
    """Note a contact, the asks that were spoken about, the steps and new goals that were agreed, the review, and the
    meeting that was planned for it: all or nothing.

    Where they were reached and do not feel safe, each such ask is among `ask_ids`, or `why_open` says why it stays
    open. For staff who work with the young person. Raises `NotAllowed` where nobody says why, where something is said
    to have come of a contact that was only tried and for a step without a goal, `NotVisible` for a goal of somebody
    else, and otherwise as the single actions do.
    """
    ask_ids = list(ask_ids)
    require(came_of_it(result) or not (ask_ids or steps or new_goal or review))
    contact = record_contact(
        actor=actor,
        young_person_id=young_person_id,
        at=at,
        way=way,
        result=result,
        who_was_there=who_was_there,
        words=words,
    )
    if meeting_id:
        note_meeting_as(actor=actor, meeting_id=meeting_id, contact=contact)
    for ask_id in ask_ids:
        answer_ask(actor=actor, ask_id=ask_id, contact=contact)
    settle_calls(actor, contact, why_open=why_open, answered=ask_ids)
    _agree(actor, young_person_id, steps, new_goal)
    if review:
        _note_review(actor, contact, review)
    return Audited(contact, about=contact, young_person_id=young_person_id)


def _agree(actor: Actor, young_person_id: UUID, steps: Sequence[AgreedStep], new_goal: str) -> None:
    goal_ids = {step.goal_id for step in steps if step.goal_id}
    theirs = goals(actor=actor).filter(young_person_id=young_person_id, pk__in=goal_ids)
    if theirs.count() < len(goal_ids):
        raise NotVisible
    words = dict.fromkeys(filter(None, (new_goal, *(step.new_goal for step in steps if not step.goal_id))))
    new = {goal: start_goal(actor=actor, young_person_id=young_person_id, words=goal).pk for goal in words}
    for step in steps:
        goal_id = step.goal_id or new.get(step.new_goal or new_goal)
        if goal_id is None:
            raise NotAllowed
        add_step(actor=actor, goal_id=goal_id, **asdict(step.content))


def _note_review(actor: Actor, contact: Contact, review: ReviewNote) -> None:
    person_id = contact.young_person_id
    if review.is_held:
        held = clock.day_of(contact.at)
        hold_review(actor=actor, young_person_id=person_id, held_date=held, next_date=review.next_date)
    else:
        set_review(actor=actor, young_person_id=person_id, due_date=review.next_date)
