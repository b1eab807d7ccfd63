"""From asking to a decision, and back again."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from ownpath.core import clock
from ownpath.core.access import NotAllowed, NotVisible
from ownpath.core.actor import Actor
from ownpath.core.versions import StaleEdit
from ownpath.people.models import YoungPerson
from ownpath.support import actions, queries
from ownpath.support.enums import AskKind, Decision, EntryKind
from ownpath.support.models import Ask, AskEntry
from tests import factories

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _noon() -> Iterator[None]:
    with clock.held_at(NOW):
        yield


@pytest.fixture
def yara() -> YoungPerson:
    council = factories.authority()
    yara, team = factories.young_person(council), factories.team(council)
    factories.allocate(yara, factories.adviser(council, "Ines Invented", team=team))
    factories.manager(council, "Mo Made-Up", team=team)
    return yara


@pytest.fixture
def ines(yara: YoungPerson) -> Actor:
    return factories.actor(yara.allocation_rows.get().adviser)


@pytest.fixture
def mo(yara: YoungPerson) -> Actor:
    return factories.actor(queries.managers_for(actor=factories.actor(yara), allocation=None)[0])


def asked(yara: YoungPerson, kind: AskKind = AskKind.HOME, words: str = "A cot, please.") -> Ask:
    return actions.raise_ask(actor=factories.actor(yara), kind=kind, words=words)


def decide(actor: Actor, ask: Ask, **values: object) -> Ask:
    said = {"decision": Decision.PARTLY, "reason": "A used one.", "decided_by": "Mo Made-Up", "version": ask.version}
    return actions.decide_ask(actor=actor, ask_id=ask.pk, **said | values)


def entries(ask: Ask) -> list[str]:
    return list(ask.entries.order_by("at", "pk").values_list("kind", flat=True))


def test_who_has_it_and_by_when_they_hear_is_known_at_once(yara: YoungPerson) -> None:
    factories.standards(yara.authority, answer_days={"home": 4})

    ask = asked(yara)

    found = queries.conversation(actor=factories.actor(yara), ask_id=ask.pk)
    assert (found.asked.holder, ask.hear_by, ask.decide_by) == ("Ines Invented", date(2026, 5, 8), None)


def test_what_was_promised_stays_when_the_standard_changes(yara: YoungPerson, mo: Actor) -> None:
    ask = asked(yara)
    factories.standards(yara.authority, answer_days={"home": 30})

    ask.refresh_from_db()
    assert ask.hear_by == date(2026, 5, 7)


def test_complaint_and_records_also_say_by_when_it_is_decided(yara: YoungPerson) -> None:
    assert asked(yara, AskKind.COMPLAINT).decide_by == date(2026, 5, 18)
    records = asked(yara, AskKind.RECORDS)
    assert (records.hear_by, records.decide_by) == (date(2026, 5, 14), date(2026, 6, 4))


def test_answer_is_heard_and_decides_nothing(yara: YoungPerson, ines: Actor) -> None:
    ask = actions.write_answer(actor=ines, ask_id=asked(yara).pk, words=" I have rung the shop. ")

    assert (ask.heard_at, ask.is_open) == (NOW, True)
    assert ask.entries.get().words == "I have rung the shop."


def test_decision_says_what_why_and_who(yara: YoungPerson, ines: Actor) -> None:
    ask = decide(ines, asked(yara))

    entry = ask.entries.get()
    assert (ask.answered_at, ask.answered_by_id, ask.decision) == (NOW, ines.user_id, "partly")
    assert (entry.kind, entry.words, entry.decided_by, entry.decision) == (
        "decided",
        "A used one.",
        "Mo Made-Up",
        "partly",
    )


@pytest.mark.parametrize(
    "missing", [{"decision": ""}, {"reason": " "}, {"decided_by": ""}, {"decision": Decision.PASSED_ON}]
)
def test_nothing_is_closed_without_a_decision_a_reason_and_a_name(
    yara: YoungPerson, ines: Actor, missing: dict[str, str]
) -> None:
    ask = asked(yara)

    with pytest.raises(NotAllowed):
        decide(ines, ask, **missing)
    whole = {"decision": "yes", "reason": "Yes", "decided_by": "Mo", "answered_at": NOW}
    lacking = whole | {name: value.strip() for name, value in missing.items()}
    with pytest.raises(IntegrityError), transaction.atomic():
        Ask.objects.filter(pk=ask.pk).update(**lacking)

    ask.refresh_from_db()
    assert ask.is_open


def test_two_who_decide_at_once_the_second_reads_the_first(yara: YoungPerson, ines: Actor, mo: Actor) -> None:
    ask = asked(yara)
    decide(ines, ask, decision=Decision.YES)

    with pytest.raises(StaleEdit) as stale:
        decide(mo, ask, decision=Decision.NO)
    again = decide(mo, ask, decision=Decision.NO, version=stale.value.current.version)

    assert stale.value.current.decision == "yes"
    assert (again.decision, entries(ask)) == ("no", ["decided", "decided"])


def test_nobody_closes_again_what_they_have_not_read(yara: YoungPerson, ines: Actor, mo: Actor) -> None:
    ask = asked(yara)
    decide(ines, ask)
    actions.open_again(actor=factories.actor(yara), ask_id=ask.pk, words="The leg broke.")

    with pytest.raises(StaleEdit) as stale:
        decide(mo, ask)

    assert stale.value.current.is_open
    assert entries(ask) == ["decided", "again"]


def test_one_more_line_does_not_stand_in_the_way_of_a_decision(yara: YoungPerson, ines: Actor) -> None:
    ask = asked(yara)
    actions.add_line(actor=factories.actor(yara), ask_id=ask.pk, words="By Monday.")

    assert decide(ines, ask).decision == "partly"


def test_it_did_not_help_opens_it_again_with_a_new_promise_and_all_that_was_said(
    yara: YoungPerson, ines: Actor
) -> None:
    ask = decide(ines, asked(yara))
    me = factories.actor(yara)

    with clock.held_at(NOW + timedelta(days=10)):
        opened = actions.open_again(actor=me, ask_id=ask.pk, words="The leg broke.")
        again = actions.open_again(actor=me, ask_id=ask.pk, words="Twice.")

    assert (opened.is_open, opened.hear_by, opened.heard_at, opened.decision) == (True, date(2026, 5, 17), None, "")
    assert entries(ask) == ["decided", "again"]
    assert again.version == opened.version


def test_saying_that_it_helped_is_kept_once_and_opens_nothing(yara: YoungPerson, ines: Actor) -> None:
    ask, me = decide(ines, asked(yara)), factories.actor(yara)

    actions.say_it_helped(actor=me, ask_id=ask.pk)
    actions.say_it_helped(actor=me, ask_id=ask.pk)

    assert entries(ask) == ["decided", "helped"]


def test_news_is_our_last_word_until_they_said_something(yara: YoungPerson, ines: Actor) -> None:
    ask, me = asked(yara), factories.actor(yara)
    assert queries.news(actor=me) == []
    with clock.held_at(NOW + timedelta(minutes=1)):
        actions.write_answer(actor=ines, ask_id=ask.pk, words="Soon.")
        assert [(one.ask, one.by) for one in queries.news(actor=me)] == [(ask, "Ines Invented")]
    with clock.held_at(NOW + timedelta(days=15)):
        assert queries.news(actor=me) == []
    with clock.held_at(NOW + timedelta(minutes=2)):
        actions.add_line(actor=me, ask_id=ask.pk, words="Thanks.")
        assert queries.news(actor=me) == []


def test_it_can_be_given_to_a_manager_and_back_and_to_nobody_else(yara: YoungPerson, ines: Actor, mo: Actor) -> None:
    ask = asked(yara)
    stranger = factories.adviser(yara.authority, "Sol Someone")

    given = actions.give_ask(actor=ines, ask_id=ask.pk, to=mo.user_id)
    assert queries.conversation(actor=ines, ask_id=ask.pk).asked.holder == "Mo Made-Up"
    back = actions.give_ask(actor=mo, ask_id=ask.pk, to=None)
    for nobody in (stranger.pk, yara.user_id):
        with pytest.raises(NotVisible):
            actions.give_ask(actor=mo, ask_id=ask.pk, to=nobody)

    assert (given.heard_at, back.held_by_id) == (None, None)
    assert list(AskEntry.objects.order_by("pk").values_list("kind", "given_to")) == [
        (EntryKind.GIVEN, "Mo Made-Up"),
        (EntryKind.GIVEN, "Ines Invented"),
    ]


def test_who_has_it_follows_the_adviser(yara: YoungPerson, mo: Actor) -> None:
    ask = asked(yara)
    yara.allocation_rows.update(ended_at=NOW)
    factories.allocate(yara, factories.adviser(yara.authority, "Ola Other"))

    assert queries.conversation(actor=mo, ask_id=ask.pk).asked.holder == "Ola Other"


@pytest.mark.parametrize("kind", [AskKind.COMPLAINT, AskKind.ADVISER])
def test_no_adviser_reads_a_complaint_and_a_manager_has_it(
    yara: YoungPerson, ines: Actor, mo: Actor, kind: AskKind
) -> None:
    ask = asked(yara, kind, "Ines never rings.")

    assert queries.conversation(actor=factories.actor(yara), ask_id=ask.pk).asked.holder == "Mo Made-Up"
    assert queries.everything_asked(actor=ines) == []
    assert queries.open_asks(actor=ines, young_person_id=yara.pk) == []
    with pytest.raises(NotVisible):
        actions.write_answer(actor=ines, ask_id=ask.pk, words="I do ring.")
    assert decide(mo, ask).decision == "partly"


def test_nobody_decides_about_themselves_whatever_they_are_now(yara: YoungPerson, ines: Actor, mo: Actor) -> None:
    ask = asked(yara, AskKind.COMPLAINT)

    with pytest.raises(NotAllowed):
        decide(mo, ask, decided_by=" ines invented ")
    yara.allocation_rows.get().adviser.membership.__class__.objects.filter(user=ines.user_id).update(role="manager")
    promoted = factories.actor(yara.allocation_rows.get().adviser)
    with pytest.raises(NotVisible):
        decide(promoted, ask)
    with pytest.raises(IntegrityError), transaction.atomic():
        Ask.objects.filter(pk=ask.pk).update(
            answered_at=NOW, answered_by=ines.user_id, decision="no", reason="No", decided_by="Somebody"
        )


def test_complaint_that_was_spoken_is_written_down_and_then_out_of_the_advisers_sight(
    yara: YoungPerson, ines: Actor, mo: Actor
) -> None:
    ask = actions.write_ask_down(
        actor=ines, young_person_id=yara.pk, kind=AskKind.COMPLAINT, words="I am fed up with you."
    )

    assert (ask.written_by_id, ask.about_adviser_id) == (ines.user_id, ines.user_id)
    assert queries.everything_asked(actor=ines) == []
    assert [row.ask for row in queries.everything_asked(actor=mo)] == [ask]
    with pytest.raises(NotAllowed):
        actions.write_ask_down(actor=ines, young_person_id=yara.pk, kind=AskKind.NOT_SAFE, words="")


def test_late_ones_come_first_then_the_longest_waiting(yara: YoungPerson, mo: Actor) -> None:
    long = factories.ask(yara, kind=AskKind.FORM, asked_at=NOW - timedelta(days=9), heard_at=NOW)
    late = factories.ask(yara, kind=AskKind.LIFT, asked_at=NOW - timedelta(days=5), hear_by=date(2026, 5, 3))
    new = factories.ask(yara, kind=AskKind.HOME, hear_by=date(2026, 5, 4))

    rows = queries.everything_asked(actor=mo)

    assert [(row.ask, row.is_late, row.days_open) for row in rows] == [
        (late, True, 5),
        (long, False, 9),
        (new, False, 0),
    ]
