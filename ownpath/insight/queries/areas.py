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


type Said = Counter[tuple[str, Measure, str]]


@dataclass(frozen=True, slots=True)
class _Asked:
    """How many people there are; of how many the last whole survey was of each pack; how many spoke of an area in
    check-ins, by area and the pack of their whole survey, if any; and how many have not answered yet.
    """

    everybody: int
    by_pack: dict[UUID, int]
    in_check_ins: Counter[tuple[str, UUID | None]]
    not_answered: int

    def silences(self, area: str, count: int) -> dict[Silence, int]:
        """Everybody who is not among the `count` that said something about an area."""
        packs = packs_with(area, self.by_pack)
        answered = sum(self.by_pack[pk] for pk in packs)
        answered += sum(many for (where, pk), many in self.in_check_ins.items() if where == area and pk not in packs)
        return {
            Silence.NOT_SAID: answered - count,
            Silence.NOT_ANSWERED: self.not_answered,
            Silence.NOT_ASKED: self.everybody - answered - self.not_answered,
        }


def area_tallies(*, actor: Actor) -> list[AreaTallies]:
    """Every area, each measure of it, each answer: how many said so in what they shared of it last.

    For managers; raises `NotAllowed` for others. Four queries, and one for each pack not read before.
    """
    require(can_see_overview(actor))
    people = people_queries.young_people(actor=actor).current()
    counts, in_check_ins, packs = _counts(people)
    asked = _asked(people, in_check_ins)
    areas = areas_asked(actor=actor, pack_ids=dict.fromkeys([*asked.by_pack, *packs])).values()
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


def _asked(people: QuerySet[YoungPerson], in_check_ins: Counter[tuple[str, UUID | None]]) -> _Asked:
    packs = latest_responses(people).values_list("pack_id").annotate(count=Count("pk")).order_by("pack_id")
    numbers = people.aggregate(everybody=Count("pk"), not_answered=Count("pk", filter=HAS_NOT_ANSWERED))
    return _Asked(by_pack=dict(packs), in_check_ins=in_check_ins, **numbers)


def _counts(people: QuerySet[YoungPerson]) -> tuple[Said, Counter[tuple[str, UUID | None]], list[UUID]]:
    """How many said each thing; how many spoke of each area, by the pack of their last whole survey; the packs."""
    counts: Said = Counter()
    spoke: Counter[tuple[str, UUID | None]] = Counter()
    packs: set[UUID] = set()
    pack = "response__pack_id"
    columns = [measure.column for measure in Measure]
    rows = said(people).values("area", "whole_pack", pack, *columns).annotate(count=Count("pk")).order_by()
    for row in rows:
        packs.add(row[pack])
        spoke[row["area"], row["whole_pack"]] += row["count"]
        for measure in Measure:
            counts[row["area"], measure, str(row[measure.column])] += row["count"]
    return counts, spoke, sorted(packs)


def _tallies(area: Area, measure: Measure, counts: Said, asked: _Asked) -> MeasureTallies:
    words = value_words(area, measure)
    tallies = [Tally(value, words[value], counts[area.id, measure, value]) for value in words]
    silences = asked.silences(area.id, sum(tally.count for tally in tallies))
    return MeasureTallies(
        measure, tallies, [Tally(silence.value, str(silence.label), count) for silence, count in silences.items()]
    )
