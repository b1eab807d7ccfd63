"""What somebody did and where they lived, and since when: facts for the return, that their words must fit."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from ownpath.core import clock
from ownpath.people.models import YoungPerson

from .cards import Card
from .stories import Story

type Chapter = tuple[date, Card]

EARLY_LEAVER_AFTER = timedelta(days=150)


def left_care_on(row: YoungPerson, card: Card) -> date:
    """The 18th birthday; for those who left at 16 or 17, some months after turning 16."""
    if card.age >= 18:
        return clock.months_after(row.birth_date, 12 * 18)
    return min(clock.months_after(row.birth_date, 12 * 16) + EARLY_LEAVER_AFTER, clock.today() - timedelta(days=40))


def chapters(rng: Random, row: YoungPerson, card: Card, story: Story) -> list[Chapter]:
    """The chapters since the person joined, oldest first; the last is the card itself."""
    if card.is_looked_after:
        return [(row.joined_date, card)]
    left = left_care_on(row, card)
    found: list[Chapter] = []
    if left > row.joined_date:
        found.append((row.joined_date, Card(card.age, is_looked_after=True, came_alone=card.came_alone)))
    began = max(left, row.joined_date)
    until = max(clock.today() - timedelta(days=rng.randint(*story.present_since_days)), began)
    earlier = _earlier(story, card)
    for place, chapter in enumerate([*earlier, card]):
        day = began + (until - began) * place // max(1, len(earlier))
        if not found or day > found[-1][0]:
            found.append((day, chapter))
    return [*found[:-1], (found[-1][0], card)]


def card_on(day: date, of: list[Chapter]) -> Card:
    """The chapter in which a day fell."""
    return next((card for began, card in reversed(of) if began <= day), of[0][1])


def _earlier(story: Story, card: Card) -> list[Card]:
    """The story's former activities and homes side by side; where one list is shorter, as it is now."""
    if card.is_out_of_touch:
        card = replace(card, activity="G5", home="D", suitability="1")
    length = max(len(story.activities), len(story.homes))
    activities = [*story.activities, *[card.activity] * length]
    homes = [*story.homes, *[card.home + card.suitability] * length]
    return [
        replace(card, activity=activities[place], home=homes[place][0], suitability=homes[place][1])
        for place in range(length)
    ]
