"""A stored pack as typed, unchanging values, so that no page picks words out of raw JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from ownpath.core.access import NotVisible


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
    # The areas in which the hardest answers come before all others, the first of them first.
    safety: tuple[str, ...] = ()

    def area(self, area_id: str) -> Area:
        """The area with this id; raises `NotVisible` for one that the pack does not have."""
        for area in self.areas:
            if area.id == area_id:
                return area
        raise NotVisible


def _words[K](words: Mapping[K, str], chosen: K | None) -> str:
    if chosen is None or chosen == "":
        return ""
    if chosen not in words:
        raise NotVisible
    return words[chosen]


def view_of(document: dict[str, Any]) -> Pack:
    """The typed view of a stored document."""
    return Pack(
        **document
        | {
            "questions": Questions(**document["questions"]),
            "areas": tuple(_area(area) for area in document["areas"]),
            "safety": tuple(document.get("safety", ())),
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
