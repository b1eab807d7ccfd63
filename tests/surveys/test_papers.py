"""What was filled in on paper: typed in once, all of it shared, and looked over by whoever wrote it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from ownpath.core import clock
from ownpath.core.access import NotAllowed, NotVisible
from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson
from ownpath.surveys import actions, queries
from ownpath.surveys.actions import AlreadyEntered
from ownpath.surveys.enums import How, Sharing
from ownpath.surveys.models import AreaAnswer, Paper, Priority, Response
from tests import factories

pytestmark = pytest.mark.django_db

MAY = date(2026, 5, 4)
NOVEMBER = datetime(2026, 11, 9, 9, tzinfo=UTC)
SAID: dict[str, Any] = {"scenario": "", "now": 2, "change": "worse", "steadiness": None, "words": "Damp."}


@pytest.fixture
def yara() -> YoungPerson:
    factories.pack()
    return factories.young_person(factories.authority())


@pytest.fixture
def ines(yara: YoungPerson) -> Actor:
    adviser = factories.adviser(yara.authority)
    factories.allocate(yara, adviser)
    return factories.actor(adviser)


def enter(actor: Actor, yara: YoungPerson, **values: Any) -> Response:
    defaults: dict[str, Any] = {"filled_date": MAY, "answers": {"home": SAID}}
    with clock.held_at(NOVEMBER):
        return actions.enter_paper(actor=actor, young_person_id=yara.pk, **defaults | values)


def standing() -> dict[str, str]:
    return dict(AreaAnswer.objects.standing().values_list("area", "words"))


def test_paper_counts_from_its_day_is_shared_and_says_who_typed_it_in(yara: YoungPerson, ines: Actor) -> None:
    response = enter(ines, yara, put_first=["money", "home"])

    assert (response.how, response.sent_at) == (How.PAPER, datetime(2026, 5, 4, 11, tzinfo=UTC))
    assert AreaAnswer.objects.get().sharing == Sharing.SHARED
    paper = Paper.objects.get()
    assert (paper.filled_date, paper.entered_by_id, paper.entered_at, paper.checked_at) == (
        MAY,
        ines.user_id,
        NOVEMBER,
        None,
    )
    order = Priority.objects.order_by("place").values_list("area", flat=True)
    assert (standing(), list(order)) == ({"home": "Damp."}, ["money", "home"])


def test_paper_of_this_morning_was_not_sent_in_the_future(yara: YoungPerson, ines: Actor) -> None:
    assert enter(ines, yara, filled_date=NOVEMBER.date()).sent_at == NOVEMBER


def test_paper_of_one_day_is_typed_in_once(yara: YoungPerson, ines: Actor) -> None:
    enter(ines, yara)

    with pytest.raises(AlreadyEntered):
        enter(ines, yara, answers={"money": SAID})

    assert standing() == {"home": "Damp."}


@pytest.mark.parametrize(
    "values",
    [
        {"filled_date": date(2026, 11, 10)},
        {"filled_date": date(2007, 5, 3)},
        {"answers": {}},
        {"answers": {"garden": SAID}},
        {"answers": {"home": SAID | {"now": 9}}},
        {"put_first": ["home", "money", "friends", "garden"]},
        {"put_first": ["garden"]},
    ],
)
def test_what_no_paper_can_say_is_refused(yara: YoungPerson, ines: Actor, values: dict[str, Any]) -> None:
    with pytest.raises(NotVisible):
        enter(ines, yara, **values)

    assert not Response.objects.exists()


def test_only_who_works_with_them_types_in_and_reads_of_it(yara: YoungPerson, ines: Actor) -> None:
    own = factories.actor(yara)
    strangers = [factories.actor(factories.adviser(yara.authority)), own]

    for stranger in strangers:
        with pytest.raises(NotVisible):
            enter(stranger, yara)
    with pytest.raises(NotVisible):
        queries.to_enter(actor=strangers[0], young_person_id=yara.pk)
    with pytest.raises(NotAllowed):
        queries.paper_to_check(actor=ines)

    assert not Paper.objects.exists()


def test_young_person_looks_it_over_once(yara: YoungPerson, ines: Actor) -> None:
    response, me = enter(ines, yara), factories.actor(yara)
    found = queries.paper_to_check(actor=me)
    assert found is not None
    assert found.told.said["home"].answer.words == "Damp."

    actions.check_paper(actor=me, response_id=response.pk)
    actions.check_paper(actor=me, response_id=response.pk, wrong=["home"])

    assert queries.paper_to_check(actor=me) is None
    assert standing() == {"home": "Damp."}


def test_what_is_not_what_they_wrote_counts_no_more_and_waits_to_be_put_right(yara: YoungPerson, ines: Actor) -> None:
    response, me = enter(ines, yara, answers={"home": SAID, "money": SAID}), factories.actor(yara)

    actions.check_paper(actor=me, response_id=response.pk, wrong=["home", "garden"])

    assert standing() == {"money": "Damp."}
    draft = queries.survey(actor=me).draft
    assert draft is not None
    assert ([area.id for area in draft.areas], draft.said["home"].answer.words) == (["home"], "Damp.")
    assert AreaAnswer.objects.get(response=response, area="home").words == "Damp."


def test_draft_of_their_own_loses_nothing(yara: YoungPerson, ines: Actor) -> None:
    draft = factories.response(yara, sent_at=None, asks=["friends"])
    factories.answer(draft, "friends", words="Sam.")
    response, me = enter(ines, yara, answers={"home": SAID, "friends": SAID}), factories.actor(yara)

    actions.check_paper(actor=me, response_id=response.pk, wrong=["home", "friends"])

    said = dict(draft.answers.values_list("area", "words"))
    draft.refresh_from_db()
    assert (said, draft.asks) == ({"friends": "Sam.", "home": "Damp."}, ["friends", "home"])


def test_nobody_checks_what_is_not_their_paper(yara: YoungPerson, ines: Actor) -> None:
    response, sent = enter(ines, yara), factories.response(yara, sent_at=NOVEMBER - timedelta(days=1))
    zane = factories.actor(factories.young_person(yara.authority))

    for actor, response_id in ((zane, response.pk), (factories.actor(yara), sent.pk), (factories.actor(yara), None)):
        with pytest.raises(NotVisible):
            actions.check_paper(actor=actor, response_id=response_id)

    assert Paper.objects.get().checked_at is None
