from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ownpath.core import photos
from ownpath.plans import actions
from ownpath.plans.enums import WinSharing
from ownpath.plans.models import Win, WinPhoto
from tests import factories
from tests.client import Client
from tests.factories import WholePlan


@pytest.fixture
def plan(db: None) -> WholePlan:
    return factories.whole_plan()


@pytest.fixture
def mine(client: Client, plan: WholePlan) -> Client:
    client.force_login(plan.yara.user)
    return client


def file(content: bytes, name: str = "IMG_20261122.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "image/jpeg")


def text(response: Any) -> Any:
    return response.content.decode()


def test_any_page_leads_to_a_line_and_back(mine: Client, plan: WholePlan) -> None:
    assert 'href="/my/wins/add/?from=/my/plan/"' in text(mine.get("/my/plan/"))
    assert 'name="back_to" value="/my/plan/"' in text(mine.get("/my/wins/add/?from=/my/plan/"))

    response = mine.post("/my/wins/add/", {"words": "First mop", "back_to": "/my/plan/?a=b"}, follow=True)

    assert response.redirect_chain == [("/my/plan/?a=b", 302)]
    assert "Your win is kept." in text(response)
    assert list(Win.objects.values_list("words", "young_person", "added_by", "sharing")) == [
        ("First mop", plan.yara.pk, plan.yara.user_id, WinSharing.PRIVATE)
    ]


def test_page_with_a_form_stays_open_beside_the_win(mine: Client) -> None:
    page = text(mine.get("/my/plan/goals/add/"))

    assert '<a href="/my/wins/add/" target="_blank">' in page


@pytest.mark.parametrize(
    "back_to",
    ["", "https://example.org/my/", "//example.org/my/", "/staff/", "javascript:alert(1)", "/my", "my/"],
)
def test_it_never_leads_anywhere_else(mine: Client, back_to: str) -> None:
    response = mine.post("/my/wins/add/", {"words": "First mop", "back_to": back_to})

    assert response.headers["Location"] == "/my/wins/"


@pytest.mark.parametrize(("words", "fault"), [("", "Write a line."), ("x" * 10_000, "9700 letters too long")])
def test_faulty_win_comes_back_as_it_was_typed(mine: Client, words: str, fault: str) -> None:
    response = mine.post("/my/wins/add/", {"words": words, "back_to": "/my/plan/"})

    assert (response.status_code, Win.objects.count()) == (422, 0)
    assert fault in text(response)
    assert words in text(response)
    assert 'name="back_to" value="/my/plan/"' in text(response)


def test_form_that_is_sent_twice_keeps_one_win(mine: Client) -> None:
    for _ in range(2):
        mine.post("/my/wins/add/", {"words": "First mop", "once": "the-same-form", "new_photo": file(photo_file())})

    assert (Win.objects.count(), WinPhoto.objects.count()) == (1, 1)


def photo_file() -> bytes:
    return factories.photo_file()


def test_photo_is_kept_small_and_shown_to_nobody_who_may_not_see_it(mine: Client, plan: WholePlan) -> None:
    sent = {"words": "Mop", "sharing": "private", "new_photo": file(photo_file()), "alt": "A blue mop"}
    mine.post("/my/wins/add/", sent)
    win = Win.objects.get()

    page = text(mine.get("/my/wins/"))
    assert 'alt="A blue mop"' in page
    for path, content in ((f"/my/wins/{win.pk}/photo/", "large"), (f"/my/wins/{win.pk}/photo/small/", "small")):
        assert path in page
        shown = mine.get(path)
        assert shown.content == bytes(getattr(WinPhoto.objects.get(), content))
        assert shown.headers["Content-Type"] == "image/webp"
        assert shown.headers["X-Content-Type-Options"] == "nosniff"
        assert shown.headers["Cache-Control"] == "private, no-store"
        assert shown.headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    staff = Client()
    staff.force_login(plan.ines)
    photo = f"/staff/people/{plan.yara.pk}/plan/wins/{win.pk}/photo/"
    assert staff.get(photo).status_code == 404
    Win.objects.update(sharing=WinSharing.TOGETHER)
    assert staff.get(photo).status_code == 200


def test_photo_without_words_has_a_text_that_says_what_it_is_of(mine: Client) -> None:
    mine.post("/my/wins/add/", {"words": "First mop", "new_photo": file(photo_file())})

    assert 'alt="Photo of this win: First mop"' in text(mine.get("/my/wins/"))


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"<svg/>", photos.Fault.NOT_A_PHOTO),
        (b"", photos.Fault.NOT_A_PHOTO),
        (factories.photo_file("GIF"), photos.Fault.NOT_A_PHOTO),
        (factories.photo_file() + bytes(photos.MOST_BYTES), photos.Fault.TOO_BIG),
        (factories.photo_file("PNG", (12_001, 2)), photos.Fault.TOO_MANY_DOTS),
    ],
)
def test_what_is_no_photo_changes_nothing_and_what_was_typed_stays(mine: Client, content: bytes, fault: Any) -> None:
    sent = {"words": "Mop", "sharing": "together", "alt": "A mop", "new_photo": file(content)}

    response = mine.post("/my/wins/add/", sent)

    assert (response.status_code, Win.objects.count()) == (422, 0)
    assert str(getattr(fault, "label", fault)) in text(response)
    assert 'value="Mop"' in text(response)
    assert 'value="A mop"' in text(response)
    assert "Choose your photo again: a page cannot keep it." in text(response)


def test_two_files_at_once_are_refused_as_a_whole(mine: Client) -> None:
    sent = {"words": "Mop", "new_photo": [file(photo_file()), file(photo_file())]}

    assert mine.post("/my/wins/add/", sent).status_code == 400
    assert not Win.objects.exists()


def test_win_of_the_adviser_is_kept_changed_or_removed(mine: Client, plan: WholePlan) -> None:
    first = actions.record_win(actor=plan.adviser, young_person_id=plan.yara.pk, words="Rang <the> bank")
    second = actions.record_win(actor=plan.adviser, young_person_id=plan.yara.pk, words="Slept")
    page = text(mine.get("/my/wins/"))
    assert "Rang &lt;the&gt; bank" in page
    assert page.count("Ines Invented noted this.") == 2

    mine.post(f"/my/wins/{first.pk}/keep/")
    assert "Its words and its photo go for good" in text(mine.get(f"/my/wins/{second.pk}/remove/"))
    mine.post(f"/my/wins/{second.pk}/remove/")

    assert [(win.words, win.kept_at is None) for win in Win.objects.all()] == [("Rang <the> bank", False)]


def test_win_changes_its_words_and_for_whom_it_is(mine: Client, plan: WholePlan) -> None:
    win = actions.record_win(actor=plan.owner, young_person_id=plan.yara.pk, words="Slept", sharing=WinSharing.ADVISER)
    page = text(mine.get(f"/my/wins/{win.pk}/"))
    assert "They may have read it already." in page

    changed = {"words": "Slept well", "sharing": "private", "version": "1"}
    assert mine.post(f"/my/wins/{win.pk}/", changed).headers["Location"] == f"/my/wins/#win-{win.pk}"

    win.refresh_from_db()
    assert (win.words, win.sharing) == ("Slept well", "private")
    assert "“Slept”" in text(mine.get(f"/my/wins/{win.pk}/"))
    late = mine.post(f"/my/wins/{win.pk}/", changed | {"words": "Slept badly"})
    assert late.status_code == 409
    assert "This was changed while you were writing" in text(late)
