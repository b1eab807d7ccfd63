"""Asks that wait for their end."""

from uuid import UUID

from django.utils.translation import gettext as _

from ownpath.people.still_open import still_open

from .enums import AskKind
from .models import Ask


@still_open
def asks(young_person_id: UUID) -> list[str]:
    """One sentence for each ask that nobody has ended; who is not safe has to be spoken to."""
    rows = Ask.objects.filter(young_person_id=young_person_id, answered_at=None).select_related("offer_entry")
    return [_sentence(ask) for ask in rows.order_by("opened_at")]


def _sentence(ask: Ask) -> str:
    if ask.kind == AskKind.NOT_SAFE:
        return _("They said that they don’t feel safe. Speak to them first, and record the contact.")
    return _("They asked: “%(what)s”. Answer it first.") % {"what": ask.title}
