"""Where the lines and bars of our small charts lie. Numbers only: their words are in `components/charts.html`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

LEVELS = 5

# The drawing area of a line over time, in units of its own; dots keep clear of the edges.
LINE_WIDTH = 320
LINE_HEIGHT = 140
EDGE = 14

# A step of the winding path, its middle, and how far each stop sways from it: no two turns are quite alike.
STEP = 24
MIDDLE = 20
SWAY = (6, -7, 10, -5, 8, -10, 4, -8)


@dataclass(frozen=True, slots=True)
class Dot:
    """One answer of a line over time."""

    x: float
    y: float
    day: date
    level: int


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of a bar of a hundred."""

    x: float
    width: float
    level: int
    count: int


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of a winding path."""

    x: int
    y: int


def dots(answers: Sequence[tuple[date, int]]) -> list[Dot]:
    """Answers as dots: later to the right, in proportion to the time between; better higher."""
    if not answers:
        return []
    first = answers[0][0]
    days = (answers[-1][0] - first).days or 1
    return [Dot(_between((day - first).days / days), level_y(level), day, level) for day, level in answers]


def level_y(level: int) -> float:
    """The height of a level: 5 at the top."""
    return round(EDGE + (LEVELS - level) * (LINE_HEIGHT - 2 * EDGE) / (LEVELS - 1), 1)


def line(through: Sequence[Dot]) -> str:
    """The path through dots, as SVG writes it."""
    return "M" + "L".join(f"{dot.x:g} {dot.y:g}" for dot in through) if through else ""


def segments(counts: Sequence[int]) -> list[Segment]:
    """Counts of levels 1, 2, … as parts of a bar of a hundred; a level that nobody chose has no part."""
    total = sum(counts) or 1
    starts = accumulate(counts, initial=0)
    return [
        Segment(round(100 * start / total, 2), round(100 * count / total, 2), level, count)
        for level, (start, count) in enumerate(zip(starts, counts, strict=False), start=1)
        if count
    ]


def stops(count: int) -> list[Stop]:
    """The stops of a path that winds from left to right, by turns below and above its middle."""
    return [Stop(STEP * place + STEP // 2, MIDDLE + SWAY[place % len(SWAY)]) for place in range(count)]


def winding(through: Sequence[Stop]) -> str:
    """A smooth line through stops, as SVG writes it."""
    if not through:
        return ""
    first, *others = through
    return f"M{first.x} {first.y}" + "".join(f"S{stop.x - STEP // 2} {stop.y} {stop.x} {stop.y}" for stop in others)


def walked(states: Sequence[str]) -> int:
    """How many stops of a path lie behind: up to the last that is not ahead."""
    return max((place for place, state in enumerate(states, start=1) if state != "ahead"), default=0)


def _between(share: float) -> float:
    return round(EDGE + share * (LINE_WIDTH - 2 * EDGE), 1)
