"""Handing a device over and back: two people, one browser, and nothing of the one for the other."""

from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.contrib.auth.hashers import check_password
from django.contrib.sessions.models import Session
from django.urls import reverse

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.core.models import AuditEvent
from ownpath.people.models import Allocation, YoungPerson
from ownpath.surveys import queries
from ownpath.surveys.enums import How, Sharing
from ownpath.surveys.models import AreaAnswer, Response, Sitting
from tests import factories
from tests.client import Client
from tests.guards import access
from tests.guards.world import PRIVATE, build
from tests.web.pressing import form_on, press

pytestmark = pytest.mark.django_db

BACK, SURVEY, TAKE_BACK = "/my/survey/end/hand-back/", "/my/survey/", "/take-back/"
PIN = "8305"
SECRET = "a secret that only she may read"


@pytest.fixture
def yara() -> YoungPerson:
    factories.pack()
    return factories.young_person(factories.authority())


@pytest.fixture
def rosa(yara: YoungPerson) -> User:
    found = factories.adviser(yara.authority, "Rosa Invented")
    factories.allocate(yara, found)
    return found


@pytest.fixture
def laptop(client: Client, rosa: User) -> Client:
    """The adviser's device, on which she is signed in."""
    client.force_login(rosa)
    return client


def together(of: YoungPerson) -> str:
    return f"/staff/people/{of.pk}/together/"


def text(response: Any) -> str:
    return unescape(response.content.decode())


def test_young_person_answers_as_themselves_on_the_advisers_device(laptop: Client, yara: YoungPerson) -> None:
    assert press(laptop, together(yara), pin=PIN).headers["Location"] == SURVEY
    assert "You are answering on the device of Rosa Invented." in text(laptop.get(SURVEY))

    press(laptop, SURVEY)
    press(laptop, "/my/survey/home/", words=SECRET, now="2")
    press(laptop, "/my/survey/money/", now="4", sharing="shared")
    press(laptop, "/my/survey/end/summary/")

    sent = Response.objects.get()
    assert (sent.young_person, sent.how, sent.sitting) == (yara, How.TOGETHER, Sitting.objects.get())
    assert sent.sent_at is not None
    event = AuditEvent.objects.get(verb="surveys.send_response")
    assert (event.actor_id, event.actor_role, event.sitting_id) == (yara.user_id, "young_person", sent.sitting_id)


def test_somebody_who_never_signed_in_answers_too_and_twice_pressed_is_once(laptop: Client, rosa: User) -> None:
    zane = factories.young_person(rosa.membership.authority, "Zane Notreal", with_user=False)
    factories.allocate(zane, rosa)
    press(laptop, together(zane), pin=PIN)
    press(laptop, SURVEY)
    fields = form_on(laptop.get("/my/survey/home/")) | {"words": "Once."}

    for _ in range(2):
        assert laptop.post("/my/survey/home/", fields).status_code == 302

    assert (AreaAnswer.objects.get().words, AreaAnswer.objects.get().version) == ("Once.", 1)


def test_while_it_is_lent_nothing_else_opens(laptop: Client, yara: YoungPerson) -> None:
    press(laptop, together(yara), pin=PIN)
    closed = ["/staff/", f"/staff/people/{yara.pk}/", together(yara), "/my/", "/my/plan/", "/home/", "/", "/sign-in/"]

    for path in closed:
        assert laptop.get(path).headers["Location"] == SURVEY, path
        assert laptop.post(path).status_code == 404, path


def test_handing_back_takes_one_press_and_the_pin_and_gives_the_adviser_a_session_of_her_own(
    laptop: Client, yara: YoungPerson, rosa: User
) -> None:
    keys = [laptop.session.session_key]
    press(laptop, together(yara), pin=PIN)
    keys.append(laptop.session.session_key)
    assert laptop.post(BACK).headers["Location"] == TAKE_BACK
    keys.append(laptop.session.session_key)
    assert Sitting.objects.get().ended_at is not None
    assert laptop.get("/staff/").headers["Location"].startswith("/sign-in/")
    assert press(laptop, TAKE_BACK, pin=PIN).headers["Location"] == together(yara)
    keys.append(laptop.session.session_key)

    assert len(set(keys)) == 4
    assert list(Session.objects.values_list("pk", flat=True)) == [keys[3]]
    assert "Answer together with Yara Notreal" in text(laptop.get(together(yara)))
    assert laptop.get(SURVEY).status_code == 404
    assert laptop.post(BACK).status_code == 404
    assert Sitting.objects.get().ended_at is not None


