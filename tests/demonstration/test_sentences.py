"""The banks of words: whole, and about what the pack asks."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from ownpath.demonstration import loading, stories
from ownpath.demonstration.names import WORDS
from ownpath.demonstration.rows import Rows
from ownpath.surveys.enums import Change
from ownpath.surveys.models import AreaAnswer

AREAS = {area["id"]: area for area in loading.starter_document()["areas"]}
SENTENCE = re.compile(r"""^["“A-Z£0-9{].*[.!?"]$""")


def bank(name: str) -> Any:
    return yaml.safe_load((WORDS / f"{name}.yaml").read_text())


def sentences(thing: Any) -> list[str]:
    """Every text in a bank, however deep."""
    if isinstance(thing, str):
        return [thing]
    values = thing.values() if isinstance(thing, dict) else thing
    return [sentence for value in values for sentence in sentences(value)]


def test_there_are_words_for_every_area_of_the_pack_and_no_other() -> None:
    assert {path.stem for path in Path(WORDS / "areas").iterdir()} == set(AREAS)


@pytest.mark.parametrize("area", AREAS)
def test_area_has_whole_sentences_for_every_level_and_turn(area: str) -> None:
    words = bank(f"areas/{area}")
    levels = {level for by_level in words["now"].values() for level in by_level}

    assert levels == {1, 2, 3, 4, 5}
    assert set(words["turns"]["any"]) == {Change.BETTER, Change.WORSE, Change.UP_AND_DOWN}
    assert [text for text in sentences([words["now"], words["turns"]]) if not SENTENCE.match(text)] == []


@pytest.mark.parametrize("area", AREAS)
def test_scenarios_are_those_of_the_pack(area: str) -> None:
    known = {scenario["id"] for scenario in AREAS[area]["scenarios"]}

    assert set(sentences(bank(f"areas/{area}")["scenarios"])) == known


@pytest.mark.parametrize("name", ["wins", "contacts"])
def test_bank_has_whole_sentences(name: str) -> None:
    assert [text for text in sentences(bank(name)) if not SENTENCE.match(text)] == []


def test_goals_are_about_the_packs_areas_and_say_who_does_what() -> None:
    goals = bank("goals")
    scripts = [script for by_tag in goals.values() for scripts in by_tag.values() for script in scripts]

    assert set(goals) == {*AREAS, "late"}
    assert all(script["want"].startswith("I want ") for script in scripts)
    assert all(set(step) == {"who", "what"} for script in scripts for step in script["steps"])
    assert {script["area"] for by_tag in [goals["late"]] for scripts in by_tag.values() for script in scripts} <= set(
        AREAS
    )


def test_stories_are_about_the_packs_areas() -> None:
    for story in (*stories.SETTLED, *stories.OTHERS):
        assert {*story.arcs, *story.matters} <= set(AREAS), story.name


def test_nothing_is_left_to_fill_in(invented: Rows) -> None:
    assert [row.words for row in invented.of(AreaAnswer) if "{" in row.words] == []
