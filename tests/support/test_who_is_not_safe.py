"""Who does not feel safe: what whoever rings them reads, on the adviser's list, the overview and the page of duty."""

import logging
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.core.access import NotAllowed, NotVisible
from ownpath.core.models import AuditEvent
from ownpath.people.enums import ContactResult, ContactWay
from ownpath.people.models import Contact, YoungPerson
from ownpath.support import actions, queries
from ownpath.support.enums import AskKind, Called, EntryKind
from ownpath.support.models import Ask, AskEntry, CallOut
from tests import factories
from tests.client import Client

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 5, 4, 16, 5, tzinfo=UTC)
SINCE = NOW - timedelta(minutes=5)


@pytest.fixture(autouse=True)
def _five_minutes_after() -> Iterator[None]:
    with clock.held_at(NOW):
        yield


@pytest.fixture
def yara() -> YoungPerson:
    """Five minutes ago she said that she does not feel safe."""
    council = factories.authority()
    yara = factories.young_person(council, phone="07700 900111")
    factories.allocate(yara, factories.adviser(council, phone="01632 960114"))
    call(yara, words="He is outside.")
    return yara


@pytest.fixture
def dot(yara: YoungPerson, client: Client) -> User:
    """A duty worker, signed in."""
    dot = factories.duty_worker(yara.authority)
    client.force_login(dot)
    return dot


def call(of: YoungPerson, **values: Any) -> Ask:
    return factories.ask(of, **{"kind": AskKind.NOT_SAFE, "area": "", "area_title": "", "asked_at": SINCE} | values)


def all_who_see_her(yara: YoungPerson) -> list[User]:
    return [
        yara.allocation_rows.get().adviser,
        factories.manager(yara.authority),
        factories.duty_worker(yara.authority),
    ]


def test_adviser_manager_and_duty_read_the_same_from_the_first_minute(yara: YoungPerson) -> None:
    ask = yara.ask_rows.get()
    factories.contact(yara, at=NOW - timedelta(days=10), words="Chips.")
    factories.contact(yara, at=NOW, result=ContactResult.TRIED)
    at = {"authority_id": yara.authority_id, "young_person": yara, "ask": ask}
    CallOut.objects.create(called=Called.DUTY, address="duty@example.org", called_at=NOW, **at)
    AskEntry.objects.create(kind=EntryKind.LINE, words="He is at the door.", at=NOW, **at)

    for who in all_who_see_her(yara):
        (found,) = queries.not_safe(actor=factories.actor(who))

        assert (found.young_person, found.minutes, found.has_climbed) == (yara, 5, False)
        assert found.own_words == ("He is outside.", "He is at the door.")
        assert found.climbs_at == SINCE + timedelta(hours=1)
        assert [number.rings for number in found.numbers] == ["+447700900111"]
        assert found.adviser is not None
        assert (found.adviser.name, found.adviser.phone) == ("Ines Invented", "01632 960114")
        assert [call.address for call in found.call_outs] == ["duty@example.org"]
        assert [contact.at for contact in found.tried] == [NOW]
        assert found.latest is not None
        assert found.latest.at == NOW - timedelta(days=10)


@pytest.mark.parametrize(
    ("may_call", "rings", "texts"),
    [
        ("", ["+447700900222", "+447700900111"], ["+447700900222", "+447700900111"]),
        ("yes", ["+447700900222", "+447700900111"], ["+447700900222", "+447700900111"]),
        ("text", ["", ""], ["+447700900222", "+447700900111"]),
        ("ring", ["+447700900222", "+447700900111"], ["", ""]),
        ("no", ["", ""], ["", ""]),
    ],
)
def test_numbers_follow_the_safe_way_her_own_first(
    yara: YoungPerson, may_call: str, rings: list[str], texts: list[str]
) -> None:
    factories.told(yara, heading="contact", words="Not after ten.", phone="07700 900 222", may_call=may_call)

    (found,) = queries.not_safe(actor=factories.actor(yara.allocation_rows.get().adviser))

    assert [number.rings for number in found.numbers] == rings
    assert [number.texts for number in found.numbers] == texts
    assert found.contact.words == "Not after ten."


def test_number_that_both_wrote_is_there_once_and_what_dials_nothing_stays_text(yara: YoungPerson) -> None:
    factories.told(yara, heading="contact", phone="+44 7700 900111")
    zane = factories.young_person(yara.authority, phone="ask at the hostel")
    call(zane)

    hers, his = queries.not_safe(actor=factories.actor(factories.manager(yara.authority)))

    assert [(number.written, number.is_own) for number in hers.numbers] == [("+44 7700 900111", True)]
    assert [(number.written, number.rings, number.texts) for number in his.numbers] == [("ask at the hostel", "", "")]


