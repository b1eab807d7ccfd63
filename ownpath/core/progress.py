"""The progress bar of long commands."""

from collections.abc import Iterable

from tqdm import tqdm


def progress[T](things: Iterable[T], label: str, total: int | None = None) -> Iterable[T]:
    """The same things, counted on the terminal's error stream as they pass; silent where that is no terminal."""
    return tqdm(things, desc=label, total=total, disable=None, ascii=True, leave=True)
