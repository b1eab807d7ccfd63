"""How an account comes to sign in with another address."""

from collections.abc import Sequence

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import get_language

from . import codes
from .messages import AddressChangedMail
from .models import User


class AddressTaken(Exception):
    """Somebody already signs in with the address. Told only to whoever has shown that it is theirs."""


def move(user: User, address: str, whom_to_tell: Sequence[str]) -> None:
    """Give an account another address to sign in with. Called inside an action; raises `AddressTaken`.

    It is signed out everywhere, codes that were mailed before open nothing any longer, and the old address is told,
    with whom to tell if it was somebody else. Nothing is sent to an address of somebody who lost it, but for that.
    """
    before, user.email = user.email, address.strip().lower()
    user.set_unusable_password()  # a new one, on which every session of theirs hangs
    try:
        with transaction.atomic():
            user.save(update_fields=["email", "password"])
    except IntegrityError as taken:
        raise AddressTaken from taken
    codes.void(before, user.email, changing=user.pk)
    language = user.language or get_language() or settings.LANGUAGE_CODE
    AddressChangedMail(to=before, reader=language, name=user.name, whom=tuple(whom_to_tell)).send_after_commit()
