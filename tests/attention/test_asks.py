from datetime import date

import pytest

from ownpath.attention.enums import ReasonKind
from ownpath.attention.kinds import asks, not_meant
from ownpath.core import clock
from ownpath.people.models import YoungPerson
from ownpath.plans import actions as plans
from ownpath.support import actions
from ownpath.support.enums import AskKind
from ownpath.support.models import Ask
from tests import factories

from .days import at

pytestmark = pytest.mark.django_db
TODAY = date(2026, 5, 4)


def sentences() -> list[tuple[str, date, str]]:
    return [(found.kind, found.since, found.sentence) for found in asks.find(YoungPerson.objects.all(), TODAY)]


def test_open_asks_are_reasons_from_the_day_they_were_asked() -> None:
    yara = factories.young_person(factories.authority())
    factories.ask(yara, asked_at=at(date(2026, 5, 2)))
    factories.ask(yara, asked_at=at(date(2026, 5, 3)), area="", area_title="")
    factories.ask(yara, asked_at=at(TODAY), kind=AskKind.NOT_SAFE, area="home", area_title="Home")

    with clock.held_at(at(TODAY)):
        found = sentences()

    assert found == [
        (ReasonKind.HELP, date(2026, 5, 2), "Asked for help with “Money”, on 2 May."),
        (ReasonKind.HELP, date(2026, 5, 3), "Asked for help, yesterday."),
        (ReasonKind.NOT_SAFE, TODAY, "Said they don’t feel safe, today."),
    ]


def test_ask_that_was_opened_again_names_both_days_and_counts_from_the_later() -> None:
    yara = factories.young_person(factories.authority())
    asked, again = at(date(2026, 3, 20)), at(date(2026, 5, 1))
    factories.ask(yara, kind=AskKind.MONEY, area="", area_title="", asked_at=asked, opened_at=again)
    factories.ask(yara, asked_at=asked, opened_at=at(TODAY))
    factories.ask(yara, kind=AskKind.NOT_SAFE, asked_at=at(TODAY, 8), opened_at=at(TODAY, 10))
    late = {"asked_at": at(date(2025, 12, 31)), "opened_at": again, "hear_by": date(2026, 5, 2), "about": "A lift"}
    factories.ask(yara, kind=AskKind.LIFT, **late)

    sorry = "We are late: we said they would hear by 2 May."

    with clock.held_at(at(TODAY, 10, 1)):
        found = sentences()

    assert found == [
        (ReasonKind.ASK, date(2026, 5, 1), "Asked on 20 March: “Money”. Opened again on 1 May."),
        (
            ReasonKind.PROMISE,
            date(2026, 5, 1),
            f"Asked on 31 December 2025: “A lift”. Opened again on 1 May. {sorry}",
        ),
        (ReasonKind.NOT_SAFE, TODAY, "Said they don’t feel safe, today. Opened again today."),
        (ReasonKind.HELP, TODAY, "Asked for help with “Money”, on 20 March. Opened again today."),
    ]


def test_ask_after_midnight_in_london_counts_for_that_day() -> None:
    yara = factories.young_person(factories.authority())
    factories.ask(yara, asked_at=at(TODAY, 0, 30))

    assert [since for _, since, _ in sentences()] == [TODAY]


def test_answered_ask_is_no_reason() -> None:
    yara = factories.young_person(factories.authority())
    spoke = factories.contact(yara)
    factories.ask(yara, answered_at=spoke.at, answered_in=spoke)

    assert sentences() == []


def test_same_ask_twice_in_a_day_is_one_reason_but_other_words_are_another() -> None:
    yara = factories.young_person(factories.authority())
    for words in ("No heating.", "No heating.", "Now no light either."):
        factories.ask(yara, words=words)

    assert [found.own_words for found in asks.find(YoungPerson.objects.all(), TODAY)] == [
        "No heating.",
        "Now no light either.",
    ]