def test_what_is_not_sent_is_asked_about_before_the_device_goes_back(laptop: Client, yara: YoungPerson) -> None:
    press(laptop, together(yara), pin=PIN)
    press(laptop, SURVEY)
    press(laptop, "/my/survey/home/", words=SECRET)

    assert laptop.post(BACK).headers["Location"] == BACK
    assert "Nobody can read what you said until you send it." in text(laptop.get(BACK))
    assert Sitting.objects.get().ended_at is None

    press(laptop, "/my/survey/end/summary/")
    assert laptop.get(BACK).headers["Location"] == SURVEY
    assert laptop.post(BACK).headers["Location"] == TAKE_BACK


def test_nothing_of_hers_shows_on_the_device_afterwards(laptop: Client, yara: YoungPerson) -> None:
    press(laptop, together(yara), pin=PIN)
    press(laptop, SURVEY)
    page = laptop.get("/my/survey/home/")
    assert page.headers["Cache-Control"] == "no-store"
    stale = form_on(page)
    press(laptop, "/my/survey/home/", words=SECRET)
    laptop.post(BACK, {"go": "unsent"})
    press(laptop, TAKE_BACK, pin=PIN)

    laptop.post("/my/survey/money/", stale | {"words": SECRET})
    for path in ("/staff/", f"/staff/people/{yara.pk}/", f"/staff/people/{yara.pk}/conversation/", together(yara)):
        assert SECRET not in text(laptop.get(path)), path
    for path in (SURVEY, "/my/survey/home/", "/my/survey/home/before/", "/my/survey/end/summary/"):
        assert laptop.get(path).status_code == 404, path
    assert "kept_post" not in laptop.session


def test_a_sitting_shows_nothing_that_she_keeps_to_herself(laptop: Client, yara: YoungPerson) -> None:
    """Whoever lends the device could open it alone: a draft, an earlier sitting, what was kept private stay hers."""
    before = factories.response(yara, sent_at=clock.now() - timedelta(days=99))
    factories.answer(before, "home", words=SECRET, sharing=Sharing.PRIVATE)
    factories.answer(before, "money", words="Shared before")
    factories.prioritise(before, "home")
    factories.answer(factories.response(yara, sent_at=None), "home", words=SECRET)
    press(laptop, together(yara), pin=PIN)
    press(laptop, SURVEY)
    press(laptop, "/my/survey/home/", words=SECRET)
    laptop.post(BACK, {"go": "unsent"})
    press(laptop, TAKE_BACK, pin=PIN)

    press(laptop, together(yara), pin=PIN)
    start = text(laptop.get(SURVEY))
    assert form_on(laptop.get("/my/survey/start/check-in/")).get("asks") is None
    press(laptop, SURVEY)
    pages = [text(laptop.get(f"/my/survey/{page}/")) for page in ("home", "money", "end/summary")]

    assert "Go on where you stopped" not in start
    assert all(SECRET not in page for page in [start, *pages])
    assert "Shared before" in pages[1]
    assert laptop.get("/my/survey/home/before/").status_code == 404
    assert laptop.get("/my/survey/money/before/").status_code == 200


def test_no_page_of_a_sitting_holds_a_private_word(client: Client) -> None:
    world = build()
    yara = YoungPerson.objects.get(pk=world.things["young_person_id"])
    ines = world.people["Ines"]
    assert ines is not None
    client.force_login(ines)
    press(client, together(yara), pin=PIN)
    press(client, SURVEY)
    opened = set()

    for route in access.routes().values():
        if not set(route.needs) <= set(world.things):
            continue
        page = client.get(reverse(route.name, kwargs={name: world.things[name] for name in route.needs}))
        if page.status_code == 200:
            opened.add(route.name)
            assert PRIVATE.encode() not in page.content, route.name

    assert {"my:survey", "my:area", "my:summary"} <= opened
    assert not [name for name in opened if name.startswith("staff:")]
    assert "my:home" not in opened


