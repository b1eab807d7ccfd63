from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ownpath.core.access import NotAllowed, NotVisible
from ownpath.core.actor import Actor
from ownpath.insight.enums import Measure
from ownpath.insight.queries import area_list, area_tallies
from ownpath.organisations.models import Authority
from ownpath.people.models import YoungPerson
from ownpath.surveys.enums import Sharing
from ownpath.surveys.models import Response
from tests import factories
from tests.factories.surveys import document

pytestmark = pytest.mark.django_db

FIRST, SECOND, THIRD = (datetime(2025, month, 1, tzinfo=UTC) for month in (1, 6, 11))


@pytest.fixture
def council() -> Authority:
    return factories.authority()


@pytest.fixture
def mo(council: Authority) -> Actor:
    factories.pack()
    return factories.actor(factories.manager(council))


def person(of: Authority, name: str = "Yara Notreal") -> YoungPerson:
    return factories.young_person(of, name, with_user=False)


def sent(of: YoungPerson, at: datetime = THIRD, **answers: Any) -> Response:
    """A response; each area with its level, or with all that its answer says."""
    response = factories.response(of, sent_at=at)
    for area, said in answers.items():
        factories.answer(response, area, **said if isinstance(said, dict) else {"now": said})
    return response


def told(actor: Actor, area: str = "home", measure: Measure = Measure.NOW) -> dict[str, int]:
    """The numbers of one measure that are not zero."""
    (found,) = [one for one in area_tallies(actor=actor) if one.area == area]
    (tallies,) = [one for one in found.measures if one.measure == measure]
    return {tally.value: tally.count for tally in [*tallies.said, *tallies.silences] if tally.count}


def names(actor: Actor, value: str, measure: str = "now", area: str = "home") -> list[str]:
    return [voice.young_person.name for voice in area_list(actor=actor, area=area, measure=measure, value=value).people]


def test_numbers_say_how_people_say_it_is_and_who_did_not(council: Authority, mo: Actor) -> None:
    sent(person(council, "Ada"), home=2)
    sent(person(council, "Bea"), home=2)
    sent(person(council, "Cem"), home=5)
    sent(person(council, "Dee"), home={"sharing": Sharing.PRIVATE})
    sent(person(council, "Eli"), home={"is_not_now": True})
    sent(person(council, "Fay"), money=1)
    factories.survey_request(person(council, "Gil"))
    person(council, "Hal")

    assert told(mo) == {"2": 2, "5": 1, "not-said": 3, "not-answered": 1, "not-asked": 1}
    assert names(mo, "2") == ["Ada", "Bea"]
    assert names(mo, "not-said") == ["Dee", "Eli", "Fay"]
    assert names(mo, "not-answered") == ["Gil"]
    assert names(mo, "not-asked") == ["Hal"]


def test_words_are_those_of_the_pack_in_its_order_hardest_first(mo: Actor) -> None:
    found = area_tallies(actor=mo)

    assert [(one.area, one.title) for one in found] == [("home", "Home"), ("money", "Money"), ("friends", "Friends")]
    now, moved, steadiness = found[0].measures
    assert [tally.words for tally in now.said][::4] == ["home very hard", "home great"]
    assert [tally.words for tally in steadiness.said] == ["Shaky", "A bit shaky", "Fairly steady", "Steady"]
    assert [tally.value for tally in moved.said] == ["harder", "same", "better", "first"]


def test_only_the_latest_sent_response_counts(council: Authority, mo: Actor) -> None:
    yara = person(council)
    sent(yara, FIRST, home=1)
    sent(yara, SECOND, home=4)
    factories.answer(factories.response(yara, sent_at=None), "home", now=5)

    assert told(mo) == {"4": 1}


def test_move_is_against_ones_own_answer_before_also_over_one_that_was_left_out(council: Authority, mo: Actor) -> None:
    for name, before, skipped, now in (
        ("Ada", 2, None, 3),
        ("Bea", 3, 3, 3),
        ("Cem", 4, None, 1),
        ("Dee", None, None, 5),
    ):
        yara = person(council, name)
        sent(yara, FIRST, **{"home": before} if before else {"money": 1})
        sent(yara, SECOND, **{"home": skipped} if skipped else {"home": {"is_not_now": True}})
        sent(yara, THIRD, home=now)

    assert told(mo, measure=Measure.MOVED) == {"better": 1, "same": 1, "harder": 1, "first": 1}
    assert names(mo, "harder", "moved") == ["Cem"]
    assert names(mo, "first", "moved") == ["Dee"]


def test_what_was_kept_private_before_is_not_compared_with(council: Authority, mo: Actor) -> None:
    yara = person(council)
    sent(yara, FIRST, home=5)
    sent(yara, SECOND, home={"now": 1, "sharing": Sharing.PRIVATE})
    sent(yara, THIRD, home=5)

    assert told(mo, measure=Measure.MOVED) == {"same": 1}


