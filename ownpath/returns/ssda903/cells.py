"""Reads the cells of one line, and keeps what is wrong with each."""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from ownpath.core.typed.codes import is_child

from .dates import NotADay, day
from .findings import Finding, Line

# Longer lists stand in the Department's guide.
MOST_TOLD = 16


class Cells:
    """One line, as its row is read. Where `findings` is not empty in the end, what was read stands for nothing."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.findings: list[Finding] = []

    def child(self) -> str:
        value = self.line.cells["CHILD"]
        if not is_child(value):
            sentence = _("CHILD must be 1 to 12 letters or digits (- _ . / may stand within), without spaces.")
            self.findings.append(self.line.finding("CHILD", "", sentence))
        return value

    def day(self, column: str, rule: str) -> date:
        try:
            return day(self.line.cells[column])
        except NotADay as why:
            self.findings.append(self.line.finding(column, rule, str(why)))
            return date.min

    def day_or_none(self, column: str, rule: str) -> date | None:
        return self.day(column, rule) if self.line.cells[column] else None

    def code(self, column: str, rule: str, known: Collection[str]) -> str:
        value = self.line.cells[column]
        if value not in known:
            self.findings.append(self.line.finding(column, rule, _no_code(column, value, known)))
        return value


def _no_code(column: str, value: str, known: Collection[str]) -> str:
    """That it is no code, and which are."""
    if value.upper() in known and value:
        return _("Write it in capitals: {code}.").format(code=value.upper())
    codes = sorted(code for code in known if code)
    told = ", ".join(codes) if len(codes) <= MOST_TOLD else f"{', '.join(codes[:3])} … {codes[-1]}"
    sentence = _("This is not a code of {column}. Expected: {codes}.") if value else _("{column} is missing: {codes}.")
    return sentence.format(column=column, codes=told)