def test_ask_within_its_days_is_no_promise_broken_and_a_late_one_is_ours_to_say() -> None:
    yara = factories.young_person(factories.authority())
    asked = {"kind": AskKind.HOME, "area": "", "area_title": "", "asked_at": at(date(2026, 5, 1))}
    factories.ask(yara, hear_by=date(2026, 5, 4), **asked)
    factories.ask(yara, hear_by=date(2026, 5, 3), about="A cot", **asked)
    factories.ask(yara, hear_by=date(2026, 5, 3), heard_at=at(date(2026, 5, 2)), about="A lift", **asked)

    assert sentences() == [
        (ReasonKind.ASK, date(2026, 5, 1), "Asked on 1 May: “Something for my home”."),
        (
            ReasonKind.PROMISE,
            date(2026, 5, 1),
            "Asked on 1 May: “A cot”. We are late: we said they would hear by 3 May.",
        ),
        (ReasonKind.ASK, date(2026, 5, 1), "Asked on 1 May: “A lift”. We have answered, and it is not decided yet."),
    ]


def test_what_is_for_managers_is_no_reason_because_advisers_read_reasons() -> None:
    yara = factories.young_person(factories.authority())
    factories.ask(yara, kind=AskKind.COMPLAINT)
    factories.ask(yara, kind=AskKind.ADVISER)

    assert sentences() == []


def test_not_feeling_safe_says_when_nobody_has_spoken_with_them_in_the_time_that_their_council_set() -> None:
    yara = factories.young_person(factories.authority())
    factories.standards(yara.authority, climb_minutes=30)
    factories.ask(yara, asked_at=at(TODAY, 12), kind=AskKind.NOT_SAFE)

    with clock.held_at(at(TODAY, 12, 29)):
        before = sentences()
    with clock.held_at(at(TODAY, 12, 30)):
        after = sentences()

    said = "Said they don’t feel safe, today."
    assert before[0][2] == said
    assert after[0][2] == f"{said} Nobody has spoken with them in time: it is with the managers too."


def test_what_they_add_to_an_ask_is_on_the_list_until_somebody_answers() -> None:
    yara = factories.young_person(factories.authority())
    ines = factories.adviser(yara.authority)
    factories.allocate(yara, ines)
    me, her = factories.actor(yara), factories.actor(ines)
    ask = actions.raise_ask(actor=me, kind=AskKind.HELP, words="Come soon.")
    actions.add_line(actor=me, ask_id=ask.pk, words="He has a knife.")

    (reason,) = asks.find(YoungPerson.objects.all(), clock.today())
    assert reason.own_words == "He has a knife."
    assert reason.sentence.endswith("Wrote again today.")

    actions.write_answer(actor=her, ask_id=ask.pk, words="I am coming.")
    (reason,) = asks.find(YoungPerson.objects.all(), clock.today())
    assert (reason.own_words, "Wrote again" in reason.sentence) == ("Come soon.", False)


def test_a_line_on_an_ask_that_was_ended_meanwhile_opens_it_again() -> None:
    yara = factories.young_person(factories.authority())
    ask = factories.ask(yara, kind=AskKind.NOT_SAFE)
    contact = factories.contact(yara)
    Ask.objects.filter(pk=ask.pk).update(answered_at=clock.now(), answered_in=contact)

    actions.add_line(actor=factories.actor(yara), ask_id=ask.pk, words="He is back.")

    (reason,) = asks.find(YoungPerson.objects.all(), clock.today())
    assert (reason.kind, reason.own_words) == (ReasonKind.NOT_SAFE, "He is back.")


def test_what_they_did_not_mean_is_a_reason_until_it_is_put_right() -> None:
    yara = factories.young_person(factories.authority())
    goal = factories.goal(yara, words="Reduce arrears")
    plans.say_goal_not_meant(actor=factories.actor(yara), goal_id=goal.pk, words="I want it gone.")

    (reason,) = not_meant.find(YoungPerson.objects.all(), clock.today())

    assert reason.sentence == "Said today that “Reduce arrears” on the plan isn’t what they meant."
    assert (reason.kind, reason.own_words) == (ReasonKind.NOT_RIGHT, "I want it gone.")
