from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from ownpath.core import clock
from ownpath.core.access import NotAllowed, NotVisible
from ownpath.people.models import YoungPerson
from ownpath.surveys import queries
from ownpath.surveys.enums import Sharing
from tests import factories

pytestmark = pytest.mark.django_db

MAY = datetime(2026, 5, 4, 12, tzinfo=UTC)
NOVEMBER = datetime(2026, 11, 9, 12, tzinfo=UTC)


@pytest.fixture
def yara() -> YoungPerson:
    return factories.young_person(factories.authority())


def of(yara: YoungPerson) -> queries.Survey:
    return queries.survey(actor=factories.actor(yara))


def test_survey_is_empty_before_anything_was_answered(yara: YoungPerson) -> None:
    assert of(yara) == queries.Survey(draft=None, latest=None)


def test_survey_brings_the_draft_and_the_response_sent_last(yara: YoungPerson) -> None:
    factories.response(yara, sent_at=MAY - timedelta(days=180))
    latest = factories.response(yara, sent_at=MAY)
    draft = factories.response(yara, sent_at=None)
    factories.response(factories.young_person(yara.authority), sent_at=None)

    found = of(yara)

    assert found.draft is not None
    assert found.latest is not None
    assert (found.draft.response, found.latest.response) == (draft, latest)


def test_draft_is_read_by_nobody_but_its_author(yara: YoungPerson) -> None:
    factories.response(yara, sent_at=None)
    ines = factories.adviser(yara.authority)
    factories.allocate(yara, ines)

    with pytest.raises(NotAllowed):
        queries.survey(actor=factories.actor(ines))
    assert of(factories.young_person(yara.authority)).draft is None


def test_one_goes_on_after_the_area_saved_last_that_was_not_opened_yet(yara: YoungPerson) -> None:
    factories.pack(document=factories.surveys.document(("home", "money", "friends", "hope")))
    draft = factories.response(yara, sent_at=None)

    def goes_on_at() -> str | None:
        told = of(yara).draft
        assert told is not None
        return told.goes_on_at.id if told.goes_on_at else None

    assert goes_on_at() == "home"
    factories.answer(draft, "money", saved_at=MAY)
    assert goes_on_at() == "friends"
    factories.answer(draft, "friends", saved_at=MAY + timedelta(hours=1))
    assert goes_on_at() == "hope"
    factories.answer(draft, "home", saved_at=MAY + timedelta(hours=2))
    assert goes_on_at() == "hope"
    factories.answer(draft, "hope", saved_at=MAY + timedelta(hours=3))
    assert goes_on_at() is None


def test_then_and_now_each_have_the_words_that_were_asked(yara: YoungPerson) -> None:
    older = factories.pack()
    document = factories.surveys.document(("hope", "home"))
    document["areas"][1]["now"] = ["awful", "poor", "fair", "fine", "lovely"]
    newer = factories.pack(document=document)
    before = factories.response(yara, pack=older, sent_at=MAY)
    factories.answer(before, "home", now=2)
    factories.answer(before, "money", now=1)
    draft = factories.response(yara, pack=newer, sent_at=None)
    factories.answer(draft, "home", now=4, saved_at=NOVEMBER)
    factories.answer(draft, "hope", now=5, saved_at=NOVEMBER)

    hope, home = of(yara).areas()

    assert (home.then and home.then.now, home.now and home.now.now, home.is_drawn) == ("home hard", "fine", True)
    assert (hope.then, hope.now and hope.now.now, hope.is_drawn) == (None, "hope great", False)


def test_area_is_not_drawn_when_one_of_the_two_times_did_not_say_how_it_was(yara: YoungPerson) -> None:
    before = factories.response(yara, sent_at=MAY)
    factories.answer(before, "home", now=None, words="Do not know.")
    factories.answer(factories.response(yara, sent_at=None), "home", now=4)

    home = of(yara).area("home")

    assert (home.is_drawn, home.then and home.then.answer.words) == (False, "Do not know.")


def test_survey_has_no_area_that_is_not_asked(yara: YoungPerson) -> None:
    factories.response(yara, sent_at=None)

    with pytest.raises(NotVisible):
        of(yara).area("garden")


def test_answer_is_open_when_it_was_skipped(yara: YoungPerson) -> None:
    draft = factories.response(yara, sent_at=None)
    nothing: dict[str, Any] = {"now": None, "change": "", "steadiness": None}
    factories.answer(draft, "home", **nothing)
    factories.answer(draft, "money", is_not_now=True)
    factories.answer(draft, "friends", **nothing | {"words": "Sam."})

    told = of(yara).draft

    assert told is not None
    assert {area: said.is_open for area, said in told.said.items()} == {"home": True, "money": True, "friends": False}


def test_priorities_come_in_their_order(yara: YoungPerson) -> None:
    factories.prioritise(factories.response(yara, sent_at=None), "money", "home")

    told = of(yara).draft

    assert told is not None
    assert [area.title for area in told.priorities] == ["Money", "Home"]


@pytest.mark.parametrize("earlier", [1, 30])
def test_survey_takes_four_queries_however_often_one_answered(
    yara: YoungPerson, earlier: int, django_assert_num_queries: Any
) -> None:
    for number in range(earlier):
        response = factories.response(yara, sent_at=MAY - timedelta(days=180 * number))
        factories.answer(response, "home")
    factories.answer(factories.response(yara, sent_at=None), "home")
    actor = factories.actor(yara)
    queries.survey(actor=actor)

    with django_assert_num_queries(4):
        queries.survey(actor=actor)


def test_history_of_an_area_shows_staff_only_what_was_shared_and_sent(yara: YoungPerson) -> None:
    ines, former = factories.adviser(yara.authority), factories.adviser(yara.authority)
    factories.allocate(yara, former, ended_at=clock.now())
    factories.allocate(yara, ines)
    said = [(2, Sharing.SHARED, False), (3, Sharing.PRIVATE, False), (4, Sharing.SHARED, False), (5, "shared", True)]
    for number, (now, sharing, is_not_now) in enumerate(said):
        response = factories.response(yara, sent_at=MAY + timedelta(days=number))
        factories.answer(response, "home", now=now, sharing=sharing, is_not_now=is_not_now)
    factories.answer(factories.response(yara, sent_at=None), "home", now=1)

    def history(somebody: Any) -> list[str]:
        found = queries.area_history(actor=factories.actor(somebody), young_person_id=yara.pk, area="home")
        return [one.now for one in found]

    assert history(yara) == ["home hard", "home so so", "home good"]
    assert history(ines) == ["home hard", "home good"]
    assert history(former) == []
    assert history(factories.manager(factories.authority())) == []
    assert history(factories.young_person(yara.authority)) == []
