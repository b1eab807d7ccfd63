"""Walks in other languages: from right to left, longer than English, and with names of any script and length."""

import pytest
from django.urls import reverse
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from ownpath.accounts.models import User
from ownpath.people.models import YoungPerson
from ownpath.surveys.models import SurveyPack
from ownpath.surveys.packs.file import STARTER, STARTER_TRANSLATIONS, read_pack
from ownpath.web import navigation
from tests import factories, pseudo
from tests.browser import LARGE_TEXT, another

from .walker import PHONE, Walker

# Every place of a young person that pages lead to, and the forms and ends behind them.
BEHIND = (
    "survey/start/check-in/",
    "survey/home/",
    "survey/home/before/",
    "survey/end/priorities/",
    "survey/end/order/",
    "survey/end/summary/",
    "road/home/",
    "plan/goals/add/",
    "wins/add/",
    "people/add/",
    "people/share/",
    "asks/new/",
)


def places() -> list[str]:
    known = [reverse(place.url_name) for place in (*navigation.MY, *navigation.EVERYTHING)]
    return [*dict.fromkeys(known), *(f"/my/{path}" for path in BEHIND)]


NAMES = {
    "long": "Wolfeschlegelsteinhausenbergerdorff" * 3 + " of Somewhere",
    "words": "Ana " * 29 + "Ana",
    "arabic": "نور الهدى عبد الرحمن",
    "tigrinya": "ሰላም ተስፋይ",
    "emoji": "🌻🌻 Sol 👩🏽‍🚀",
}


@pytest.fixture
def council() -> None:
    for path in (STARTER, *STARTER_TRANSLATIONS):
        document = read_pack(path.read_bytes())
        SurveyPack.objects.create(
            slug=document["id"], version=document["version"], language=document["language"], document=document
        )


def somebody(name: str = "Yara Notreal", adviser: str = "Ines Invented", language: str = "") -> YoungPerson:
    """A young person with a little of everything."""
    at = factories.authority(help_now_name="The night line", help_now_phone="01632 960 111")
    whom = factories.young_person(at, name)
    factories.allocate(whom, factories.adviser(at, adviser, phone="07700 900 123"))
    User.objects.filter(pk=whom.user_id).update(language=language)
    pack = SurveyPack.objects.get(language="en")
    for response in (factories.response(whom, pack=pack), factories.response(whom, pack=pack, sent_at=None)):
        factories.answer(response, "home", words="My own key! مفتاحي", language="en")
        factories.answer(response, "money", sharing="private")
        factories.prioritise(response, "home", "money")
    factories.step(factories.goal(whom, words="I want a kitchen. أريد مطبخًا", area="home"), doer_name=name)
    return whom


def test_somebody_reads_and_answers_in_arabic_from_the_first_page(walker: Walker, council: None) -> None:
    nour = somebody("نور", language="")
    walker.opens("/")
    walker.presses("العربية")
    walker.reads_heading("حياتك بعد الرعاية، بكلماتك أنت")
    walker.reads("لم يراجع هذه الكلمات بعد أحد يتكلم العربية.")
    walker.is_signed_in_as(nour)
    walker.opens("/my/survey/friends/")
    walker.reads_heading("الأصدقاء")
    walker.chooses("عندي شخص أو شخصان أثق بهما. وهكذا أحب.")
    walker.writes("مع من تحب أن تكون؟", "سام")
    walker.presses("حفظ ومتابعة")
    walker.presses("English")
    walker.opens("/my/survey/friends/")
    walker.finds_chosen("I have one or two good people. That's how I like it.")
    walker.finds_written("Who do you like being with?", "سام")


def test_every_place_stands_from_right_to_left(walker: Walker, council: None) -> None:
    walker.is_signed_in_as(somebody(language="ar"))
    for place in places():
        walker.opens(place)
        walker.finds("document.documentElement.dir", "rtl")


def test_no_place_bursts_in_a_longer_language(walker: Walker, council: None, speaks_pseudo: None) -> None:
    walker.is_signed_in_as(somebody(language=pseudo.CODE))
    for place in places():
        walker.finds_nothing_cut_off_on(place)
        walker.finds("document.documentElement.lang", pseudo.CODE)


def test_no_place_bursts_on_a_phone_that_is_set_to_text_twice_as_large(
    browser: Browser, live_server: LiveServer, council: None
) -> None:
    large = another(browser, LARGE_TEXT)
    walker = Walker(large.new_context(), live_server.url)
    walker.is_signed_in_as(somebody())
    for place in places():
        walker.finds_nothing_cut_off_on(place, PHONE)
        walker.finds("getComputedStyle(document.documentElement).fontSize", "32px")
    large.close()


@pytest.mark.parametrize("kind", NAMES)
def test_no_name_bursts_a_page(walker: Walker, council: None, kind: str) -> None:
    name = NAMES[kind][:120]
    walker.is_signed_in_as(somebody(name, adviser=name))
    for place in places():
        walker.finds_nothing_cut_off_on(place)
