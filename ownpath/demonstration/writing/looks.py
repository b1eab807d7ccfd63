"""Who opened the record: the adviser, before they got in touch."""

from datetime import timedelta

from ownpath.accounts.enums import RoleCode
from ownpath.core.models import AuditEvent
from ownpath.demonstration.life import Life

LATEST = 6
PAGE = "staff:person"


def write(life: Life) -> None:
    """A look some minutes before each of the latest contacts."""
    for contact in sorted(life.contacts, key=lambda contact: contact.at)[-LATEST:]:
        assert contact.recorded_by is not None
        look = AuditEvent(kind=AuditEvent.Kind.VIEW, verb=PAGE, actor_role=RoleCode.ADVISER)
        look.at = contact.at - timedelta(minutes=life.rng.randint(3, 50))
        look.actor_id, look.authority_id = contact.recorded_by.pk, life.person.authority_id
        look.young_person_id = life.person.pk
        life.rows.add(look)
