"""Answers that nobody has come back to."""

from uuid import UUID

from django.utils.translation import gettext as _

from ownpath.people.still_open import still_open

from .coming_back import waiting


@still_open
def answers(young_person_id: UUID) -> list[str]:
    """A sentence where there is any."""
    if waiting().filter(young_person_id=young_person_id).exists():
        return [_("They told us how life is, and nobody has come back to it. Read it and speak to them first.")]
    return []
