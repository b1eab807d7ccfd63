from datetime import timedelta

import pytest

from ownpath.core import clock
from ownpath.core.access import NotAllowed, NotVisible
from ownpath.core.models import AuditEvent
from ownpath.people.actions import record_contact
from ownpath.people.enums import ContactResult, ContactWay
from ownpath.people.models import Contact
from ownpath.people.queries import latest_contacts
from tests import factories

pytestmark = pytest.mark.django_db


def test_contact_is_noted_with_who_recorded_it() -> None:
    council = factories.authority()
    ines, yara = factories.adviser(council), factories.young_person(council)
    factories.allocate(yara, ines)
    at = clock.now() - timedelta(days=1)

    contact = record_contact(
        actor=factories.actor(ines),
        young_person_id=yara.pk,
        at=at,
        way=ContactWay.VISIT,
        who_was_there=" Her sister ",
        words=" New mop. ",
    )

    contact.refresh_from_db()
    assert (contact.at, contact.way, contact.result) == (at, ContactWay.VISIT, ContactResult.REACHED)
    assert (contact.who_was_there, contact.words, contact.recorded_by) == ("Her sister", "New mop.", ines)
    event = AuditEvent.objects.get()
    assert (event.verb, event.young_person_id, event.actor_id) == ("people.record_contact", yara.pk, ines.pk)


def test_contact_in_the_future_is_refused() -> None:
    council = factories.authority()
    mo, yara = factories.manager(council), factories.young_person(council)

    with pytest.raises(NotAllowed):
        record_contact(
            actor=factories.actor(mo),
            young_person_id=yara.pk,
            at=clock.now() + timedelta(minutes=1),
            way=ContactWay.CALL,
        )

    assert not Contact.objects.exists()


def test_who_may_not_see_somebody_can_neither_record_nor_read_a_contact_and_they_cannot_record_their_own() -> None:
    council = factories.authority()
    yara, former = factories.young_person(council), factories.adviser(council)
    factories.allocate(yara, former, ended_at=clock.now())
    factories.contact(yara)
    refused = {former: NotVisible, factories.manager(factories.authority()): NotVisible, yara: NotAllowed}

    for who, refusal in refused.items():
        with pytest.raises(refusal):
            record_contact(actor=factories.actor(who), young_person_id=yara.pk, at=clock.now(), way=ContactWay.CALL)
    assert latest_contacts(actor=factories.actor(former), young_person_id=yara.pk) == []
    assert Contact.objects.count() == 1


def test_latest_contacts_are_ten_at_most_the_newest_first() -> None:
    council = factories.authority()
    mo, yara = factories.manager(council), factories.young_person(council)
    made = [factories.contact(yara, at=clock.now() - timedelta(days=days)) for days in range(12)]
    factories.contact(factories.young_person(council))

    assert latest_contacts(actor=factories.actor(mo), young_person_id=yara.pk) == made[:10]
