"""The facts of a life that statistics count, dealt like cards so that the whole pack has the published proportions."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from random import Random

from . import proportions
from .proportions import SUITABLE, UNKNOWN

ROOF_IS_UNSURE = frozenset("SVWX")
NOT_AT_17 = frozenset("ZTU")  # Z and T by rules 3001 and 347 of the return; U because 17 is too young for a tenancy
WITH_THOSE_ONE_GREW_UP_WITH = frozenset("BZ")
PART_TIME = {"F2": 0.2, "F5": 0.35, "F1": 0.05}  # ours: how many of each do it part time


@dataclass(frozen=True, slots=True)
class Card:
    """Age, and the present codes of the return; the codes are empty for somebody still looked after or out of touch."""

    age: int
    is_looked_after: bool = False
    came_alone: bool = False
    activity: str = UNKNOWN
    home: str = UNKNOWN
    suitability: str = UNKNOWN

    @property
    def is_out_of_touch(self) -> bool:
        """Whether nobody knows what they are doing or where they live."""
        return not self.is_looked_after and self.activity == UNKNOWN


def deal(rng: Random, people: int) -> list[Card]:
    """As many cards as people, in random order."""
    cards = []
    ages = sorted(_shares(proportions.AGES, people))
    for name, members in groupby(ages, key=proportions.band):
        cards += _band(rng, name, list(members))
    rng.shuffle(cards)
    return cards


def _band(rng: Random, name: str, ages: list[int]) -> list[Card]:
    """The cards of one age group: first those still looked after, who are the youngest, then those who left care."""
    ages = sorted(ages)
    looked_after = ages.count(16) + round(ages.count(17) * proportions.STILL_LOOKED_AFTER_AT_17)
    left = ages[looked_after:]
    rng.shuffle(left)
    activities, homes = _shares(proportions.ACTIVITY[name], len(left)), _homes(name, len(left))
    _pair(rng, activities, homes)
    cards = [Card(age, is_looked_after=True) for age in ages[:looked_after]]
    for age, activity, (home, suitability) in zip(left, activities, homes, strict=True):
        cards.append(Card(age, activity=activity, home=home, suitability=suitability))
    alone = _shares({True: proportions.CAME_ALONE, False: 1 - proportions.CAME_ALONE}, len(cards))
    rng.shuffle(alone)
    return [_possible(rng, replace(card, came_alone=alone.pop())) for card in cards]


def _homes(name: str, people: int) -> list[tuple[str, str]]:
    homes: list[tuple[str, str]] = []
    for suitability, group in groupby(sorted(_shares(proportions.SUITABILITY[name], people))):
        count = len(list(group))
        letters = _shares(proportions.HOMES[suitability], count) if suitability else [UNKNOWN] * count
        homes += [(letter, suitability) for letter in letters]
    return homes


def _pair(rng: Random, activities: list[str], homes: list[tuple[str, str]]) -> None:
    """Bring both lists into an order in which each pair is one possible life."""
    rng.shuffle(activities)
    activities.sort(key=lambda code: code == UNKNOWN)
    rng.shuffle(homes)
    homes.sort(key=lambda home: home[0] == UNKNOWN)
    for place, (letter, _) in enumerate(homes):
        if letter in ROOF_IS_UNSURE and activities[place] not in {"G5", UNKNOWN}:
            other = next(
                (i for i, code in enumerate(activities) if code == "G5" and homes[i][0] not in ROOF_IS_UNSURE), place
            )
            activities[place], activities[other] = activities[other], activities[place]


def _possible(rng: Random, card: Card) -> Card:
    """The card, with what a birth date or the return's own rules make impossible put right."""
    if not card.activity or not card.home:
        return replace(card, activity=UNKNOWN, home=UNKNOWN, suitability=UNKNOWN)
    if card.age == 17:
        card = replace(card, activity="F2" if card.activity == "F1" else card.activity)
        card = replace(card, home="E" if card.home in NOT_AT_17 else card.home)
    if card.came_alone and card.home in WITH_THOSE_ONE_GREW_UP_WITH:
        card = replace(card, home="D")
    if card.activity == "F1" and card.suitability == SUITABLE:
        card = replace(card, home="U")
    if card.activity in PART_TIME and rng.random() < PART_TIME[card.activity]:
        card = replace(card, activity="P" + card.activity[1])
    return card


def _shares[T](weights: dict[T, int] | dict[T, float], count: int) -> list[T]:
    """`count` things in the proportions of their weights, by largest remainder."""
    total = sum(weights.values())
    exact = {thing: weight * count / total for thing, weight in weights.items()}
    whole = {thing: int(share) for thing, share in exact.items()}
    left = count - sum(whole.values())
    for thing in sorted(exact, key=lambda thing: whole[thing] - exact[thing])[:left]:
        whole[thing] += 1
    return [thing for thing, times in whole.items() for _ in range(times)]


def codes(card: Card) -> Iterable[tuple[str, str]]:
    """Kind and code of the observations that the card stands for."""
    if card.is_looked_after:
        return []
    if card.is_out_of_touch:
        return [("in_touch", "NO"), ("activity", "0"), ("accommodation", "0")]
    return [("in_touch", "YES"), ("activity", card.activity), ("accommodation", card.home + card.suitability)]
