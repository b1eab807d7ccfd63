"""A file as plain values, each with the line where it stands: names with values, lists, words, whole numbers."""

import re
import unicodedata
from typing import Any

import yaml

from ownpath.core.typed.signs import FORCED

from .faults import Fault, Path, quoted
from .nodes import line_of, nodes_of


class Source:
    """A file's values, the line of each, and what is wrong with how they are written down."""

    def __init__(self, content: bytes) -> None:
        """Raises `FaultyFile` when the text cannot be read to its end."""
        node, self.faults = nodes_of(content)
        self._lines: dict[Path, int] = {}
        self._values: dict[Path, Any] = {}
        self.value = self._read(node, ())

    def at(self, path: Path) -> Any:
        """The value at a place; None where there is no such place."""
        return self._values.get(path)

    def line(self, path: Path) -> int:
        """The line of a place: that of its name, or of its hyphen."""
        return self._lines[path]

    def items(self, path: Path) -> list[Path]:
        """The places of a list's items; none where no list stands there."""
        found = self.at(path)
        return [(*path, place) for place in range(len(found))] if isinstance(found, list) else []

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
        self._lines.setdefault(path, line_of(node.start_mark))
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
            line, name = line_of(key.start_mark), key.value
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
            self.faults.append(Fault(line_of(node.start_mark), "", "there is a character that cannot be shown."))
        if set(words) & FORCED:
            sentence = "a hidden sign here turns the words around. Type them again."
            self.faults.append(Fault(line_of(node.start_mark), "", sentence))
        return words
