"""Codes: what a case system, a mail or a spreadsheet gave to be written exactly."""

import re

from django.utils.translation import gettext as _

from .signs import short
from .unclear import Unclear

CHILD_LENGTH = 12
_CHILD = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9/_.\-]{0,11})")


def child(text: str) -> str:
    """CHILD, the number of a young person in the Department's return; '' where nothing was written; raises `Unclear`.
    Nothing that a spreadsheet would run as a formula begins so.
    """
    found = short(text)
    if found and not is_child(found):
        sentence = _("Write 1 to 12 letters or digits, without spaces, as your case system has it.")
        raise Unclear("child", sentence)
    return found


def is_child(text: str) -> bool:
    """Whether it is a CHILD as it stands."""
    return bool(_CHILD.fullmatch(text))


def sent_code(text: str) -> str:
    """A code that was sent to somebody, without the spaces around its parts."""
    return re.sub(r"\s", "", short(text))
