"""Reviews: when the plan is looked at together."""

from datetime import date
from uuid import UUID

from ownpath.core import clock
from ownpath.core.access import NotVisible, require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.people.models import YoungPerson
from ownpath.people.queries import young_people
from ownpath.plans import rules
from ownpath.plans.models import Review


class ReviewTooLate(Exception):
    """The day for the next review is later than the law and the authority allow; `latest` is the last that is not."""

    def __init__(self, latest: date) -> None:
        super().__init__("too late")
        self.latest = latest


@action
def set_review(*, actor: Actor, young_person_id: UUID, due_date: date) -> Audited[Review]:
    """Set the day of the next review, or move it: staff who work with the young person.

    Raises `ReviewTooLate`; `NotAllowed` for a day that has passed; `NotVisible` for a person the actor may not see.
    """
    person = _reviewable(actor, young_person_id)
    _check_in_time(due_date, clock.today(), person)
    review = _set_ahead(actor, person, due_date)
    return Audited(review, about=review, young_person_id=person.pk)


@action
def hold_review(*, actor: Actor, young_person_id: UUID, held_date: date, next_date: date) -> Audited[Review]:
    """Note that the plan was looked at together, and set the next time: staff who work with the young person.

    A review that nobody had set counts too; noting the same day twice changes nothing. Raises `ReviewTooLate`;
    `NotAllowed` for a day that has not come and for a next day before it; `NotVisible` for a person the actor may not
    see.
    """
    person = _reviewable(actor, young_person_id)
    require(held_date <= clock.today())
    _check_in_time(next_date, held_date, person)
    if not Review.objects.filter(young_person=person, held_date=held_date).exists():
        review = Review.objects.filter(young_person=person, held_date=None).first() or Review(
            authority_id=person.authority_id, young_person=person, due_date=held_date, set_by_id=actor.user_id
        )
        review.held_date = held_date
        review.save()
    ahead = _set_ahead(actor, person, next_date)
    return Audited(ahead, about=ahead, young_person_id=person.pk)


def _reviewable(actor: Actor, young_person_id: UUID) -> YoungPerson:
    # Held until the transaction ends, so that two hands cannot set two reviews ahead.
    people = young_people(actor=actor).select_related("authority").select_for_update(of=("self",))
    person = people.filter(pk=young_person_id).first()
    if person is None:
        raise NotVisible
    require(rules.can_set_review(actor, person))
    return person


def _check_in_time(due_date: date, since: date, person: YoungPerson) -> None:
    require(since <= due_date)
    # A review that is overdue already can still be set: for today.
    latest = max(rules.latest_review_date(since, person.authority), clock.today())
    if due_date > latest:
        raise ReviewTooLate(latest)


def _set_ahead(actor: Actor, person: YoungPerson, due_date: date) -> Review:
    review, _ = Review.objects.update_or_create(
        young_person=person,
        held_date=None,
        defaults={"due_date": due_date, "set_by_id": actor.user_id, "set_at": clock.now()},
        create_defaults={"authority_id": person.authority_id, "due_date": due_date, "set_by_id": actor.user_id},
    )
    return review
