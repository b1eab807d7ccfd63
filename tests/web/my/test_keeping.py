"""What the script of a survey page sends while somebody types: half typed is kept in the draft, and nothing is lost."""

from html import unescape

import pytest

from ownpath.people.models import YoungPerson
from ownpath.support.models import Ask
from ownpath.surveys.enums import Sharing
from ownpath.surveys.models import AreaAnswer, Response
from tests import factories
from tests.client import Client
from tests.web.pressing import Fields, form_on, press

pytestmark = pytest.mark.django_db

HOME, MONEY = "/my/survey/home/", "/my/survey/money/"


def half(fields: Fields, **typed: str) -> Fields:
    """What the script sends of a form."""
    return fields | {name: [value] for name, value in typed.items()} | {"go": ["keep"]}


def test_half_typed_is_in_the_draft_and_private(phone: Client, draft: Response) -> None:
    answer = phone.post(HOME, half(form_on(phone.get(HOME)), words="I was just", now="2"))

    said = AreaAnswer.objects.get()
    assert (answer.status_code, answer.json()) == (200, {"version": 1})
    assert (said.words, said.now, said.sharing, said.is_half_typed) == ("I was just", 2, Sharing.PRIVATE, True)


def test_sharing_is_kept_as_it_was_chosen(phone: Client, draft: Response) -> None:
    phone.post(HOME, half(form_on(phone.get(HOME)), words="I was just", sharing="shared"))
    phone.post(HOME, half(form_on(phone.get(HOME)), sharing="private"))

    assert AreaAnswer.objects.get().sharing == Sharing.PRIVATE


def test_saving_the_page_afterwards_finds_no_conflict(phone: Client, draft: Response) -> None:
    shown = form_on(phone.get(HOME))
    first = phone.post(HOME, half(shown, words="I was")).json()["version"]
    second = phone.post(HOME, half(shown, words="I was just", version=str(first))).json()["version"]

    saved = phone.post(HOME, shown | {"words": ["I was just there."], "version": [str(second)]})

    said = AreaAnswer.objects.get()
    assert (saved.status_code, saved.headers["Location"]) == (302, MONEY)
    assert (said.words, said.is_half_typed) == ("I was just there.", False)


def test_answer_that_never_came_is_asked_for_again_and_is_no_conflict(phone: Client, draft: Response) -> None:
    lost = half(form_on(phone.get(HOME)), words="I was just")
    phone.post(HOME, lost)

    again = phone.post(HOME, lost)

    assert (again.status_code, again.json()) == (200, {"version": 1})
    assert AreaAnswer.objects.get().words == "I was just"


def test_page_that_was_kept_whole_is_no_longer_half_typed_once_it_is_saved(phone: Client, draft: Response) -> None:
    shown = form_on(phone.get(HOME)) | {"words": ["All of it."]}
    phone.post(HOME, half(shown))

    assert phone.post(HOME, shown).status_code == 302
    assert AreaAnswer.objects.get().is_half_typed is False


def test_another_phone_is_never_overwritten(phone: Client, draft: Response) -> None:
    stale = form_on(phone.get(HOME))
    press(phone, HOME, words="From the other phone")

    kept = phone.post(HOME, half(stale, words="From this one"))

    assert (kept.status_code, kept.json()) == (409, {})
    assert AreaAnswer.objects.get().words == "From the other phone"


def test_page_that_shows_both_texts_keeps_neither_by_itself(phone: Client, draft: Response) -> None:
    stale = form_on(phone.get(HOME))
    press(phone, HOME, words="From the other phone")

    assert " data-keep>" in phone.get(HOME).text
    assert " data-keep>" not in phone.post(HOME, stale | {"words": ["From this one"]}).text


def test_somebody_goes_on_at_what_they_half_typed(phone: Client, draft: Response) -> None:
    press(phone, HOME, words="Done")
    phone.post(MONEY, half(form_on(phone.get(MONEY)), words="It lasts until"))

    assert press(phone, "/my/survey/", form=0, to="/my/survey/").headers["Location"] == MONEY
    overview = phone.get("/my/survey/").text
    assert f'href="{MONEY}">Go on</a>' in overview
    assert "<span>Begun</span>" in overview


def test_half_typed_after_the_session_ended_comes_back_to_its_author(
    phone: Client, draft: Response, yara: YoungPerson
) -> None:
    shown = form_on(phone.get(HOME))
    phone.logout()

    sent_to = phone.post(HOME, half(shown, words="I was just"))

    assert sent_to.headers["Location"] == f"/sign-in/?next={HOME}"
    phone.force_login(yara.user)
    assert form_on(phone.get(HOME))["words"] == ["I was just"]


def test_newer_half_typed_words_stand_before_those_kept_when_the_session_ended(
    phone: Client, draft: Response, yara: YoungPerson
) -> None:
    shown = form_on(phone.get(HOME))
    phone.logout()
    phone.post(HOME, half(shown, words="Older"))
    phone.force_login(yara.user)

    phone.post(HOME, half(form_on(phone.get(HOME)), words="Newer"))

    assert form_on(phone.get(HOME))["words"] == ["Newer"]


@pytest.mark.parametrize(
    ("typed", "status"),
    [({"words": "a" * 5001}, 422), ({"now": "9"}, 422), ({"scenario": "moon"}, 404), ({"response_id": "x"}, 404)],
)
def test_nonsense_is_refused_and_changes_nothing(phone: Client, draft: Response, typed, status: int) -> None:
    kept = phone.post(HOME, half(form_on(phone.get(HOME)), **typed))

    assert kept.status_code == status
    assert not AreaAnswer.objects.exists()


def test_nothing_is_kept_in_what_was_sent(phone: Client, draft: Response, yara: YoungPerson) -> None:
    factories.answer(draft, "home", words="As I sent it")
    shown = form_on(phone.get(HOME))
    press(phone, "/my/survey/end/summary/")

    kept = phone.post(HOME, half(shown, words="Too late"))

    assert kept.status_code == 409
    assert AreaAnswer.objects.get().words == "As I sent it"


def test_page_says_everything_that_its_script_may_have_to_say(phone: Client, draft: Response) -> None:
    page = unescape(phone.get(HOME).text)

    for attribute in ("saved", "no-signal", "unheard", "signed-out", "elsewhere", "refused"):
        assert f'data-{attribute}="' in page
    assert page.count("data-urgent") == 2


def test_another_long_form_keeps_what_is_half_typed_and_saves_nothing(phone: Client, yara: YoungPerson) -> None:
    page = "/my/asks/new/"
    shown = form_on(phone.get(page))

    kept = phone.post(page, half(shown, words="I need a"))

    assert (kept.status_code, kept.json()) == (200, {})
    assert form_on(phone.get(page))["words"] == ["I need a"]
    assert not Ask.objects.exists()
    assert "What you typed is still here" in phone.get(page).text
