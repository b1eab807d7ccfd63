"""The people behind a number of an area."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from ownpath.accounts.rules import can_see_overview
from ownpath.core.access import NotVisible, require
from ownpath.core.actor import Actor
from ownpath.core.by_name import ByName
from ownpath.insight.asked import areas_asked, packs_with
from ownpath.insight.enums import Measure, Silence
from ownpath.insight.said import HAS_NOT_ANSWERED, latest_responses, said
from ownpath.people import queries as people_queries
from ownpath.people.models import YoungPerson
from ownpath.people.queries import Placement

from .areas import value_words


@dataclass(frozen=True, slots=True)
class Voice:
    """One of the people, whose they are now, and what they said about the area in their own words."""

    young_person: YoungPerson
    placement: Placement
    words: str


@dataclass(frozen=True, slots=True)
class Voices:
    """The people behind one number, and what the number is: its area, its measure and its answer, in words."""

    area: str
    measure: str
    answer: str
    people: list[Voice]


def area_list(*, actor: Actor, area: str, measure: str, value: str) -> Voices:
    """Everybody counted in one number of `area_tallies`, by name. For managers; raises `NotAllowed` for others and
    `NotVisible` for an area, measure or value that there is not. Five queries, and one for each pack not read before.
    """
    require(can_see_overview(actor))
    people = people_queries.young_people(actor=actor).current()
    pack_ids = _packs(people)
    asked = areas_asked(actor=actor, pack_ids=pack_ids).get(area)
    if asked is None or measure not in Measure.values:
        raise NotVisible
    if value in Silence.values:
        found = _silent(people, packs_with(area, pack_ids), area, Measure(measure), Silence(value))
        return Voices(asked.title, str(Measure(measure).label), str(Silence(value).label), _voices(actor, found, {}))
    words = value_words(asked, Measure(measure)).get(value)
    if words is None:
        raise NotVisible
    answers = said(people).filter(**{"area": area, Measure(measure).column: value})
    found = people.filter(pk__in=answers.values("young_person"))
    own_words = dict(answers.values_list("young_person_id", "words"))
    return Voices(asked.title, str(Measure(measure).label), words, _voices(actor, found, own_words))


def _silent(
    people: QuerySet[YoungPerson], packs: list[UUID], area: str, measure: Measure, silence: Silence
) -> QuerySet[YoungPerson]:
    if silence == Silence.NOT_ANSWERED:
        return people.filter(HAS_NOT_ANSWERED)
    in_whole = latest_responses(people).filter(pack__in=packs).values("young_person")
    spoke = said(people).filter(area=area)
    answered = Q(pk__in=in_whole) | Q(pk__in=spoke.values("young_person"))
    if silence == Silence.NOT_ASKED:
        return people.filter(~HAS_NOT_ANSWERED).exclude(answered)
    return people.filter(answered).exclude(
        pk__in=spoke.filter(**{f"{measure.column}__isnull": False}).values("young_person")
    )


def _packs(people: QuerySet[YoungPerson]) -> list[UUID]:
    """The packs of all that stands: of whole surveys, and of what was shared in check-ins since."""
    whole = latest_responses(people).values_list("pack_id")
    return [pk for (pk,) in whole.union(said(people).values_list("response__pack_id")).order_by("pack_id")]


def _voices(actor: Actor, people: QuerySet[YoungPerson], own_words: dict[UUID, str]) -> list[Voice]:
    placements = people_queries.placements(actor=actor)
    return [
        Voice(person, placements.get(person.pk, Placement()), own_words.get(person.pk, ""))
        for person in people.order_by(ByName("name"), "child_id", "pk")
    ]
