"""My road: how life went for a young person, from their own start, area by area. Only they ever see it whole.

Nothing here adds up, compares with others or says what is good: it keeps the order of time and their own words.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch

from ownpath.core import clock
from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.plans.models import Step, Win
from ownpath.surveys.models import Response
from ownpath.surveys.packs import Area, pack_with_id
from ownpath.surveys.queries import Said, own_history, own_priorities, own_responses

from .lines import steps
from .wins import own_wins

TIMES_ON_A_PAGE = 6
MOST_WINS_BETWEEN = 3
MOST_STEPS_BETWEEN = 5


@dataclass(frozen=True, slots=True)
class Stretch:
    """What was said about one area, the earliest first."""

    said: Sequence[Said]

    @property
    def area(self) -> Area:
        """The area, in the words in which it was asked last."""
        return self.said[-1].area

    @property
    def first(self) -> Said:
        """Where it began."""
        return self.said[0]

    @property
    def latest(self) -> Said:
        """How it was said last."""
        return self.said[-1]

    @property
    def line(self) -> list[tuple[date, int]]:
        """The day and the level of each time that a level was said."""
        return [(day_of(one), one.answer.now) for one in self.said if one.answer.now]


@dataclass(frozen=True, slots=True)
class Time:
    """One time of answering: what was put first then, and the latest wins between it and the next time."""

    day: date
    put_first: Sequence[Area]
    wins_after: Sequence[Win]


@dataclass(frozen=True, slots=True)
class Road:
    """Every area that was ever spoken about, and the times of answering, the latest first, a few on a page."""

    stretches: Sequence[Stretch]
    times: Sequence[Time]
    page: int
    has_earlier: bool


@dataclass(frozen=True, slots=True)
class Stop:
    """One time that somebody spoke about an area: what they said, at which place they put it then if they did, and the
    latest steps towards what they want there that were done between the time before and this one.
    """

    day: date
    said: Said
    place: int | None
    steps_before: Sequence[Step]


@dataclass(frozen=True, slots=True)
class RoadOfArea:
    """One area from its start; its stops, the latest first, a few on a page, and the steps done since the last one."""

    stretch: Stretch
    stops: Sequence[Stop]
    steps_since: Sequence[Step]
    page: int
    has_earlier: bool


def day_of(said: Said) -> date:
    """The day on which an answer was sent."""
    sent_at: datetime | None = said.answer.response.sent_at
    assert sent_at is not None
    return clock.day_of(sent_at)


def road(*, actor: Actor, page: int = 1) -> Road:
    """The actor's own road; raises `NotAllowed` for everybody else. Four queries, and one for each pack not read
    before, however long the history.
    """
    by_area: dict[str, list[Said]] = defaultdict(list)
    for said in own_history(actor=actor):
        by_area[said.answer.area].append(said)
    start = (page - 1) * TIMES_ON_A_PAGE
    sent = own_responses(actor=actor).filter(sent_at__isnull=False).order_by("-sent_at", "-pk")
    with_priorities = sent.prefetch_related(Prefetch("priorities", own_priorities(actor=actor).order_by("place")))
    # One more than is shown, before it to know where its wins end, after it to know whether there is more.
    found = list(with_priorities[max(0, start - 1) : start + TIMES_ON_A_PAGE + 1])
    after, here = (found[:1], found[1:]) if start else ([], found)
    return Road(
        stretches=_in_order([Stretch(said) for said in by_area.values()]),
        times=_times(actor, here[:TIMES_ON_A_PAGE], after),
        page=page,
        has_earlier=len(here) > TIMES_ON_A_PAGE,
    )


def road_of_area(*, actor: Actor, area: str, page: int = 1) -> RoadOfArea:
    """The actor's own road in one area; raises `NotVisible` where nothing was sent about it or on the page, and
    `NotAllowed` for everybody else. Three queries, and one for each pack not read before, however long the history.
    """
    said = [one for one in own_history(actor=actor) if one.answer.area == area]
    start = (page - 1) * TIMES_ON_A_PAGE
    here = said[::-1][start : start + TIMES_ON_A_PAGE]
    if not here:
        raise NotVisible
    places = dict(
        own_priorities(actor=actor)
        .filter(response__in=[one.answer.response_id for one in here], area=area)
        .values_list("response_id", "place")
    )
    earliest = len(said) - start - len(here)
    before = said[earliest - 1].answer.response.sent_at if earliest else None
    done = _steps_between(actor, area, [before, *(one.answer.response.sent_at for one in reversed(here))])
    stops = [
        Stop(day_of(one), one, places.get(one.answer.response_id), of_one)
        for one, of_one in zip(here, reversed(done[:-1]), strict=True)
    ]
    return RoadOfArea(Stretch(said), stops, done[-1] if page == 1 else (), page, has_earlier=earliest > 0)


def _in_order(stretches: list[Stretch]) -> list[Stretch]:
    """As the pack that was answered last asks; areas that it does not have come after, by their title."""
    if not stretches:
        return []
    newest = max(stretches, key=lambda one: (day_of(one.latest), len(one.said)))
    asked = [area.id for area in pack_with_id(newest.latest.answer.response.pack_id).areas]
    return sorted(
        stretches, key=lambda one: (asked.index(one.area.id) if one.area.id in asked else len(asked), one.area.title)
    )


def _times(actor: Actor, here: Sequence[Response], after: Sequence[Response]) -> list[Time]:
    if not here:
        return []
    days = [clock.day_of(response.sent_at) for response in here if response.sent_at]
    until = clock.day_of(after[0].sent_at) if after and after[0].sent_at else clock.today()
    wins = own_wins(actor=actor).filter(on_date__range=(days[-1], until))
    between = _between(wins, days, MOST_WINS_BETWEEN)
    return [Time(day, _put_first(response), won) for day, response, won in zip(days, here, between, strict=True)]


def _between(wins: Iterable[Win], days: Sequence[date], most: int) -> list[list[Win]]:
    """The wins, the latest first, each at the last of the days (the latest first) on or before it."""
    found: list[list[Win]] = [[] for _day in days]
    for win in wins:
        place = next((place for place, day in enumerate(days) if day <= win.on_date), None)
        if place is not None and len(found[place]) < most:
            found[place].append(win)
    return found


def _steps_between(actor: Actor, area: str, moments: Sequence[datetime | None]) -> list[list[Step]]:
    """The latest few steps in this area that were done between each two moments, and those after the last one."""
    done = steps(actor=actor).filter(young_person_id=actor.young_person_id, goal__area=area, done_at__isnull=False)
    if moments[0] is not None:
        done = done.filter(done_at__gt=moments[0])
    found: list[list[Step]] = [[] for _moment in moments]
    for step in done.order_by("-done_at", "-pk"):
        place = next(place for place in reversed(range(len(moments))) if _is_after(step.done_at, moments[place]))
        if len(found[place]) < MOST_STEPS_BETWEEN:
            found[place].append(step)
    return found


def _is_after(done_at: datetime | None, moment: datetime | None) -> bool:
    return moment is None or (done_at is not None and done_at > moment)


def _put_first(response: Response) -> tuple[Area, ...]:
    asked = {area.id: area for area in pack_with_id(response.pack_id).areas}
    return tuple(asked[one.area] for one in response.priorities.all() if one.area in asked)
