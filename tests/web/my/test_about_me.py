from html import unescape
from typing import Any

import pytest

from ownpath.about_me.enums import Heading
from ownpath.about_me.models import Told
from ownpath.core import clock
from ownpath.people.models import YoungPerson
from tests import factories
from tests.client import Client
from tests.web.my.test_light import gzipped
from tests.web.my.test_plain_words import is_plain
from tests.web.pressing import form_on, press

pytestmark = pytest.mark.django_db

ABOUT = "/my/about-me/"
NAUGHTY = ["\x00", "a\x00b", "🦊", "‮backwards", "{{ 7*7 }}", "%s %(x)s", "9" * 20_000, "-1", "٣", ""]


def text(response: Any) -> str:
    return unescape(response.content.decode())


def test_it_says_who_reads_it_before_the_first_word(phone: Client) -> None:
    page = text(phone.get(ABOUT))

    assert page.index("Your adviser reads all of it.") < page.index("What matters to me")
    assert page.count("Write something") == len(Heading)
    assert "Nobody has read it yet." in page


def test_one_heading_is_saved_when_it_is_given(phone: Client) -> None:
    gone_to = press(phone, f"{ABOUT}talking/", words="Text first.\nThen ring.", go="next")

    assert gone_to.headers["Location"] == f"{ABOUT}helps/"
    assert "Text first.\nThen ring." in text(phone.get(ABOUT))
    assert press(phone, f"{ABOUT}talking/", words="Ring.").headers["Location"] == f"{ABOUT}#talking"
    before = text(phone.get(f"{ABOUT}talking/"))
    assert before.index("What it said before") < before.index("Text first.\nThen ring.", before.index("</form>"))


def test_the_last_heading_leads_back(phone: Client) -> None:
    assert press(phone, f"{ABOUT}contact/", go="next").headers["Location"] == f"{ABOUT}#contact"


def test_what_is_not_safe_is_chosen_and_may_be_left_open(phone: Client) -> None:
    press(phone, f"{ABOUT}contact/", words="", may_email="no")

    row = Told.objects.get()
    assert (row.words, row.may_email, row.may_call) == ("", "no", "")
    assert "Please do not email me." in text(phone.get(ABOUT))
    assert "may_email" not in text(phone.get(f"{ABOUT}talking/"))


def test_the_box_lets_the_phone_help(phone: Client) -> None:
    page = text(phone.get(f"{ABOUT}proud/"))

    assert 'autocapitalize="sentences"' in page
    assert 'spellcheck="true"' in page


def test_two_phones_lose_nothing(phone: Client) -> None:
    stale = form_on(phone.get(f"{ABOUT}proud/")) | {"words": ["I can dive."]}
    press(phone, f"{ABOUT}proud/", words="I can swim.")

    page = phone.post(f"{ABOUT}proud/", stale)

    assert page.status_code == 409
    assert "I can swim." in text(page)
    assert "I can dive." in text(page)
    assert Told.objects.get(ended_at=None).words == "I can swim."


def test_i_see_who_has_read_it_and_when(phone: Client, yara: YoungPerson) -> None:
    told = factories.told(yara)
    factories.reading(told, yara.allocation_rows.get().adviser)
    assert "Ines Invented" in text(phone.get(ABOUT))
    assert "You have changed something since then." not in text(phone.get(ABOUT))

    press(phone, f"{ABOUT}proud/", words="I can swim.")

    assert "You have changed something since then." in text(phone.get(ABOUT))


@pytest.mark.parametrize("value", NAUGHTY)
def test_any_field_may_hold_anything(phone: Client, value: str) -> None:
    for heading in Heading.values:
        for name in ("words", "phone", "may_email", "may_call", "version", "go", "once"):
            answer = phone.post(f"{ABOUT}{heading}/", {name: value})
            assert answer.status_code in {302, 409, 422}, f"{name} of {heading}"


@pytest.mark.parametrize("heading", ["nonsense", "Matters", "0"])
def test_there_is_no_other_heading(phone: Client, heading: str) -> None:
    assert phone.get(f"{ABOUT}{heading}/").status_code == 404
    assert phone.post(f"{ABOUT}{heading}/", {"words": "x"}).status_code == 404


def test_every_page_is_plain_and_light(phone: Client, yara: YoungPerson) -> None:
    is_plain(phone.get(ABOUT))
    for heading in Heading.values:
        factories.told(yara, heading, words="Ines.", version=1, may_email="no", ended_at=clock.now())
        told = factories.told(yara, heading, words="Ines.", version=2, may_email="no", may_call="no")
        factories.reading(told, yara.allocation_rows.get().adviser)
        is_plain(phone.get(f"{ABOUT}{heading}/"))
    is_plain(phone.get(ABOUT))
    is_plain(phone.post(f"{ABOUT}proud/", {"words": "x" * 3001}))
    assert gzipped(phone.get(ABOUT).content) <= 5_000
    assert gzipped(phone.get(f"{ABOUT}contact/").content) <= 5_000
