from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ownpath.attention.enums import ReasonKind
from ownpath.attention.queries import Choice, Number, overview, waiting
from ownpath.core import clock
from ownpath.core.access import NotAllowed
from ownpath.core.actor import Actor
from ownpath.organisations.models import Authority
from ownpath.people.models import YoungPerson
from ownpath.support.enums import AskKind
from ownpath.surveys.enums import Change, Sharing
from tests import factories

from .days import at

pytestmark = pytest.mark.django_db
TODAY = date(2026, 5, 4)


@pytest.fixture(autouse=True)
def _today() -> Any:
    with clock.held_at(at(TODAY)):
        yield


@pytest.fixture
def council() -> Authority:
    return factories.authority()


@pytest.fixture
def mo(council: Authority) -> Actor:
    return factories.actor(factories.manager(council))


def quiet_person(of: Authority, name: str = "Yara Notreal") -> YoungPerson:
    person = factories.young_person(of, name, joined_date=TODAY, with_user=False)
    factories.contact(person)
    factories.survey_request(person)
    return person


def numbers(actor: Actor) -> list[Number]:
    found = []
    for group in overview(actor=actor):
        found += [group.everybody, group.waiting, *group.kinds.values()]
        found += [number for adviser in group.advisers for number in (adviser.everybody, adviser.waiting)]
    return found


def test_overview_says_team_by_team_how_many_are_waiting_and_why(council: Authority, mo: Actor) -> None:
    north, south = factories.team(council, name="North"), factories.team(council, name="South")
    ines = factories.adviser(council, "Ines Invented", team=north)
    factories.adviser(council, "Ola Other", team=south)
    for name in ("Quiet", "Unsafe", "Both"):
        factories.allocate(quiet_person(council, name), ines)
    factories.ask(YoungPerson.objects.get(name="Unsafe"), kind=AskKind.NOT_SAFE)
    factories.ask(YoungPerson.objects.get(name="Both"), kind=AskKind.NOT_SAFE)
    factories.ask(YoungPerson.objects.get(name="Both"))

    groups = overview(actor=mo)

    assert [(group.name, group.everybody.count, group.waiting.count) for group in groups] == [
        ("North", 3, 2),
        ("South", 0, 0),
    ]
    assert {kind: number.count for kind, number in groups[0].kinds.items() if number.count} == {
        ReasonKind.NOT_SAFE: 2,
        ReasonKind.HELP: 1,
    }
    assert [(one.name, one.everybody.count, one.waiting.count, one.has_left) for one in groups[0].advisers] == [
        ("Ines Invented", 3, 2, False)
    ]


def test_nobody_falls_between_the_teams(council: Authority, mo: Actor) -> None:
    factories.team(council, name="North")
    gone = factories.adviser(council, "Gil Gone", ended_at=clock.now())
    factories.allocate(quiet_person(council, "Left behind"), gone)
    quiet_person(council, "Unallocated")

    groups = overview(actor=mo)

    assert [(group.name, group.everybody.count) for group in groups] == [
        ("North", 0),
        ("Advisers without a team", 1),
        ("Without an adviser", 1),
    ]
    assert [(one.name, one.has_left) for one in groups[1].advisers] == [("Gil Gone", True)]
    assert groups[2].advisers == []


def test_list_behind_a_number_names_adviser_and_team(council: Authority, mo: Actor) -> None:
    team = factories.team(council)
    ines = factories.adviser(council, team=team)
    yara = quiet_person(council)
    factories.allocate(yara, ines)
    factories.ask(yara)

    (row,) = waiting(actor=mo, choice=Choice(group=str(team.pk), kind=ReasonKind.HELP))

    assert (row.young_person, row.placement.adviser, row.placement.team) == (yara, ines.name, team.name)
    assert [reason.kind for reason in row.reasons] == [ReasonKind.HELP]


def test_only_a_manager_sees_numbers_and_lists_and_only_of_the_own_authority(council: Authority, mo: Actor) -> None:
    quiet_person(factories.authority())
    ines, yara = factories.adviser(council), factories.young_person(council)

    assert [row.young_person for row in waiting(actor=mo, choice=Choice(is_everybody=True))] == [yara]
    for who in (ines, yara):
        with pytest.raises(NotAllowed):
            overview(actor=factories.actor(who))
        with pytest.raises(NotAllowed):
            waiting(actor=factories.actor(who), choice=Choice())


def test_what_was_kept_private_changes_no_number(council: Authority, mo: Actor) -> None:
    yara = quiet_person(council)
    response = factories.response(yara)
    before = overview(actor=mo)

    factories.answer(response, "home", change=Change.WORSE, steadiness=1, sharing=Sharing.PRIVATE)
    factories.prioritise(response, "home")
    draft = factories.response(yara, sent_at=None)
    factories.answer(draft, "money", change=Change.WORSE, steadiness=1)
    factories.prioritise(draft, "money")

    assert overview(actor=mo) == before


LIVES = st.lists(
    st.fixed_dictionaries(
        {
            "adviser": st.integers(0, 4),
            "not_safe": st.booleans(),
            "help": st.booleans(),
            "reached": st.booleans(),
            "asked": st.booleans(),
            "joined": st.sampled_from([date(2025, 1, 1), date(2026, 2, 1), TODAY]),
        }
    ),
    max_size=8,
)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lives=LIVES)
def test_every_number_is_the_length_of_the_list_behind_it(lives: list[dict[str, Any]]) -> None:
    council = factories.authority()
    mo = factories.actor(factories.manager(council))
    teams = [factories.team(council), factories.team(council), None]
    staff = [*(factories.adviser(council, team=team) for team in teams), factories.adviser(council, ended_at=at(TODAY))]
    for life in lives:
        person = factories.young_person(council, with_user=False, joined_date=life["joined"])
        if life["adviser"] < len(staff):
            factories.allocate(person, staff[life["adviser"]])
        if life["not_safe"]:
            factories.ask(person, kind=AskKind.NOT_SAFE)
        if life["help"]:
            factories.ask(person)
        if life["reached"]:
            factories.contact(person)
        if life["asked"]:
            factories.survey_request(person)

    found, rows = numbers(mo), waiting(actor=mo, choice=Choice(is_everybody=True))

    assert [number.count for number in found] == [len(number.choice.of(rows)) for number in found]
    assert sum(group.everybody.count for group in overview(actor=mo)) == len(lives) == len(rows)


def test_list_is_opened_by_the_choice_of_its_number(council: Authority, mo: Actor) -> None:
    ines = factories.adviser(council, team=factories.team(council))
    for kind in (AskKind.HELP, AskKind.NOT_SAFE):
        yara = quiet_person(council)
        factories.allocate(yara, ines)
        factories.ask(yara, kind=kind)

    found = numbers(mo)

    assert [number.count for number in found] == [len(waiting(actor=mo, choice=number.choice)) for number in found]


def test_overview_takes_the_same_queries_for_one_and_for_thirty(
    council: Authority, mo: Actor, django_assert_num_queries: Any
) -> None:
    ines = factories.adviser(council, team=factories.team(council))
    factories.allocate(factories.young_person(council), ines)
    with django_assert_num_queries(12):
        overview(actor=mo)
    for _ in range(29):
        factories.allocate(factories.young_person(council), ines)

    with django_assert_num_queries(12):
        assert sum(group.waiting.count for group in overview(actor=mo)) == 30
