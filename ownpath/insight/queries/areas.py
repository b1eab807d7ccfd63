"""How people say it is, area by area: counts that always add up to everybody."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, QuerySet

from ownpath.accounts.rules import can_see_overview
from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.insight.asked import areas_asked, packs_with
from ownpath.insight.enums import Measure, Moved, Silence
from ownpath.insight.said import HAS_NOT_ANSWERED, latest_responses, said
from ownpath.people import queries as people_queries
from ownpath.people.models import YoungPerson
from ownpath.surveys.packs import Area


@dataclass(frozen=True, slots=True)
class Tally:
    """How many said one thing of an area, or why they said nothing."""

    value: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class MeasureTallies:
    """One measure of an area: what was said, hardest first; and the silences, which are always shown beside it."""

    measure: Measure
    said: list[Tally]
    silences: list[Tally]

    @property
    def count(self) -> int:
        """How many said something."""
        return sum(tally.count for tally in self.said)


@dataclass(frozen=True, slots=True)
class AreaTallies:
    """One area of life, by each measure."""

    area: str
    title: str
    measures: list[MeasureTallies]


@dataclass(frozen=True, slots=True)
class _Asked:
    """How many people there are, how many of them answered each pack last, and how many have not answered yet."""

    everybody: int
    by_pack: dict[UUID, int]
    not_answered: int

    def silences(self, area: str, count: int) -> dict[Silence, int]:
        """Everybody who is not among the `count` that said something about an area."""
        answered = sum(self.by_pack[pk] for pk in packs_with(area, self.by_pack))
        return {
            Silence.NOT_SAID: answered - count,
            Silence.NOT_ANSWERED: self.not_answered,
            Silence.NOT_ASKED: self.everybody - answered - self.not_answered,
        }


def area_tallies(*, actor: Actor) -> list[AreaTallies]:
    """Every area, each measure of it, each answer: how many said so in what they sent last and shared.

    For managers; raises `NotAllowed` for others. Four queries, and one for each pack not read before.
    """
    require(can_see_overview(actor))
    people = people_queries.young_people(actor=actor)
    asked = _asked(people)
    counts = _counts(people)
    areas = areas_asked(actor=actor, pack_ids=asked.by_pack).values()
    return [
        AreaTallies(area.id, area.title, [_tallies(area, measure, counts, asked) for measure in Measure])
        for area in areas
    ]


def value_words(area: Area, measure: Measure) -> dict[str, str]:
    """What can be said by one measure of an area, hardest first, in the words of its pack."""
    if measure == Measure.MOVED:
        return {moved.value: str(moved.label) for moved in Moved}
    scale = area.now if measure == Measure.NOW else area.steadiness
    return {str(place): words for place, words in enumerate(scale, start=1)}


def _asked(people: QuerySet[YoungPerson]) -> _Asked:
    packs = latest_responses(people).values_list("pack_id").annotate(count=Count("pk")).order_by("pack_id")
    numbers = people.aggregate(everybody=Count("pk"), not_answered=Count("pk", filter=HAS_NOT_ANSWERED))
    return _Asked(by_pack=dict(packs), **numbers)


def _counts(people: QuerySet[YoungPerson]) -> Counter[tuple[str, Measure, str]]:
    counts: Counter[tuple[str, Measure, str]] = Counter()
    rows = said(people).values("area", *Measure.values).annotate(count=Count("pk")).order_by()
    for row in rows:
        for measure in Measure:
            counts[row["area"], measure, str(row[measure])] += row["count"]
    return counts


def _tallies(area: Area, measure: Measure, counts: Counter[tuple[str, Measure, str]], asked: _Asked) -> MeasureTallies:
    words = value_words(area, measure)
    tallies = [Tally(value, words[value], counts[area.id, measure, value]) for value in words]
    silences = asked.silences(area.id, sum(tally.count for tally in tallies))
    return MeasureTallies(
        measure, tallies, [Tally(silence.value, str(silence.label), count) for silence, count in silences.items()]
    )