def test_what_is_half_finished_waits_on_her_own_phone(laptop: Client, yara: YoungPerson) -> None:
    own = factories.response(yara, sent_at=None)
    press(laptop, together(yara), pin=PIN)
    press(laptop, SURVEY)
    press(laptop, "/my/survey/home/", words="Together.")
    me = factories.actor(yara)
    assert queries.open_drafts(actor=me).get() == own
    laptop.post(BACK, {"go": "unsent"})
    press(laptop, TAKE_BACK, pin=PIN)

    left = Response.objects.get(how=How.TOGETHER)
    assert list(queries.open_drafts(actor=me)) == [left, own]  # an empty one of her own hides nothing
    factories.answer(own, "home")
    assert list(queries.open_drafts(actor=me)) == [own, left]
    Response.objects.filter(pk=own.pk).update(sent_at=clock.now())
    found = queries.survey(actor=me)
    assert found.draft is not None
    assert found.latest is not None
    assert (found.draft.response, found.latest.response) == (left, own)
    assert found.area("home").now.answer.words == "Together."


@pytest.mark.parametrize("path", [SURVEY, "/my/survey/home/", "/staff/"])
def test_after_two_hours_the_device_is_nobodys(laptop: Client, yara: YoungPerson, path: str) -> None:
    press(laptop, together(yara), pin=PIN)
    press(laptop, SURVEY)

    with clock.held_at(clock.now() + timedelta(hours=2)):
        assert laptop.get(path).headers["Location"].startswith("/sign-in/")
        assert laptop.get("/staff/").headers["Location"].startswith("/sign-in/")
    assert laptop.session.get("_auth_user_id") is None


def test_who_no_longer_works_with_her_signs_in_again(laptop: Client, yara: YoungPerson) -> None:
    press(laptop, together(yara), pin=PIN)
    Allocation.objects.update(ended_at=clock.now())

    assert laptop.post(BACK).headers["Location"] == "/sign-in/"
    assert laptop.get("/staff/").headers["Location"].startswith("/sign-in/")


def test_nobody_lends_a_device_for_somebody_elses_young_person(client: Client, yara: YoungPerson) -> None:
    for stranger in (factories.adviser(yara.authority), factories.manager(factories.authority()), yara.user):
        client.force_login(stranger)
        assert client.get(together(yara)).status_code == 404
        assert client.post(together(yara)).status_code == 404

    assert not Sitting.objects.exists()


def test_lending_again_ends_the_sitting_before(laptop: Client, yara: YoungPerson, rosa: User) -> None:
    left_open = factories.sitting(yara, rosa)

    press(laptop, together(yara), pin=PIN)

    left_open.refresh_from_db()
    assert left_open.ended_at is not None
    assert Sitting.objects.filter(ended_at=None).count() == 1


def test_a_message_for_the_adviser_is_not_shown_to_the_young_person(laptop: Client, yara: YoungPerson) -> None:
    assert press(laptop, f"/staff/people/{yara.pk}/ask/").status_code == 302
    assert len(laptop.cookies["messages"].value) > 0
    laptop.post(together(yara), {"pin": PIN})

    assert laptop.cookies["messages"].value == ""


def test_handing_back_without_a_sitting_is_no_page(client: Client, yara: YoungPerson) -> None:
    client.force_login(yara.user)

    assert client.post(BACK).status_code == 404
    assert client.get(BACK).headers["Location"] == SURVEY


def test_whoever_leaves_in_a_hurry_does_not_shut_the_adviser_out_of_their_device(
    laptop: Client, yara: YoungPerson
) -> None:
    press(laptop, together(yara), pin=PIN)

    gone = laptop.post("/leave/")

    assert gone.status_code == 200
    assert "left" not in laptop.cookies
    assert laptop.get(SURVEY).headers["Location"].startswith("/sign-in/")


