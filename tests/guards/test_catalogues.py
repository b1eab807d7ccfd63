"""Every catalogue is fresh and has all that its readers meet. Where one has not: `make messages`, and translate."""

import re
from pathlib import Path
from typing import Any

import pytest
from babel.messages import Catalog

from scripts.messages import catalogues, read, untranslated, updated

CATALOGUES = dict(catalogues())
PLACE = re.compile(r"%\(\w+\)s|\{\w*\}")


@pytest.fixture(params=sorted(CATALOGUES))
def code(request: pytest.FixtureRequest) -> str:
    language: str = request.param
    return language


@pytest.fixture
def catalogue(code: str) -> Catalog:
    return read(code, CATALOGUES[code].read_text())


def test_there_is_one_for_each_language_but_english(settings: Any) -> None:
    assert sorted(CATALOGUES) == sorted(code for code, _name in settings.LANGUAGES if code != "en-gb")


def test_it_has_every_text_and_no_other(code: str) -> None:
    text = CATALOGUES[code].read_text()

    assert text == updated(code, text), "Run: make messages"


def test_every_text_is_translated_and_none_only_guessed(catalogue: Catalog) -> None:
    assert untranslated(catalogue) == []


def test_what_stands_for_a_value_is_kept(catalogue: Catalog) -> None:
    wrong = [message.id for message in catalogue if message.id and not _keeps_places(message.id, message.string)]

    assert wrong == []


def test_nobody_writes_another_direction_into_it(catalogue: Catalog) -> None:
    """Marks that hold a name are put there when a page is drawn; one that is left open would turn the rest around."""
    assert [message.id for message in catalogue if re.search("[\u202a-\u202e\u2066-\u2069]", str(message.string))] == []


def _keeps_places(said: Any, translated: Any) -> bool:
    if isinstance(said, str):
        return sorted(PLACE.findall(said)) == sorted(PLACE.findall(translated))
    known = {place for form in said for place in PLACE.findall(form)}
    return all(set(PLACE.findall(form)) <= known for form in translated)


def test_a_text_that_is_missing_or_guessed_is_found() -> None:
    catalogue = Catalog(locale="ar")
    catalogue.add("Whole", "كامل")
    catalogue.add("Empty")
    catalogue.add("Guessed", "تخمين", flags=["fuzzy"])
    catalogue.add(("one", "many"), ("أ", "", "", "", "", ""))

    assert untranslated(catalogue) == ["Empty", "Guessed", "('one', 'many')"]
    assert Path(CATALOGUES["ar"]).name == "django.po"
