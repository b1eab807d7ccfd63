from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from ownpath.core import clock
from ownpath.core.access import NotAllowed, NotVisible
from ownpath.core.actor import Actor
from ownpath.core.ids import new_id
from ownpath.core.models import AuditEvent
from ownpath.core.versions import StaleEdit
from ownpath.people.models import YoungPerson
from ownpath.surveys import actions
from ownpath.surveys.actions import AlreadySent
from ownpath.surveys.enums import Change, Sharing
from ownpath.surveys.models import AreaAnswer, Priority, Response, SurveyRequest
from tests import factories

pytestmark = pytest.mark.django_db

MAY = datetime(2026, 5, 4, 12, tzinfo=UTC)
NOVEMBER = datetime(2026, 11, 9, 12, tzinfo=UTC)


@pytest.fixture
def yara() -> YoungPerson:
    factories.pack()
    return factories.young_person(factories.authority())


@pytest.fixture
def me(yara: YoungPerson) -> Actor:
    return factories.actor(yara)


@pytest.fixture
def draft(me: Actor) -> Response:
    return actions.start_response(actor=me)


def save(actor: Actor, response_id: UUID, area: str = "home", **said: Any) -> None:
    blank: dict[str, Any] = {
        "scenario": "",
        "now": None,
        "change": "",
        "steadiness": None,
        "words": "",
        "sharing": "",
        "is_not_now": False,
        "version": 0,
    }
    actions.save_answer(actor=actor, response_id=response_id, area=area, **blank | said)


def order(response: Response) -> list[str]:
    return list(Priority.objects.filter(response=response).order_by("place").values_list("area", flat=True))


def test_there_is_one_draft_however_often_one_starts(me: Actor) -> None:
    first = actions.start_response(actor=me)

    assert actions.start_response(actor=me) == first
    assert first.sent_at is None
    assert Response.objects.count() == 1


def test_next_response_begins_after_the_last_was_sent(me: Actor, draft: Response) -> None:
    save(me, draft.pk)
    actions.send_response(actor=me, response_id=draft.pk)

    assert actions.start_response(actor=me) != draft


def test_response_asks_the_survey_that_the_authority_uses() -> None:
    council = factories.authority(survey_pack="their-own")
    theirs = factories.pack(slug="their-own")
    factories.pack()

    begun = actions.start_response(actor=factories.actor(factories.young_person(council)))

    assert begun.pack == theirs


def test_response_cannot_begin_without_a_survey() -> None:
    yara = factories.young_person(factories.authority())

    with pytest.raises(NotVisible):
        actions.start_response(actor=factories.actor(yara))


def test_staff_cannot_answer_for_a_young_person(yara: YoungPerson) -> None:
    with pytest.raises(NotAllowed):
        actions.start_response(actor=factories.actor(factories.manager(yara.authority)))


def test_answer_is_kept_as_it_was_said(me: Actor, draft: Response) -> None:
    save(
        me,
        draft.pk,
        scenario="home-b",
        now=4,
        change="better",
        steadiness=2,
        words="I painted my wall.",
        sharing="shared",
    )

    kept = AreaAnswer.objects.get()
    assert (kept.scenario, kept.now, kept.change, kept.steadiness) == ("home-b", 4, Change.BETTER, 2)
    assert (kept.words, kept.sharing, kept.is_not_now) == ("I painted my wall.", Sharing.SHARED, False)
    assert (kept.version, kept.young_person_id, kept.authority_id) == (1, me.young_person_id, me.authority_id)
    assert AuditEvent.objects.get(verb="surveys.save_answer").thing_id == draft.pk


def test_answer_is_private_when_nothing_was_chosen(me: Actor, draft: Response) -> None:
    save(me, draft.pk, now=2)

    assert AreaAnswer.objects.get().sharing == Sharing.PRIVATE


def test_not_now_keeps_what_was_typed_and_shares_none_of_it(me: Actor, draft: Response) -> None:
    save(me, draft.pk, words="Too much today.", sharing="shared", is_not_now=True)

    kept = AreaAnswer.objects.get()
    assert (kept.words, kept.sharing, kept.is_not_now) == ("Too much today.", Sharing.PRIVATE, True)


def test_answer_can_be_changed_until_it_is_sent(me: Actor, draft: Response) -> None:
    save(me, draft.pk, now=2)
    save(me, draft.pk, now=3, version=1)

    kept = AreaAnswer.objects.get()
    assert (kept.now, kept.version) == (3, 2)


@pytest.mark.parametrize("version", [0, 1])
def test_stale_answer_changes_nothing_and_brings_what_is_there(me: Actor, draft: Response, version: int) -> None:
    save(me, draft.pk, words="From one tab.")
    save(me, draft.pk, words="From the same tab.", version=1)

    with pytest.raises(StaleEdit) as stale:
        save(me, draft.pk, words="From the other tab.", version=version)

    assert (stale.value.current.words, stale.value.current.version) == ("From the same tab.", 2)
    assert AreaAnswer.objects.get().words == "From the same tab."


@pytest.mark.parametrize("version", [0, 1])
def test_same_answer_from_a_stale_tab_is_no_conflict(me: Actor, draft: Response, version: int) -> None:
    save(me, draft.pk, now=1)
    save(me, draft.pk, now=5, words="Fine.", version=1)

    save(me, draft.pk, now=5, words="Fine.", version=version)

    assert AreaAnswer.objects.get().version == 2


