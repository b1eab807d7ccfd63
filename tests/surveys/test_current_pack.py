from typing import Any

import pytest
from django.utils import translation

from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor, system
from ownpath.surveys.queries import current_pack
from tests import factories

pytestmark = pytest.mark.django_db


def actor_at_council(**values: Any) -> Actor:
    return system(factories.authority(**values).pk)


def test_authority_without_a_choice_asks_the_newest_starter_pack(django_assert_num_queries: Any) -> None:
    factories.pack(version=2)
    newest = factories.pack(version=10)
    factories.pack(slug="another", version=11)
    actor = actor_at_council()

    with django_assert_num_queries(1):
        assert current_pack(actor=actor) == newest


def test_authority_asks_the_pack_that_it_chose_and_no_other_authority_does() -> None:
    starter = factories.pack(version=5)
    factories.pack(slug="another", version=1)
    own = factories.pack(slug="another", version=2)

    assert current_pack(actor=actor_at_council(survey_pack="another")) == own
    assert current_pack(actor=actor_at_council()) == starter


def test_language_of_the_page_comes_before_a_newer_version_and_english_before_any_other() -> None:
    english = factories.pack(version=3, language="en")
    factories.pack(version=4, language="cy")
    arabic = factories.pack(version=2, language="ar")
    actor = actor_at_council()

    asked = {}
    for page in ("ar", "ti", "en-gb", "en"):
        with translation.override(page):
            asked[page] = current_pack(actor=actor)

    assert asked == {"ar": arabic, "ti": english, "en-gb": english, "en": english}


def test_script_of_a_language_is_its_own() -> None:
    simplified = factories.pack(version=2, language="zh")
    traditional = factories.pack(version=1, language="zh-Hant")
    actor = actor_at_council()

    with translation.override("zh-hant"):
        assert current_pack(actor=actor) == traditional
    with translation.override("zh-hans"):
        assert current_pack(actor=actor) == simplified


def test_nothing_is_asked_before_a_pack_is_loaded() -> None:
    factories.pack()

    with pytest.raises(NotVisible):
        current_pack(actor=actor_at_council(survey_pack="not-loaded"))
