"""Whoever joined is checked by somebody else before what was private opens to them; a wrong joining is undone."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail

from ownpath.accounts.models import Invitation, User
from ownpath.attention.kinds import each_person
from ownpath.core import clock
from ownpath.core.access import NotAllowed
from ownpath.core.actor import Actor
from ownpath.core.refusal import Refused
from ownpath.organisations.models import Authority
from ownpath.people import queries
from ownpath.people.actions import (
    accept_invitation,
    add_young_person,
    check_joining,
    dispute_joining,
    invite_young_person,
    merge_records,
    set_details,
    undo_joining,
)
from ownpath.people.models import Joining, YoungPerson
from ownpath.plans.actions import record_win
from ownpath.plans.queries import own_wins
from ownpath.surveys.actions import lend_device
from tests import factories

pytestmark = pytest.mark.django_db

BORN = date(2007, 5, 4)


@pytest.fixture
def council() -> Authority:
    return factories.authority()


@pytest.fixture
def ines(council: Authority) -> Actor:
    return factories.actor(factories.adviser(council))


@pytest.fixture
def mo(council: Authority) -> Actor:
    return factories.actor(factories.manager(council))


def added(ines: Actor, email: str = "yara@example.org") -> YoungPerson:
    return add_young_person(actor=ines, name="Yara Notreal", birth_date=BORN, email=email)


def joined(person: YoungPerson) -> User:
    person.refresh_from_db()
    assert person.invitation is not None
    return accept_invitation(token=person.invitation.pk, birth_date=BORN)


def kept_private(person: YoungPerson, words: str = "Just for me") -> None:
    factories.win(person, words=words)


def words_open_to(user: User) -> list[str]:
    return [win.words for win in own_wins(actor=factories.actor(User.objects.get(pk=user.pk)))]


def test_where_nothing_private_waits_joining_needs_no_check(ines: Actor) -> None:
    user = joined(added(ines))

    assert factories.actor(user).unchecked_since is None


def test_an_adviser_who_joins_as_them_reads_nothing_that_was_private_and_cannot_check_it(ines: Actor) -> None:
    person = added(ines, "their.own.second@example.org")
    kept_private(person)

    user = joined(person)

    assert words_open_to(user) == []
    with pytest.raises(NotAllowed):
        check_joining(actor=ines, young_person_id=person.pk, user_id=user.pk, how="face")


def test_what_was_private_opens_when_somebody_else_has_checked(ines: Actor, mo: Actor) -> None:
    person = added(ines)
    kept_private(person)
    user = joined(person)

    check_joining(actor=mo, young_person_id=person.pk, user_id=user.pk, how="call")

    assert words_open_to(user) == ["Just for me"]
    (joining,) = queries.own_joinings(actor=factories.actor(user))
    assert (joining.checked_by_id, joining.checked_how, joining.waits) == (mo.user_id, "call", False)


def test_what_they_keep_private_themselves_is_theirs_at_once(ines: Actor) -> None:
    person = added(ines)
    kept_private(person)
    user = joined(person)

    with clock.held_at(clock.now() + timedelta(minutes=1)):
        record_win(actor=factories.actor(user), young_person_id=person.pk, words="Mine")

    assert words_open_to(user) == ["Mine"]


def test_another_address_than_before_is_looked_at_twice(ines: Actor, mo: Actor) -> None:
    person = added(ines, "before@example.org")
    invite_young_person(actor=mo, young_person_id=person.pk, name="Yara", email="after@example.org")

    user = joined(person)

    assert factories.actor(user).unchecked_since is not None
    assert not queries.joinings(actor=mo, young_person_id=person.pk).may_check
    assert queries.joinings(actor=ines, young_person_id=person.pk).may_check


def test_whoever_wrote_the_address_does_not_check_it_either(council: Authority, ines: Actor, mo: Actor) -> None:
    person = added(ines, "before@example.org")
    typed: dict[str, Any] = {"name": "Yara", "phone": "", "contact_every_days": None, "status": ""}
    version = YoungPerson.objects.get(pk=person.pk).version
    set_details(actor=mo, young_person_id=person.pk, email="mo.again@example.org", version=version, **typed)
    invite_young_person(actor=ines, young_person_id=person.pk, name="Yara", email="mo.again@example.org")
    user = joined(person)

    for brought_them in (ines, mo):
        with pytest.raises(NotAllowed):
            check_joining(actor=brought_them, young_person_id=person.pk, user_id=user.pk, how="face")
    other = factories.actor(factories.manager(council, "Max Made-Up"))
    assert check_joining(actor=other, young_person_id=person.pk, user_id=user.pk, how="face").checked_at


def test_whoever_has_to_be_checked_is_on_a_list_until_it_is_done(ines: Actor, mo: Actor) -> None:
    person = added(ines)
    kept_private(person)
    user = joined(person)

    def reasons() -> list[str]:
        found = each_person.find(YoungPerson.objects.filter(pk=person.pk), clock.today())
        return [reason.sentence for reason in found if reason.kind == "joining"]

    assert reasons() == ["Joined today. Someone who didn’t invite them needs to check that it’s really them."]
    check_joining(actor=mo, young_person_id=person.pk, user_id=user.pk, how="face")
    assert reasons() == []


def test_whoever_is_said_to_be_somebody_else_reads_nothing_private_and_the_managers_hear(
    ines: Actor, mo: Actor, django_capture_on_commit_callbacks: Any
) -> None:
    person = added(ines)
    user = joined(person)
    record_win(actor=factories.actor(user), young_person_id=person.pk, words="Of theirs")

    with django_capture_on_commit_callbacks(execute=True):
        dispute_joining(actor=ines, young_person_id=person.pk, user_id=user.pk)

    assert words_open_to(user) == []
    manager = User.objects.get(pk=mo.user_id)
    (told,) = (one for one in mail.outbox if one.to == [manager.email])
    assert "Yara" not in told.subject + told.body


def test_the_young_person_can_say_so_on_a_lent_device(ines: Actor) -> None:
    person = added(ines)
    user = joined(person)
    sitting = lend_device(actor=ines, young_person_id=person.pk)
    them = Actor("young_person", person.authority_id, user.pk, person.pk, sitting_id=sitting.pk)

    assert dispute_joining(actor=them, young_person_id=person.pk, user_id=user.pk).disputed_at


def test_a_wrong_joining_is_undone_and_the_right_person_joins_with_the_same_address(ines: Actor, mo: Actor) -> None:
    person = added(ines)
    wrong = joined(person)
    undo_joining(actor=mo, young_person_id=person.pk, user_id=wrong.pk, words="It was her aunt")

    assert queries.user_with_roles(wrong.pk) is None
    assert not User.objects.filter(email="yara@example.org").exists()
    invite_young_person(actor=ines, young_person_id=person.pk, name="Yara", email="yara@example.org")
    right = joined(person)

    assert (right.email, factories.actor(right).young_person_id) == ("yara@example.org", person.pk)
    assert factories.actor(right).unchecked_since is not None
    now, before = queries.own_joinings(actor=factories.actor(right))
    assert (now.undone_at, before.undone_words, before.email) == (None, "It was her aunt", "yara@example.org")


def test_undoing_takes_a_manager_and_a_reason(ines: Actor, mo: Actor) -> None:
    person = added(ines)
    user = joined(person)

    with pytest.raises(NotAllowed):
        undo_joining(actor=ines, young_person_id=person.pk, user_id=user.pk, words="It was her aunt")
    with pytest.raises(Refused):
        undo_joining(actor=mo, young_person_id=person.pk, user_id=user.pk, words=" ")
    assert queries.user_with_roles(user.pk) == user


def test_the_event_of_joining_names_the_record(ines: Actor) -> None:
    person = added(ines)
    user = joined(person)

    assert Joining.objects.get(young_person=person).user == user
    assert Invitation.objects.get().accepted_at


def test_two_records_that_become_one_open_the_private_words_of_neither_to_the_other(
    council: Authority, mo: Actor
) -> None:
    one, other = (factories.young_person(council, birth_date=BORN) for _ in range(2))
    assert one.user
    assert other.user
    kept_private(other, "The other's")

    merge_records(actor=mo, kept_id=one.pk, other_id=other.pk, is_certain=True)

    assert words_open_to(one.user) == []
    assert words_open_to(other.user) == ["The other's"]
    check_joining(actor=mo, young_person_id=one.pk, user_id=one.user.pk, how="face")
    assert words_open_to(one.user) == ["The other's"]


def test_a_joining_stays_with_its_account_when_records_become_one(ines: Actor, mo: Actor) -> None:
    kept, other = added(ines), factories.young_person(Authority.objects.get(), birth_date=BORN)
    mine = joined(kept)
    assert other.user
    factories.joining(other)

    merge_records(actor=mo, kept_id=kept.pk, other_id=other.pk, is_certain=True)

    found = queries.joinings(actor=mo, young_person_id=kept.pk)
    assert {account.user.pk for account in found.accounts} == {mine.pk, other.user.pk}
    assert all(account.joining for account in found.accounts)
    undo_joining(actor=mo, young_person_id=kept.pk, user_id=mine.pk, words="Not them")
    kept.refresh_from_db()
    assert kept.user == other.user
