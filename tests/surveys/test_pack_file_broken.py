"""Files that nobody thought of: whatever is wrong is said with a line, and nothing else ever comes out."""

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ownpath.core.documents.faults import Fault, FaultyFile
from ownpath.surveys.packs.file import read_pack
from tests.factories.surveys import document

from .pack_text import TEXT

LINES = TEXT.splitlines(keepends=True)
NASTY = [
    "&a",
    "*a",
    "!!map",
    "<<: *a",
    "? ",
    "- ",
    "[",
    "{",
    "'",
    '"',
    "|",
    ">",
    "%",
    "@",
    "\t",
    ": ",
    "...",
    "---",
    "~",
]


def faults(content: bytes) -> list[Fault]:
    try:
        read_pack(content)
    except FaultyFile as faulty:
        return faulty.faults
    return []


def check(content: bytes) -> None:
    """The file is a right pack, or each fault names a line of it and is one sentence or two."""
    found = faults(content)
    for fault in found:
        assert 1 <= fault.line <= len(content.decode(errors="replace").splitlines()) + 1
        assert fault.sentence.endswith((".", "?"))
        assert "\n" not in str(fault)
    if not found:
        read = read_pack(content)
        assert read_pack(json.dumps(read, ensure_ascii=False).encode()) == read


@given(st.binary())
def test_any_bytes(content: bytes) -> None:
    check(content)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text(content: str) -> None:
    check(content.encode())


@given(st.integers(0, len(LINES) - 1), st.integers(0, 40), st.sampled_from(NASTY) | st.text(max_size=3))
def test_any_small_slip_in_any_line(line: int, column: int, slip: str) -> None:
    text = LINES[line]
    broken = [*LINES[:line], text[:column] + slip + text[column:], *LINES[line + 1 :]]

    check("".join(broken).encode(errors="ignore"))


@given(st.lists(st.sampled_from(LINES), max_size=40))
def test_lines_in_any_order(lines: list[str]) -> None:
    check("".join(lines).encode())


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def places(part: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    for step in part if isinstance(part, dict) else range(len(part)) if isinstance(part, list) else ():
        yield from places(part[step], (*path, step))


PACK = document(("home",))
PLACES = list(places(PACK))[1:]


@given(st.sampled_from(PLACES), anything)
def test_anything_in_the_place_of_anything(path: tuple[Any, ...], instead: Any) -> None:
    pack, part = opened_at(path)
    part[path[-1]] = instead

    check(yaml.safe_dump(pack).encode(errors="ignore"))


@pytest.mark.parametrize("path", PLACES, ids=str)
def test_whatever_is_left_out_is_missed(path: tuple[Any, ...]) -> None:
    pack, part = opened_at(path)
    del part[path[-1]]

    assert faults(yaml.safe_dump(pack).encode()) != []


def opened_at(path: tuple[Any, ...]) -> tuple[Any, Any]:
    """A pack of its own, and the part of it that holds the last step of the path."""
    pack = deepcopy(PACK)
    part: Any = pack
    for step in path[:-1]:
        part = part[step]
    return pack, part
