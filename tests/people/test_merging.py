from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db.models import Q, UniqueConstraint

from ownpath.about_me import queries as about_me
from ownpath.about_me.models import Told
from ownpath.accounts.models import Membership, User
from ownpath.circle.models import MapSharing
from ownpath.core import clock
from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.core.audit import viewed
from ownpath.core.refusal import Refused
from ownpath.organisations.models import Authority
from ownpath.people import merging, queries
from ownpath.people.actions import keep_apart, merge_records, reopen_record
from ownpath.people.enums import EndReason, ObservationKind, Source
from ownpath.people.models import CarePeriod, Merge, Observation, OfYoungPerson, YoungPerson
from ownpath.plans.models import Review, Statement
from ownpath.support.actions import end_record
from ownpath.surveys.coming_back import waiting
from ownpath.surveys.models import Paper
from tests import factories
from tests.guards import world

pytestmark = pytest.mark.django_db

BORN = date(2008, 1, 9)


@pytest.fixture
def council() -> Authority:
    return factories.authority()


@pytest.fixture
def mo(council: Authority) -> Actor:
    return factories.actor(factories.manager(council))


def rows_of(*people: YoungPerson) -> set[tuple[str, Any]]:
    """Every row of a record, by model and id."""
    kinds = [model for model in apps.get_models() if issubclass(model, OfYoungPerson) and model is not Merge]
    return {
        (model._meta.label, pk)
        for model in kinds
        for pk in model._base_manager.filter(young_person__in=people).values_list("pk", flat=True)
    }


def test_a_whole_record_moves_and_no_row_of_either_is_lost() -> None:
    yara = YoungPerson.objects.get(pk=world.build().things["young_person_id"])
    mo = factories.actor(factories.manager(yara.authority, "Max Made-Up"))
    other = factories.young_person(yara.authority, "Yara N", birth_date=yara.birth_date, with_user=False)
    contact = factories.contact(other)
    before = rows_of(yara, other)

    merge_records(actor=mo, kept_id=other.pk, other_id=yara.pk)

    assert rows_of(other) == before
    assert ("people.Contact", contact.pk) in before
    other.refresh_from_db()
    assert other.user_id == yara.user_id
    assert not queries.young_people(actor=mo).filter(pk=yara.pk).exists()


def test_an_adviser_who_has_left_gives_way_to_one_who_is_here(council: Authority, mo: Actor) -> None:
    kept, other = (factories.young_person(council, birth_date=BORN) for _ in range(2))
    gone, here = factories.adviser(council), factories.adviser(council, "Ida Invented")
    factories.allocate(kept, gone)
    factories.allocate(other, here)
    Membership.objects.filter(user=gone).update(ended_at=clock.now())

    merge_records(actor=mo, kept_id=kept.pk, other_id=other.pk, is_certain=True)

    assert kept.allocation_rows.get(ended_at=None).adviser == here


def test_what_both_hold_once_is_kept_in_an_order_that_loses_nothing(council: Authority, mo: Actor) -> None:
    day = clock.now() - timedelta(days=5)
    kept, other = (factories.young_person(council, birth_date=BORN) for _ in range(2))
    ines, ida = factories.adviser(council), factories.adviser(council, "Ida Invented")
    factories.allocate(kept, ines)
    factories.allocate(other, ida)
    for whom, words, at in ((kept, "First", day), (other, "Last", clock.now())):
        rows = {"authority_id": council.pk, "young_person": whom}
        factories.told(whom, words=words, began_at=at)
        factories.connection(whom)
        factories.shared_map(whom)
        Statement.objects.create(words=words, version=1, said_at=at, **rows)
        Review.objects.create(due_date=at.date(), **rows)
        CarePeriod.objects.create(began_date=BORN, placement=words[:3], source=Source.ADVISER, **rows)
        Observation.objects.create(
            kind=ObservationKind.ACTIVITY, code=words[:2], on_date=BORN, source=Source.ADVISER, **rows
        )
        factories.paper(whom, ines, filled_date=BORN)
    before = rows_of(kept, other)

    merge_records(actor=mo, kept_id=kept.pk, other_id=other.pk, is_certain=True)

    assert rows_of(kept, other) == before
    assert Told.objects.filter(young_person=kept, ended_at=None).values_list("words", flat=True).get() == "Last"
    assert about_me.brief(actor=mo, young_person_id=kept.pk)
    assert Statement.objects.filter(young_person=kept).order_by("-version")[0].words == "Last"
    assert not MapSharing.objects.filter(ended_at=None).exists()
    assert Review.objects.get(young_person=kept).due_date == day.date()
    assert kept.allocation_rows.get(ended_at=None).adviser == ines
    assert Paper.objects.filter(young_person=kept).count() == 1
    facts = queries.facts_of(actor=mo, young_person_id=kept.pk)
    assert {period.placement for period in facts.care} == {"Fir", "Las"}


