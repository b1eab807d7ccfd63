"""A short check-in asks only its own areas, and takes nothing away from what was said before."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from ownpath.core.access import NotAllowed, NotVisible
from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson
from ownpath.surveys import actions, queries
from ownpath.surveys.actions import AlreadySent
from ownpath.surveys.enums import Sharing
from ownpath.surveys.models import AreaAnswer, Priority, Response
from tests import factories

pytestmark = pytest.mark.django_db

MAY, JUNE, JULY = (datetime(2026, month, 4, 12, tzinfo=UTC) for month in (5, 6, 7))
NOTHING: dict[str, Any] = {"scenario": "", "now": None, "change": "", "steadiness": None, "words": ""}


@pytest.fixture
def yara() -> YoungPerson:
    factories.pack()
    return factories.young_person(factories.authority())


@pytest.fixture
def me(yara: YoungPerson) -> Actor:
    return factories.actor(yara)


def save(actor: Actor, response: Response, area: str, **said: Any) -> None:
    values = NOTHING | {"sharing": "", "is_not_now": False, "version": 0} | said
    actions.save_answer(actor=actor, response_id=response.pk, area=area, **values)


def standing() -> dict[str, int | None]:
    return dict(AreaAnswer.objects.standing().values_list("area", "now"))


def test_check_in_asks_its_own_areas_in_the_order_of_the_pack(me: Actor) -> None:
    draft = actions.start_response(actor=me, asks=["friends", "home", "home"])

    survey = queries.survey(actor=me)

    assert draft.asks == ["friends", "home"]
    assert [one.area.id for one in survey.areas()] == ["home", "friends"]
    assert survey.draft is not None
    assert survey.draft.goes_on_at == survey.draft.areas[0]


def test_check_in_goes_on_over_what_it_does_not_ask(me: Actor) -> None:
    draft = actions.start_response(actor=me, asks=["home", "friends"])
    save(me, draft, "home", now=3)

    told = queries.survey(actor=me).draft

    assert told is not None
    assert told.goes_on_at is not None
    assert told.goes_on_at.id == "friends"


@pytest.mark.parametrize("area", ["money", "garden"])
def test_what_a_check_in_does_not_ask_cannot_be_answered_in_it(me: Actor, area: str) -> None:
    draft = actions.start_response(actor=me, asks=["home"])

    with pytest.raises(NotVisible):
        save(me, draft, area, now=3)
    with pytest.raises(NotVisible):
        queries.survey(actor=me).area(area)

    assert not AreaAnswer.objects.exists()


def test_check_in_has_at_most_three_areas_and_only_those_of_the_pack(me: Actor) -> None:
    factories.pack(document=factories.surveys.document(("home", "money", "friends", "hope")))

    with pytest.raises(NotAllowed):
        actions.start_response(actor=me, asks=["home", "money", "friends", "hope"])
    with pytest.raises(NotVisible):
        actions.start_response(actor=me, asks=["garden"])

    assert not Response.objects.exists()


def test_check_in_does_not_ask_what_matters_most(me: Actor) -> None:
    draft = actions.start_response(actor=me, asks=["home"])

    with pytest.raises(NotAllowed):
        actions.set_priorities(actor=me, response_id=draft.pk, areas=["home"])

    assert not Priority.objects.exists()


def test_widening_keeps_what_was_said_and_asks_everything(me: Actor) -> None:
    draft = actions.start_response(actor=me, asks=["money"])
    save(me, draft, "money", words="Tight.")

    for _ in range(2):
        actions.widen_response(actor=me, response_id=draft.pk)

    survey = queries.survey(actor=me)
    assert [one.area.id for one in survey.areas()] == ["home", "money", "friends"]
    assert survey.area("money").now is not None
    actions.set_priorities(actor=me, response_id=draft.pk, areas=["money"])


def test_nobody_widens_what_was_sent_or_is_not_theirs(me: Actor, yara: YoungPerson) -> None:
    sent = factories.response(yara, asks=["home"])
    theirs = factories.response(factories.young_person(yara.authority), asks=["home"], sent_at=None)

    with pytest.raises(AlreadySent):
        actions.widen_response(actor=me, response_id=sent.pk)
    for response_id in (theirs.pk, None):
        with pytest.raises(NotVisible):
            actions.widen_response(actor=me, response_id=response_id)

    assert set(Response.objects.values_list("asks__0", flat=True)) == {"home"}


def test_then_is_the_last_time_that_the_area_was_spoken_about(me: Actor, yara: YoungPerson) -> None:
    whole = factories.response(yara, sent_at=MAY)
    factories.answer(whole, "home", now=2)
    factories.answer(whole, "money", now=1, sharing=Sharing.PRIVATE)
    factories.answer(factories.response(yara, sent_at=JUNE, asks=["home"]), "home", now=4)
    factories.answer(factories.response(yara, sent_at=JULY, asks=["home"]), "home", is_not_now=True)
    factories.response(yara, sent_at=None)

    then = queries.survey(actor=me).then

    assert {area: (said.now, said.sent_at) for area, said in then.items()} == {
        "home": ("home good", JUNE),
        "money": ("money very hard", MAY),
    }


def test_beginning_offers_what_came_first_when_it_was_last_asked(me: Actor, yara: YoungPerson) -> None:
    factories.prioritise(factories.response(yara, sent_at=MAY), "home")
    factories.prioritise(factories.response(yara, sent_at=JUNE), "money", "friends")
    factories.response(yara, sent_at=JULY, asks=["home"])

    found = queries.beginning(actor=me)

    assert (found.put_first, found.has_draft) == (["money", "friends"], False)
    assert [area.id for area in found.areas] == ["home", "money", "friends"]


def test_beginning_without_a_survey_offers_nothing() -> None:
    lone = factories.actor(factories.young_person(factories.authority()))

    assert queries.beginning(actor=lone) == queries.Beginning((), [], has_draft=False)


def test_check_in_takes_nothing_away_from_what_was_shared_before(yara: YoungPerson) -> None:
    whole = factories.response(yara, sent_at=MAY)
    factories.answer(whole, "home", now=2)
    factories.answer(whole, "money", now=1)
    factories.answer(factories.response(yara, sent_at=JUNE, asks=["home"]), "home", now=4)

    assert standing() == {"home": 4, "money": 1}


@pytest.mark.parametrize(
    "said", [{"sharing": Sharing.PRIVATE}, {"is_not_now": True}, {"now": None, "change": "", "steadiness": None}]
)
def test_what_a_check_in_keeps_private_or_open_leaves_no_trace(yara: YoungPerson, said: dict[str, Any]) -> None:
    factories.answer(factories.response(yara, sent_at=MAY), "home", now=2)
    factories.answer(factories.response(yara, sent_at=JUNE, asks=["home"]), "home", **{"now": 5} | said)

    assert standing() == {"home": 2}


def test_whole_survey_stands_for_itself(yara: YoungPerson) -> None:
    factories.answer(factories.response(yara, sent_at=MAY), "money", now=2)
    factories.answer(factories.response(yara, sent_at=JUNE, asks=["home"]), "home", now=4)
    factories.answer(factories.response(yara, sent_at=JULY), "friends", now=3)

    assert standing() == {"friends": 3}


def test_of_two_sent_at_one_moment_one_stands(yara: YoungPerson) -> None:
    for now in (1, 2):
        factories.answer(factories.response(yara, sent_at=MAY + timedelta(days=1), asks=["home"]), "home", now=now)

    assert standing() == {"home": 2}


def test_what_matters_most_is_not_told_where_nothing_was_shared(yara: YoungPerson) -> None:
    whole = factories.response(yara, sent_at=MAY)
    factories.prioritise(whole, "home")
    factories.answer(whole, "home", sharing=Sharing.PRIVATE)

    assert list(Priority.objects.newest().values_list("area", flat=True)) == ["home"]
    assert not Priority.objects.standing()

    factories.answer(whole, "money")
    assert list(Priority.objects.standing().values_list("area", flat=True)) == ["home"]
