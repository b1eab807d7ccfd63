"""A survey pack's file: either a right document, or everything that is wrong with it."""

import json
from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Any

from jsonschema import Draft202012Validator

from ownpath.core.documents.checks import against, twice
from ownpath.core.documents.faults import Fault, FaultyFile, quoted
from ownpath.core.documents.source import Source

STARTER = FilePath(__file__).with_name("ownpath-starter.en.yaml")
STARTER_TRANSLATIONS = [path for path in sorted(STARTER.parent.glob("ownpath-starter.*.yaml")) if path != STARTER]
SCHEMA = json.loads(FilePath(__file__).with_name("pack.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def read_pack(content: bytes) -> dict[str, Any]:
    """The document in a pack's file, as it is stored. Raises `FaultyFile` with every fault and its line."""
    source = Source(content)
    faults = [*source.faults, *against(VALIDATOR, source), *_repeated(source), *_unknown(source)]
    if faults:
        raise FaultyFile(*faults)
    document: dict[str, Any] = source.value
    return document


def _repeated(source: Source) -> Iterator[Fault]:
    """What a schema cannot say: no two areas, no two scenarios of an area, no two answers of a scale are the same."""
    areas = source.items(("areas",))
    yield from twice(source, [(*area, "id") for area in areas])
    yield from twice(source, source.items(("safety",)))
    for area in areas:
        yield from twice(source, [(*scenario, "id") for scenario in source.items((*area, "scenarios"))])
        yield from twice(source, source.items((*area, "now")))
        yield from twice(source, source.items((*area, "steadiness")))


def _unknown(source: Source) -> Iterator[Fault]:
    """Each area of safety is one that the pack asks about."""
    asked = [source.at((*area, "id")) for area in source.items(("areas",))]
    for path in source.items(("safety",)):
        area = source.at(path)
        if isinstance(area, str) and area not in asked:
            yield source.fault(path, f"{quoted(area)} is not the id of any area of this pack.")
