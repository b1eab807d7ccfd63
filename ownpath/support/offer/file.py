"""A local offer's file: either right entries, or everything that is wrong with it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path as FilePath
from typing import Any

from jsonschema import Draft202012Validator

from ownpath.core.documents.checks import against, twice
from ownpath.core.documents.faults import Fault, FaultyFile, Path, quoted
from ownpath.core.documents.source import Source

SCHEMA = json.loads(FilePath(__file__).with_name("offer.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


@dataclass(frozen=True, slots=True)
class EntryInFile:
    """One entry: its id, and the values of its row."""

    slug: str
    values: dict[str, Any]


def read_offer(content: bytes) -> list[EntryInFile]:
    """The entries of a file in their order. Raises `FaultyFile` with every fault and its line."""
    source = Source(content)
    entries = source.items(("offer",))
    faults = [*source.faults, *against(VALIDATOR, source), *twice(source, [(*entry, "id") for entry in entries])]
    for entry in entries:
        faults += _ages(source, entry)
        faults += _day(source, (*entry, "review"))
    if faults:
        raise FaultyFile(*faults)
    return [_entry(place, source.at(entry)) for place, entry in enumerate(entries)]


def _ages(source: Source, entry: Path) -> Iterator[Fault]:
    youngest, oldest = source.at((*entry, "youngest")), source.at((*entry, "oldest"))
    if isinstance(youngest, int) and isinstance(oldest, int) and youngest > oldest:
        yield source.fault((*entry, "oldest"), f"this is below the youngest, which is {youngest}.")


def _day(source: Source, path: Path) -> Iterator[Fault]:
    typed = source.at(path)
    try:
        date.fromisoformat(typed if isinstance(typed, str) else "2000-01-01")
    except ValueError:
        yield source.fault(path, f"there is no such day as {quoted(typed)}. Write one such as 2027-05-31.")


def _entry(place: int, found: dict[str, Any]) -> EntryInFile:
    values = {
        "place": place,
        "heading": found["heading"],
        "title": found["title"],
        "words": found["words"],
        "is_right": found["by"] == "right",
        "youngest": found.get("youngest"),
        "oldest": found.get("oldest"),
        "statuses": found.get("statuses", []),
        "who_for": found.get("for", ""),
        "lives": found.get("lives", "both"),
        "evidence": found.get("evidence", ""),
        "how": found.get("how", ""),
        "link": found.get("link", ""),
        "review_date": date.fromisoformat(found["review"]),
    }
    return EntryInFile(found["id"], values)
