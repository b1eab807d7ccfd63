import sys
import time
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Model
from django.test import modify_settings

from ownpath.core import clock
from ownpath.core.models import AuditEvent
from ownpath.demonstration import loading
from ownpath.demonstration.rows import ORDER, Rows
from ownpath.organisations.models import Authority
from ownpath.people.models import YoungPerson
from ownpath.surveys.models import SurveyPack
from ownpath.surveys.packs.file import STARTER_TRANSLATIONS

from .conftest import NOW, SMALL, starter


def counts() -> dict[type[Model], int]:
    return {model: model._base_manager.count() for model in ORDER}


def told(rows: Rows) -> list[dict[str, Any]]:
    """Every row without its ids, which are new each time, and without what stands for a password."""
    return [
        {
            field.name: getattr(row, field.attname)
            for field in row._meta.fields
            if field.get_internal_type() != "UUIDField" and not field.is_relation and field.name != "password"
        }
        for model in ORDER
        for row in rows.of(model)
    ]


def test_the_same_moment_gives_the_same_lives(invented: Rows) -> None:
    with clock.held_at(NOW):
        again = loading.invent(SMALL, starter())

    assert told(again) == told(invented)


@pytest.mark.django_db
def test_loads_every_kind_of_row_once_and_then_changes_nothing(invented: Rows) -> None:
    with clock.held_at(NOW):
        began = time.perf_counter()
        assert loading.load(SMALL)
        sys.stdout.write(f"{sum(counts().values())} rows in {time.perf_counter() - began:.1f} s\n")
        loaded = counts()

        assert not loading.load(SMALL)

    told_of_the_packs = {AuditEvent: len(invented.of(AuditEvent)) + 1 + len(STARTER_TRANSLATIONS)}
    assert loaded == {model: len(invented.of(model)) for model in ORDER} | told_of_the_packs
    assert counts() == loaded
    assert AuditEvent.objects.filter(verb="demonstration.seed").count() == len(SMALL)


@pytest.mark.django_db
def test_a_database_with_a_real_council_keeps_it_as_it_is() -> None:
    council = Authority.objects.create(name="Test Council", code="test")

    loading.load(SMALL[1:])

    assert not YoungPerson.objects.filter(authority=council).exists()


@pytest.mark.django_db
def test_a_pack_that_is_loaded_already_is_used() -> None:
    pack = loading.starter_pack()

    assert loading.starter_pack() == pack
    assert SurveyPack.objects.count() == 1 + len(STARTER_TRANSLATIONS)


@pytest.mark.django_db
@modify_settings(INSTALLED_APPS={"remove": "ownpath.demonstration"})
def test_nobody_is_invented_without_the_demonstrations_settings() -> None:
    with pytest.raises(loading.NotADemonstration):
        loading.load(SMALL)

    assert not Authority.objects.exists()


@pytest.mark.django_db
def test_command_says_what_it_did(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("seed_demo", people=12, authorities=3)
    call_command("seed_demo", people=12, authorities=3)

    said = capsys.readouterr().out
    assert "is ready" in said
    assert "nothing was changed" in said
    assert Authority.objects.count() == 3


@pytest.mark.parametrize("count", ["0", "-1", "1_0", "1e3", "two", "9999999"])
def test_a_number_of_people_that_is_none_is_asked_about(count: str) -> None:
    with pytest.raises(CommandError, match="Write a whole number from 1 to 1000000"):
        call_command("seed_demo", f"--people={count}")