def test_who_is_there_while_the_adviser_is_away_is_named(yara: YoungPerson) -> None:
    ines = yara.allocation_rows.get().adviser
    factories.absence(ines, factories.adviser(yara.authority, "Sol Someone", phone="01632 960115"))

    (found,) = queries.not_safe(actor=factories.actor(factories.duty_worker(yara.authority)))

    assert found.adviser is not None
    assert found.adviser.away_until is not None
    assert found.cover is not None
    assert (found.cover.name, found.cover.phone) == ("Sol Someone", "01632 960115")


def test_said_twice_it_is_one_person_since_the_first_time(yara: YoungPerson) -> None:
    call(yara, words="Please.", asked_at=NOW)

    (found,) = queries.not_safe(actor=factories.actor(factories.manager(yara.authority)))

    assert (found.since, found.own_words) == (SINCE, ("He is outside.", "Please."))


def test_after_the_time_the_authority_set_it_is_the_managers(yara: YoungPerson) -> None:
    factories.standards(yara.authority, climb_minutes=5)

    (found,) = queries.not_safe(actor=factories.actor(yara.allocation_rows.get().adviser))

    assert found.has_climbed


def test_nobody_else_and_nothing_that_ended_is_there(yara: YoungPerson) -> None:
    here, other = yara.authority, factories.authority()
    factories.ask(factories.young_person(here), kind=AskKind.HELP)
    spoke = factories.contact(factories.young_person(here))
    call(spoke.young_person, answered_at=NOW, answered_in=spoke)
    call(factories.young_person(here, ended_date=NOW.date()))
    call(factories.young_person(other))

    for who in all_who_see_her(yara):
        assert [found.young_person for found in queries.not_safe(actor=factories.actor(who))] == [yara]
    assert queries.not_safe(actor=factories.actor(factories.adviser(here))) == []


def test_as_many_queries_for_thirty_as_for_one(yara: YoungPerson, django_assert_num_queries: Any) -> None:
    dot = factories.actor(factories.duty_worker(yara.authority))
    with django_assert_num_queries(7):
        queries.not_safe(actor=dot)
    for number in range(30):
        person = factories.young_person(yara.authority, f"More {number}", with_user=False)
        factories.allocate(person, yara.allocation_rows.get().adviser)
        call(person)

    with django_assert_num_queries(7):
        assert len(queries.not_safe(actor=dot)) == 31


def test_duty_workers_are_told_at_once_and_once(
    yara: YoungPerson, mailoutbox: Any, django_capture_on_commit_callbacks: Any
) -> None:
    dot = factories.duty_worker(yara.authority)
    factories.duty_worker(yara.authority, "Gone Again", ended_at=NOW)
    factories.duty_worker(factories.authority(), "Far Away")
    factories.standards(yara.authority, duty_emails=f"{dot.email.upper()}\nduty@example.org")

    with django_capture_on_commit_callbacks(execute=True):
        actions.raise_ask(actor=factories.actor(yara), kind=AskKind.NOT_SAFE)

    called = CallOut.objects.filter(called=Called.DUTY).values_list("user", "address")
    assert sorted(called, key=str) == sorted([(dot.pk, dot.email), (None, "duty@example.org")], key=str)
    assert sorted(letter.to[0] for letter in mailoutbox).count(dot.email) == 1


def test_nobody_to_tell_is_logged_without_whose_it_is_and_told_to_them(caplog: pytest.LogCaptureFixture) -> None:
    alone = factories.young_person(factories.authority(), "Alone Notreal")

    with caplog.at_level(logging.ERROR):
        actions.raise_ask(actor=factories.actor(alone), kind=AskKind.NOT_SAFE)

    assert "there is no adviser, no duty and no manager to tell" in caplog.text
    assert "Alone" not in caplog.text
    assert queries.help_now(actor=factories.actor(alone)).is_nobody_called


def test_with_somebody_to_tell_nobody_reads_that_there_is_none(yara: YoungPerson) -> None:
    actions.raise_ask(actor=factories.actor(yara), kind=AskKind.NOT_SAFE)
    yara.ask_rows.filter(words="He is outside.").delete()

    assert not queries.help_now(actor=factories.actor(yara)).is_nobody_called


def spoke(**values: Any) -> dict[str, Any]:
    at = {"at-day": "4", "at-month": "5", "at-year": "2026", "at-time": "17:05"}
    return at | {"way": "call", "result": "reached", "words": "She is at her aunt's.", "ending": "over"} | values


def url(yara: YoungPerson) -> str:
    return f"/staff/duty/{yara.pk}/"


def test_duty_worker_lands_on_who_is_not_safe_and_goes_nowhere_else(
    client: Client, dot: User, yara: YoungPerson
) -> None:
    page = client.get("/home/", follow=True)

    assert page.redirect_chain == [("/staff/duty/", 302)]
    assert "Yara Notreal" in page.text
    assert 'href="tel:+447700900111"' in page.text
    links = set(re.findall(r'<a [^>]*href="(/[^"]*)"', page.text))
    own = {"/home/", "/address/"}  # the address that they sign in with
    assert links - {"/demo/"} == own | {"/staff/duty/", url(yara)}
    for path in ("/staff/", "/staff/overview/", f"/staff/people/{yara.pk}/", f"/staff/people/{yara.pk}/contact/"):
        assert client.get(path).status_code == 404


