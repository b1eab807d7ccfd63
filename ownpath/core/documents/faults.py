"""What is wrong with a file, said to the person who edits it."""

from dataclasses import dataclass

# From the top of the file down to one place: names, and places in lists.
type Path = tuple[str | int, ...]

_MOST_SHOWN = 60
_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong: its line, the place in words (empty for the file as a whole), and a sentence."""

    line: int
    place: str
    sentence: str

    def __str__(self) -> str:
        return ": ".join(part for part in (f"line {self.line}", self.place, self.sentence) if part)


class FaultyFile(Exception):
    """The file is not right; `faults` has everything that is wrong, by line."""

    def __init__(self, *faults: Fault) -> None:
        self.faults = sorted(set(faults))
        super().__init__("\n".join(str(fault) for fault in self.faults))


def number(amount: int) -> str:
    """A small number as a word."""
    return _NUMBERS[amount] if amount < len(_NUMBERS) else str(amount)


def quoted(text: object) -> str:
    """What stands in the file, short enough for a line and without anything that could upset a terminal."""
    shown = "".join(letter if letter.isprintable() else "?" for letter in str(text))
    return f"“{shown[: _MOST_SHOWN - 1]}…”" if len(shown) > _MOST_SHOWN else f"“{shown}”"
