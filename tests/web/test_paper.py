"""A survey on paper: printed, made into a PDF, typed in, and looked over."""

import re
import zlib
from html import unescape
from typing import Any

import pytest

from ownpath.accounts.models import User
from ownpath.core import clock, turns
from ownpath.people.models import YoungPerson
from ownpath.surveys.models import AreaAnswer, Paper
from ownpath.surveys.packs.file import STARTER, read_pack
from ownpath.web.views import paper
from tests import factories
from tests.client import Client
from tests.web.pressing import press

pytestmark = pytest.mark.django_db

CHECK = "/my/paper/check/"
PDF, STAFF_PDF = "/my/paper/survey.pdf", "/staff/paper/survey.pdf"


@pytest.fixture
def yara() -> YoungPerson:
    factories.pack()
    return factories.young_person(factories.authority())


@pytest.fixture
def ines(yara: YoungPerson) -> User:
    adviser = factories.adviser(yara.authority)
    factories.allocate(yara, adviser)
    return adviser


@pytest.fixture
def laptop(client: Client, ines: User) -> Client:
    client.force_login(ines)
    return client


@pytest.fixture
def phone(yara: YoungPerson) -> Client:
    own = Client()
    own.force_login(yara.user)
    return own


def text(response: Any) -> str:
    return unescape(response.content.decode())


def unpacked(pdf: bytes) -> bytes:
    """What stands in the packed parts of a PDF."""
    packed = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    return b"".join(zlib.decompressobj().decompress(part) for part in packed if part.startswith(b"x"))


def page_of(whom: YoungPerson) -> str:
    return f"/staff/people/{whom.pk}/paper/"


def today() -> dict[str, str]:
    day = clock.today()
    return {"filled_date-day": str(day.day), "filled_date-month": str(day.month), "filled_date-year": str(day.year)}


def test_page_to_print_holds_every_question_and_nobodys_name(phone: Client, laptop: Client) -> None:
    for device, path in ((phone, "/my/paper/"), (laptop, "/staff/paper/")):
        page = text(device.get(path))
        for words in ("Home is like a.", "money hard", "Fairly steady", "Up and down", "Just for me: I keep this part"):
            assert words in page
        assert "Yara" not in page
        assert "Ines" not in page


def test_pdf_is_tagged_titled_and_in_its_language(phone: Client) -> None:
    response = phone.get(PDF)

    assert response.headers["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF")
    inside = unpacked(response.content)
    for sign in (b"/MarkInfo <</Marked true>>", b"/S /H1", b"/Title (A small survey for tests)", b"/Lang (en-gb)"):
        assert sign in inside
    assert phone.get(PDF).content == response.content


def test_each_part_of_life_is_one_page_with_its_choice_of_who_reads_it(phone: Client) -> None:
    starter = read_pack(STARTER.read_bytes())
    factories.pack(document=starter)

    pdf = phone.get(PDF).content

    streams = [stream.split(b"endstream")[0].strip(b"\r\n") for stream in pdf.split(b"stream\n")[1::2]]
    objects = b"".join(zlib.decompress(stream) for stream in streams if stream.startswith(b"x"))
    assert len(re.findall(rb"/Type /Page\b", objects)) == 1 + len(starter["areas"])


def test_pdf_is_made_for_one_person_at_a_time_and_once_made_for_everybody(
    phone: Client, laptop: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: dict[Any, bytes] = {}
    monkeypatch.setattr(paper, "_made", made)
    kind = paper.BlankPaperPdf.counted_as
    somebody = factories.actor(factories.young_person(factories.authority()))
    turn = turns.take(somebody, kind)

    assert [device.get(path).status_code for device, path in ((phone, PDF), (laptop, STAFF_PDF))] == [429, 429]
    turns.end(turn)
    assert phone.get(PDF).status_code == 200
    assert len(made) == 1
    turns.take(somebody, kind)
    assert laptop.get(STAFF_PDF).status_code == 200


def test_without_what_makes_pdfs_the_page_says_to_print_it(phone: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "weasyprint", None)
    paper._made.clear()

    page = phone.get(PDF)

    assert page.status_code == 200
    assert "A PDF cannot be made here: print this page instead." in text(page)


def test_paper_is_typed_in_once_and_told_as_paper(laptop: Client, yara: YoungPerson) -> None:
    typed = today() | {"home-now": "2", "home-words": "It is <damp>.", "first": "home"}
    assert press(laptop, page_of(yara), **typed).headers["Location"] == page_of(yara)

    again = press(laptop, page_of(yara), **typed)

    assert again.status_code == 409
    assert "A paper of this day is typed in already. Nothing was added." in text(again)
    assert AreaAnswer.objects.get().words == "It is <damp>."
    assert "Not checked yet" in text(laptop.get(page_of(yara)))
    assert "From paper, typed in by staff" in text(laptop.get(f"/staff/people/{yara.pk}/conversation/"))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Type in at least one answer."),
        ({"home-now": "2", "filled_date-year": "2190"}, "Write a date that is not after"),
        *(
            ({"home-now": "2", "filled_date-year": year}, "Write a date that is not before 4 May 2022.")
            for year in ("1999", "2016", "2021")
        ),
        ({"home-now": "2", "filled_date-day": "x"}, "There is no such day."),
        ({"home-now": "9"}, "Choose one of these."),
        ({"home-scenario": "money-a"}, "Choose one of these."),
        ({"home-now": "2", "first": "home", "second": "home"}, "Choose each part once."),
        ({"home-words": "x" * 20_000}, "letters too long"),
    ],
)
def test_what_no_paper_can_say_gets_a_sentence(
    laptop: Client, yara: YoungPerson, typed: dict[str, str], sentence: str
) -> None:
    page = press(laptop, page_of(yara), **today() | typed)

    assert page.status_code == 422
    assert sentence in text(page)
    assert not Paper.objects.exists()


def test_young_person_is_asked_to_check_it_and_says_it_is_right(phone: Client, yara: YoungPerson, ines: User) -> None:
    typed_in = factories.paper(yara, ines)
    factories.answer(typed_in.response, "home", words="It is damp.")
    assert f'href="{CHECK}"' in text(phone.get("/my/"))
    page = text(phone.get(CHECK))
    assert "Ines Invented typed in what you wrote on paper" in page
    assert "It is damp." in page

    assert press(phone, CHECK).headers["Location"] == "/my/survey/"

    assert Paper.objects.get().checked_at is not None
    assert phone.get(CHECK).headers["Location"] == "/my/survey/"
    assert "Written on paper. Ines Invented typed it in." in text(phone.get("/my/survey/home/before/"))


def test_what_is_wrong_is_put_right_in_ones_own_words(phone: Client, yara: YoungPerson, ines: User) -> None:
    typed_in = factories.paper(yara, ines)
    factories.answer(typed_in.response, "home", words="It is lamp.")

    assert press(phone, CHECK, wrong=["home"]).headers["Location"] == "/my/survey/home/?from=summary"

    assert "It is lamp." in text(phone.get("/my/survey/end/summary/"))
    press(phone, "/my/survey/home/", words="It is damp.")
    press(phone, "/my/survey/end/summary/")
    assert list(AreaAnswer.objects.standing().values_list("words", flat=True)) == ["It is damp."]


def test_nobody_types_in_for_somebody_elses_young_person(client: Client, yara: YoungPerson) -> None:
    client.force_login(factories.adviser(yara.authority))

    assert client.get(page_of(yara)).status_code == 404
    assert client.post(page_of(yara), today() | {"home-now": "2"}).status_code == 404
