"""What a young person takes away is everything: each row of each kind, whatever room it lives in."""

import json
from html import unescape
from typing import Any

import pytest
from django.db import models

from ownpath.core.fields import sensitivity_of
from ownpath.people.models import YoungPerson
from ownpath.sharing.queries.everything import kinds_of_rows
from ownpath.sharing.words import TITLES, field_word
from tests.client import Client

from .visiting import text_of
from .world import World, build, kinds, rows_of

PAGE, DATA = "/my/everything-in-one-file/page/", "/my/everything-in-one-file/data/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return build()


@pytest.fixture
def planted(world: World) -> dict[str, str]:
    """A word of its own in every field of Yara's record that tells something, by where it was planted."""
    words = {}
    for number, row in enumerate(rows_of(YoungPerson.objects.get(pk=world.things["young_person_id"]))):
        for field in row._meta.local_fields:
            if _can_hold_a_word(field) and row._meta.label != "accounts.User":
                words[f"{row._meta.label}.{field.name} {row.pk}"] = word = f"wombat{number}x{field.name}"
                row._meta.model.objects.filter(pk=row.pk).update(**{field.name: word})
    return words


def _can_hold_a_word(field: "models.Field[Any, Any]") -> bool:
    is_words = isinstance(field, models.TextField | models.CharField) and not isinstance(field, models.EmailField)
    has_room = (field.max_length or 1000) >= 30 and not isinstance(field, models.SlugField)
    return is_words and has_room and not field.choices and sensitivity_of(field) in {"personal", "special"}


def test_both_files_hold_every_word_of_the_record(client: Client, world: World, planted: dict[str, str]) -> None:
    client.force_login(world.people["Yara"])

    page, data = unescape(text_of(client.get(PAGE))), text_of(client.get(DATA))

    assert len(planted) > 30
    assert [where for where, word in planted.items() if word not in page] == []
    assert [where for where, word in planted.items() if word not in data] == []


def test_data_holds_every_row_and_every_field_of_every_kind(client: Client, world: World) -> None:
    client.force_login(world.people["Yara"])
    yara = world.things["young_person_id"]

    data = json.loads(text_of(client.get(DATA)))

    for model in kinds():
        rows = data["kinds"][model._meta.label]
        assert {row["id"] for row in rows} == {
            str(pk) for pk in model.objects.filter(young_person=yara).values_list("pk", flat=True)
        }
        told = {field.name for field in model._meta.local_fields if sensitivity_of(field) in {"personal", "special"}}
        assert told <= set(rows[0])
    assert data["events"]


def test_every_kind_has_a_title() -> None:
    nameless = [kind._meta.label for kind in kinds_of_rows() if kind._meta.label not in TITLES]

    assert nameless == [], "Name them in ownpath/sharing/words.py."


def test_every_field_that_tells_something_has_a_word() -> None:
    wordless = [
        f"{kind._meta.label}.{field.name}"
        for kind in kinds_of_rows()
        for field in kind._meta.local_fields
        if sensitivity_of(field) in {"personal", "special"}
        and not isinstance(field, models.BinaryField)
        and not field_word(kind._meta.label, field.name)
    ]

    assert wordless == [], "Give them words in ownpath/sharing/words.py."


def test_no_kind_is_a_heading_with_nothing_to_read_below() -> None:
    silent = [
        kind._meta.label
        for kind in kinds_of_rows()
        if not any(field_word(kind._meta.label, field.name) for field in kind._meta.local_fields)
    ]

    assert silent == [], "Give a field of theirs a word in ownpath/sharing/words.py."


@pytest.mark.parametrize("path", [PAGE, DATA])
def test_files_are_attachments_that_nothing_keeps_and_load_nothing(client: Client, world: World, path: str) -> None:
    client.force_login(world.people["Yara"])

    response = client.get(path)

    assert response.headers["Content-Disposition"].startswith('attachment; filename="ownpath-')
    assert response.headers["Cache-Control"] == "private, no-store"
    text = text_of(response)
    assert "data:image/webp;base64,UklGR" in text
    assert "/static/" not in text
    assert "<script" not in text
    assert "http://" not in text
    assert "https://" not in text


@pytest.mark.parametrize("persona", ["Ines", "Fred", "Sol", "Mo", "Mia", "nobody"])
@pytest.mark.parametrize("path", [PAGE, DATA, "/my/everything-in-one-file/"])
def test_nobody_of_the_staff_can_take_it(client: Client, world: World, path: str, persona: str) -> None:
    if user := world.people[persona]:
        client.force_login(user)

    assert client.get(path).status_code == (404 if user else 302)


def test_another_young_person_gets_their_own(client: Client, world: World) -> None:
    client.force_login(world.people["Zane"])

    text = text_of(client.get(PAGE)) + text_of(client.get(DATA))

    assert "quokka" not in text
    assert "Zane Notreal" in text


def test_that_it_was_taken_stands_where_one_sees_who_looked(client: Client, world: World) -> None:
    client.force_login(world.people["Yara"])
    assert "taking everything away" not in client.get("/my/looked/").content.decode()

    client.get(PAGE)

    assert "taking everything away in one file" in client.get("/my/looked/").content.decode()
