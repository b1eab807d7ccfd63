"""What stands behind answering without signal: the page that a phone may keep, and where its answers arrive."""

import re

import pytest
from django.test import Client as ClientWithChecks

from ownpath.people.models import YoungPerson
from ownpath.surveys.enums import Sharing
from ownpath.surveys.models import AreaAnswer, Response
from ownpath.web import kept
from tests import factories
from tests.client import Client
from tests.web.pressing import form_on

pytestmark = pytest.mark.django_db

PAGE, SEND = "/my/offline/", "/my/offline/send/"


def answer(whose: YoungPerson, key: str = "key-1", **said: str) -> dict[str, str]:
    """What the script of the page sends of one area."""
    token = kept.token_for(factories.actor(whose))
    return {"typed_by": token, "once": key, "area": "home", "language": "en", "words": "On the bus"} | said


def test_page_holds_the_questions_and_nothing_of_its_reader(phone: Client, draft: Response) -> None:
    factories.answer(draft, "home", words="My secret", now=4)

    page = phone.get(PAGE).text

    for words in (
        "What home is like for me.",
        "Home is like b.",
        "friends great",
        "Say more about money, if you like.",
    ):
        assert words in page
    for told in ("Yara", "Ines", "My secret", "checked"):
        assert told not in page


def test_page_is_there_before_somebody_began(phone: Client) -> None:
    assert "home great" in phone.get(PAGE).text


def test_page_of_an_authority_without_a_survey_is_not_there(client: Client) -> None:
    client.force_login(factories.young_person(factories.authority()).user)

    assert client.get(PAGE).status_code == 404


def test_answer_is_in_the_draft_and_private(phone: Client, yara: YoungPerson) -> None:
    sent = phone.post(SEND, answer(yara, now="2"))

    said = AreaAnswer.objects.get()
    assert (sent.status_code, sent.json()) == (200, {})
    assert (said.area, said.words, said.now, said.sharing) == ("home", "On the bus", 2, Sharing.PRIVATE)
    assert said.response.sent_at is None


def test_answer_sent_again_changes_nothing(phone: Client, yara: YoungPerson) -> None:
    phone.post(SEND, answer(yara))
    phone.post("/my/survey/home/", form_on(phone.get("/my/survey/home/")) | {"words": ["Changed since"]})

    again = phone.post(SEND, answer(yara))

    assert again.status_code == 200
    assert AreaAnswer.objects.get().words == "Changed since"


def test_something_else_that_was_said_stands_until_somebody_chose(
    phone: Client, yara: YoungPerson, draft: Response
) -> None:
    factories.answer(draft, "home", words="On my laptop")

    sent = phone.post(SEND, answer(yara))
    both = phone.post("/my/survey/home/", answer(yara) | {"response_id": str(draft.pk), "version": ""})

    assert (sent.status_code, sent.json()) == (409, {"response_id": str(draft.pk)})
    assert AreaAnswer.objects.get().words == "On my laptop"
    assert both.status_code == 409
    assert "On my laptop" in both.text
    form = form_on(both)
    assert (form["words"], form["once"]) == (["On the bus"], ["key-1"])

    assert phone.post("/my/survey/home/", form).status_code == 302
    assert AreaAnswer.objects.get().words == "On the bus"
    assert phone.post(SEND, answer(yara)).status_code == 200


def test_another_person_on_the_same_phone_sends_nothing(client: Client, yara: YoungPerson) -> None:
    zane = factories.young_person(yara.authority, "Zane Notreal")
    client.force_login(zane.user)

    sent = client.post(SEND, answer(yara))

    assert sent.status_code == 403
    assert not Response.objects.exists()
    assert client.get(SEND).json()["owner"] != answer(yara)["typed_by"]


@pytest.mark.parametrize("token", ["", "x", "0192f0c4-7a5e-7d11-8f10-5d0c3a9b2e41:made-up", "\x00" * 50])
def test_answer_without_a_token_of_ours_is_refused(phone: Client, yara: YoungPerson, token: str) -> None:
    assert phone.post(SEND, answer(yara, typed_by=token)).status_code == 403
    assert not Response.objects.exists()


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"words": "a" * 5001}, 422),
        ({"now": "9"}, 422),
        ({"now": "\x00"}, 422),
        ({"scenario": "moon"}, 404),
        ({"area": "moon"}, 404),
        ({"area": ""}, 404),
        ({"language": "x" * 3000}, 422),
        ({"once": "k" * 3000}, 200),
        ({"words": "nul \x00 nul"}, 200),
    ],
)
def test_nonsense_gets_an_answer(phone: Client, yara: YoungPerson, said: dict[str, str], status: int) -> None:
    assert phone.post(SEND, answer(yara, **said)).status_code == status


def test_json_in_place_of_a_form_is_refused(phone: Client) -> None:
    assert phone.post(SEND, "{[", content_type="application/json").status_code == 403


def test_too_much_is_refused(phone: Client) -> None:
    body = "words=" + "a" * 1_100_000
    assert phone.post(SEND, body, "application/x-www-form-urlencoded").status_code == 400


def test_token_against_forgery_comes_from_a_tiny_page(yara: YoungPerson) -> None:
    phone = ClientWithChecks(enforce_csrf_checks=True)
    phone.force_login(yara.user)
    known = phone.get(SEND)

    sent = phone.post(SEND, answer(yara), headers={"X-CSRFToken": known.json()["token"]})

    assert len(known.content) < 300
    assert sent.status_code == 200
    assert phone.post(SEND, answer(yara, key="key-2")).status_code != 200


def test_whoever_is_signed_out_is_sent_to_sign_in(client: Client, yara: YoungPerson) -> None:
    assert client.get(SEND).headers["Location"] == f"/sign-in/?next={SEND}"
    assert client.post(SEND, answer(yara)).status_code == 302
    assert not Response.objects.exists()


def test_worker_may_stand_in_for_our_front_page_and_is_asked_for_anew(client: Client) -> None:
    worker = client.get("/my/offline/worker.js")

    assert worker.headers["Service-Worker-Allowed"] == "/"
    assert worker.headers["Cache-Control"] == "no-cache"
    assert worker.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert f'const PAGE = "{PAGE}";'.encode() in worker.content


@pytest.mark.parametrize("page", ["/my/", "/my/survey/", "/my/survey/home/", "/my/plan/", PAGE, SEND])
def test_no_page_stays_on_the_device(phone: Client, draft: Response, page: str) -> None:
    assert phone.get(page).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("page", ["/my/", "/my/survey/", PAGE])
def test_page_says_everything_that_its_script_may_have_to_say(phone: Client, page: str) -> None:
    shown = phone.get(page).text

    for what in ("on", "off", "failed", "unsent", "kept", "saved", "signed-out", "both", "refused"):
        assert f'data-{what}="' in shown
    assert len(re.findall(r"\{areas\}", shown)) >= 5