def test_private_answer_and_skipped_area_and_no_answer_look_the_same(council: Authority, mo: Actor) -> None:
    """Whatever was typed before keeping it private: the numbers, the lists and their order do not change by it."""
    yara = person(council)
    response = sent(yara, money=3)
    before = area_tallies(actor=mo), names(mo, "not-said")

    factories.answer(response, "home", now=1, steadiness=1, sharing=Sharing.PRIVATE, words="Secret")

    assert (area_tallies(actor=mo), names(mo, "not-said")) == before
    assert before[1] == ["Yara Notreal"]


def test_draft_changes_nothing(council: Authority, mo: Actor) -> None:
    asked, never = person(council, "Asked"), person(council, "Never")
    factories.survey_request(asked)
    before = area_tallies(actor=mo)

    for yara in (asked, never):
        factories.answer(factories.response(yara, sent_at=None), "home")

    assert area_tallies(actor=mo) == before
    assert (names(mo, "not-answered"), names(mo, "not-asked")) == (["Asked"], ["Never"])


def test_people_whose_pack_has_no_such_area_were_not_asked_about_it(council: Authority, mo: Actor) -> None:
    old = factories.pack(slug="old", version=0, document=document(areas=("home", "pets")))
    ada, bea = person(council, "Ada"), person(council, "Bea")
    factories.answer(factories.response(ada, pack=old, sent_at=THIRD), "pets", now=4)
    sent(bea, money=2)

    assert told(mo, "money") == {"2": 1, "not-asked": 1}
    assert names(mo, "not-asked", area="money") == ["Ada"]
    assert told(mo, "pets") == {"4": 1, "not-asked": 1}
    assert names(mo, "not-asked", area="pets") == ["Bea"]
    assert told(mo, "home") == {"not-said": 2}


def test_list_shows_own_words_and_whose_they_are(council: Authority, mo: Actor) -> None:
    yara, ines = person(council), factories.adviser(council)
    factories.allocate(yara, ines)
    sent(yara, home={"now": 1, "words": "It is damp."})

    voices = area_list(actor=mo, area="home", measure="now", value="1")

    assert (voices.area, voices.measure, voices.answer) == ("Home", "How it is now", "home very hard")
    assert [(voice.words, voice.placement.adviser) for voice in voices.people] == [("It is damp.", ines.name)]


def test_only_a_manager_and_only_the_own_authority(council: Authority, mo: Actor) -> None:
    elsewhere = person(factories.authority())
    sent(elsewhere, home=1)
    yara = factories.young_person(council)

    assert told(mo) == {"not-asked": 1}
    assert names(mo, "1") == []
    for who in (factories.adviser(council), yara):
        with pytest.raises(NotAllowed):
            area_tallies(actor=factories.actor(who))
        with pytest.raises(NotAllowed):
            area_list(actor=factories.actor(who), area="home", measure="now", value="1")


def test_list_of_something_that_is_not_counted_is_not_there(mo: Actor) -> None:
    for wrong in ({"area": "garden"}, {"measure": "words"}, {"value": "6"}, {"measure": "steadiness", "value": "5"}):
        with pytest.raises(NotVisible):
            area_list(actor=mo, **{"area": "home", "measure": "now", "value": "1"} | wrong)


def test_without_any_pack_there_is_nothing_to_count(council: Authority) -> None:
    person(council)

    assert area_tallies(actor=factories.actor(factories.manager(council))) == []


ANSWER = st.none() | st.fixed_dictionaries(
    {
        "now": st.none() | st.integers(1, 5),
        "steadiness": st.none() | st.integers(1, 4),
        "sharing": st.sampled_from(Sharing),
        "is_not_now": st.booleans(),
    }
)
LIVES = st.lists(
    st.fixed_dictionaries({"asked": st.booleans(), "said": st.lists(ANSWER, max_size=3), "draft": st.booleans()}),
    max_size=6,
)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lives=LIVES)
def test_every_number_is_the_length_of_its_list_and_all_add_up_to_everybody(lives: list[dict[str, Any]]) -> None:
    council = factories.authority()
    factories.pack()
    mo = factories.actor(factories.manager(council))
    for life in lives:
        yara = person(council)
        if life["asked"]:
            factories.survey_request(yara)
        if life["draft"]:
            factories.answer(factories.response(yara, sent_at=None), "home")
        for month, said in enumerate(life["said"], start=1):
            sent(yara, datetime(2025, month, 1, tzinfo=UTC), **{"home": said} if said else {})

    for area in area_tallies(actor=mo):
        for measure in area.measures:
            tallies = [*measure.said, *measure.silences]
            assert sum(tally.count for tally in tallies) == len(lives)
            if area.area == "home":  # the others are alike: nobody was asked, or nobody said
                lists = [len(names(mo, tally.value, measure.measure, area.area)) for tally in tallies]
                assert [tally.count for tally in tallies] == lists


def test_numbers_take_the_same_queries_for_one_and_for_thirty(
    council: Authority, mo: Actor, django_assert_num_queries: Any
) -> None:
    sent(person(council), home=3)
    area_tallies(actor=mo)
    with django_assert_num_queries(4):
        area_tallies(actor=mo)
    for _ in range(29):
        sent(person(council), home=3)

    with django_assert_num_queries(4):
        assert told(mo) == {"3": 30}
    with django_assert_num_queries(5):
        assert len(names(mo, "3")) == 30
