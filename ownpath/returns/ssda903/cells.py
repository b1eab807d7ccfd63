"""Reads the cells of one line, and keeps what is wrong with each."""

import re
from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from .dates import NotADay, day
from .findings import Finding, Line


class Cells:
    """One line, as its row is read. Where `findings` is not empty in the end, what was read stands for nothing."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.findings: list[Finding] = []

    def child(self) -> str:
        value = self.line.cells["CHILD"]
        if not re.fullmatch(r"[!-~]{1,12}", value):
            sentence = _("CHILD must be 1 to 12 letters, digits or signs, without spaces.")
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
            sentence = _("This is not a code of {column}.") if value else _("{column} is missing.")
            self.findings.append(self.line.finding(column, rule, sentence.format(column=column)))
        return value
