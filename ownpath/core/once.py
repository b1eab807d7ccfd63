"""A save can be repeated: a form that was already saved changes nothing the second time."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from .actor import Actor
from .models import SavedPost


@contextmanager
def once(actor: Actor, key: str) -> Iterator[bool]:
    """Open one transaction and say whether this is the first time that the actor saves this form.

    `key` is the random text that the form carried; an empty key is never a repeat. If the block raises, the key is
    free again.
    """
    key = key.replace("\x00", "")  # no form of ours carries one, and PostgreSQL cannot keep it
    with transaction.atomic():
        yield not key or actor.person_id is None or _is_first(actor, key)


def _is_first(actor: Actor, key: str) -> bool:
    try:
        with transaction.atomic():
            SavedPost.objects.create(actor_id=actor.person_id, key=key)
    except IntegrityError:
        return False
    return True
