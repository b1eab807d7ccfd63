"""The conversation guide: what a young person shared, in the order in which it is best talked about.

It knows only what was sent and shared, and reads like it: nothing here counts, numbers or leaves a place for anything
that was kept private, skipped or never answered.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef

from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson
from ownpath.people.queries import young_person
from ownpath.plans.models import Goal
from ownpath.surveys.coming_back import waiting
from ownpath.surveys.enums import UNSTEADY, Change
from ownpath.surveys.models import NOTHING_SAID, Priority, Response
from ownpath.surveys.packs import pack_with_id
from ownpath.surveys.queries import Said, not_read_by

from .by_area import goals_by_area
from .shared import shared_answers
from .statements import statement_of

QUESTIONS = ("now", "change", "steadiness")


@dataclass(frozen=True, slots=True)
class Talk:
    """One area to talk about: what was said now, what was said the time before, and the goals that it led to.

    `still` holds, for questions that were left open now, what was said to them last, since the whole survey.
    """

    said: Said
    then: Said | None
    goals: Sequence[Goal]
    still: Mapping[str, Said]

    def answer(self, question: str) -> Any:
        """What holds now for `now`, `change` or `steadiness`."""
        return getattr(self.still.get(question, self.said).answer, question)


@dataclass(frozen=True, slots=True)
class Conversation:
    """The guide. Each shared area stands in one list, the first that fits. Without a `sent_at` nothing was shared;
    `is_unread` says whether any of it is new to the reader. `waiting` is what they said before that and nobody has come
    back to: whoever opens the page reads all that waits.
    """

    young_person: YoungPerson
    is_unread: bool = False
    sent_at: datetime | None = None
    statement: str = ""
    put_first: tuple[Talk, ...] = ()
    got_worse: tuple[Talk, ...] = ()
    unsteady: tuple[Talk, ...] = ()
    better: tuple[Talk, ...] = ()
    rest: tuple[Talk, ...] = ()
    waiting: tuple[Said, ...] = ()


def conversation(*, actor: Actor, young_person_id: UUID) -> Conversation:
    """What one young person shared last of each area, beside what they shared of it the time before: the whole survey
    in which they last shared something, and every check-in since. Raises `NotVisible`.

    Six queries, and one for each pack not read before.
    """
    person = young_person(actor=actor, young_person_id=young_person_id)
    whole, latest, before, still, is_unread, waits = _told(actor, person)
    if not latest:
        return Conversation(person, statement=statement_of(person))
    led_to = goals_by_area(actor=actor, young_person_id=person.pk)
    talks = {
        area: Talk(said, before.get(area), led_to.get(area, ()), still.get(area, {}))
        for area, said in _as_asked(latest).items()
    }
    return Conversation(
        young_person=person,
        is_unread=is_unread,
        waiting=tuple(waits),
        statement=statement_of(person),
        sent_at=max(said.sent_at for said in latest.values()),
        **_parts(talks, _put_first(whole)),
    )


type ByArea = dict[str, Said]


def _told(
    actor: Actor, person: YoungPerson
) -> tuple[Response | None, ByArea, ByArea, dict[str, ByArea], bool, list[Said]]:
    """The whole survey in which they last shared something; what they shared last of each area; the time before; by
    area and question, what they said last to a question that they left open since; whether any of it is new; and what
    they said before the newest and nobody has come back to, the earliest first.
    """
    is_new = ExpressionWrapper(not_read_by(actor=actor), output_field=BooleanField())
    answers = list(
        shared_answers(person)
        .exclude(**NOTHING_SAID)
        .annotate(is_new=is_new, is_waiting=Exists(waiting().filter(pk=OuterRef("pk"))))
        .order_by("-response__sent_at", "-response_id", "-pk")
    )
    latest: ByArea = {}
    before: ByArea = {}
    still: dict[str, ByArea] = defaultdict(dict)
    whole: Response | None = None
    for one in map(Said.of, answers):
        response, area = one.answer.response, one.area.id
        whole = response if whole is None and response.is_whole else whole
        is_current = whole in (None, response)
        if area not in latest and is_current:
            latest[area] = one
        elif area in latest:
            before.setdefault(area, one)
            for question in QUESTIONS if is_current else ():
                if not getattr(latest[area].answer, question) and getattr(one.answer, question):
                    still[area].setdefault(question, one)
    shown = {one.answer.pk for one in latest.values()}
    waits = [Said.of(answer) for answer in reversed(answers) if answer.is_waiting and answer.pk not in shown]
    return whole, latest, before, still, any(answer.is_new for answer in answers), waits


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
            name = next((name for name, fits in _FITS.items() if fits(talk)), "rest")
            parts[name].append(talk)
    return {"put_first": first} | {name: tuple(found) for name, found in parts.items()}


_FITS: dict[str, Callable[[Talk], bool]] = {
    "got_worse": lambda talk: talk.answer("change") == Change.WORSE,
    "unsteady": lambda talk: talk.answer("steadiness") in UNSTEADY or talk.answer("change") == Change.UP_AND_DOWN,
    "better": lambda talk: talk.answer("change") == Change.BETTER,
}
