"""Words that lie in the database for a while and that only their writer may read: sealed, with a key of theirs."""

import base64
import json
from datetime import timedelta
from typing import Any
from uuid import UUID

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from . import clock


def seal(person_id: UUID, value: Any) -> str:
    """A plain value, sealed for this person. The key is derived from the service's own and the person, kept nowhere."""
    moment = int(clock.now().timestamp())
    return _fernet(person_id).encrypt_at_time(json.dumps(value).encode(), moment).decode()


def unseal(person_id: UUID, sealed: str, *, within: timedelta) -> Any:
    """What was sealed for this person not longer ago than that; else None."""
    moment = int(clock.now().timestamp())
    try:
        words = _fernet(person_id).decrypt_at_time(sealed.encode(), int(within.total_seconds()), moment)
    except InvalidToken:
        return None
    return json.loads(words)


def _fernet(person_id: UUID) -> Fernet:
    key = HKDF(SHA256(), 32, salt=person_id.bytes, info=b"ownpath.core.sealing").derive(settings.SECRET_KEY.encode())
    return Fernet(base64.urlsafe_b64encode(key))
