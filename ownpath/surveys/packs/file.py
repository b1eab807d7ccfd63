"""A survey pack's file: either a right document, or everything that is wrong with it."""

import json
from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Any

from jsonschema import Draft202012Validator

from .faults import Fault, FaultyPack, Path, quoted
from .sentences import sentences
from .source import Source

STARTER = FilePath(__file__).with_name("ownpath-starter.en.yaml")
STARTER_TRANSLATIONS = [path for path in sorted(STARTER.parent.glob("ownpath-starter.*.yaml")) if path != STARTER]
SCHEMA = json.loads(FilePath(__file__).with_name("pack.schema.json").read_text(encoding="utf-8"))


def read_pack(content: bytes) -> dict[str, Any]:
    """The document in a pack's file, as it is stored. Raises `FaultyPack` with every fault and its line."""
    source = Source(content)
    faults = [*source.faults, *_against_schema(source), *_repeated(source)]
    if faults:
        raise FaultyPack(*faults)
    document: dict[str, Any] = source.value
    return document


def _against_schema(source: Source) -> Iterator[Fault]:
    for error in Draft202012Validator(SCHEMA).iter_errors(source.value):
        for below, sentence in sentences(error):
            yield source.fault((*error.absolute_path, *below), sentence)


def _repeated(source: Source) -> Iterator[Fault]:
    """What a schema cannot say: no two areas, no two scenarios of an area, no two answers of a scale are the same."""
    areas = _below(source, ("areas",))
    yield from _twice(source, [(*area, "id") for area in areas])
    for area in areas:
        yield from _twice(source, [(*scenario, "id") for scenario in _below(source, (*area, "scenarios"))])
        yield from _twice(source, _below(source, (*area, "now")))
        yield from _twice(source, _below(source, (*area, "steadiness")))


def _below(source: Source, path: Path) -> list[Path]:
    """The places of a list's items; none where no list stands there."""
    found = source.at(path)
    return [(*path, place) for place in range(len(found))] if isinstance(found, list) else []


def _twice(source: Source, paths: list[Path]) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for path in paths:
        words = source.at(path)
        if isinstance(words, str) and words in first:
            yield source.fault(path, f"{quoted(words)} stands here again; it is in line {first[words]} already.")
        elif isinstance(words, str):
            first[words] = source.line(path)
