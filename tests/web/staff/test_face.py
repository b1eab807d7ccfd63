"""A member of staff shows their face, another one, and none any more."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from ownpath.accounts.models import FacePhoto, Membership, User
from tests import factories
from tests.client import Client
from tests.web.pressing import press

pytestmark = pytest.mark.django_db

FACE = "/staff/reach/face/"


@pytest.fixture
def ines() -> User:
    return factories.adviser(factories.authority(), reach_words="Text me.")


@pytest.fixture
def laptop(client: Client, ines: User) -> Client:
    client.force_login(ines)
    return client


def file(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("me.jpg", content, content_type="image/jpeg")


def test_face_is_the_small_square_middle_of_the_photo(laptop: Client, ines: User) -> None:
    press(laptop, "/staff/reach/", words="Ring me.", new_face=file(factories.photo_file(size=(900, 600))))

    shown = laptop.get(FACE)
    assert shown.headers["Content-Type"] == "image/webp"
    assert shown.headers["Cache-Control"] == "private, no-store"
    with Image.open(BytesIO(shown.content)) as image:
        assert image.size == (96, 96)
    kept = FacePhoto.objects.get()
    assert (kept.membership.user, kept.width, kept.height) == (ines, 320, 320)
    assert kept.membership.reach_words == "Ring me."
    assert f'src="{FACE}"' in laptop.get("/staff/reach/").text


def test_another_photo_leaves_nothing_of_the_one_before(laptop: Client, ines: User) -> None:
    before = factories.face(ines)

    press(laptop, "/staff/reach/", new_face=file(factories.photo_file("PNG", (50, 50))))

    kept = FacePhoto.objects.get()
    assert kept.pk == before.pk
    assert bytes(kept.large) != before.large
    assert bytes(kept.small) != before.small


def test_taking_it_away_deletes_it_and_keeps_the_words(laptop: Client, ines: User) -> None:
    factories.face(ines)

    press(laptop, "/staff/reach/", no_face="on")

    assert not FacePhoto.objects.exists()
    assert laptop.get(FACE).status_code == 404
    assert FACE not in laptop.get("/staff/reach/").text
    assert Membership.objects.get(user=ines).reach_words == "Text me."


def test_saving_words_leaves_the_face(laptop: Client, ines: User) -> None:
    before = factories.face(ines)

    press(laptop, "/staff/reach/", words="Ring me.")

    assert bytes(FacePhoto.objects.get().large) == before.large


@pytest.mark.parametrize("content", [b"<svg/>", b"GIF89a", b"\0" * 3000, b""])
def test_what_is_no_photo_is_refused_and_changes_nothing(laptop: Client, ines: User, content: bytes) -> None:
    before = factories.face(ines)

    page = press(laptop, "/staff/reach/", words="Ring me.", new_face=file(content))

    assert page.status_code == 422
    assert "We cannot open this as a photo. Choose a JPEG, PNG or WebP picture." in page.text
    assert bytes(FacePhoto.objects.get().large) == before.large
    assert Membership.objects.get(user=ines).reach_words == "Text me."


def test_own_face_is_ones_own(client: Client, ines: User) -> None:
    factories.face(ines)
    client.force_login(factories.adviser(ines.membership.authority, "Sol Someone"))

    assert client.get(FACE).status_code == 404
