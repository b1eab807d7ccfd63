"""The nodes of a YAML text, and no objects: nothing in a file runs, repeats a part of it, goes deep or grows."""

from typing import Any

import yaml

from .faults import Fault, FaultyFile, quoted
from .kinds import other_kind

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
    ("found another document", "a second document begins here. A file holds one.", False),
    (_TOO_MANY, "so much cannot be right. A file is a few pages of words.", False),
    (_TOO_DEEP, "lists stand in lists too deep. No file needs that.", False),
)


def nodes_of(content: bytes) -> tuple[yaml.Node, list[Fault]]:
    """The file's nodes, and what is wrong with how they are written. Raises `FaultyFile` when the text has no end."""
    text = _text(content)
    try:
        loader = _Loader(text)
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + 1
        raise FaultyFile(Fault(line, "", "there is a character that cannot be shown.")) from error
    try:
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        raise FaultyFile(*loader.faults, _syntax_fault(error)) from error
    except ValueError as error:  # an escape or a directive with a number that no computer can hold
        raise FaultyFile(*loader.faults, Fault(line_of(loader.get_mark()), "", "this is not YAML.")) from error
    if node is None or node.value == "":
        raise FaultyFile(*loader.faults, Fault(1, "", "the file is empty."))
    return node, loader.faults


def line_of(mark: Any) -> int:
    """The line of a mark, counted from one as editors do."""
    return int(mark.line) + 1


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
        self.faults.append(Fault(line_of(alias.start_mark), "", sentence))
        return yaml.ScalarNode("", words, alias.start_mark, alias.end_mark, style="*")

    def _note_labels(self, event: Any) -> None:
        for sign, label in (("&", event.anchor), ("!", event.tag)):
            if label is not None:
                sentence = f"the word that begins with {sign} cannot stand here. Leave it out."
                self.faults.append(Fault(line_of(event.start_mark), "", sentence))
        event.anchor = None


def _text(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise FaultyFile(Fault(1, "", "the file is larger than 1 MB. It should be a few pages of words."))
    if kind := other_kind(content):
        raise FaultyFile(Fault(1, "", f"this is {kind}. A file must be plain text, as YAML."))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise FaultyFile(Fault(line, "", "this is not UTF-8 text. Save the file as UTF-8.")) from error


def _syntax_fault(error: yaml.MarkedYAMLError) -> Fault:
    problem = error.problem or ""
    for theirs, ours, is_where_it_began in _PROBLEMS:
        if theirs in problem:
            return Fault(line_of(error.context_mark if is_where_it_began else error.problem_mark), "", ours)
    return Fault(line_of(error.problem_mark or error.context_mark), "", f"this is not YAML: {problem}.")