def test_both_addresses_sign_in_to_the_one_record(council: Authority, mo: Actor) -> None:
    kept, other = (factories.young_person(council, birth_date=BORN) for _ in range(2))
    with pytest.raises(Refused) as refused:
        merge_records(actor=mo, kept_id=kept.pk, other_id=other.pk)
    assert refused.value.field == "is_certain"

    merge_records(actor=mo, kept_id=kept.pk, other_id=other.pk, is_certain=True)

    assert other.user is not None
    assert kept.user is not None
    for user in (kept.user, other.user):
        actor = queries.actor_of(queries.user_with_roles(user.pk))
        assert actor is not None
        assert (actor.young_person_id, actor.user_id) == (kept.pk, user.pk)


def test_the_record_takes_over_what_it_has_not_itself(council: Authority, mo: Actor) -> None:
    by_hand = factories.young_person(council, "Hana Handadded", birth_date=BORN, phone="07700 900123")
    imported = factories.young_person(
        council, "", birth_date=BORN, child_id="777001", with_user=False, phone="07700 900456"
    )

    merge = merge_records(actor=mo, kept_id=by_hand.pk, other_id=imported.pk)

    by_hand.refresh_from_db()
    assert (by_hand.child_id, by_hand.phone) == ("777001", "07700 900123")
    assert merge.taken_over == ["child_id"]


def test_a_record_that_was_merged_twice_is_found_under_the_last(council: Authority, mo: Actor) -> None:
    first, second, third = (factories.young_person(council, birth_date=BORN, with_user=False) for _ in range(3))
    merge_records(actor=mo, kept_id=second.pk, other_id=first.pk)
    merge_records(actor=mo, kept_id=third.pk, other_id=second.pk)

    assert queries.merged_into(actor=mo, young_person_id=first.pk) == third.pk
    with pytest.raises(NotVisible):
        merge_records(actor=mo, kept_id=third.pk, other_id=first.pk)


def test_one_that_has_ended_does_not_go_with_one_that_has_not(council: Authority, mo: Actor) -> None:
    kept, other = (factories.young_person(council, birth_date=BORN, with_user=False) for _ in range(2))
    factories.record_end(other)

    with pytest.raises(Refused):
        merge_records(actor=mo, kept_id=kept.pk, other_id=other.pk)

    factories.record_end(kept)
    merge_records(actor=mo, kept_id=kept.pk, other_id=other.pk)
    assert kept.recordend_rows.count() == 2
    assert queries.young_person(actor=mo, young_person_id=kept.pk).has_ended


def test_two_unsent_drafts_are_not_mixed(council: Authority, mo: Actor) -> None:
    factories.pack()
    kept, other = (factories.young_person(council, birth_date=BORN) for _ in range(2))
    for whom in (kept, other):
        factories.response(whom, sent_at=None)

    with pytest.raises(Refused):
        merge_records(actor=mo, kept_id=kept.pk, other_id=other.pk, is_certain=True)

    assert queries.young_people(actor=mo).count() == 2


@pytest.mark.parametrize("is_kept", [True, False])
def test_reading_one_record_is_not_reading_the_other(council: Authority, mo: Actor, is_kept: bool) -> None:
    factories.pack()
    hard, read = (factories.young_person(council, birth_date=BORN, with_user=False) for _ in range(2))
    ines = factories.adviser(council)
    ago = clock.now() - timedelta(days=3)
    answer = factories.answer(factories.response(hard, sent_at=ago), "home", now=1, shared_at=ago)
    factories.answer_reading(read, ines, read_at=clock.now() - timedelta(days=1))
    factories.contact(read, at=clock.now(), recorded_by=ines)
    kept, other = (hard, read) if is_kept else (read, hard)

    merge_records(actor=mo, kept_id=kept.pk, other_id=other.pk)

    assert waiting().filter(young_person=kept).values_list("pk", flat=True).get() == answer.pk


def test_a_death_is_of_both_records_or_of_neither(council: Authority, mo: Actor) -> None:
    kept, other = (factories.young_person(council, birth_date=BORN) for _ in range(2))
    factories.record_end(kept)
    factories.record_end(other, reason=EndReason.DIED)
    with pytest.raises(Refused):
        merge_records(actor=mo, kept_id=kept.pk, other_id=other.pk, is_certain=True)


