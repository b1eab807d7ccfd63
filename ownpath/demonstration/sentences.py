"""Words in which invented people say how it is: for each area, level and turn, by what holds for them."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from .life import Life

WORDS = Path(__file__).parent / "words"
IN_CUSTODY = "custody"
HARD = 2  # up to this level a turn is told as one in a hard time


@cache
def _words(name: str) -> Any:
    path = WORDS / f"{name}.yaml"
    return yaml.safe_load(path.read_text()) if path.exists() else {}


def for_tags(by_tag: dict[str, list[Any]], tags: frozenset[str]) -> list[Any]:
    """What anybody may say, and what people with one of the tags may say. Inside, only what fits inside is said."""
    if IN_CUSTODY in tags:
        return by_tag.get(IN_CUSTODY, [])
    return [thing for tag, things in by_tag.items() if tag == "any" or tag in tags for thing in things]


def states(area: str, level: int, tags: frozenset[str]) -> list[str]:
    """Sentences on how an area is at a level."""
    return _at_level(area, "now", level, tags)


def scenarios(area: str, level: int, tags: frozenset[str]) -> list[str]:
    """The scenarios of our own pack that sound like a level."""
    return _at_level(area, "scenarios", level, tags)


def _at_level(area: str, kind: str, level: int, tags: frozenset[str]) -> list[str]:
    by_tag: dict[str, dict[int, list[str]]] = _words(f"areas/{area}").get(kind, {})
    return for_tags({tag: levels.get(level, []) for tag, levels in by_tag.items()}, tags)


def turns(area: str, level: int, change: str, tags: frozenset[str]) -> list[str]:
    """Sentences on how it changed: in a hard time, or in a time that is all right."""
    when = "hard" if level <= HARD else "fine"
    by_tag: dict[str, Any] = _words(f"areas/{area}").get("turns", {})
    return for_tags({tag: turns.get(change, {}).get(when, []) for tag, turns in by_tag.items()}, tags)


def told(name: str) -> dict[str, Any]:
    """A life told by hand."""
    found: dict[str, Any] = _words(name)
    return found


def goals(area: str, tags: frozenset[str]) -> list[dict[str, Any]]:
    """Goals of an area, each with its steps and the win at the end."""
    return for_tags(_words("goals").get(area, {}), tags)


def wins(tags: frozenset[str]) -> list[str]:
    """Everyday successes."""
    return for_tags(_words("wins"), tags)


def notes(kind: str, tags: frozenset[str]) -> list[str]:
    """What an adviser writes about a contact."""
    return for_tags(_words("contacts").get(kind, {}), tags)


def asks(kind: str) -> list[dict[str, str]]:
    """What young people ask for."""
    found: list[dict[str, str]] = _words("asks").get(kind, [])
    return found


def needs(name: str) -> list[dict[str, Any]] | None:
    """What somebody asked for in their own words, word for word; None for whom nothing is told."""
    found: list[dict[str, Any]] | None = _words("needs").get(name)
    return found


def allowance(name: str) -> Any:
    """The money for setting up the home of somebody, word for word; None for whom nothing is told."""
    return _words("allowance").get(name)


def freshest(life: Life, sentences: list[str]) -> str:
    """The sentence least heard so far, if possible one that is not in this life yet; empty where there is none."""
    left = [sentence for sentence in sentences if sentence not in life.said] or sentences
    if not left:
        return ""
    chosen = min(left, key=lambda sentence: (life.heard[sentence], life.rng.random()))
    life.said.add(chosen)
    life.heard[chosen] += 1
    return fill(life, chosen)


def fill(life: Life, sentence: str) -> str:
    """Put something into each {slot} of a sentence."""
    if "{" not in sentence:
        return sentence
    slots: dict[str, list[str]] = _words("slots")
    return sentence.format_map({name: life.rng.choice(things) for name, things in slots.items()} | life.slots)
