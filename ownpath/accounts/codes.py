"""Codes to sign in with: one for an address at a time, whoever asks, so that nobody can use up somebody else's.

For some minutes everybody who asks about an address is waiting for the same code; it is mailed three times at most.
Whoever presses for somebody else learns nothing and takes nothing from them: the code in the newest mail works on the
page of the person who reads it. It works once. An address that nobody has is kept count of in the same way.

Codes that prove an address for an account that is to sign in with another one are made alike, and open nothing else.
"""

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from ownpath.core import clock
from ownpath.core.sealing import seal, unseal

from .models import CodesAsked, SentCode

SAME_FOR = timedelta(minutes=20)
MOST_MAILS = 3
AN_HOUR = timedelta(hours=1)
# A council with everybody behind one address signs in within a few minutes; only a script asks more often.
MOST_FROM_ONE_PLACE = 1000
# How often an hour somebody may ask for codes to change their address.
MOST_CHANGES = 6


@dataclass(frozen=True, slots=True)
class Code:
    """A code, and whether a mail with it is to go out."""

    id: UUID
    text: str
    is_to_be_mailed: bool


def next_code(address: str, make: Callable[[], str], *, changing: UUID | None = None) -> Code:
    """The code for this address: the one it was sent in the last minutes, else a new one. It is to sign in with, or for
    the account whose address is `changing`.
    """
    whose = _whose(address, changing)
    row = SentCode.objects.filter(whose=whose, made_at__gt=clock.now() - SAME_FOR).order_by("-made_at").first()
    text = unseal(row.pk, row.code, within=SAME_FOR) if row else None
    if row is None or text is None:
        row = SentCode(whose=whose)
        text = make()
        row.code = seal(row.pk, text)
        row.save(force_insert=True)
        return Code(row.pk, text, is_to_be_mailed=True)
    counted = SentCode.objects.filter(pk=row.pk, mails__lt=MOST_MAILS).update(mails=F("mails") + 1)
    return Code(row.pk, text, is_to_be_mailed=counted == 1)


def is_unused(code_id: str | None) -> bool:
    """Whether nobody has signed in by this code yet."""
    return SentCode.objects.filter(pk=code_id).exists()


def use(code_id: str | None) -> bool:
    """Sign in by it: says whether it was still there to be used."""
    return SentCode.objects.filter(pk=code_id).delete()[0] == 1


def is_right(code_id: str, typed: str) -> bool:
    """Whether this was typed of the code, in whatever case and with or without its dash."""
    row = SentCode.objects.filter(pk=code_id).first()
    # Who asked may type it for as long as a new one would last.
    text = unseal(row.pk, row.code, within=2 * SAME_FOR) if row else None
    return text is not None and secrets.compare_digest(_plain(text), _plain(typed))


def void(*addresses: str, changing: UUID) -> None:
    """What was mailed to these addresses opens nothing any longer: neither to sign in, nor for this account."""
    whose = [_whose(address, account) for address in addresses for account in (None, changing)]
    SentCode.objects.filter(whose__in=whose).delete()


def may_ask(whence: str) -> bool:
    """Count one more from this place, and say whether it has asked for no more than its share of this hour. Where
    nothing tells the place, nobody is counted.
    """
    return not whence or _count(_hashed("place", whence), MOST_FROM_ONE_PLACE)


def may_change(user_id: UUID) -> bool:
    """Count one more time that this account asks to change its address, and say whether that is still few."""
    return _count(_hashed("changes", str(user_id)), MOST_CHANGES)


def _count(key: str, most: int) -> bool:
    now = clock.now()
    this_hour = CodesAsked.objects.filter(pk=key, since__gt=now - AN_HOUR)
    if this_hour.update(times=F("times") + 1):
        return not this_hour.filter(times__gt=most).exists()
    CodesAsked.objects.filter(pk=key).delete()
    try:
        with transaction.atomic():
            CodesAsked.objects.create(whence=key)
    except IntegrityError:  # somebody else from there asked at the same moment
        this_hour.update(times=F("times") + 1)
    return True


def _whose(address: str, changing: UUID | None) -> str:
    return _hashed(f"address.{changing}" if changing else "address", address.strip().lower())


def _plain(code: str) -> bytes:
    return re.sub(r"[\s-]", "", code).upper().encode()


def _hashed(kind: str, value: str) -> str:
    return salted_hmac(f"ownpath.accounts.codes.{kind}", value, algorithm="sha256").hexdigest()
