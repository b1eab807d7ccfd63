from dataclasses import FrozenInstanceError
from typing import Any

import pytest

from ownpath.core.access import NotVisible
from ownpath.surveys.models import SurveyPack
from ownpath.surveys.packs import Area, Scenario, pack_of, pack_with_id
from tests import factories

pytestmark = pytest.mark.django_db


def home() -> Area:
    return pack_of(factories.pack()).area("home")


def test_pack_has_its_areas_in_the_order_of_the_document() -> None:
    view = pack_of(factories.pack(document=factories.surveys.document(("money", "home"))))

    assert (view.title, view.language) == ("A small survey for tests", "en")
    assert view.questions.steadiness == "How steady is it?"
    assert [area.id for area in view.areas] == ["money", "home"]
    assert view.area("home").scenarios[0] == Scenario("home-a", "Home is like a.")


def test_pack_has_no_area_that_it_does_not_ask_about() -> None:
    with pytest.raises(NotVisible):
        pack_of(factories.pack()).area("garden")


def test_area_gives_the_words_of_each_answer() -> None:
    area = home()

    assert area.scenario_words("home-b") == "Home is like b."
    assert [area.now_words(place) for place in range(1, 6)] == list(area.now)
    assert area.change_words("up_and_down") == "Up and down"
    assert (area.steadiness_words(1), area.steadiness_words(4)) == ("Shaky", "Steady")


def test_area_has_no_words_for_what_was_not_answered() -> None:
    area = home()

    assert [area.scenario_words(""), area.now_words(None), area.change_words(""), area.steadiness_words(None)] == [
        "",
        "",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("scenario_words", "money-a"),
        ("now_words", 0),
        ("now_words", 6),
        ("change_words", "great"),
        ("steadiness_words", -1),
        ("steadiness_words", 5),
    ],
)
def test_area_refuses_an_answer_beyond_its_words(question: str, value: Any) -> None:
    with pytest.raises(NotVisible):
        getattr(home(), question)(value)


def test_view_cannot_be_changed() -> None:
    area = home()

    with pytest.raises(FrozenInstanceError):
        area.title = "Another"  # type: ignore[misc]
    with pytest.raises(TypeError):
        area.change["better"] = "Another"  # type: ignore[index]


def test_view_is_read_once(django_assert_num_queries: Any) -> None:
    stored = factories.pack()

    with django_assert_num_queries(1):
        view = pack_with_id(stored.pk)
    with django_assert_num_queries(0):
        assert pack_with_id(stored.pk) is view
    with django_assert_num_queries(1):
        assert pack_of(SurveyPack.objects.defer("document").get(pk=stored.pk)) is view
