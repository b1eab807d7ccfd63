"""What a figure is: a name, and a function that finds its value on the bench."""

from collections.abc import Callable
from statistics import median

from .bench import Bench

type Measure = Callable[[Bench], str]

FIGURES: list[tuple[str, Measure]] = []


def figure(name: str) -> Callable[[Measure], Measure]:
    """Add the function's answer to the table, under this name."""

    def add(measure: Measure) -> Measure:
        FIGURES.append((name, measure))
        return measure

    return add


def middle(values: list[float], unit: str, digits: int = 1) -> str:
    """The median of several values, with the smallest and the largest where they differ."""
    low, mid, high = (f"{value:.{digits}f}" for value in (min(values), median(values), max(values)))
    spread = f"  ({low} to {high})" if low != high else ""
    return f"{mid} {unit}{spread}"