def test_whoever_died_is_signed_in_as_by_neither_address(council: Authority, mo: Actor) -> None:
    kept, other = (factories.young_person(council, birth_date=BORN) for _ in range(2))
    merge_records(actor=mo, kept_id=kept.pk, other_id=other.pk, is_certain=True)
    users = User.objects.filter(pk__in=[kept.user_id, other.user_id])

    end_record(actor=mo, young_person_id=kept.pk, reason=EndReason.DIED, on_date=clock.today(), is_certain=True)
    assert set(users.values_list("is_active", flat=True)) == {False}

    reopen_record(actor=mo, young_person_id=kept.pk, words="A mistake")
    assert set(users.values_list("is_active", flat=True)) == {True}


def test_what_is_not_safe_holds_against_what_is_newer(council: Authority, mo: Actor) -> None:
    kept, other = (factories.young_person(council, birth_date=BORN, email="y@example.org") for _ in range(2))
    contact = {"heading": "contact", "version": 1}
    factories.told(kept, words="He reads it", may_email="no", began_at=clock.now() - timedelta(days=9), **contact)
    factories.told(other, words="Write", may_email="yes", began_at=clock.now() - timedelta(days=3), **contact)

    merge_records(actor=mo, kept_id=kept.pk, other_id=other.pk, is_certain=True)

    assert Told.objects.get(young_person=kept, ended_at=None).may_email == "no"


def test_what_was_written_on_the_other_record_is_to_be_read(council: Authority, mo: Actor) -> None:
    kept, other = (factories.young_person(council, birth_date=BORN) for _ in range(2))
    ines = factories.adviser(council)
    factories.allocate(kept, ines)
    factories.told(other, heading="contact", words="Never ring", began_at=clock.now() - timedelta(days=3))
    factories.reading(factories.told(kept, heading="proud", words="My garden"), ines)

    merge_records(actor=mo, kept_id=kept.pk, other_id=other.pk, is_certain=True)

    hers = factories.actor(ines)
    assert about_me.marked_unread(queries.young_people(actor=hers), actor=hers).get().is_unread


def test_a_map_that_one_alone_drew_stays_shared(council: Authority, mo: Actor) -> None:
    kept, other = (factories.young_person(council, birth_date=BORN, with_user=False) for _ in range(2))
    factories.connection(kept)
    factories.shared_map(kept)

    merge_records(actor=mo, kept_id=kept.pk, other_id=other.pk)

    assert MapSharing.objects.get(ended_at=None).young_person == kept


def test_who_looked_at_either_record_is_shown(council: Authority, mo: Actor) -> None:
    kept = factories.young_person(council, birth_date=BORN)
    other = factories.young_person(council, birth_date=BORN, with_user=False)
    viewed(mo, "staff:person", other.pk)

    merge_records(actor=mo, kept_id=kept.pk, other_id=other.pk)

    assert [look.name for look in queries.looks(actor=factories.actor(kept))] == [mo.name]


def test_an_adviser_and_another_council_merge_nothing(council: Authority) -> None:
    kept, other = (factories.young_person(council, birth_date=BORN, with_user=False) for _ in range(2))
    ines = factories.adviser(council)
    for whom in (kept, other):
        factories.allocate(whom, ines)
    elsewhere = factories.manager(factories.authority())

    for actor in (factories.actor(ines), factories.actor(elsewhere)):
        with pytest.raises(NotVisible):
            merge_records(actor=actor, kept_id=kept.pk, other_id=other.pk)
        with pytest.raises(NotVisible):
            keep_apart(actor=actor, one_id=kept.pk, other_id=other.pk)


def test_two_people_are_not_asked_about_again(council: Authority, mo: Actor) -> None:
    one, other = (factories.young_person(council, birth_date=BORN, with_user=False) for _ in range(2))
    assert len(queries.possible_pairs(actor=mo)) == 1

    keep_apart(actor=mo, one_id=other.pk, other_id=one.pk)
    keep_apart(actor=mo, one_id=one.pk, other_id=other.pk)

    assert queries.possible_pairs(actor=mo) == []


def test_every_kind_of_row_that_a_record_holds_once_says_what_happens_when_two_become_one() -> None:
    held_once = {
        model._meta.label
        for model in apps.get_models()
        if issubclass(model, OfYoungPerson)
        for rule in model._meta.constraints
        if isinstance(rule, UniqueConstraint) and "young_person" in rule.fields and not merging.makes_way(model)
    }
    assert held_once == set()
    assert YoungPerson.objects.filter(~Q(merged_into=None)).count() == 0
