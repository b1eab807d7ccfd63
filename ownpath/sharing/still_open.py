"""What they say is not right, and nobody has answered."""

from uuid import UUID

from django.utils.translation import gettext as _

from ownpath.people.still_open import still_open

from .models import NotRight


@still_open
def not_right(young_person_id: UUID) -> list[str]:
    """A sentence where there is any."""
    if NotRight.objects.filter(young_person_id=young_person_id, answered_at=None).exists():
        return [_("They said that something in their record is not right. Answer it first.")]
    return []