def test_three_wrong_pins_sign_the_device_out_of_everything_and_lose_nothing(laptop: Client, yara: YoungPerson) -> None:
    press(laptop, together(yara), pin=PIN)
    press(laptop, SURVEY)
    press(laptop, "/my/survey/home/", words=SECRET)
    laptop.post(BACK, {"go": "unsent"})

    tried = [press(laptop, TAKE_BACK, pin=wrong) for wrong in ("1234", "0000")]
    assert [page.status_code for page in tried] == [422, 422]
    assert "You can try 2 more times." in text(tried[0])
    assert "You can try once more." in text(tried[1])
    last = laptop.post(TAKE_BACK, {"pin": "9999"})

    assert last.status_code == 409
    assert "What was answered on it isn’t lost." in text(last)
    assert laptop.post(TAKE_BACK, {"pin": PIN}).headers["Location"] == "/sign-in/"
    assert laptop.get("/staff/").headers["Location"].startswith("/sign-in/")
    assert AreaAnswer.objects.get().words == SECRET


def test_wrong_pins_are_counted_with_the_sitting_and_not_with_the_browser(laptop: Client, yara: YoungPerson) -> None:
    """So that many presses at once, each with the session as it was, are counted too."""
    press(laptop, together(yara), pin=PIN)
    laptop.post(BACK)
    Sitting.objects.update(wrong_pins=3)

    assert laptop.post(TAKE_BACK, {"pin": PIN}).status_code == 409
    assert laptop.get("/staff/").headers["Location"].startswith("/sign-in/")


def test_whoever_forgot_the_pin_signs_in_again(laptop: Client, yara: YoungPerson) -> None:
    press(laptop, together(yara), pin=PIN)
    laptop.post(BACK)
    assert "Nothing you said shows on this device now. Please give it to" in text(laptop.get(TAKE_BACK))

    assert press(laptop, TAKE_BACK, form=1, go="forgot").headers["Location"] == "/sign-in/"
    assert laptop.get(TAKE_BACK).headers["Location"] == "/sign-in/"


def test_two_hours_after_it_was_lent_a_pin_opens_nothing(laptop: Client, yara: YoungPerson) -> None:
    press(laptop, together(yara), pin=PIN)
    laptop.post(BACK)

    with clock.held_at(clock.now() + timedelta(hours=2)):
        assert laptop.post(TAKE_BACK, {"pin": PIN}).headers["Location"] == "/sign-in/"
        assert laptop.get("/staff/").headers["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("pin", ["", "123", "1234", "4321", "7777", "12ab"])
def test_a_pin_that_would_be_guessed_is_not_taken(laptop: Client, yara: YoungPerson, pin: str) -> None:
    assert press(laptop, together(yara), pin=pin).status_code == 422
    assert not Sitting.objects.exists()


def test_the_pin_is_kept_hashed_and_nowhere_else(laptop: Client, yara: YoungPerson) -> None:
    press(laptop, together(yara), pin=PIN)

    assert PIN not in {str(value) for value in laptop.session.values()}
    assert check_password(PIN, laptop.session["pin"])


def test_what_was_kept_private_on_it_opens_only_to_an_account_that_was_checked(
    laptop: Client, yara: YoungPerson
) -> None:
    """An adviser who joined as her before could read it there."""
    joining = factories.joining(yara, joined_at=clock.now() - timedelta(days=9))
    press(laptop, together(yara), pin=PIN)
    press(laptop, SURVEY)
    press(laptop, "/my/survey/home/", words=SECRET)
    laptop.post(BACK, {"go": "unsent"})

    assert not queries.own_answers(actor=factories.actor(yara)).exists()
    joining.refresh_from_db()
    assert joining.waits
    joining.unchecked_since, joining.checked_at = None, clock.now()
    joining.save()
    assert queries.own_answers(actor=factories.actor(yara)).get().words == SECRET


def test_she_sees_which_address_it_waits_for_masked_and_can_say_that_it_is_not_hers(
    laptop: Client, yara: YoungPerson
) -> None:
    press(laptop, together(yara), pin=PIN)
    assert yara.user
    page = laptop.get(SURVEY)
    assert "y…@e….org" in text(page)
    assert yara.user.email not in text(page)

    assert press(laptop, SURVEY, to="/my/survey/end/not-me/").headers["Location"] == SURVEY

    assert factories.actor(yara).unchecked_since is not None
    assert "a manager will look into it" in text(laptop.get(SURVEY))
