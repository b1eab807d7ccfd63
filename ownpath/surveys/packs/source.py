"""The text of a pack file as plain values, each with the line where it stands.

Only what a pack needs is read: names with values, lists, words and whole numbers. Nothing in a file makes an object,
repeats another part of it or goes deep, so no file can do harm or grow.
"""

import re
import unicodedata
from typing import Any

import yaml

from .faults import Fault, FaultyPack, Path, quoted

MOST_BYTES = 1_000_000
MOST_PARTS = 5_000
DEEPEST = 8
_TOO_MANY = "too many"
_TOO_DEEP = "too deep"

# What PyYAML says; what we say; whether the mistake is where PyYAML began to wonder, not where it gave up.
_PROBLEMS = (
    ("found character '\\t'", "there is a tab. Only spaces may stand before a name or a hyphen.", False),
    ("values are not allowed here", "there is a colon too many. Put words with a colon between quotes.", False),
    ("could not find expected ':'", "a colon is missing after the name.", True),
    ("expected <block end>", "the line does not begin below the one that it belongs with. Mind the spaces.", False),
    ("found unexpected end of stream", "the words begin with a quote that is never closed.", True),
    ("found another document", "a second document begins here. A file holds one pack.", False),
    (_TOO_MANY, "so much cannot be a pack. A pack is a few pages of words.", False),
    (_TOO_DEEP, "lists stand in lists too deep. A pack never needs that.", False),
)


class Source:
    """A file's values, the line of each, and what is wrong with how they are written down."""

    def __init__(self, content: bytes) -> None:
        """Raises `FaultyPack` when the text cannot be read to its end."""
        node, self.faults = _composed(_text(content))
        self._lines: dict[Path, int] = {}
        self._values: dict[Path, Any] = {}
        self.value = self._read(node, ())

    def at(self, path: Path) -> Any:
        """The value at a place; None where there is no such place."""
        return self._values.get(path)

    def line(self, path: Path) -> int:
        """The line of a place: that of its name, or of its hyphen."""
        return self._lines[path]

    def fault(self, path: Path, sentence: str) -> Fault:
        """A fault at a place, which is named as somebody finds it in the file: areas › money › now › number 2."""
        steps = [self._step(path[:depth]) for depth in range(1, len(path) + 1)]
        return Fault(self._lines[path], " › ".join(steps), sentence)

    def _step(self, path: Path) -> str:
        """A name, or an item of a list by its id where it has one, else by its place."""
        step = path[-1]
        name = self.at((*path, "id")) if isinstance(step, int) else step
        return quoted(name)[1:-1] if isinstance(name, str) else f"number {int(step) + 1}"

    def _read(self, node: yaml.Node, path: Path) -> Any:
        self._lines.setdefault(path, _line(node.start_mark))
        if isinstance(node, yaml.MappingNode):
            value: Any = self._names(node, path)
        elif isinstance(node, yaml.SequenceNode):
            value = [self._read(item, (*path, place)) for place, item in enumerate(node.value)]
        else:
            value = self._words(node)
        self._values[path] = value
        return value

    def _names(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in node.value:
            line, name = _line(key.start_mark), key.value
            if not isinstance(key, yaml.ScalarNode):
                self.faults.append(Fault(line, "", "a name must be one word."))
            elif name in found:
                first = self._lines[*path, name]
                self.faults.append(Fault(line, "", f"{quoted(name)} stands here again; it is in line {first} already."))
            else:
                self._lines[*path, name] = line
                found[name] = self._read(value, (*path, name))
        return found

    def _words(self, node: Any) -> str | int:
        """A whole number, or words on one line as they will be shown."""
        if node.style is None and re.fullmatch("[0-9]{1,9}", node.value):
            return int(node.value)
        words = " ".join(node.value.split())
        if any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in words):
            self.faults.append(Fault(_line(node.start_mark), "", "there is a character that cannot be shown."))
        return words


class _Loader(yaml.SafeLoader):
    """Makes nodes and no objects. Notes whatever labels or repeats a part, and stops where a file goes too deep."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.faults: list[Fault] = []
        self._parts = 0
        self._depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        self._check_size(event)
        if isinstance(event, yaml.AliasEvent):
            return self._instead_of(self.get_event())  # type: ignore[no-untyped-call]
        self._note_labels(event)
        self._depth += 1
        node = super().compose_node(parent, index)
        self._depth -= 1
        return node

    def _check_size(self, event: Any) -> None:
        self._parts += 1
        if self._depth == DEEPEST:
            raise yaml.MarkedYAMLError(problem=_TOO_DEEP, problem_mark=event.start_mark)
        if self._parts > MOST_PARTS:
            raise yaml.MarkedYAMLError(problem=_TOO_MANY, problem_mark=event.start_mark)

    def _instead_of(self, alias: Any) -> yaml.Node:
        words = f"*{alias.anchor}"
        sentence = f"{quoted(words)} repeats another part. Write the words out, or put them between quotes."
        self.faults.append(Fault(_line(alias.start_mark), "", sentence))
        return yaml.ScalarNode("", words, alias.start_mark, alias.end_mark, style="*")

    def _note_labels(self, event: Any) -> None:
        for sign, label in (("&", event.anchor), ("!", event.tag)):
            if label is not None:
                sentence = f"the word that begins with {sign} cannot stand here. Leave it out."
                self.faults.append(Fault(_line(event.start_mark), "", sentence))
        event.anchor = None


def _text(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise FaultyPack(Fault(1, "", "the file is larger than 1 MB. A pack is a few pages of words."))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise FaultyPack(Fault(line, "", "this is not UTF-8 text. Save the file as UTF-8.")) from error


def _composed(text: str) -> tuple[yaml.Node, list[Fault]]:
    """The file's nodes, and what was noted while they were made."""
    try:
        loader = _Loader(text)
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + 1
        raise FaultyPack(Fault(line, "", "there is a character that cannot be shown.")) from error
    try:
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        raise FaultyPack(*loader.faults, _syntax_fault(error)) from error
    except ValueError as error:  # an escape or a directive with a number that no computer can hold
        raise FaultyPack(*loader.faults, Fault(_line(loader.get_mark()), "", "this is not YAML.")) from error
    if node is None or node.value == "":
        raise FaultyPack(*loader.faults, Fault(1, "", "the file is empty."))
    return node, loader.faults


def _syntax_fault(error: yaml.MarkedYAMLError) -> Fault:
    problem = error.problem or ""
    for theirs, ours, is_where_it_began in _PROBLEMS:
        if theirs in problem:
            return Fault(_line(error.context_mark if is_where_it_began else error.problem_mark), "", ours)
    return Fault(_line(error.problem_mark or error.context_mark), "", f"this is not YAML: {problem}.")


def _line(mark: Any) -> int:
    return int(mark.line) + 1
