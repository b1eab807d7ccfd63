from datetime import date, timedelta
from functools import partial
from uuid import uuid4

import pytest
from django.core import mail

from ownpath.accounts import queries as accounts
from ownpath.accounts.actions import invite_staff
from ownpath.accounts.enums import RoleCode
from ownpath.accounts.models import Invitation, User
from ownpath.core import clock
from ownpath.core.access import NotAllowed, NotVisible
from ownpath.core.models import AuditEvent
from ownpath.people import queries
from ownpath.people.actions import (
    AddressTaken,
    InvitationOver,
    accept_invitation,
    add_young_person,
    invite_young_person,
)
from tests import factories
from tests.racing import at_once, shared_database

__all__ = ["shared_database"]

pytestmark = pytest.mark.django_db

BORN = date(2007, 5, 4)


@pytest.fixture
def adviser() -> User:
    return factories.adviser(factories.authority(name="Testshire"), "Ines Invented")


def test_adviser_adds_a_young_person_and_is_their_adviser_at_once(adviser: User) -> None:
    actor = factories.actor(adviser)

    person = add_young_person(actor=actor, name=" Yara Notreal ", birth_date=BORN)

    assert [(p.pk, p.name) for p in queries.young_people(actor=actor)] == [(person.pk, "Yara Notreal")]


def test_manager_adds_a_young_person_who_then_has_no_adviser() -> None:
    manager = factories.manager(factories.authority())

    person = add_young_person(actor=factories.actor(manager), name="Yara Notreal", birth_date=BORN)

    assert not person.allocation_rows.exists()


def test_invitation_mail_names_the_inviter_and_nothing_of_the_record(
    adviser: User, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        add_young_person(actor=factories.actor(adviser), name="Yara Notreal", birth_date=BORN, email="Yara@Example.org")

    invitation = Invitation.objects.get()
    (message,) = mail.outbox
    assert message.to == ["yara@example.org"]
    assert message.subject == "Ines Invented invites you to Ownpath"
    assert f"http://127.0.0.1:8000/invitation/{invitation.pk}/" in message.body
    assert "care" not in message.body.lower()
    assert invitation.sent_at is not None


def test_joining_ties_the_user_to_their_own_record(adviser: User) -> None:
    person = add_young_person(actor=factories.actor(adviser), name="Yara", birth_date=BORN, email="y@example.org")

    user = accept_invitation(token=Invitation.objects.get().pk, birth_date=BORN)

    actor = factories.actor(user)
    assert (actor.role, actor.young_person_id) == (RoleCode.YOUNG_PERSON, person.pk)
    event = AuditEvent.objects.get(verb="people.join")
    assert (event.thing_id, event.authority_id) == (user.pk, person.authority_id)


def test_an_invitation_works_once(adviser: User) -> None:
    add_young_person(actor=factories.actor(adviser), name="Yara", birth_date=BORN, email="y@example.org")
    token = Invitation.objects.get().pk
    accept_invitation(token=token, birth_date=BORN)

    with pytest.raises(InvitationOver):
        accept_invitation(token=token, birth_date=BORN)

    assert User.objects.filter(email="y@example.org").count() == 1


def test_an_invitation_runs_out_after_fourteen_days(adviser: User) -> None:
    add_young_person(actor=factories.actor(adviser), name="Yara", birth_date=BORN, email="y@example.org")
    invitation = Invitation.objects.get()

    with clock.held_at(invitation.invited_at + timedelta(days=14, seconds=1)), pytest.raises(InvitationOver):
        accept_invitation(token=invitation.pk, birth_date=BORN)


def test_a_later_invitation_replaces_the_earlier_one(adviser: User) -> None:
    actor = factories.actor(adviser)
    person = add_young_person(actor=actor, name="Yara", birth_date=BORN, email="wrong@example.org")
    earlier = Invitation.objects.get()

    later = invite_young_person(actor=actor, young_person_id=person.pk, name="Yara", email="right@example.org")

    with pytest.raises(InvitationOver):
        accept_invitation(token=earlier.pk, birth_date=BORN)
    assert accept_invitation(token=later.pk, birth_date=BORN).email == "right@example.org"


def test_an_address_that_signs_in_elsewhere_is_told_only_to_the_holder_of_the_link(adviser: User) -> None:
    stranger = factories.adviser(factories.authority())
    actor = factories.actor(adviser)

    person = add_young_person(actor=actor, name="Yara", birth_date=BORN, email=stranger.email)

    assert not accounts.is_member_here(actor=actor, email=stranger.email)
    with pytest.raises(AddressTaken):
        accept_invitation(token=person.invitation.pk, birth_date=BORN)
    person.refresh_from_db()
    assert person.user is None


def test_a_link_that_nobody_made_is_not_visible() -> None:
    with pytest.raises(NotVisible):
        accept_invitation(token=uuid4())


def test_another_adviser_cannot_invite_somebody_who_is_not_theirs(adviser: User) -> None:
    person = factories.young_person(adviser.membership.authority, with_user=False)

    with pytest.raises(NotVisible):
        invite_young_person(actor=factories.actor(adviser), young_person_id=person.pk, name="Y", email="y@example.org")


def test_somebody_who_has_joined_is_not_invited_again(adviser: User) -> None:
    person = factories.young_person(adviser.membership.authority)
    factories.allocate(person, adviser)

    with pytest.raises(NotAllowed):
        invite_young_person(actor=factories.actor(adviser), young_person_id=person.pk, name="Y", email="y@example.org")


def test_a_young_person_adds_nobody() -> None:
    person = factories.young_person(factories.authority())

    with pytest.raises(NotAllowed):
        add_young_person(actor=factories.actor(person), name="Zed", birth_date=BORN)


def test_two_invitations_to_one_address_used_at_once_let_one_in(shared_database: None) -> None:
    manager = factories.actor(factories.manager(factories.authority()))
    about = {"email": "eve@example.org", "name": "Eve Invented", "role": RoleCode.ADVISER}
    tokens = [invite_staff(actor=manager, **about).pk for _ in range(2)]

    outcomes = at_once(*((manager, partial(accept_invitation, token=one)) for one in tokens), refusals=(AddressTaken,))

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["AddressTaken", "User"]
    assert User.objects.filter(email="eve@example.org").count() == 1
