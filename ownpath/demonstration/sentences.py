"""Words in which invented people say how it is: for each area, level and turn, by what holds for them."""

from collections import Counter
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from ownpath.surveys.enums import Change

WORDS = Path(__file__).parent / "words"
HARD = 2  # up to this level a turn is told as one in a hard time


@cache
def _words(name: str) -> Any:
    path = WORDS / f"{name}.yaml"
    return yaml.safe_load(path.read_text()) if path.exists() else {}


def for_tags(by_tag: dict[str, list[Any]], tags: frozenset[str]) -> list[Any]:
    """What anybody may say, and what people with one of the tags may say."""
    return [thing for tag, things in by_tag.items() if tag == "any" or tag in tags for thing in things]


def states(area: str, level: int, tags: frozenset[str]) -> list[str]:
    """Sentences on how an area is at a level."""
    by_tag = _words(f"areas/{area}").get("now", {})
    return for_tags({tag: levels.get(level, []) for tag, levels in by_tag.items()}, tags)


def turns(area: str, level: int, change: str) -> list[str]:
    """Sentences on how it changed: in a hard time, or in a time that is all right."""
    if change not in {Change.BETTER, Change.WORSE, Change.UP_AND_DOWN}:
        return []
    when = "hard" if level <= HARD else "fine"
    found: list[str] = _words(f"areas/{area}").get("turns", {}).get(change, {}).get(when, [])
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


def freshest(rng: Random, sentences: list[str], said: set[str], heard: Counter[str]) -> str:
    """The sentence least heard so far that this person has not said yet; empty when there is none."""
    left = [sentence for sentence in sentences if sentence not in said]
    if not left:
        return ""
    chosen = min(left, key=lambda sentence: (heard[sentence], rng.random()))
    said.add(chosen)
    heard[chosen] += 1
    return fill(rng, chosen)


def fill(rng: Random, sentence: str) -> str:
    """Put something into each {slot} of a sentence."""
    if "{" not in sentence:
        return sentence
    slots: dict[str, list[str]] = _words("slots")
    return sentence.format_map({name: rng.choice(things) for name, things in slots.items()})
