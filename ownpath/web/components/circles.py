"""Where everybody stands in the picture of one's people. Numbers only: the words are in `components/circles.html`.

Me in the middle, and around me three rings, one within the other. In each ring people stand in rows above and below
the middle, three to a row; the nearest also beside me. Neither rows nor the places of a row touch, whatever the names
and however many people: no two labels can overlap. The picture grows taller, never wider.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple, Protocol
from unicodedata import category, east_asian_width

WIDTH = 320
MIDDLE = WIDTH // 2
ME = 27  # the radius of the middle
LABEL = 36  # the height of a label: room for two lines
LINE = 14
ROW = 41
EDGE = 6  # from the inner outline of a ring to its first row
CAPTION = 20  # for the name of a ring, above its rows
FOOT = 14  # below its rows
ARC = 10  # how much nearer to the middle the places at the sides stand, as on a ring
PADDING = 10

LETTER, NARROW_LETTER, WIDE_LETTER = 6.6, 3.8, 11.5
NARROW, WIDE = frozenset("iIljtfr.,:;'’|! ()-"), frozenset("MWmw@%&—…")


class Standing(Protocol):
    """Somebody who can be drawn."""

    name: str
    ring: int


class Place(NamedTuple):
    """A place in a ring: its column (-1, 0, 1), above (-1) or below (1) the middle, in which row from the inside."""

    column: int
    side: int
    row: int


class Ring(NamedTuple):
    """Half the width of a ring, and the width of a label in it."""

    half_width: int
    label_width: int


RINGS = {1: Ring(118, 74), 2: Ring(138, 86), 3: Ring(158, 98)}
BESIDE_ME = (Place(-1, 0, 0), Place(1, 0, 0))
ORDER_OF_A_ROW = ((0, -1), (0, 1), (-1, -1), (1, 1), (1, -1), (-1, 1))


@dataclass(frozen=True, slots=True)
class Label:
    """Somebody's label: its middle, its width, and as much of the name as fits on one line or two."""

    person: Standing
    lines: list[str]
    x: float
    y: float
    width: int


@dataclass(frozen=True, slots=True)
class Outline:
    """The outline of one ring."""

    ring: int
    x: int
    y: float
    width: int
    height: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole picture: its height, how far down its middle is, the outlines from the outermost inwards, everybody."""

    height: float
    middle: float
    outlines: list[Outline]
    labels: list[Label]


def drawing(people: Iterable[Standing]) -> Drawing:
    """The picture of these people, in the order given within each ring."""
    everybody = list(people)
    above = below = float(ME + EDGE)
    insides: dict[int, tuple[float, float]] = {}
    outsides: dict[int, tuple[float, float]] = {}
    taken = {ring: list(zip(_in(ring, everybody), places(ring), strict=False)) for ring in RINGS}
    for ring, standing in taken.items():
        insides[ring] = above + EDGE, below + EDGE
        above += EDGE + _rows(ring, standing, side=-1) * ROW + CAPTION
        below += EDGE + _rows(ring, standing, side=1) * ROW + FOOT
        outsides[ring] = above, below
    middle = above + 1
    return Drawing(
        height=above + below + 2,
        middle=middle,
        outlines=[_outline(ring, middle, *outsides[ring]) for ring in reversed(RINGS)],
        labels=[_label(person, ring, place, middle, insides[ring]) for ring in RINGS for person, place in taken[ring]],
    )


def places(ring: int) -> Iterator[Place]:
    """The places of a ring in the order in which they are taken: by turns above and below, row after row."""
    if ring == 1:
        yield from BESIDE_ME
    for row in count(1):
        yield from (Place(column, side, row) for column, side in ORDER_OF_A_ROW)


def width_of(text: str) -> float:
    """About as wide as a text is drawn, on the safe side; marks that stand over a letter take no room."""
    return sum(_width_of_letter(letter) for letter in text)


def lines_of(name: str, width: float) -> list[str]:
    """A name on one line, or on two where it has several words and one line is too short for it."""
    first, *rest = name.split() or [name]
    while rest and width_of(f"{first} {rest[0]}") <= width:
        first = f"{first} {rest.pop(0)}"
    return [shortened(line, width) for line in (first, " ".join(rest)) if line]


def shortened(text: str, width: float) -> str:
    """As much of a text as fits, with dots where something is left out."""
    if width_of(text) <= width:
        return text
    kept = text
    while kept and width_of(kept) + WIDE_LETTER > width:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def _in(ring: int, people: list[Standing]) -> list[Standing]:
    return [person for person in people if person.ring == ring]


def _rows(ring: int, standing: Iterable[tuple[Standing, Place]], *, side: int) -> int:
    """How many rows a ring has above or below; an empty one keeps room for one, but the nearest stand beside me."""
    rows = [place.row for _, place in standing if place.side == side]
    return max(rows, default=0 if ring == 1 else 1)


def _outline(ring: int, middle: float, above: float, below: float) -> Outline:
    half_width = RINGS[ring].half_width
    return Outline(ring, MIDDLE - half_width, middle - above, 2 * half_width, above + below)


def _label(person: Standing, ring: int, place: Place, middle: float, inside: tuple[float, float]) -> Label:
    width = RINGS[ring].label_width
    from_middle = inside[place.side > 0] + (place.row - 0.5) * ROW - ARC * abs(place.column)
    x = MIDDLE + place.column * (width + 4)
    return Label(person, lines_of(person.name, width - PADDING), x, middle + place.side * from_middle, width)


def _width_of_letter(letter: str) -> float:
    if category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    if letter in WIDE or east_asian_width(letter) in {"W", "F"}:
        return WIDE_LETTER
    return NARROW_LETTER if letter in NARROW else LETTER * (1.25 if letter.isupper() else 1)
