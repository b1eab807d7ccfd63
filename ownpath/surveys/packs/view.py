"""A stored pack as typed, unchanging values, so that no page picks words out of raw JSON.

A stored pack is never changed, so its view is kept for good under its id.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from uuid import UUID

from ownpath.core.access import NotVisible
from ownpath.surveys.models import SurveyPack


@dataclass(frozen=True, slots=True)
class Scenario:
    """One short answer to "which one sounds most like you?"."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Questions:
    """How the pack asks its four questions, the same in each area."""

    scenario: str
    now: str
    change: str
    steadiness: str


@dataclass(frozen=True, slots=True)
class Area:
    """One area of life, with the words of its answers. Whatever was not answered has no words: an empty text."""

    id: str
    title: str
    meaning: str
    scenarios: tuple[Scenario, ...]
    now: tuple[str, ...]
    change: Mapping[str, str]
    steadiness: tuple[str, ...]
    invitation: str

    def scenario_words(self, scenario_id: str) -> str:
        """The words of a scenario; raises `NotVisible` for one that the area does not have."""
        return _words({scenario.id: scenario.words for scenario in self.scenarios}, scenario_id)

    def now_words(self, place: int | None) -> str:
        """The words at a place of the *now* scale, from hardest (1) to best (5); raises `NotVisible` beyond it."""
        return _words(dict(enumerate(self.now, start=1)), place)

    def change_words(self, change: str) -> str:
        """The words for better, same, worse or up and down; raises `NotVisible` for anything else."""
        return _words(self.change, change)

    def steadiness_words(self, place: int | None) -> str:
        """The words at a place of the scale from shaky (1) to steady (4); raises `NotVisible` beyond it."""
        return _words(dict(enumerate(self.steadiness, start=1)), place)


@dataclass(frozen=True, slots=True)
class Pack:
    """One version of a survey in one language, its areas in the order in which they are asked."""

    id: str
    version: int
    language: str
    title: str
    about: str
    credit: str
    licence: str
    questions: Questions
    areas: tuple[Area, ...]

    def area(self, area_id: str) -> Area:
        """The area with this id; raises `NotVisible` for one that the pack does not have."""
        for area in self.areas:
            if area.id == area_id:
                return area
        raise NotVisible


def pack_of(row: SurveyPack) -> Pack:
    """The typed view of a stored pack. No query once it was read, even when the row's document is deferred."""
    if row.pk not in _packs:
        _packs[row.pk] = _pack(row.document)
    return _packs[row.pk]


def pack_with_id(pack_id: UUID) -> Pack:
    """The typed view of the pack with this id, as a response names it. One query the first time, then none."""
    return _packs.get(pack_id) or pack_of(SurveyPack.objects.get(pk=pack_id))


_packs: dict[UUID, Pack] = {}


def _words[K](words: Mapping[K, str], chosen: K | None) -> str:
    if chosen is None or chosen == "":
        return ""
    if chosen not in words:
        raise NotVisible
    return words[chosen]


def _pack(document: dict[str, Any]) -> Pack:
    return Pack(
        **document
        | {
            "questions": Questions(**document["questions"]),
            "areas": tuple(_area(area) for area in document["areas"]),
        }
    )


def _area(document: dict[str, Any]) -> Area:
    return Area(
        **document
        | {
            "scenarios": tuple(Scenario(**scenario) for scenario in document["scenarios"]),
            "now": tuple(document["now"]),
            "change": MappingProxyType(dict(document["change"])),
            "steadiness": tuple(document["steadiness"]),
        }
    )
