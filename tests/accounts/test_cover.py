"""Who is there while somebody is away: a table of who covers for whom, day by day."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest

from ownpath.accounts import actions, queries
from ownpath.accounts.cover import Cover
from ownpath.accounts.models import Absence, User
from ownpath.core import clock
from ownpath.core.refusal import Refused
from ownpath.organisations.models import Authority
from ownpath.people.models import YoungPerson
from ownpath.people.queries import allocated_to, not_covered, who_to_call
from tests import factories

pytestmark = pytest.mark.django_db

NAMES = {"A": "Amy", "B": "Ben", "C": "Cat", "D": "Dov", "E": "Eve"}
NIGHT = 22, 59  # in London on the day itself; in summer already the next day there


@dataclass(slots=True)
class Team:
    """Five advisers, each with one young person."""

    council: Authority
    advisers: dict[str, User]
    young: dict[str, YoungPerson]

    def is_away(self, who: str, cover: str, first: str, last: str, **values: Any) -> Absence:
        days = {"from_date": date.fromisoformat(first), "to_date": date.fromisoformat(last)}
        return factories.absence(self.advisers[who], self.advisers[cover], **days | values)

    def there_for(self, who: str) -> str:
        """Who is there for somebody's young people today, as the young person reads it, and as their list says it."""
        person = self.young[who]
        read = who_to_call(actor=factories.actor(person))
        there = read.cover.name if read.cover else "nobody" if read.is_nobody_there else read.adviser
        listed = {
            name for key, name in NAMES.items() if person in allocated_to(actor=factories.actor(self.advisers[key]))
        }
        assert listed - {NAMES[who]} == ({there} - {NAMES[who], "nobody"})
        return there


@pytest.fixture
def team() -> Team:
    council = factories.authority()
    advisers = {key: factories.adviser(council, name) for key, name in NAMES.items()}
    young = {key: factories.young_person(council, f"Young {name}") for key, name in NAMES.items()}
    for key, person in young.items():
        factories.allocate(person, advisers[key])
    return Team(council, advisers, young)


def at(day: str, hour: int = 12, minute: int = 0) -> Any:
    return clock.held_at(datetime.fromisoformat(f"{day}T{hour:02}:{minute:02}").replace(tzinfo=UTC))


WEEK = "2026-11-30", "2026-12-04"
CHAINS: list[tuple[str, list[tuple[str, str, str, str]], str, str]] = [
    ("nobody away", [], "2026-12-01", "Amy"),
    ("one step", [("A", "B", *WEEK)], "2026-12-01", "Ben"),
    ("two steps", [("A", "B", *WEEK), ("B", "C", *WEEK)], "2026-12-01", "Cat"),
    ("three steps", [("A", "B", *WEEK), ("B", "C", *WEEK), ("C", "D", *WEEK)], "2026-12-01", "Dov"),
    (
        "four steps are too many",
        [("A", "B", *WEEK), ("B", "C", *WEEK), ("C", "D", *WEEK), ("D", "E", *WEEK)],
        "2026-12-01",
        "nobody",
    ),
    ("two who cover for each other", [("A", "B", *WEEK), ("B", "A", *WEEK)], "2026-12-01", "nobody"),
    ("a ring of three", [("A", "B", *WEEK), ("B", "C", *WEEK), ("C", "A", *WEEK)], "2026-12-01", "nobody"),
    ("into a ring", [("A", "B", *WEEK), ("B", "C", *WEEK), ("C", "B", *WEEK)], "2026-12-01", "nobody"),
    ("the day before", [("A", "B", *WEEK)], "2026-11-29", "Amy"),
    ("the first day", [("A", "B", *WEEK)], "2026-11-30", "Ben"),
    ("the last day", [("A", "B", *WEEK)], "2026-12-04", "Ben"),
    ("the day after", [("A", "B", *WEEK)], "2026-12-05", "Amy"),
    ("before the one day", [("A", "B", *WEEK), ("B", "C", "2026-12-02", "2026-12-02")], "2026-12-01", "Ben"),
    ("on the one day", [("A", "B", *WEEK), ("B", "C", "2026-12-02", "2026-12-02")], "2026-12-02", "Cat"),
    ("after the one day", [("A", "B", *WEEK), ("B", "C", "2026-12-02", "2026-12-02")], "2026-12-03", "Ben"),
    ("they meet on one day", [("A", "B", *WEEK), ("B", "C", "2026-12-04", "2026-12-11")], "2026-12-04", "Cat"),
    ("the one said last", [("A", "B", *WEEK), ("A", "C", *WEEK)], "2026-12-01", "Cat"),
]


