from typing import Any

import pytest

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


def test_own_language_comes_before_a_newer_version_and_english_before_any_other() -> None:
    english = factories.pack(version=3, language="en")
    factories.pack(version=4, language="cy")
    arabic = factories.pack(version=2, language="ar")
    actor = actor_at_council()

    assert current_pack(actor=actor, language="ar") == arabic
    assert current_pack(actor=actor, language="ti") == english
    assert current_pack(actor=actor) == english


def test_nothing_is_asked_before_a_pack_is_loaded() -> None:
    factories.pack()

    with pytest.raises(NotVisible):
        current_pack(actor=actor_at_council(survey_pack="not-loaded"))
