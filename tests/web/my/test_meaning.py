"""The page on which one says what doing well means."""

import pytest

from ownpath.people.models import YoungPerson
from ownpath.plans.models import Statement
from tests.client import Client
from tests.web.my.test_plain_words import is_plain
from tests.web.pressing import form_on, press

pytestmark = pytest.mark.django_db

PAGE = "/my/plan/meaning/"


def test_it_stands_at_the_head_of_the_plan_for_both(phone: Client, yara: YoungPerson) -> None:
    assert "Say what doing well means to you" in phone.get("/my/plan/").text

    press(phone, PAGE, words="A dog & a door that shuts.")

    laptop = Client()
    laptop.force_login(yara.allocation_rows.get().adviser)
    for page in (phone.get("/my/plan/"), laptop.get(f"/staff/people/{yara.pk}/plan/")):
        assert "A dog &amp; a door that shuts." in page.text
    guide = laptop.get(f"/staff/people/{yara.pk}/conversation/").text
    assert "A dog &amp; a door that shuts." in guide


def test_what_it_said_before_is_there_for_oneself(phone: Client, yara: YoungPerson) -> None:
    press(phone, PAGE, words="Money.")
    press(phone, PAGE, words="A dog.")

    page = phone.get(PAGE)
    assert form_on(page)["words"] == ["A dog."]
    assert "Money." in page.text
    laptop = Client()
    laptop.force_login(yara.allocation_rows.get().adviser)
    assert "Money." not in laptop.get(f"/staff/people/{yara.pk}/plan/").text
    is_plain(page)


def test_two_open_pages_show_both(phone: Client) -> None:
    first = form_on(phone.get(PAGE)) | {"words": ["Mine"]}
    press(phone, PAGE, words="Mine too")

    page = phone.post(PAGE, first)

    assert page.status_code == 409
    assert "Mine too" in page.text
    assert Statement.objects.get().words == "Mine too"


@pytest.mark.parametrize(("words", "status"), [("x" * 20_000, 422), ("\x00", 302), ("  ", 302)])
def test_bad_input_changes_nothing(phone: Client, words: str, status: int) -> None:
    assert press(phone, PAGE, words=words).status_code == status
    assert not Statement.objects.exists()
