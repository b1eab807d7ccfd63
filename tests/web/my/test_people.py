from datetime import timedelta
from html import unescape
from typing import Any

import pytest

from ownpath.circle.models import Connection, MapSharing
from ownpath.core import clock
from ownpath.people.models import YoungPerson
from ownpath.plans.models import Goal
from tests import factories
from tests.client import Client
from tests.web.my.test_light import Queries, gzipped
from tests.web.my.test_plain_words import is_plain
from tests.web.pressing import form_on, press

pytestmark = pytest.mark.django_db

PEOPLE = "/my/people/"
NAUGHTY = ["\x00", "a\x00b", "🦊", "‮backwards", "' OR 1=1 --", "{{ 7*7 }}", "%s %(x)s", "9" * 400, "-1", "٣", ""]


def text(response: Any) -> str:
    return unescape(response.content.decode())


def days_ago(days: int) -> dict[str, Any]:
    day = clock.today() - timedelta(days=days)
    return {"on-day": day.day, "on-month": day.month, "on-year": day.year}


def test_an_empty_map_says_what_it_is(phone: Client) -> None:
    page = text(phone.get(PEOPLE))

    assert "Draw a map of the people in your life." in page
    assert "How it was before" not in page
    assert "Add my adviser, Ines Invented" in page


def test_somebody_is_added_changed_and_moved(phone: Client) -> None:
    press(phone, f"{PEOPLE}add/", name="Mimi", ring="3", wish="find")
    mimi = Connection.objects.get()
    about = f"{PEOPLE}{mimi.who}/"
    assert (mimi.name, mimi.ring, mimi.wish, mimi.kind) == ("Mimi", 3, "find", "")

    press(phone, about, form=0, to=f"{about}move/", ring="2")
    press(phone, about, form=2, name="Mimi from number 9", feel="good")

    row = Connection.objects.get(ended_at=None)
    assert (row.name, row.ring, row.wish, row.feel, row.version) == ("Mimi from number 9", 2, "find", "good", 3)
    page = text(phone.get(PEOPLE))
    assert page.count("Mimi from number 9") == 2, "In the picture and in the list."
    assert 'class="lost"' in page


def test_my_adviser_is_one_press_away(phone: Client) -> None:
    page = text(phone.get(f"{PEOPLE}add/?adviser=Ines+Invented"))

    assert 'value="Ines Invented"' in page
    press(phone, f"{PEOPLE}add/?adviser=Ines+Invented", ring="2")
    assert Connection.objects.values_list("name", "kind").get() == ("Ines Invented", "worker")


def test_only_name_and_place_are_needed(phone: Client) -> None:
    page = press(phone, f"{PEOPLE}add/", name="")

    assert page.status_code == 422
    assert "Write a name. It can be one that only you know." in text(page)
    assert "Choose one." in text(page)
    assert not Connection.objects.exists()


def test_a_wish_goes_on_the_plan(phone: Client, yara: YoungPerson) -> None:
    mimi = factories.connection(yara, wish="find")

    gone_to = press(phone, f"{PEOPLE}{mimi.who}/", form=1, to=f"{PEOPLE}{mimi.who}/want/")

    goal = Goal.objects.get()
    assert (goal.words, gone_to.headers["Location"]) == ("I want to find Mimi again", f"/my/plan/#line-{goal.pk}")
    assert phone.get(f"{PEOPLE}{mimi.who}/want/").headers["Location"] == f"{PEOPLE}{mimi.who}/"


def test_it_shows_how_it_was(phone: Client, yara: YoungPerson) -> None:
    now = clock.now()
    factories.connection(yara, "Mimi", began_at=now - timedelta(days=400), ended_at=now - timedelta(days=30))
    factories.connection(yara, "Dev", began_at=now - timedelta(days=20))

    today, then = text(phone.get(PEOPLE)), text(phone.get(PEOPLE, days_ago(366)))

    assert "Dev" in today
    assert "Mimi" not in today
    assert ("A year ago" in today, "Half a year ago" in today) == (True, True)
    assert "This is how it was on" in then
    assert "Mimi" in then
    assert "Dev" not in then
    assert "There was nobody on your map on that day." in text(phone.get(PEOPLE, days_ago(500)))


@pytest.mark.parametrize("typed", [{"on-day": "31", "on-month": "2", "on-year": "2026"}, {"on-day": "x"}, days_ago(-9)])
def test_a_day_that_cannot_be_is_said_so(phone: Client, yara: YoungPerson, typed: dict[str, Any]) -> None:
    factories.connection(yara)

    page = phone.get(PEOPLE, typed)

    assert page.status_code == 422
    assert "Please look at this again" in text(page)
    assert "Mimi" in text(page)