@pytest.mark.parametrize(("_what", "absences", "day", "there"), CHAINS, ids=[chain[0] for chain in CHAINS])
def test_cover_follows_on_by_the_day(
    team: Team, _what: str, absences: list[tuple[str, str, str, str]], day: str, there: str
) -> None:
    for number, (who, cover, first, last) in enumerate(absences):
        team.is_away(who, cover, first, last, said_at=datetime(2026, 11, 1 + number, tzinfo=UTC))

    with at(day):
        if _what == "the one said last":  # two people can open the record; one of them is named
            assert who_to_call(actor=factories.actor(team.young["A"])).cover.name == there  # type: ignore[union-attr]
            return
        assert team.there_for("A") == there


@pytest.mark.parametrize(
    ("day", "hour", "minute", "there"),
    [
        ("2026-03-28", 23, 59, "Amy"),  # winter time until 01:00 of the 29th
        ("2026-03-29", 0, 1, "Ben"),
        ("2026-03-29", *NIGHT, "Ben"),
        ("2026-03-29", 23, 1, "Cat"),  # half past midnight of the 30th in London
        ("2026-10-24", 22, 59, "Amy"),
        ("2026-10-24", 23, 1, "Ben"),  # summer time: the 25th already
        ("2026-10-25", 23, 59, "Ben"),  # and winter time again: still the 25th
        ("2026-10-26", 0, 1, "Cat"),
    ],
)
def test_a_day_is_a_day_in_london(team: Team, day: str, hour: int, minute: int, there: str) -> None:
    for first, second in (("2026-03-29", "2026-03-30"), ("2026-10-25", "2026-10-26")):
        team.is_away("A", "B", first, second)
        team.is_away("B", "C", second, second)

    with at(day, hour, minute):
        assert team.there_for("A") == there


@pytest.mark.parametrize("what", ["called off", "has left", "is a manager now", "cannot sign in"])
def test_nobody_is_there_where_the_cover_is_not(team: Team, what: str) -> None:
    with at("2026-12-01"):
        team.is_away("A", "B", *WEEK)
        later = team.is_away("B", "C", *WEEK)
        cover = team.advisers["C"]
        assert team.there_for("A") == "Cat"
        if what == "called off":
            later.called_off_at = clock.now()
            later.save()
            assert team.there_for("A") == "Ben"
            return
        if what == "has left":
            cover.membership.ended_at = clock.now()
        elif what == "is a manager now":
            cover.membership.role = "manager"
        else:
            cover.is_active = False
        cover.save()
        cover.membership.save()

        read = who_to_call(actor=factories.actor(team.young["A"]))

        assert (read.cover, read.is_nobody_there, read.away_until) == (None, True, date(2026, 12, 4))
        mo = factories.actor(factories.manager(team.council))
        assert [(one.adviser.name, one.people) for one in not_covered(actor=mo)] == [("Amy", 1), ("Ben", 1)]


def test_whoever_covers_is_away_and_their_cover_is_there_until_they_are_back(team: Team) -> None:
    team.is_away("A", "B", *WEEK)
    team.is_away("B", "C", "2026-11-30", "2026-12-01")

    with at("2026-11-30"):
        read = who_to_call(actor=factories.actor(team.young["A"]))
        found = queries.away(actor=factories.actor(factories.manager(team.council)))

    assert read.cover is not None
    assert (read.cover.name, read.cover_until, read.away_until) == ("Cat", date(2026, 12, 1), date(2026, 12, 4))
    (row,) = [row for row in found.rows if row.absence.user == team.advisers["A"]]
    assert [(stretch.from_date.day, stretch.to_date.day, str(stretch.there)) for stretch in row.otherwise] == [
        (30, 1, "Cat"),
        (2, 4, "Ben"),
    ]


