"""Every page that a young person may meet, in a language that nobody speaks: what is still English was never given to a
translator.
"""

import re
from collections.abc import Iterator
from dataclasses import fields
from html.parser import HTMLParser
from typing import Any

import pytest
from babel import Locale
from django.apps import apps
from django.db import models
from django.utils import translation

from ownpath.accounts.models import User
from ownpath.core.mail import Mail
from tests import factories, pseudo
from tests.guards.visiting import ROUTES, ask, signed_in, text_of
from tests.guards.world import World, build

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

OUTSIDE = ("staff:", "gallery:", "demo", "health")
NOT_WORDS = {"Ownpath", "AM", "PM"}
# Names that Arabic keeps as they are written here.
KEPT = {"Childline", "Samaritans", "Shout", "JPEG", "PNG", "WebP", "PDF", "JSON", "Escape", "pm", "example", "org"}
_DATES = Locale("en")
OF_DATES = {
    name
    for kind in (_DATES.months, _DATES.days)
    for width in ("wide", "abbreviated")
    for name in kind["format"][width].values()
}
FOREIGN = "in another language, or initials"
VOID = {"br", "hr", "img", "input", "link", "meta", "path", "circle", "rect", "use"}
IN_ENGLISH = "You can read everything in English too."
READ_OUT = {"alt", "aria-label", "placeholder", "title"}


class Texts(HTMLParser):
    """What can be seen and heard of a page, piece by piece."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        is_foreign = (tag != "html" and given.get("lang")) or "face" in (given.get("class") or "").split()
        if tag not in VOID:
            self._inside.append(FOREIGN if is_foreign else tag)
        self.found += [value for name, value in attributes if name in READ_OUT and value]

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and self._inside:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if not {"style", "script", "textarea", FOREIGN} & set(self._inside):
            self.found.append(data)


@pytest.fixture
def world(speaks_pseudo: None) -> World:
    return build()


def english_in(html: str, words_of_people: list[str]) -> list[str]:
    """The English words in a page, but for what people wrote and are called."""
    texts = Texts()
    texts.feed(html)
    found: list[str] = []
    for text in texts.found:
        for said in words_of_people:
            text = re.sub(rf"(?<!\w){re.escape(said)}(?!\w)", " ", text) if said in text else text
        text = re.sub(r"\S+@\S+|https?://\S+|www\.\S+", " ", text)
        found += [
            word
            for word in re.findall(r"[A-Za-z]{2,}", text)
            if word not in NOT_WORDS | OF_DATES and "quokka" not in word.lower()
        ]
    return found


def words_of_people() -> list[str]:
    """Everything that somebody typed, and the words of survey packs; the longest first."""
    found: set[str] = set()
    for model in apps.get_models():
        for field in model._meta.local_fields:
            if isinstance(field, models.TextField | models.CharField) and not field.choices:
                found |= set(map(str, model._default_manager.values_list(field.name, flat=True)))
    found |= set(_words_in(factories.surveys.document()))
    found |= {part for text in found if len(text) < 60 for part in text.split()}
    return sorted((text for text in found if re.search("[A-Za-z]", text)), key=len, reverse=True)


def _words_in(part: Any) -> Iterator[str]:
    if isinstance(part, dict | list):
        for value in part.values() if isinstance(part, dict) else part:
            yield from _words_in(value)
    else:
        yield str(part)


@pytest.mark.parametrize("language", [pseudo.CODE, "ar"])
def test_every_page_of_a_young_person_and_every_public_one_is_wholly_translated(world: World, language: str) -> None:
    User.objects.update(language=language)
    cookies, said = signed_in(world), words_of_people()
    cookies["nobody"] |= {"language": language}
    english: dict[str, list[str]] = {}
    for route in sorted(ROUTES):
        if route.startswith(OUTSIDE):
            continue
        persona = "Yara" if route.startswith("my:") else "nobody"
        for method in ("get", "post"):
            response = ask(world, cookies[persona], method, route)
            html = text_of(response)
            is_page = "html" in response.headers.get("Content-Type", "")
            found = [word for word in english_in(html, said) if language == pseudo.CODE or word not in KEPT] * is_page
            if found:
                english[f"{method} {route}"] = found
    assert english == {}, english


def test_a_text_that_was_forgotten_is_found() -> None:
    page = '<p>Yara ĥááś <b>forgotten</b> <i lang="ar">x</i><i lang="cy">Cymraeg</i><img alt="Mine"> 3 May</p>'
    assert english_in(page, ["Yara"]) == ["forgotten", "Mine"]


def test_the_language_is_two_fifths_longer_and_keeps_what_stands_for_a_value() -> None:
    assert pseudo.pseudo("Hello, %(name)s") == "Ĥééĺĺóó, %(name)s"
    text = "One part of life on each page. Skip what you like."
    assert 1.3 <= len(pseudo.pseudo(text)) / len(text) <= 1.5


def test_every_message_is_translated(speaks_pseudo: None) -> None:
    kinds = [each for each in Mail.__subclasses__() if each.__module__.startswith("ownpath.")]
    assert len(kinds) > 1
    with translation.override(pseudo.CODE):
        for kind in kinds:
            message = kind(**{field.name: "…" for field in fields(kind)})
            lines = [line for line in message.lines if line != IN_ENGLISH]
            assert english_in(" ".join([message.subject, *lines]), []) == [], kind