def test_taking_somebody_off_keeps_them_in_the_past_and_removing_does_not(phone: Client, yara: YoungPerson) -> None:
    began = clock.now() - timedelta(days=400)
    mimi, dev = (factories.connection(yara, name, began_at=began) for name in ("Mimi", "Dev"))

    press(phone, f"{PEOPLE}{mimi.who}/remove/", how="off")
    press(phone, f"{PEOPLE}{dev.who}/remove/", how="forget")

    then = text(phone.get(PEOPLE, days_ago(366)))
    assert "Mimi" in then
    assert "Dev" not in then
    assert phone.get(f"{PEOPLE}{mimi.who}/").status_code == 404
    press(phone, f"{PEOPLE}{mimi.who}/remove/", how="forget")
    assert not Connection.objects.exists()


def test_sharing_says_who_is_seen_and_an_empty_post_shares_nothing(phone: Client, yara: YoungPerson) -> None:
    factories.connection(yara, "Dev")
    factories.connection(yara, "Mimi", is_left_out=True)
    assert "Only you. Nobody can tell that you have a map." in text(phone.get(PEOPLE))
    phone.post(f"{PEOPLE}share/", {})
    assert not MapSharing.objects.exists()

    press(phone, f"{PEOPLE}share/", go="share")

    page = text(phone.get(f"{PEOPLE}share/"))
    assert page.index("They see these people") < page.index("Dev") < page.index("You leave these people out")
    assert page.index("You leave these people out") < page.index("Mimi")
    assert "Not shared" in text(phone.get(PEOPLE))
    press(phone, f"{PEOPLE}share/", go="stop")
    assert MapSharing.objects.get().ended_at is not None


def test_two_phones_lose_nothing(phone: Client, yara: YoungPerson) -> None:
    about = f"{PEOPLE}{factories.connection(yara).who}/"
    stale = form_on(phone.get(about), 1) | {"name": ["Mimi B"]}
    press(phone, about, form=1, name="Mimi A")

    page = phone.post(about, stale)

    assert page.status_code == 409
    assert "Mimi A" in text(page)
    assert "Mimi B" in text(page)


@pytest.mark.parametrize("value", NAUGHTY)
def test_any_field_may_hold_anything(phone: Client, yara: YoungPerson, value: str) -> None:
    mimi = factories.connection(yara, wish="find")
    about = f"{PEOPLE}{mimi.who}/"
    for page in (f"{PEOPLE}add/", about, f"{about}remove/", f"{about}move/", f"{about}want/", f"{PEOPLE}share/"):
        for name in ("name", "ring", "kind", "wish", "is_left_out", "version", "how", "go", "once"):
            answer = phone.post(page, {"name": "Mimi", "ring": "1"} | {name: value})
            assert answer.status_code in {200, 302, 404, 409, 422}, f"{name} of {page}"
    for name in ("on-day", "on-month", "on-year", "adviser"):
        assert phone.get(PEOPLE, days_ago(9) | {name: value}).status_code in {200, 422}
        assert phone.get(f"{PEOPLE}add/", {name: value}).status_code == 200


def test_it_asks_the_database_as_much_for_thirty_as_for_one(phone: Client, yara: YoungPerson) -> None:
    asked = []
    for more in (1, 29):
        for number in range(more):
            factories.connection(yara, f"Mimi {number}", ring=1 + number % 3)
        for page in (PEOPLE, f"{PEOPLE}share/"):
            with Queries() as looking:
                phone.get(page)
            asked.append(len(list(looking)))

    assert asked[:2] == asked[2:]


@pytest.mark.parametrize(("count", "most"), [(0, 4_000), (10, 5_000), (40, 5_000)])
def test_it_is_light(phone: Client, yara: YoungPerson, count: int, most: int) -> None:
    names = ["Tash", "Dev, my brother", "Mimi", "Mum", "Jan from the bakery", "Bee", "Ola", "Io"]
    said = {"kind": "friend", "feel": "good", "wish": "more"}
    people = [
        factories.connection(yara, f"{names[number % 8]} {number}", ring=1 + number % 3, **said)
        for number in range(count)
    ]

    assert gzipped(phone.get(PEOPLE).content) <= most
    for one in people[:1]:
        assert gzipped(phone.get(f"{PEOPLE}{one.who}/").content) <= 5_000


def test_every_page_is_plain(phone: Client, yara: YoungPerson) -> None:
    is_plain(phone.get(PEOPLE))
    is_plain(phone.get(f"{PEOPLE}share/"))
    began = clock.now() - timedelta(days=400)
    values = {"kind": "care", "feel": "hard", "at_night": "yes", "wish": "find", "began_at": began}
    mimi = factories.connection(yara, "Ines", **values)
    factories.connection(yara, "Ines", is_left_out=True, wish="more")
    was = factories.connection(yara, "Ines", began_at=began, ended_at=clock.now())
    about = f"{PEOPLE}{mimi.who}/"
    for page in (PEOPLE, f"{PEOPLE}share/", f"{PEOPLE}add/", about, f"{about}remove/", f"{PEOPLE}{was.who}/remove/"):
        is_plain(phone.get(page))
    is_plain(phone.get(PEOPLE, days_ago(366)))
    is_plain(phone.get(PEOPLE, days_ago(500)))
    is_plain(phone.post(f"{PEOPLE}add/", {}))
    for go in ("share", "stop"):
        is_plain(phone.post(f"{PEOPLE}share/", {"go": go}, follow=True))
