"""The invented people live in the published proportions."""

from collections import Counter
from random import Random

import pytest

from ownpath.demonstration import proportions
from ownpath.demonstration.cards import Card, codes, deal

PEOPLE = 400
NEAR = 0.04


@pytest.fixture(scope="module")
def cards() -> list[Card]:
    return deal(Random(903), PEOPLE)


def shares(things: list[str]) -> dict[str, float]:
    return {thing: count / len(things) for thing, count in Counter(things).items()}


def of_band(cards: list[Card], band: str) -> list[Card]:
    return [card for card in cards if not card.is_looked_after and proportions.band(card.age) == band]


@pytest.mark.parametrize("band", ["17 to 18", "19 to 21"])
def test_activity_is_as_published(cards: list[Card], band: str) -> None:
    dealt = shares([card.activity.replace("P", "F") for card in of_band(cards, band)])
    published = proportions.ACTIVITY[band]

    for code, number in published.items():
        assert dealt.get(code, 0) == pytest.approx(number / sum(published.values()), abs=NEAR), code


@pytest.mark.parametrize("band", ["17 to 18", "19 to 21"])
def test_suitability_is_as_published(cards: list[Card], band: str) -> None:
    dealt = shares([card.suitability for card in of_band(cards, band)])
    published = proportions.SUITABILITY[band]

    for digit, number in published.items():
        assert dealt.get(digit, 0) == pytest.approx(number / sum(published.values()), abs=NEAR), digit


def test_a_fifth_to_a_quarter_came_alone(cards: list[Card]) -> None:
    assert 0.18 <= sum(card.came_alone for card in cards) / PEOPLE <= 0.25


def test_as_many_cards_as_people_of_every_age(cards: list[Card]) -> None:
    assert len(cards) == PEOPLE
    assert {card.age for card in cards} == set(range(16, 26))


def test_cards_keep_the_rules_of_the_return(cards: list[Card]) -> None:
    for card in cards:
        found = dict(codes(card))
        accommodation = found.get("accommodation", "")
        assert accommodation not in {"S1", "X1"}
        assert not (card.age == 17 and accommodation[:1] in {"Z", "T"})
        if found.get("in_touch") == "YES":
            assert "0" not in found.values()
            assert len(accommodation) == 2
        assert card.age > 16 or card.is_looked_after


def test_few_people_still_make_whole_cards() -> None:
    assert [len(deal(Random(1), people)) for people in (0, 1, 6)] == [0, 1, 6]
