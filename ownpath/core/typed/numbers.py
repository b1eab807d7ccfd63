"""A whole number."""

import re

from django.utils.translation import gettext as _

from .signs import short
from .unclear import Unclear


def whole(text: str, *, least: int, greatest: int) -> int:
    """The whole number between two others, both of them nought or more; raises `Unclear`."""
    written = short(text)
    if not re.fullmatch("[0-9]{1,9}", written) or not least <= int(written) <= greatest:
        sentence = _("Write a whole number from %(least)s to %(greatest)s.")
        raise Unclear("limits", sentence % {"least": least, "greatest": greatest})
    return int(written)
