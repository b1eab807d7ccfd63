"""Values that nobody types and somebody sends."""

import random

LONG = 900_000
SHORT = (
    "",
    " ",
    "0",
    "-1",
    "1_0",
    "٣١",
    "45,50",
    "2027-02-30",
    "\x00",
    "\r\nBcc: victim@example.org",
    "\u202eelttaeS",
    "\u200b",
    "\ud83d",
    "<script>alert(1)</script>",
    "{{ 7 * 7 }}",
    "' OR 1=1 --",
    "../../etc/passwd",
    "e" + "\u0301" * 300,
    "🙂" * 200,
    "a" * 5_000,
    "00000000-0000-0000-0000-000000000000",
)
LENGTHY = tuple(
    sign * (LONG // len(sign)) for sign in (" ", "\t", "\n", "\r\n", "e\u0301", "(", "[[", "a \n ", "\u2028")
)


def value(chance: random.Random) -> str:
    """A strange value, one time in two hundred a very long one."""
    return chance.choice(LENGTHY) if chance.random() < 0.005 else chance.choice(SHORT)
