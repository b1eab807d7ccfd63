"""The conversation guide: what a young person shared, in the order in which it is best talked about.

It knows only what was sent and shared, and reads like it: nothing here counts, numbers or leaves a place for anything
that was kept private, skipped or never answered.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from uuid import UUID

from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson
from ownpath.people.queries import young_person
from ownpath.plans.models import Goal
from ownpath.surveys.enums import UNSTEADY, Change
from ownpath.surveys.models import Priority, Response
from ownpath.surveys.packs import pack_with_id
from ownpath.surveys.queries import Said

from .by_area import goals_by_area
from .shared import said, shared_answers


@dataclass(frozen=True, slots=True)
class Talk:
    """One area to talk about: what was said now, what was said the time before, and the goals that it led to."""

    said: Said
    then: Said | None
    goals: Sequence[Goal]


@dataclass(frozen=True, slots=True)
class Conversation:
    """The guide. Each shared area stands in one list, the first that fits. Without a `sent_at` nothing was shared."""

    young_person: YoungPerson
    sent_at: datetime | None = None
    sent_before_at: datetime | None = None
    put_first: tuple[Talk, ...] = ()
    got_worse: tuple[Talk, ...] = ()
    unsteady: tuple[Talk, ...] = ()
    better: tuple[Talk, ...] = ()
    rest: tuple[Talk, ...] = ()


type Told = tuple[Response, dict[str, Said]]


def conversation(*, actor: Actor, young_person_id: UUID) -> Conversation:
    """What one young person shared last, beside what they shared the time before; raises `NotVisible`.

    Five queries, and one for each pack not read before.
    """
    person = young_person(actor=actor, young_person_id=young_person_id)
    told = _told(person)
    if not told:
        return Conversation(person)
    response, latest = told[0]
    before_response, before = told[1] if len(told) > 1 else (None, {})
    led_to = goals_by_area(actor=actor, young_person_id=person.pk)
    asked = [area.id for area in pack_with_id(response.pack_id).areas]
    talks = {area: Talk(latest[area], before.get(area), led_to.get(area, ())) for area in asked if area in latest}
    return Conversation(
        young_person=person,
        sent_at=response.sent_at,
        sent_before_at=before_response.sent_at if before_response else None,
        **_parts(talks, _put_first(response)),
    )


def _told(person: YoungPerson) -> list[Told]:
    """The responses in which anything was shared, the latest first, each with what was said by area."""
    answers = shared_answers(person).order_by("-response__sent_at", "-response_id")
    spoken = [one for one in map(said, answers) if not one.is_open]
    by_response = groupby(spoken, key=lambda one: one.answer.response)
    return [(response, {one.area.id: one for one in of_one}) for response, of_one in by_response]


def _put_first(response: Response) -> list[str]:
    return list(Priority.objects.filter(response=response).order_by("place").values_list("area", flat=True))


def _parts(talks: dict[str, Talk], put_first: list[str]) -> dict[str, tuple[Talk, ...]]:
    """Each talk in the first part that it fits; what they put first keeps their order."""
    first = tuple(talks[area] for area in put_first if area in talks)
    parts: dict[str, list[Talk]] = {name: [] for name in [*_FITS, "rest"]}
    for area, talk in talks.items():
        if area not in put_first:
            name = next((name for name, fits in _FITS.items() if fits(talk.said)), "rest")
            parts[name].append(talk)
    return {"put_first": first} | {name: tuple(found) for name, found in parts.items()}


_FITS: dict[str, Callable[[Said], bool]] = {
    "got_worse": lambda said: said.answer.change == Change.WORSE,
    "unsteady": lambda said: said.answer.steadiness in UNSTEADY or said.answer.change == Change.UP_AND_DOWN,
    "better": lambda said: said.answer.change == Change.BETTER,
}
