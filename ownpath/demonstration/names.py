"""Names, e-mail addresses and phone numbers that belong to nobody."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from random import Random

import yaml

from .cards import Card

WORDS = Path(__file__).parent / "words"

# Ofcom keeps 07700 900000 to 900999 for drama: nobody is ever called on them.
DRAMA_NUMBERS = 1000


@cache
def _lists() -> dict[str, list[str]]:
    lists: dict[str, list[str]] = yaml.safe_load((WORDS / "names.yaml").read_text())
    return lists


class Names:
    """Gives everybody a name and an address that nobody else has."""

    def __init__(self, rng: Random, given: Iterable[str] = ()) -> None:
        self._rng = rng
        self._taken = set(given)

    def young_person(self, card: Card) -> str:
        """A young person's name. Those who came alone are nearly all men (the Department's statistics say 95%); of
        those at home with a child of their own, these stories tell of mothers.
        """
        is_woman = card.activity == "G6" or self._rng.random() < (0.07 if card.came_alone else 0.5)
        return self._unused(("women" if is_woman else "men") + ("_came_alone" if card.came_alone else ""))

    def staff(self) -> str:
        """A name of somebody who works there."""
        return self._unused("staff")

    def _unused(self, kind: str) -> str:
        """A free name; where one thousands of people are wanted, with a second surname."""
        lists, name = _lists(), ""
        while not name or name in self._taken:
            second = f" {self._rng.choice(lists['surnames'])}" if len(self._taken) > MANY else ""
            name = f"{self._rng.choice(lists[kind])} {self._rng.choice(lists['surnames'])}{second}"
        self._taken.add(name)
        return name


MANY = 3000


def email(name: str) -> str:
    """An address under example.org, which delivers to nobody (RFC 2606)."""
    return f"{name.lower().replace(' ', '.')}@example.org"


def phone(rng: Random) -> str:
    """A mobile number from the drama range."""
    return f"07700 900{rng.randrange(DRAMA_NUMBERS):03}"
