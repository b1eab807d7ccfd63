"""An amount of money in pounds."""

import re
from decimal import Decimal

from django.utils.translation import gettext as _

from ownpath.core.wording import isolated

from .signs import short
from .unclear import Unclear

# Thousands are parted by commas, spaces or apostrophes, always the same and always three digits.
_THOUSANDS = r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+|(?: [0-9]{3})+|(?:'[0-9]{3})+)"
_AMOUNT = re.compile(rf"(?:{_THOUSANDS}|0|[1-9][0-9]{{0,8}})(?:\.[0-9]{{1,2}})?")
_LOOKS_LIKE_ONE = re.compile(r"[0-9][0-9.,' ]*")
_ARABIC = str.maketrans(
    {"\N{ARABIC DECIMAL SEPARATOR}": ".", "\N{ARABIC THOUSANDS SEPARATOR}": ",", "،": ",", "’": "'"}
)


def pence(text: str, *, least: int, greatest: int) -> int:
    """The pence that an amount in pounds is, from `least` to `greatest` pence; raises `Unclear`.

    1,000 and 12,500.50 are read; so are 1 000, 1'000 and the Arabic signs, which mean one thing only. 45,50 and 1.000
    mean one sum here and another elsewhere, so they are asked about.
    """
    written = short(text).translate(_ARABIC)
    amount = (written[1:] if written.startswith("£") else written.removesuffix("£")).strip()
    if not _AMOUNT.fullmatch(amount):
        if _LOOKS_LIKE_ONE.fullmatch(amount):
            sentence = _("We can’t tell how much “%(typed)s” is. Put a point before the pence, like 45.50.")
            raise Unclear("amount", sentence % {"typed": isolated(text.strip())})
        raise Unclear("amount", _("Write an amount in pounds, like 45 or 45.50."))
    found = int(Decimal(re.sub("[, ']", "", amount)) * 100)
    if not least <= found <= greatest:
        sentence = _("Write an amount from £%(least)s to £%(greatest)s.")
        raise Unclear("limits", sentence % {"least": pounds(least), "greatest": pounds(greatest)})
    return found


def pounds(amount: int) -> str:
    """Pence as pounds, with pence only where there are some."""
    return f"{Decimal(amount) / 100:,.2f}" if amount % 100 else f"{amount // 100:,}"
