import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from tests.reading import faults_in

NOT_SHOWN = {"id", "version", "language", "credit", "licence"}
STARTER = "ownpath/surveys/packs/ownpath-starter.en.yaml"


@pytest.fixture(scope="module")
def starter(request: pytest.FixtureRequest) -> dict[str, Any]:
    document: dict[str, Any] = yaml.safe_load((request.config.rootpath / STARTER).read_text())
    return document


def shown(part: Any) -> Iterator[str]:
    """Every text that a young person sees, wherever it stands."""
    if isinstance(part, dict):
        yield from (text for name, value in part.items() if name not in NOT_SHOWN for text in shown(value))
    elif isinstance(part, list):
        yield from (text for value in part for text in shown(value))
    else:
        yield part


def test_every_sentence_can_be_read_at_eleven(starter: dict[str, Any]) -> None:
    pages = [*starter["areas"], starter["questions"], [starter["title"], starter["about"]]]

    assert [fault for page in pages for fault in faults_in(shown(page))] == []


def test_every_sentence_is_looked_at(starter: dict[str, Any]) -> None:
    starter_with_a_hard_word = starter | {"areas": [starter["areas"][0] | {"now": ["An unsatisfactory arrangement"]}]}

    assert len(faults_in(shown(starter_with_a_hard_word))) == 2


def test_areas_stand_in_the_order_of_a_life(starter: dict[str, Any]) -> None:
    assert [area["title"] for area in starter["areas"]] == [
        "Home",
        "What I do with my days",
        "Money",
        "Body and health",
        "Mind and mood",
        "Friends",
        "Family",
        "Love and partners",
        "People who are there for me",
        "Who I am",
        "Everyday skills and getting help",
        "Feeling safe and belonging",
        "What I hope for",
    ]


def test_no_two_situations_sound_the_same(starter: dict[str, Any]) -> None:
    words = [scenario["words"] for area in starter["areas"] for scenario in area["scenarios"]]

    assert len(set(words)) == len(words) == 52


def test_situations_are_told_in_one_s_own_voice_in_one_or_two_sentences(starter: dict[str, Any]) -> None:
    for area in starter["areas"]:
        for scenario in area["scenarios"]:
            words = scenario["words"]
            assert re.search(r"\b(I|my|me|mine)\b", words, re.IGNORECASE), words
            assert 1 <= words.count(".") <= 2, words


def test_it_says_that_it_is_not_the_success_survey(starter: dict[str, Any]) -> None:
    assert "Ownpath's own starter survey" in starter["about"]
    assert "It is not the Success Survey." in starter["about"]
    assert starter["licence"] == "CC BY 4.0"