def test_version_of_an_answer_that_is_not_there_is_refused(me: Actor, draft: Response) -> None:
    with pytest.raises(NotVisible):
        save(me, draft.pk, now=3, version=7)

    assert not AreaAnswer.objects.exists()


@pytest.mark.parametrize(
    "said",
    [
        {"area": "garden"},
        {"scenario": "money-a"},
        {"now": 6},
        {"change": "splendid"},
        {"steadiness": 5},
    ],
)
def test_answer_to_what_is_not_asked_is_refused(me: Actor, draft: Response, said: dict[str, Any]) -> None:
    with pytest.raises(NotVisible):
        save(me, draft.pk, **said)

    assert not AreaAnswer.objects.exists()


def test_nobody_writes_in_somebody_elses_response(me: Actor, draft: Response, yara: YoungPerson) -> None:
    council = yara.authority
    ines = factories.adviser(council)
    factories.allocate(yara, ines)

    for stranger in (factories.young_person(council), ines, factories.manager(council)):
        actor = factories.actor(stranger)
        with pytest.raises(NotVisible):
            save(actor, draft.pk, now=1)
        with pytest.raises(NotVisible):
            actions.set_priorities(actor=actor, response_id=draft.pk, areas=["home"])
        with pytest.raises(NotVisible):
            actions.send_response(actor=actor, response_id=draft.pk)

    assert not AreaAnswer.objects.exists()
    draft.refresh_from_db()
    assert draft.sent_at is None


def test_response_that_is_not_there_is_refused(me: Actor) -> None:
    with pytest.raises(NotVisible):
        save(me, new_id(), now=1)


def test_sent_response_stands(me: Actor, draft: Response) -> None:
    save(me, draft.pk, now=3)
    actions.set_priorities(actor=me, response_id=draft.pk, areas=["home"])
    with clock.held_at(MAY):
        actions.send_response(actor=me, response_id=draft.pk)

    with pytest.raises(AlreadySent):
        save(me, draft.pk, now=1, version=1)
    with pytest.raises(AlreadySent):
        actions.set_priorities(actor=me, response_id=draft.pk, areas=[])
    with pytest.raises(AlreadySent):
        actions.move_priority(actor=me, response_id=draft.pk, area="home", is_up=True)
    with pytest.raises(AlreadySent):
        actions.send_response(actor=me, response_id=draft.pk)

    draft.refresh_from_db()
    assert (draft.sent_at, AreaAnswer.objects.get().now, order(draft)) == (MAY, 3, ["home"])


def test_response_in_which_nothing_was_opened_cannot_be_sent(me: Actor, draft: Response) -> None:
    with pytest.raises(NotAllowed):
        actions.send_response(actor=me, response_id=draft.pk)


def test_priorities_keep_their_order_when_others_are_chosen(me: Actor, draft: Response) -> None:
    actions.set_priorities(actor=me, response_id=draft.pk, areas=["money", "home"])
    assert order(draft) == ["money", "home"]

    actions.set_priorities(actor=me, response_id=draft.pk, areas=["friends", "home", "money", "money"])
    assert order(draft) == ["money", "home", "friends"]

    actions.set_priorities(actor=me, response_id=draft.pk, areas=["friends"])
    assert order(draft) == ["friends"]


def test_priorities_are_at_most_three_of_the_areas_asked() -> None:
    factories.pack(document=factories.surveys.document(("home", "money", "friends", "hope")))
    me = factories.actor(factories.young_person(factories.authority()))
    draft = actions.start_response(actor=me)

    with pytest.raises(NotAllowed):
        actions.set_priorities(actor=me, response_id=draft.pk, areas=["home", "money", "friends", "hope"])
    with pytest.raises(NotVisible):
        actions.set_priorities(actor=me, response_id=draft.pk, areas=["garden"])

    assert order(draft) == []


@pytest.mark.parametrize(
    ("area", "is_up", "after"),
    [
        ("money", True, ["money", "home", "friends"]),
        ("money", False, ["home", "friends", "money"]),
        ("home", True, ["home", "money", "friends"]),
        ("friends", False, ["home", "money", "friends"]),
    ],
)
def test_priority_moves_one_place(me: Actor, draft: Response, area: str, is_up: bool, after: list[str]) -> None:
    actions.set_priorities(actor=me, response_id=draft.pk, areas=["home", "money", "friends"])

    actions.move_priority(actor=me, response_id=draft.pk, area=area, is_up=is_up)

    assert order(draft) == after


def test_area_that_was_not_chosen_cannot_move(me: Actor, draft: Response) -> None:
    with pytest.raises(NotVisible):
        actions.move_priority(actor=me, response_id=draft.pk, area="home", is_up=True)


def test_staff_ask_the_young_people_they_work_with(yara: YoungPerson) -> None:
    ines, former = factories.adviser(yara.authority), factories.adviser(yara.authority)
    factories.allocate(yara, former, ended_at=clock.now())
    factories.allocate(yara, ines)

    asked = actions.request_answers(actor=factories.actor(ines), young_person_id=yara.pk)

    assert (asked.young_person, asked.requested_by) == (yara, ines)
    for stranger in (former, factories.manager(factories.authority())):
        with pytest.raises(NotVisible):
            actions.request_answers(actor=factories.actor(stranger), young_person_id=yara.pk)
    with pytest.raises(NotAllowed):
        actions.request_answers(actor=factories.actor(yara), young_person_id=yara.pk)
    assert SurveyRequest.objects.count() == 1
