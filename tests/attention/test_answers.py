"""What somebody told us stays a reason until somebody came back to it: whatever they put first, and whatever they leave
open later."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from ownpath.accounts.models import User
from ownpath.attention.enums import ReasonKind
from ownpath.attention.kinds import answers
from ownpath.attention.reason import Reason
from ownpath.core import clock
from ownpath.people.enums import ContactResult, ContactWay
from ownpath.people.models import YoungPerson
from ownpath.sharing.actions import share_area
from ownpath.surveys import actions
from ownpath.surveys.enums import Change, Sharing
from ownpath.surveys.models import Response
from tests import factories
from tests.factories.surveys import document as document_of

from .days import at

pytestmark = pytest.mark.django_db
TODAY = date(2026, 5, 4)
SENT = date(2026, 5, 1)
LATER = date(2026, 5, 3)
UNREAD = "Nobody has read it yet. We have not spoken yet."


@pytest.fixture
def yara() -> YoungPerson:
    document = document_of(("home", "money", "friends", "fun", "work", "mind", "safe"), safety=["safe", "mind"])
    factories.pack(document=document)
    return factories.young_person(factories.authority())


@pytest.fixture
def ines(yara: YoungPerson) -> User:
    return factories.adviser(yara.authority)


def told(of: YoungPerson, on: date = SENT, first: tuple[str, ...] = (), **areas: dict[str, Any]) -> Response:
    """A whole response that was sent on a day, with these answers; everything else in it is in the middle."""
    response = factories.response(of, sent_at=at(on))
    for area, values in areas.items():
        factories.answer(response, area, **values)
    factories.prioritise(response, *first)
    return response


def checked_in(of: YoungPerson, on: date = LATER, **areas: dict[str, Any]) -> Response:
    """A check-in in which everything is left open but what is given."""
    response = factories.response(of, sent_at=at(on), asks=list(areas))
    for area, values in areas.items():
        factories.answer(response, area, **{"now": None, "change": "", "steadiness": None} | values)
    return response


def came_back(to: YoungPerson, who: User, moment: datetime, **values: Any) -> None:
    """Somebody read what they shared, and spoke with them."""
    factories.answer_reading(to, who, read_at=moment)
    factories.contact(to, at=moment, recorded_by=who, **values)


def found() -> list[Reason]:
    return answers.find(YoungPerson.objects.all(), TODAY)


def sentences() -> list[str]:
    return [reason.sentence for reason in found()]


def kinds() -> list[ReasonKind]:
    return [reason.kind for reason in found()]


def test_every_response_that_shares_something_is_a_reason(yara: YoungPerson) -> None:
    told(yara, home={"words": "It is all right."})

    (reason,) = found()

    assert reason == Reason(
        kind=ReasonKind.ANSWERS,
        young_person_id=yara.pk,
        since=SENT,
        sentence=f"Told us on 1 May how life is. {UNREAD}",
        own_words="It is all right.",
    )


@pytest.mark.parametrize(
    ("values", "in_words"),
    [
        ({"now": 1}, "“money very hard”"),
        ({"change": Change.WORSE}, "“Worse”"),
        ({"steadiness": 1}, "“Shaky”"),
        ({"now": 1, "change": Change.WORSE, "steadiness": 1}, "“money very hard”, “Worse”, “Shaky”"),
        ({"now": 1, "change": "", "steadiness": None}, "“money very hard”"),
    ],
)
def test_the_hardest_answer_is_a_reason_with_nothing_put_first(
    yara: YoungPerson, values: dict[str, Any], in_words: str
) -> None:
    told(yara, money=values)

    (reason,) = found()

    assert (reason.kind, reason.sentence) == (ReasonKind.HARD, f"Told us on 1 May: Money, {in_words}. {UNREAD}")


@pytest.mark.parametrize(
    "values",
    [{"now": 2}, {"change": Change.UP_AND_DOWN}, {"change": Change.BETTER}, {"steadiness": 2}, {"now": 5}],
)
def test_what_is_not_hardest_waits_to_hear_back_all_the_same(yara: YoungPerson, values: dict[str, Any]) -> None:
    told(yara, money=values)

    assert kinds() == [ReasonKind.ANSWERS]


def test_what_they_put_first_is_hard_as_soon_as_it_is_not_steady(yara: YoungPerson) -> None:
    told(yara, first=("money",), money={"steadiness": 2}, home={"steadiness": 2})

    assert sentences() == [f"Told us on 1 May: Money, “A bit shaky”. {UNREAD}"]


def test_safety_comes_before_all_else_and_one_reason_names_the_rest(yara: YoungPerson) -> None:
    told(
        yara,
        first=("home",),
        home={"now": 1, "change": Change.WORSE, "words": "The damp."},
        money={"now": 1},
        friends={"change": Change.WORSE},
        fun={"steadiness": 1},
        work={"steadiness": 1},
        mind={"now": 1},
        safe={"change": Change.WORSE, "words": "You don’t sleep."},
    )

    (reason,) = found()

    assert reason.sentence == (f"Told us on 1 May: Safe, “Worse”. Also hard: Mind, Home, Money and 3 more. {UNREAD}")
    assert (reason.own_words, reason.is_about_safety) == ("You don’t sleep.", True)


def test_safety_stands_above_whatever_has_waited_longer(yara: YoungPerson) -> None:
    zane = factories.young_person(yara.authority, "Zane Notreal")
    told(yara, date(2026, 4, 1), money={"now": 1})
    told(zane, LATER, safe={"now": 1})

    ordered = sorted(found(), key=lambda reason: reason.order)

    assert [reason.young_person_id for reason in ordered] == [zane.pk, yara.pk]


def test_a_check_in_that_leaves_a_question_open_takes_nothing_back(yara: YoungPerson) -> None:
    told(yara, first=("money",), money={"change": Change.WORSE, "steadiness": 1})
    checked_in(yara, money={"now": 1})

    assert sentences() == [
        f"Told us on 1 May: Money, “Worse”, “Shaky”. {UNREAD}",
        f"Told us yesterday: Money, “money very hard”. {UNREAD}",
    ]


@pytest.mark.parametrize("later", [{}, {"sharing": Sharing.PRIVATE, "change": Change.BETTER}, {"is_not_now": True}])
def test_an_empty_or_private_check_in_takes_nothing_back(yara: YoungPerson, later: dict[str, Any]) -> None:
    told(yara, safe={"now": 1})
    checked_in(yara, safe=later)

    assert sentences() == [f"Told us on 1 May: Safe, “safe very hard”. {UNREAD}"]


def test_a_lower_answer_makes_nobody_less_visible(yara: YoungPerson) -> None:
    told(yara, home={"now": 2, "change": Change.WORSE})
    checked_in(yara, home={"now": 1})

    assert kinds() == [ReasonKind.HARD, ReasonKind.HARD]


def test_saying_that_it_is_better_takes_back_that_question_and_still_waits(yara: YoungPerson) -> None:
    told(yara, money={"now": 1, "change": Change.WORSE})
    checked_in(yara, money={"change": Change.BETTER})

    assert sentences() == [
        f"Told us on 1 May: Money, “money very hard”. {UNREAD}",
        f"Told us yesterday how life is. {UNREAD}",
    ]


def test_what_is_not_hard_of_many_responses_is_one_reason(yara: YoungPerson) -> None:
    for day in (1, 2, 3):
        told(yara, date(2026, 5, day), home={})

    (reason,) = found()

    assert reason.sentence == f"Told us how life is 3 times since 1 May. {UNREAD}"
    assert (reason.since, reason.own_words) == (SENT, "")


def test_words_of_their_own_are_never_folded_away(yara: YoungPerson) -> None:
    checked_in(yara, SENT, mind={"words": "I do not want to be here."})
    told(yara, LATER, money={"words": "Got paid."})

    assert [(reason.own_words, reason.is_about_safety) for reason in found()] == [
        ("I do not want to be here.", True),
        ("Got paid.", False),
    ]


def test_sharing_more_later_leaves_what_was_read_as_it_was(yara: YoungPerson, ines: User) -> None:
    response = told(yara, SENT, safe={"now": 1}, friends={"now": 1, "sharing": Sharing.PRIVATE})
    factories.answer_reading(yara, ines, read_at=at(SENT, 18))
    with clock.held_at(at(TODAY, 0, 1)):
        share_area(actor=factories.actor(yara), area="friends", sharing=Sharing.SHARED)

    assert sentences() == [
        "Told us on 1 May: Safe, “safe very hard”. Ines Invented read it on 1 May. We have not spoken yet.",
        "Shared with us today: Friends, “friends very hard”. Nobody has read it yet. We have not spoken yet.",
    ]
    assert response.answers.count() == 2


def test_what_was_heard_is_not_new_by_being_shared_again(yara: YoungPerson, ines: User) -> None:
    told(yara, SENT, safe={"now": 1})
    came_back(yara, ines, at(LATER))
    with clock.held_at(at(TODAY, 0, 1)):
        for sharing in (Sharing.PRIVATE, Sharing.SHARED):
            share_area(actor=factories.actor(yara), area="safe", sharing=sharing)

    assert found() == []


@pytest.mark.parametrize("nothing", [{"sharing": Sharing.PRIVATE}, {"is_not_now": True}])
def test_what_staff_cannot_read_is_nobody_s_reason(yara: YoungPerson, nothing: dict[str, Any]) -> None:
    told(yara, safe={"now": 1, **nothing})
    factories.answer(factories.response(yara, sent_at=None), "safe", now=1)

    assert found() == []


def test_sharing_later_is_a_reason_from_that_day(yara: YoungPerson, ines: User) -> None:
    told(yara, date(2026, 4, 1), safe={"now": 1, "sharing": Sharing.PRIVATE})
    came_back(yara, ines, at(date(2026, 4, 2)))
    with clock.held_at(at(LATER)):
        share_area(actor=factories.actor(yara), area="safe", sharing=Sharing.SHARED)

    assert sentences() == [
        "Shared with us yesterday: Safe, “safe very hard”. Nobody has read it yet. We last spoke on 2 April."
    ]
    with clock.held_at(at(TODAY)):
        share_area(actor=factories.actor(yara), area="safe", sharing=Sharing.PRIVATE)
    assert found() == []


def test_what_was_typed_in_from_paper_is_new_on_the_day_it_was_typed_in(yara: YoungPerson, ines: User) -> None:
    factories.allocate(yara, ines)
    factories.contact(yara, at=at(date(2026, 4, 20)), recorded_by=ines)
    with clock.held_at(at(LATER)):
        said = {"scenario": "", "now": 1, "change": "", "steadiness": None, "words": ""}
        actions.enter_paper(
            actor=factories.actor(ines),
            young_person_id=yara.pk,
            filled_date=date(2026, 4, 18),
            answers={"safe": said},
        )

    (sentence,) = sentences()
    assert sentence == (
        "Told us on paper on 18 April: Safe, “safe very hard”. "
        "Ines Invented typed it in from paper. We last spoke on 20 April."
    )
    factories.contact(yara, at=at(TODAY, 0, 1), recorded_by=ines)
    assert found() == []


def test_it_says_who_read_it_and_when_we_last_spoke(yara: YoungPerson, ines: User) -> None:
    factories.contact(yara, at=at(date(2026, 4, 18)), recorded_by=ines)
    told(yara, safe={"now": 1})
    factories.answer_reading(yara, ines, read_at=at(LATER))
    factories.answer_reading(yara, factories.manager(yara.authority), read_at=at(TODAY, 0, 1))

    assert sentences() == [
        "Told us on 1 May: Safe, “safe very hard”. Ines Invented read it yesterday. We last spoke on 18 April."
    ]


@pytest.mark.parametrize(
    ("contact", "is_still_a_reason"),
    [
        ({"at": at(SENT, 11, 59)}, True),
        ({"at": at(SENT, 12, 0)}, True),
        ({"at": at(LATER, 11, 59)}, True),
        ({"at": at(LATER, 12, 0)}, False),
        ({"at": at(TODAY, 0, 1), "way": ContactWay.VISIT}, False),
        ({"at": at(TODAY, 0, 1), "way": ContactWay.MESSAGE}, True),
        ({"at": at(TODAY, 0, 1), "result": ContactResult.TRIED}, True),
    ],
)
def test_it_ends_once_whoever_read_it_has_spoken_with_them(
    yara: YoungPerson, ines: User, contact: dict[str, Any], is_still_a_reason: bool
) -> None:
    told(yara, safe={"now": 1}, home={})
    factories.answer_reading(yara, ines, read_at=at(LATER))

    factories.contact(yara, recorded_by=ines, **contact)

    assert bool(found()) is is_still_a_reason


def test_a_call_by_somebody_who_has_not_read_it_does_not_end_it(yara: YoungPerson, ines: User) -> None:
    told(yara, safe={"now": 1})
    factories.answer_reading(yara, factories.manager(yara.authority), read_at=at(LATER))
    factories.contact(yara, at=at(LATER), recorded_by=ines)

    (sentence,) = sentences()
    assert sentence == (
        "Told us on 1 May: Safe, “safe very hard”. Mo Made-Up read it yesterday. "
        "Ines Invented spoke with them yesterday and had not read it."
    )
    factories.answer_reading(yara, ines, read_at=at(TODAY, 0, 1))
    assert kinds() == [ReasonKind.HARD]  # opened after the call: nobody has spoken about it yet
    factories.contact(yara, at=at(TODAY, 0, 2), recorded_by=ines)
    assert found() == []


def test_reading_before_they_sent_it_is_not_reading_it(yara: YoungPerson, ines: User) -> None:
    came_back(yara, ines, at(SENT, 11))
    told(yara, safe={"now": 1})
    factories.contact(yara, at=at(LATER), recorded_by=ines)

    assert kinds() == [ReasonKind.HARD]


def test_coming_back_once_answers_all_that_was_there(yara: YoungPerson, ines: User) -> None:
    told(yara, date(2026, 4, 1), safe={"now": 1})
    told(yara, SENT, money={})
    came_back(yara, ines, at(LATER))

    assert found() == []
    told(yara, TODAY, money={"change": Change.WORSE})
    assert sentences() == ["Told us today: Money, “Worse”. Nobody has read it yet. We last spoke yesterday."]


def test_it_ends_where_somebody_said_why_nobody_needs_to_speak(yara: YoungPerson, ines: User) -> None:
    told(yara, safe={"now": 1})
    factories.answer_reading(yara, ines, read_at=at(LATER), no_contact_reason="We filled it in together.")

    assert found() == []


def test_a_step_of_their_own_does_not_silence_it(yara: YoungPerson) -> None:
    told(yara, money={"now": 1})
    factories.step(factories.goal(yara, area="money"), created_at=at(LATER))

    assert kinds() == [ReasonKind.HARD]


def test_a_response_through_the_product_is_a_reason_at_once(yara: YoungPerson) -> None:
    """As Pip sent it: the worst answer, shared, nothing put first."""
    me = factories.actor(yara)
    with clock.held_at(at(TODAY)):
        draft = actions.start_response(actor=me)
        worst = {"scenario": "", "now": 1, "change": "", "steadiness": None, "words": "", "version": 0}
        actions.save_answer(
            actor=me, response_id=draft.pk, area="mind", sharing=Sharing.SHARED, is_not_now=False, **worst
        )
        assert found() == []
        actions.send_response(actor=me, response_id=draft.pk)

    assert sentences() == [f"Told us today: Mind, “mind very hard”. {UNREAD}"]


def test_all_reasons_of_any_number_of_people_take_one_query(yara: YoungPerson, django_assert_num_queries: Any) -> None:
    for number in range(30):
        person = factories.young_person(yara.authority, f"Person {number}")
        told(person, SENT - timedelta(days=number), safe={"now": 1}, home={})
    found()

    with django_assert_num_queries(1):
        assert len(found()) == 30


def test_words_about_another_area_are_not_put_under_the_hardest(yara: YoungPerson) -> None:
    told(yara, safe={"now": 1}, friends={"now": 1, "words": "I have met someone."}, fun={"words": "Football!"})

    assert [reason.own_words for reason in found()] == [""]
