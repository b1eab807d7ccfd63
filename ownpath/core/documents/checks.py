"""What files of every kind are held to: their schema, and that nothing stands in them twice."""

from collections.abc import Iterator

from jsonschema import Draft202012Validator

from .faults import Fault, Path, quoted
from .sentences import sentences
from .source import Source


def against(validator: Draft202012Validator, source: Source) -> Iterator[Fault]:
    """Where the file is not as its schema says."""
    for error in validator.iter_errors(source.value):
        for below, sentence in sentences(error):
            yield source.fault((*error.absolute_path, *below), sentence)


def twice(source: Source, paths: list[Path]) -> Iterator[Fault]:
    """Where the same words stand at two of these places."""
    first: dict[str, int] = {}
    for path in paths:
        words = source.at(path)
        if isinstance(words, str) and words in first:
            yield source.fault(path, f"{quoted(words)} stands here again; it is in line {first[words]} already.")
        elif isinstance(words, str):
            first[words] = source.line(path)
