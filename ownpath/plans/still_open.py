"""What they say is not what they meant, and nobody has put it right."""

from uuid import UUID

from django.utils.translation import gettext as _

from ownpath.people.still_open import still_open

from .models import NotMeant


@still_open
def not_meant(young_person_id: UUID) -> list[str]:
    """A sentence where there is any."""
    if NotMeant.objects.filter(young_person_id=young_person_id, settled_at=None).exists():
        return [_("They said that a line of their plan isn’t what they meant. Answer it first.")]
    return []