def test_somebody_who_is_away_cannot_cover_on_any_of_the_days(team: Team) -> None:
    with at("2026-11-29"):
        team.is_away("C", "D", "2026-11-28", "2026-11-30")
        team.is_away("C", "D", "2026-12-04", "2026-12-07")
        days = {"from_date": date(2026, 11, 30), "to_date": date(2026, 12, 4)}
        actor = factories.actor(team.advisers["A"])

        with pytest.raises(Refused) as refused:
            actions.say_away(actor=actor, user_id=team.advisers["A"].pk, covered_by_id=team.advisers["C"].pk, **days)

    assert refused.value.field == "covered_by"
    assert refused.value.sentence == (
        "Cat is away from 28 November to 30 November and from 4 December to 7 December. "
        "Choose somebody who is there on all of these days."
    )
    assert not Absence.objects.filter(user=team.advisers["A"]).exists()


@pytest.mark.parametrize("days", [("2026-12-02", "2026-12-03"), ("2026-12-04", "2026-12-04")])
def test_somebody_who_is_away_before_and_after_can_cover(team: Team, days: tuple[str, str]) -> None:
    with at("2026-11-29"):
        team.is_away("C", "D", "2026-11-28", "2026-12-01")
        team.is_away("C", "D", "2026-12-05", "2026-12-07")
        team.is_away("C", "D", *days, called_off_at=clock.now())

        actions.say_away(
            actor=factories.actor(team.advisers["A"]),
            user_id=team.advisers["A"].pk,
            covered_by_id=team.advisers["C"].pk,
            from_date=date.fromisoformat(days[0]),
            to_date=date.fromisoformat(days[1]),
        )

    assert Absence.objects.filter(user=team.advisers["A"]).count() == 1


def test_whoever_covers_for_others_can_be_away_and_it_says_who_is_covered_too(team: Team) -> None:
    with at("2026-11-30"):
        team.is_away("A", "B", "2026-11-28", "2026-12-04")
        team.is_away("E", "A", "2026-12-02", "2026-12-09")
        days = {"from_date": date(2026, 11, 30), "to_date": date(2026, 12, 7)}
        ids = {"user_id": team.advisers["B"].pk, "covered_by_id": team.advisers["C"].pk}
        actor = factories.actor(team.advisers["B"])

        found = queries.follow_on(actor=actor, **ids, **days)
        actions.say_away(actor=actor, **ids, **days)

    spans = [(one.name, one.days.from_date, one.days.to_date, str(one.days.there)) for one in found]
    assert spans == [
        ("Amy", date(2026, 11, 30), date(2026, 12, 4), "Cat"),
        ("Eve", date(2026, 12, 2), date(2026, 12, 4), "Cat"),
    ]
    with at("2026-12-03"):
        assert team.there_for("A") == team.there_for("B") == team.there_for("E") == "Cat"
    with at("2026-12-06"):
        assert team.there_for("E") == "Amy"


def test_number_of_queries_is_the_same_for_one_absence_and_for_thirty(
    team: Team, django_assert_num_queries: Any
) -> None:
    with at("2026-12-01"):
        person = factories.actor(team.young["A"])
        team.is_away("A", "B", *WEEK)
        with django_assert_num_queries(2):
            who_to_call(actor=person)
        for number in range(30):
            factories.absence(factories.adviser(team.council, f"More {number}"), team.advisers["A"])
        team.is_away("B", "C", *WEEK)
        with django_assert_num_queries(2):
            who_to_call(actor=person)
        mo, eve = factories.actor(factories.manager(team.council)), team.advisers["E"]
        factories.absence(eve, factories.manager(team.council, "Mia"))
        with django_assert_num_queries(2):
            not_covered(actor=mo)


def test_cover_without_absences_is_nobody(team: Team) -> None:
    assert Cover([]).there_for(team.advisers["A"].pk, clock.today()) is None
    assert Cover([]).away_until(team.advisers["A"].pk, clock.today()) is None
