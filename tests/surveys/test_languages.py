"""One survey in several languages: who reads which words, and what is kept."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from ownpath.core import clock
from ownpath.core.actor import Actor, system
from ownpath.people.models import YoungPerson
from ownpath.surveys import actions, queries
from ownpath.surveys.actions import load_pack
from ownpath.surveys.models import AreaAnswer, Response, SurveyPack
from ownpath.surveys.packs import pack_with_id
from ownpath.surveys.packs.file import STARTER, STARTER_TRANSLATIONS, read_pack
from tests import factories

pytestmark = pytest.mark.django_db

SAID: dict[str, Any] = {
    "scenario": "",
    "now": 2,
    "change": "worse",
    "steadiness": None,
    "words": "الغرفة باردة",
    "sharing": "shared",
    "is_not_now": False,
}


STARTER_ID = {"id": "ownpath-starter", "version": 901}


def translated(language: str) -> dict[str, Any]:
    document = factories.surveys.document(language=language, **STARTER_ID)
    for area in document["areas"]:
        area["title"] = f"{area['title']} in {language}"
        area["now"] = [f"{words} in {language}" for words in area["now"]]
    return document


@pytest.fixture
def english() -> SurveyPack:
    return factories.pack(version=901, document=factories.surveys.document(**STARTER_ID))


@pytest.fixture
def arabic(english: SurveyPack) -> SurveyPack:
    return factories.pack(version=901, language="ar", document=translated("ar"))


@pytest.fixture
def yara() -> YoungPerson:
    return factories.young_person(factories.authority())


def test_the_starter_survey_is_there_in_arabic_with_the_same_questions() -> None:
    load_pack(actor=system(None), document=read_pack(STARTER.read_bytes()))
    assert [path.name for path in STARTER_TRANSLATIONS] == ["ownpath-starter.ar.yaml"]
    loaded = load_pack(actor=system(None), document=read_pack(STARTER_TRANSLATIONS[0].read_bytes()))
    assert loaded.language == "ar"
    assert loaded.document["areas"][0]["title"] == "البيت"
    assert "لم يراجعها بعد أحد يتكلم العربية" in loaded.document["about"]


def test_everybody_reads_a_pack_in_the_language_of_their_page(english: SurveyPack, arabic: SurveyPack) -> None:
    read = {}
    for page in ("ar", "en-gb", "ti"):
        with translation.override(page):
            read[page] = [pack_with_id(pack.pk).areas[0].title for pack in (english, arabic)]
    assert read == {"ar": ["Home in ar"] * 2, "en-gb": ["Home"] * 2, "ti": ["Home"] * 2}


def test_a_pack_without_a_translation_is_read_as_it_is(english: SurveyPack) -> None:
    welsh = factories.pack(slug="cymraeg", version=1, language="cy", document=translated("cy") | {"id": "cymraeg"})
    with translation.override("ar"):
        assert pack_with_id(english.pk).areas[0].title == "Home"
        assert pack_with_id(welsh.pk).areas[0].title == "Home in cy"


def test_a_translation_that_comes_later_is_found_after_a_minute(english: SurveyPack) -> None:
    begun = clock.now()
    with translation.override("ar"), clock.held_at(begun):
        assert pack_with_id(english.pk).language == "en"
    factories.pack(version=901, language="ar", document=translated("ar"))
    with translation.override("ar"), clock.held_at(clock.now() + timedelta(minutes=2)):
        assert pack_with_id(english.pk).language == "ar"


@pytest.mark.parametrize("times", [1, 30])
def test_reading_in_another_language_asks_the_database_no_more_for_a_long_history(
    english: SurveyPack, yara: YoungPerson, times: int
) -> None:
    for _time in range(times):
        factories.answer(factories.response(yara, pack=english), "home")
    with translation.override("ar"), CaptureQueriesContext(connection) as asked:
        queries.area_history(actor=factories.actor(yara), young_person_id=yara.pk, area="home")
    assert len([query for query in asked if "surveypack" in query["sql"]]) <= 2


class TestADraft:
    @pytest.fixture
    def actor(self, yara: YoungPerson) -> Actor:
        return factories.actor(yara)

    @pytest.fixture
    def draft(self, english: SurveyPack, arabic: SurveyPack, actor: Actor) -> Response:
        return actions.start_response(actor=actor)

    def test_goes_on_in_another_language_and_loses_no_answer(self, actor: Actor, draft: Response) -> None:
        actions.save_answer(actor=actor, response_id=draft.pk, area="home", version=0, language="en", **SAID)
        with translation.override("ar"):
            actions.save_answer(actor=actor, response_id=draft.pk, area="money", version=0, language="ar", **SAID)
            found = queries.survey(actor=actor).draft
        assert found is not None
        assert {area: said.now for area, said in found.said.items()} == {
            "home": "home hard in ar",
            "money": "money hard in ar",
        }
        kept = AreaAnswer.objects.values_list("area", "language", "words").order_by("area")
        assert list(kept) == [("home", "en", SAID["words"]), ("money", "ar", SAID["words"])]

    def test_keeps_the_language_that_was_read_though_the_page_has_changed_since(
        self, actor: Actor, draft: Response
    ) -> None:
        with translation.override("en"):
            actions.save_answer(actor=actor, response_id=draft.pk, area="home", version=0, language="ar", **SAID)
        assert AreaAnswer.objects.get().language == "ar"

    @pytest.mark.parametrize("nonsense", ["", "xx", "ع" * 5_000, "a\x00", "../"])
    def test_takes_nonsense_as_the_language_in_which_the_questions_are(
        self, actor: Actor, draft: Response, nonsense: str
    ) -> None:
        actions.save_answer(actor=actor, response_id=draft.pk, area="home", version=0, language=nonsense, **SAID)
        assert AreaAnswer.objects.get().language == "en"

    def test_is_read_by_staff_in_their_own_language_with_a_note(self, actor: Actor, draft: Response) -> None:
        with translation.override("ar"):
            actions.save_answer(actor=actor, response_id=draft.pk, area="home", version=0, language="ar", **SAID)
            actions.send_response(actor=actor, response_id=draft.pk)
        manager = factories.actor(factories.manager(draft.authority))
        with translation.override("en-gb"):
            [said] = queries.area_history(actor=manager, young_person_id=draft.young_person_id, area="home")
            assert (said.now, said.answer.words, said.asked_in) == ("home hard", SAID["words"], "ar")
        with translation.override("ar"):
            assert said.asked_in == ""
