from typing import Any

import pytest

from ownpath.core.actor import system
from ownpath.core.models import AuditEvent
from ownpath.surveys.actions import PackRefused, load_pack
from ownpath.surveys.models import AreaAnswer, SurveyPack
from ownpath.surveys.packs import pack_of, pack_with_id
from ownpath.surveys.queries import loaded_pack
from tests import factories
from tests.factories.surveys import document

pytestmark = pytest.mark.django_db


def load(**values: Any) -> SurveyPack:
    return load_pack(actor=system(None), document=document(**values))


def refusal(**values: Any) -> str:
    before = SurveyPack.objects.count()
    with pytest.raises(PackRefused) as refused:
        load(**values)
    assert SurveyPack.objects.count() == before
    return str(refused.value)


def test_pack_is_stored_exactly_as_it_was_read() -> None:
    stored = SurveyPack.objects.get(pk=load(version=3).pk)

    assert (stored.slug, stored.version, stored.language) == ("test-pack", 3, "en")
    assert stored.document == document(version=3)
    assert AuditEvent.objects.get().verb == "surveys.load_pack"


def test_loaded_words_are_never_replaced() -> None:
    load()

    assert refusal(title="Other words") == (
        "Version 1 of test-pack in en is loaded with other words, and answers point at them. Raise the version to 2."
    )


def test_version_below_the_newest_is_refused() -> None:
    load(version=3)

    assert refusal(version=2) == (
        "Version 3 of test-pack in en is loaded, so version 2 would never be asked. Raise the version to 4."
    )


def test_each_language_has_its_own_row_and_may_come_late() -> None:
    english = load(version=1)
    load(version=2)

    welsh = load(version=1, language="cy", title="Arolwg")

    assert welsh.pk != english.pk
    assert pack_of(welsh).title == "Arolwg"


def test_translation_with_other_areas_is_refused() -> None:
    load(areas=("home", "money"))

    assert refusal(areas=("home", "friends"), language="cy") == (
        "Version 1 in en has other ids, or the same in another order: money there, friends here. "
        "A translation changes only words: give each area and each scenario the same id."
    )
    assert "money there, nothing here" in refusal(areas=("home",), language="cy")


def test_translation_with_other_scenarios_is_refused() -> None:
    load(areas=("home",))
    other = document(("home",), language="cy")
    other["areas"][0]["scenarios"].reverse()

    with pytest.raises(PackRefused, match="home there, home here"):
        load_pack(actor=system(None), document=other)


def test_same_document_is_known_again_and_any_other_is_not() -> None:
    stored = load()

    assert loaded_pack(actor=system(None), document=document()) == stored
    assert loaded_pack(actor=system(None), document=document(title="Other words")) is None
    assert loaded_pack(actor=system(None), document=document(version=2)) is None


def test_new_version_never_touches_an_earlier_answer() -> None:
    first = load()
    yara = factories.young_person(factories.authority())
    sent = factories.response(yara, pack=first)
    answer = factories.answer(sent, "home", scenario="home-a", now=1)
    before = AreaAnswer.objects.filter(pk=answer.pk).values().get()

    later = document(version=2)
    later["areas"][0] |= {"title": "Your place", "now": ["a", "b", "c", "d", "e"]}
    load_pack(actor=system(None), document=later)

    assert AreaAnswer.objects.filter(pk=answer.pk).values().get() == before
    sent.refresh_from_db()
    asked = pack_with_id(sent.pack_id).area("home")
    assert (asked.title, asked.now_words(1), asked.scenario_words("home-a")) == (
        "Home",
        "home very hard",
        "Home is like a.",
    )
