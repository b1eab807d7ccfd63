"""The face of whoever is there for a young person, where it stands and who can open it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ownpath.accounts.models import FacePhoto, User
from ownpath.core import clock
from ownpath.people.models import YoungPerson
from tests import factories
from tests.client import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def ines(yara: YoungPerson) -> User:
    adviser: User = yara.allocation_rows.get().adviser
    return adviser


@pytest.fixture
def sol(yara: YoungPerson) -> User:
    return factories.adviser(yara.authority, "Sol Someone")


def path(of: User) -> str:
    return f"/my/faces/{of.pk}/"


def test_face_stands_beside_the_name_of_the_adviser(phone: Client, ines: User) -> None:
    factories.face(ines)

    assert f'<img src="{path(ines)}" alt=""' in phone.get("/my/").text
    shown = phone.get(path(ines))
    assert shown.content == bytes(FacePhoto.objects.get().small)
    assert shown.headers["Content-Type"] == "image/webp"
    assert shown.headers["Cache-Control"] == "private, no-store"


def test_without_a_photo_there_are_the_letters_of_the_name(phone: Client, ines: User) -> None:
    assert "/my/faces/" not in phone.get("/my/").text
    assert 'aria-hidden="true">II</span>' in phone.get("/my/").text
    assert phone.get(path(ines)).status_code == 404


def test_whoever_covers_is_seen_on_those_days_only(phone: Client, ines: User, sol: User) -> None:
    for member in (ines, sol):
        factories.face(member)
    assert phone.get(path(sol)).status_code == 404

    absence = factories.absence(ines, sol)

    page = phone.get("/my/").text
    assert path(ines) in page
    assert path(sol) in page
    assert phone.get(path(sol)).content == bytes(sol.membership.face.small)
    absence.called_off_at = clock.now()
    absence.save()
    assert phone.get(path(sol)).status_code == 404


def test_an_adviser_of_before_is_seen_no_more(phone: Client, yara: YoungPerson, ines: User, sol: User) -> None:
    factories.face(ines)
    yara.allocation_rows.update(ended_at=clock.now(), began_at=clock.now() - timedelta(days=9))
    factories.allocate(yara, sol)

    assert phone.get(path(ines)).status_code == 404


def test_nobody_else_can_open_it(client: Client, yara: YoungPerson, ines: User, sol: User) -> None:
    factories.face(ines)
    other = factories.young_person(yara.authority, "Zane Notreal")
    factories.allocate(other, sol)
    elsewhere = factories.young_person(factories.authority(), "Yusuf Notreal")
    assert other.user is not None
    assert elsewhere.user is not None

    assert "/sign-in/" in client.get(path(ines)).headers["Location"]
    for somebody in (other.user, elsewhere.user, sol, factories.manager(yara.authority)):
        client.force_login(somebody)
        assert client.get(path(ines)).status_code == 404


def test_faces_cost_home_no_query_and_no_bytes(phone: Client, ines: User, sol: User) -> None:
    factories.absence(ines, sol)
    without = queries_of_home(phone)

    for member in (ines, sol):
        factories.face(member)

    with_faces = queries_of_home(phone)
    assert len(with_faces) == len(without)
    assert not [sql for sql in with_faces if '"large"' in sql or '"small"' in sql]


def queries_of_home(phone: Client) -> list[str]:
    with CaptureQueriesContext(
        connection,
    ) as seen:
        phone.get("/my/")
    return [query["sql"] for query in seen]
