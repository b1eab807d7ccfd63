"""The numbers on which somebody can be reached, and which ways of reaching them on each are safe and possible."""

from dataclasses import dataclass

from ownpath.core.phone import can_be_texted, dialable

from .queries.reaching import SafeContact


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it was written; what it dials, to ring and to text, each empty where that is not safe or not
    possible; and whether they gave it themselves.
    """

    written: str
    rings: str
    texts: str
    is_own: bool


def numbers_of(contact: SafeContact, on_record: str) -> list[Number]:
    """The number that they gave themselves, then the one that staff wrote down, where it is another one."""
    own, other = contact.phone.strip(), on_record.strip()
    is_same = bool(own) and (other == own or (dialable(other) != "" and dialable(other) == dialable(own)))
    written = [(own, True), ("" if is_same else other, False)]
    return [_number(contact, number, is_own=is_own) for number, is_own in written if number]


def _number(contact: SafeContact, written: str, *, is_own: bool) -> Number:
    dials = dialable(written)
    texts = dials if contact.may_text and can_be_texted(written) else ""
    return Number(written, dials if contact.may_ring else "", texts, is_own)
