"""What the schema found, as sentences for a person who edits YAML."""

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Any

from jsonschema import ValidationError

from .faults import Path, number, quoted

# Where below the place of the error, and the sentence.
type Sentences = Iterator[tuple[Path, str]]

_WANTED = {"object": "names with values", "array": "a list", "string": "words", "integer": "a whole number"}
_FOUND: dict[type, str] = {dict: "names with values", list: "a list", str: "words", int: "a number"}


def sentences(error: ValidationError) -> Sentences:
    """What is wrong, said once for each thing."""
    return _SAID[str(error.validator)](error.instance, error.validator_value, error.schema)


def _missing(found: Any, wanted: Any, _schema: Any) -> Sentences:
    for name in wanted:
        if name not in found:
            yield (), f"“{name}” is missing."


def _unknown(found: Any, _wanted: Any, schema: Any) -> Sentences:
    known = list(schema["properties"])
    for name in found:
        if name not in known:
            meant = get_close_matches(name, known, n=1)
            hint = f"Did you mean “{meant[0]}”?" if meant else f"Names here: {', '.join(known)}."
            yield (name,), f"there is no such name here. {hint}"


def _other_kind(found: Any, wanted: Any, _schema: Any) -> Sentences:
    hint = " Put it between quotes." if wanted == "string" and isinstance(found, int) else ""
    yield (), f"this must be {_WANTED[wanted]}, but it is {_FOUND[type(found)]}.{hint}"


def _count(found: Any, _wanted: Any, schema: Any) -> Sentences:
    fewest, most = schema["minItems"], schema["maxItems"]
    between = " or " if most == fewest + 1 else " to "
    wanted = between.join(number(amount) for amount in dict.fromkeys((fewest, most)))
    yield (), f"there must be {wanted}, there {'is' if len(found) == 1 else 'are'} {number(len(found))}."


def _empty(_found: Any, _wanted: Any, _schema: Any) -> Sentences:
    yield (), "the words are missing."


def _long(found: Any, wanted: Any, _schema: Any) -> Sentences:
    yield (), f"this has {len(found)} characters; at most {wanted} fit."


def _shape(found: Any, _wanted: Any, schema: Any) -> Sentences:
    yield (), f"this must be {schema['description']}, but it is {quoted(found)}."


def _small(found: Any, wanted: Any, _schema: Any) -> Sentences:
    yield (), f"this must be {wanted} or more, but it is {found}."


def _large(found: Any, wanted: Any, _schema: Any) -> Sentences:
    yield (), f"this must be {wanted} or less, but it is {found}."


_SAID: dict[str, Callable[[Any, Any, Any], Sentences]] = {
    "required": _missing,
    "additionalProperties": _unknown,
    "type": _other_kind,
    "minItems": _count,
    "maxItems": _count,
    "minLength": _empty,
    "maxLength": _long,
    "pattern": _shape,
    "minimum": _small,
    "maximum": _large,
}
