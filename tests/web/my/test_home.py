"""Home at one glance."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from ownpath.about_me.models import Told
from ownpath.accounts.models import Invitation, User
from ownpath.core import clock
from ownpath.people.actions import add_young_person
from ownpath.people.models import YoungPerson
from ownpath.plans import actions as plans
from ownpath.support.models import Ask
from tests import factories
from tests.client import Client
from tests.web.my.test_light import Queries, gzipped
from tests.web.my.test_plain_words import is_plain
from tests.web.pressing import press

# The date of birth of whoever joins, box by box.
BORN = {"birth_date-day": "2", "birth_date-month": "1", "birth_date-year": "2008"}

pytestmark = pytest.mark.django_db

MOST_QUERIES, MOST_BYTES = 12, 5_000
LATE = "Ines said by 1 May, and it is late. That is on us, not on you."


@pytest.fixture(autouse=True)
def _in_may() -> Iterator[None]:
    with clock.held_at(datetime(2026, 5, 4, 12, tzinfo=UTC)):
        yield


def in_days(days: int) -> datetime:
    return clock.now() + timedelta(days=days)


def home(phone: Client) -> str:
    text: str = phone.get("/my/").text
    return text.partition("<main")[2]


def test_what_comes_next_is_said_with_whom_how_and_where(phone: Client, yara: YoungPerson) -> None:
    factories.meeting(yara, at=in_days(2), place="The café", with_whom="Ines Invented")
    factories.meeting(yara, at=in_days(9), place="Later")

    page = home(phone)

    assert "<b>Wednesday 6 May at 13:00</b><br>Meet up with Ines Invented<br>The café" in page
    assert "Later" not in page


def test_nothing_planned_is_no_reproach(phone: Client) -> None:
    assert "You and Ines haven’t set a time to meet." in home(phone)


def test_what_was_moved_and_cancelled_says_why(phone: Client, yara: YoungPerson) -> None:
    ended: dict[str, Any] = {"ended_at": clock.now(), "reason": "I am on a course."}
    before = factories.meeting(yara, at=in_days(1), ending="moved", **ended)
    factories.meeting(yara, at=in_days(3), instead_of=before)
    factories.meeting(yara, at=in_days(2), ending="cancelled", **ended | {"reason": "The office is shut."})

    page = home(phone)

    assert "What was planned for Wednesday 6 May at 13:00 will not take place. The office is shut." in page
    assert "Before, it was planned for Tuesday 5 May at 13:00.</p>" not in page
    assert "Before, it was planned for Tuesday 5 May at 13:00. I am on a course." in page


def test_saying_that_one_cannot_come(phone: Client, yara: YoungPerson) -> None:
    planned = factories.meeting(yara)

    press(phone, f"/my/meetings/{planned.pk}/", words="Friday is better.")

    planned.refresh_from_db()
    assert planned.cannot_words == "Friday is better."
    assert "You said that this does not work for you. Ines Invented sees it." in home(phone)
    assert f"/my/meetings/{planned.pk}/" not in home(phone)
    laptop = Client()
    laptop.force_login(yara.allocation_rows.get().adviser)
    assert "Can’t make what is planned for 6 May." in laptop.get("/staff/").text
    assert "Friday is better." in laptop.get(f"/staff/people/{yara.pk}/").text


def test_what_was_changed_meanwhile_is_said_plainly(phone: Client, yara: YoungPerson) -> None:
    planned = factories.meeting(yara)
    fields = {"words": "No"}
    planned.ended_at, planned.ending = clock.now(), "cancelled"
    planned.save()

    sent = phone.post(f"/my/meetings/{planned.pk}/", fields, follow=True)

    assert "This was changed meanwhile. Look again." in sent.text


def test_next_step_and_promises_are_there_and_nothing_nags(phone: Client, yara: YoungPerson) -> None:
    goal = factories.goal(yara)
    factories.step(goal, words="Ring the nurse", doer="young_person", by_date=clock.today() - timedelta(days=9))
    factories.step(goal, words="A later one", doer="young_person")
    factories.step(goal, words="Find the form", by_date=clock.today() - timedelta(days=3))
    factories.step(goal, words="Lend a drill", doer="other", doer_name="aunt Bo", by_date=in_days(1).date())
    factories.step(goal, words="Done already", done_at=clock.now())
    factories.step(factories.goal(yara, state="put_away"), words="Put away")

    page = home(phone)

    assert "Ring the nurse" in page
    assert LATE in page
    assert "Aunt Bo, by 5 May." in page
    for absent in ("A later one", "Done already", "Put away", "25 April"):
        assert absent not in page


def test_adviser_is_there_with_how_to_reach_them_or_who_covers(phone: Client, yara: YoungPerson) -> None:
    ines = yara.allocation_rows.get().adviser
    ines.membership.reach_words = "Text me, Tuesday to Friday."
    ines.membership.save()
    assert "Text me, Tuesday to Friday." in home(phone)

    sol = factories.adviser(yara.authority, "Sol Someone", phone="07700 900 456")
    factories.absence(ines, sol, to_date=in_days(3).date())
    page = home(phone)
    assert "Away until 7 May" in page
    assert "There for you until then" in page
    assert 'href="tel:+447700900456"' in page
    assert 'href="tel:+447700900123"' not in page


def test_what_waits_is_an_offer_with_a_way_to_it(phone: Client, yara: YoungPerson) -> None:
    pa = factories.actor(yara.allocation_rows.get().adviser)
    factories.survey_request(yara, requested_by_id=pa.user_id)
    plans.record_win(actor=pa, young_person_id=yara.pk, words="Came on time")

    page = home(phone)

    assert '<a href="/my/survey/">Ines Invented would like to know how it is going.</a>' in page
    assert '<a href="/my/wins/">Ines Invented noted a win of yours. You can keep it or remove it.</a>' in page
    assert "Came on time" not in page


def test_first_visit_explains_and_later_ones_do_not(client: Client) -> None:
    factories.pack()
    pa = factories.actor(factories.adviser(factories.authority()))
    add_young_person(actor=pa, name="Nia Notreal", birth_date=date(2008, 1, 2), email="nia@example.org")
    client.post(f"/invitation/{Invitation.objects.get().pk}/", BORN)
    assert "“Just for me” means just you." in home(client)
    assert "Tap “Leave now” at the top." in home(client)

    client.logout()
    client.force_login(User.objects.get(email="nia@example.org"))
    assert "This place is yours" not in home(client)


def test_the_first_visit_asks_once_for_a_number_and_not_now_stores_nothing(client: Client) -> None:
    factories.pack()
    pa = factories.actor(factories.adviser(factories.authority()))
    add_young_person(actor=pa, name="Nia Notreal", birth_date=date(2008, 1, 2), email="nia@example.org")
    client.post(f"/invitation/{Invitation.objects.get().pk}/", BORN)
    assert "What’s your number?" in home(client)

    assert client.post("/my/help/number/", {"go": "not-now", "phone": "nonsense"}).headers["Location"] == "/my/"

    assert "What’s your number?" not in home(client)
    assert not Told.objects.exists()


def test_the_first_visit_keeps_the_number_in_about_me(client: Client) -> None:
    factories.pack()
    pa = factories.actor(factories.adviser(factories.authority()))
    add_young_person(actor=pa, name="Nia Notreal", birth_date=date(2008, 1, 2), email="nia@example.org")
    client.post(f"/invitation/{Invitation.objects.get().pk}/", BORN)

    typed = {"phone": "07700 900777", "may_call": "text", "back": "home"}
    assert client.post("/my/help/number/", typed).headers["Location"] == "/my/"

    row = Told.objects.get()
    assert (row.heading, row.phone, row.may_call) == ("contact", "07700 900777", "text")
    assert "What’s your number?" not in home(client)
    assert "My number: 07700 900777" in client.get("/my/about-me/").text


def test_home_says_no_other_persons_things(phone: Client, yara: YoungPerson) -> None:
    zane = factories.young_person(yara.authority, "Zane Notreal")
    factories.meeting(zane, place="Zane’s café")
    factories.step(factories.goal(zane), words="Zane’s step")

    assert "Zane" not in home(phone)


def test_home_is_light_and_asks_little_with_much_history(phone: Client, yara: YoungPerson) -> None:
    fill(yara, 1)
    phone.get("/my/")
    with Queries() as little:
        phone.get("/my/")
    fill(yara, 30)
    with Queries() as much:
        page = phone.get("/my/")

    assert len(list(little)) == len(list(much)) <= MOST_QUERIES
    assert gzipped(page.content) <= MOST_BYTES


def fill(yara: YoungPerson, times: int) -> None:
    """As much of everything as there can be."""
    ines = yara.allocation_rows.get().adviser
    factories.absence(ines, factories.adviser(yara.authority, "Sol Someone"))
    for days in range(1, times + 1):
        factories.answer(factories.response(yara, sent_at=in_days(-days)), "home", words="So so")
        factories.meeting(yara, at=in_days(days))
        factories.meeting(yara, at=in_days(days), ended_at=clock.now(), ending="cancelled", reason="Ill")
        goal = factories.goal(yara)
        for doer in ("young_person", "adviser"):
            factories.step(goal, words="Ring the housing office and ask", doer=doer, by_date=in_days(days).date())
        factories.survey_request(yara, requested_by=ines)
        plans.record_win(actor=factories.actor(ines), young_person_id=yara.pk, words="Came on time")
        plans.record_win(actor=factories.actor(yara), young_person_id=yara.pk, words="Slept")


def test_its_words_are_plain(phone: Client, yara: YoungPerson) -> None:
    is_plain(phone.get("/my/"))
    fill(yara, 2)
    is_plain(phone.get("/my/"))
    is_plain(phone.get(f"/my/meetings/{factories.meeting(yara).pk}/"))


def test_that_one_does_not_feel_safe_stays_in_sight_until_somebody_has_spoken(phone: Client, yara: YoungPerson) -> None:
    told = "We have told them that you don’t feel safe."
    assert told not in home(phone)

    ask = factories.ask(yara, kind="not_safe")
    factories.ask(yara, kind="help")
    assert home(phone).count(told) == 1

    spoke = factories.contact(yara)
    Ask.objects.filter(pk=ask.pk).update(answered_at=clock.now(), answered_in=spoke)
    assert told not in home(phone)


def test_cover_follows_on_and_says_until_when(phone: Client, yara: YoungPerson) -> None:
    ines, sol = yara.allocation_rows.get().adviser, factories.adviser(yara.authority, "Sol Someone")
    factories.absence(ines, sol, to_date=in_days(3).date())
    factories.absence(sol, factories.adviser(yara.authority, "Tia Third"), to_date=in_days(1).date())

    page = home(phone)

    assert "Tia Third" in page
    assert "There for you until 5 May" in page
    assert "Sol Someone" not in page


def test_nobody_is_there_for_them_is_not_read_of_somebody_who_is_away(phone: Client, yara: YoungPerson) -> None:
    ines, sol = yara.allocation_rows.get().adviser, factories.adviser(yara.authority, "Sol Someone")
    council = yara.authority
    council.help_now_name, council.help_now_phone = "Council, out of hours", "01632 960777"
    council.save()
    factories.absence(ines, sol, to_date=in_days(3).date())
    factories.absence(sol, ines, to_date=in_days(3).date())

    for page in (home(phone), phone.get("/my/help/").text):
        assert "There for you" not in page
        assert "Sol Someone" not in page
        assert 'href="tel:+441632960777"' in page
        assert 'href="tel:+447700900123"' not in page
    assert "Away until 7 May" in home(phone)
    assert "Nobody is filling in for Ines right now. You can ask for help here." in home(phone)


def test_adviser_who_has_left_is_not_said_to_be_there(phone: Client, yara: YoungPerson) -> None:
    member = yara.allocation_rows.get().adviser.membership
    member.ended_at = clock.now()
    member.save()

    page = home(phone)

    assert "Doesn’t work here any more" in page
    assert 'href="tel:+447700900123"' not in page
