from typing import Any

from ownpath.people.models import Contact
from ownpath.sharing.enums import EntryKind
from ownpath.sharing.models import NotRight


def not_right(about: Contact, **values: Any) -> NotRight:
    """What somebody says is not right about a contact, as it reads."""
    defaults: dict[str, Any] = {"kind": EntryKind.CONTACT, "entry_id": about.pk, "line": "Call."}
    defaults["words"] = "It was me who rang."
    return NotRight.objects.create(
        authority_id=about.authority_id, young_person_id=about.young_person_id, **defaults | values
    )
