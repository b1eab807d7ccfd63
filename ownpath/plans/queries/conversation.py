"""The conversation guide: what a young person shared, in the order in which it is best talked about.

It knows only what was sent and shared, and reads like it: nothing here counts, numbers or leaves a place for anything
that was kept private, skipped or never answered.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson
from ownpath.people.queries import young_person
from ownpath.plans.models import Goal
from ownpath.surveys.enums import UNSTEADY, Change
from ownpath.surveys.models import NOTHING_SAID, Priority, Response
from ownpath.surveys.packs import pack_with_id
from ownpath.surveys.queries import Said

from .by_area import goals_by_area
from .shared import shared_answers
from .statements import statement_of


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
    statement: str = ""
    put_first: tuple[Talk, ...] = ()
    got_worse: tuple[Talk, ...] = ()
    unsteady: tuple[Talk, ...] = ()
    better: tuple[Talk, ...] = ()
    rest: tuple[Talk, ...] = ()


def conversation(*, actor: Actor, young_person_id: UUID) -> Conversation:
    """What one young person shared last of each area, beside what they shared of it the time before: the whole survey
    in which they last shared something, and every check-in since. Raises `NotVisible`.

    Six queries, and one for each pack not read before.
    """
    person = young_person(actor=actor, young_person_id=young_person_id)
    whole, latest, before = _told(person)
    if not latest:
        return Conversation(person, statement=statement_of(person))
    led_to = goals_by_area(actor=actor, young_person_id=person.pk)
    talks = {area: Talk(said, before.get(area), led_to.get(area, ())) for area, said in _as_asked(latest).items()}
    return Conversation(
        young_person=person,
        statement=statement_of(person),
        sent_at=max(said.sent_at for said in latest.values()),
        **_parts(talks, _put_first(whole)),
    )


def _told(person: YoungPerson) -> tuple[Response | None, dict[str, Said], dict[str, Said]]:
    """The whole survey in which they last shared something; what they shared last of each area; the time before."""
    answers = shared_answers(person).exclude(**NOTHING_SAID).order_by("-response__sent_at", "-response_id")
    latest: dict[str, Said] = {}
    before: dict[str, Said] = {}
    whole: Response | None = None
    for one in map(Said.of, answers):
        response = one.answer.response
        whole = response if whole is None and response.is_whole else whole
        if one.area.id not in latest and whole in (None, response):
            latest[one.area.id] = one
        elif one.area.id in latest:
            before.setdefault(one.area.id, one)
    return whole, latest, before


def _as_asked(latest: dict[str, Said]) -> dict[str, Said]:
    """In the order of the pack of the newest response; what only an older one asked comes after."""
    newest = max(latest.values(), key=lambda said: said.sent_at)
    asked = [area.id for area in pack_with_id(newest.answer.response.pack_id).areas]
    return {area: latest[area] for area in [*asked, *latest] if area in latest}


def _put_first(whole: Response | None) -> list[str]:
    return list(Priority.objects.filter(response=whole).order_by("place").values_list("area", flat=True))


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