def test_duty_worker_ends_it_by_a_call_that_she_reads(client: Client, dot: User, yara: YoungPerson) -> None:
    assert client.post(url(yara), spoke()).status_code == 302

    contact = Contact.objects.get()
    assert (contact.recorded_by, contact.words, contact.way) == (dot, "She is at her aunt's.", ContactWay.CALL)
    assert yara.ask_rows.get().answered_in == contact
    assert client.get(url(yara)).status_code == 404
    assert "Yara" not in client.get("/staff/duty/").text
    client.force_login(yara.user)
    assert "Dot Nightjar" in client.get("/my/recorded/").text


def test_duty_worker_says_why_it_stays_open(client: Client, dot: User, yara: YoungPerson) -> None:
    client.post(url(yara), spoke(ending="open", why_open="She rings me at nine."))

    ask = yara.ask_rows.get()
    assert (ask.is_open, ask.entries.get().words) == (True, "She rings me at nine.")
    assert "She rings me at nine." in client.get("/staff/duty/").text
    client.force_login(yara.user)
    assert "She rings me at nine." in client.get(f"/my/asks/{ask.pk}/").text


def test_what_duty_tried_stands_in_the_box(client: Client, dot: User, yara: YoungPerson) -> None:
    client.post(url(yara), spoke(result="tried", words="", ending=""))

    assert yara.ask_rows.get().is_open
    assert "Dot Nightjar tried at 17:05" in client.get("/staff/duty/").text


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"ending": ""}, "Choose whether it can end now."),
        ({"ending": "open"}, "Write why it stays open."),
        ({"way": "message"}, "A message is not enough to end it: somebody has to speak with them."),
        ({"at-time": "16:59"}, "They said that they don’t feel safe later than the time above."),
        ({"result": "tried"}, "You did not reach them, so it stays open."),
        ({"words": ""}, "Write a line about it, so that nobody has to tell it twice."),
    ],
)
def test_each_slip_of_duty_loses_nothing_and_ends_nothing(
    client: Client, dot: User, yara: YoungPerson, values: dict[str, str], fault: str
) -> None:
    page = client.post(url(yara), spoke(**values))

    assert (page.status_code, fault in page.text) == (422, True)
    assert spoke(**values)["words"].partition("'")[0] in page.text
    assert yara.ask_rows.get().is_open
    assert not Contact.objects.exists()


def test_action_of_duty_refuses_what_the_form_refuses(dot: User, yara: YoungPerson) -> None:
    whole: dict[str, Any] = {"at": NOW, "way": "call", "result": "reached", "words": "Talked.", "is_over": True}
    refused = [{"is_over": False}, {"way": "message"}, {"result": "tried"}, {"at": SINCE - timedelta(minutes=1)}]

    for values in refused:
        with pytest.raises(NotAllowed):
            actions.record_call(actor=factories.actor(dot), young_person_id=yara.pk, **whole | values)
    assert not Contact.objects.exists()


def test_duty_of_another_authority_and_whoever_is_not_in_need_is_not_there(
    client: Client, dot: User, yara: YoungPerson
) -> None:
    calm = factories.young_person(yara.authority, "Calm Notreal")
    factories.ask(calm, kind=AskKind.HELP)
    far = factories.young_person(factories.authority())
    call(far)

    for person in (calm, far):
        assert client.get(url(person)).status_code == 404
        assert client.post(url(person), spoke()).status_code == 404
        with pytest.raises(NotVisible):
            queries.not_safe_of(actor=factories.actor(dot), young_person_id=person.pk)
    assert not Contact.objects.exists()


def test_what_duty_wrote_after_it_ended_is_given_back_without_a_name(
    client: Client, dot: User, yara: YoungPerson
) -> None:
    contact = factories.contact(yara)
    yara.ask_rows.update(answered_at=NOW, answered_in=contact)

    page = client.post(url(yara), spoke())

    assert page.status_code == 404
    assert "She is at her aunt&#39;s." in page.text
    assert "Yara" not in page.text


@pytest.mark.parametrize("path", ["/staff/", "/staff/overview/", "/staff/duty/"])
def test_it_stands_above_everything_else_and_looking_at_it_is_a_look_at_their_record(
    client: Client, yara: YoungPerson, path: str
) -> None:
    ines, mo, dot = all_who_see_her(yara)
    client.force_login({"/staff/": ines, "/staff/overview/": mo, "/staff/duty/": dot}[path])

    page = client.get(path).text

    main = page[page.index("<main") :]
    others = main.index("<h2>") if "<h2>" in main else len(main)
    assert main.index('href="tel:+447700900111"') < others
    assert "5 minutes ago" in main
    assert AuditEvent.objects.filter(kind=AuditEvent.Kind.VIEW, young_person_id=yara.pk).count() == 1
