"""Where every read of asks starts."""

from uuid import UUID

from django.db.models import Q, QuerySet

from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.people import queries as people
from ownpath.people.opening import open_rows
from ownpath.support.enums import FOR_MANAGERS, AskKind
from ownpath.support.models import Ask
from ownpath.support.rules import answers_calls_only, reads_what_is_for_managers


def asks(*, actor: Actor) -> QuerySet[Ask]:
    """What the young people whom the actor may see asked for, without what is about the actor and, for advisers,
    without what is for managers; for duty workers only those who do not feel safe and still wait for somebody to speak
    with them. Every other query of asks starts here.
    """
    if answers_calls_only(actor):
        open_calls = Ask.objects.filter(kind=AskKind.NOT_SAFE, answered_at=None, young_person__ended_date=None)
        return open_calls.filter(authority_id=actor.authority_id)
    rows = Ask.objects.filter(young_person__in=people.young_people(actor=actor)).select_related("offer_entry")
    if actor.young_person_id is not None:
        rows = open_rows(actor, rows)
    if not reads_what_is_for_managers(actor):
        rows = rows.exclude(kind__in=FOR_MANAGERS)
    if actor.user_id is not None:
        rows = rows.filter(Q(about_adviser=None) | ~Q(about_adviser_id=actor.user_id))
    return rows


def open_asks(*, actor: Actor, young_person_id: UUID) -> list[Ask]:
    """What one young person asked for and still waits for, the longest waiting first. One query."""
    return list(asks(actor=actor).filter(young_person_id=young_person_id, answered_at=None).order_by("opened_at"))


def ask(*, actor: Actor, ask_id: UUID, young_person_id: UUID | None = None) -> Ask:
    """One ask with its young person, of that young person where one is named; raises `NotVisible`. One query."""
    rows = asks(actor=actor).select_related(
        "young_person__authority", "held_by__membership", "about_adviser", "written_by"
    )
    if young_person_id is not None:
        rows = rows.filter(young_person_id=young_person_id)
    found = rows.filter(pk=ask_id).first()
    if found is None:
        raise NotVisible
    return found
