"""A record as one reads it: in the words that were asked, with codes explained and names instead of ids."""

from datetime import date
from typing import Any

import pytest

from ownpath.core import clock
from ownpath.core.actor import Actor
from ownpath.people.enums import ObservationKind, Source
from ownpath.people.models import Observation, YoungPerson
from ownpath.plans import actions as plans
from ownpath.plans.enums import StepDoer
from ownpath.sharing import queries, reading
from ownpath.sharing.queries.everything import kinds_of_rows
from ownpath.support.actions import raise_ask, write_ask_down
from ownpath.support.enums import AllowanceKind, AskKind
from ownpath.support.models import AllowanceLine
from ownpath.surveys.enums import How, Sharing
from ownpath.surveys.models import Paper
from tests import factories


def read(her: Actor) -> dict[str, list[dict[str, object]]]:
    """Each section's rows, as what stands beside each label."""
    found = reading.sections(queries.everything(actor=her))
    return {one.title: [{line.label: line.value for line in row.lines} for row in one.rows] for one in found}


def test_answers_read_as_they_were_asked(yara: YoungPerson, her: Actor) -> None:
    told = factories.response(yara)
    factories.answer(told, "home", now=5, scenario="home-a", words="I have a kitchen.", sharing=Sharing.PRIVATE)
    factories.prioritise(told, "money")

    found = read(her)

    (answer,) = found["What I said about each part of life"]
    assert answer["Part of life"] == "Home"
    assert (answer["Now"], answer["Most like me"]) == ("home great", "Home is like a.")
    assert (answer["Words"], answer["Who it is for"]) == ("I have a kitchen.", "Just for me")
    assert found["What mattered most"][0]["Part of life"] == "Money"


def test_a_paper_says_when_it_was_filled_in_and_an_answer_in_which_language(
    yara: YoungPerson, her: Actor, ines: Actor
) -> None:
    told = factories.response(yara, how=How.PAPER)
    factories.answer(told, "home", language="ar")
    Paper.objects.create(
        authority_id=yara.authority_id,
        young_person=yara,
        response=told,
        filled_date=date(2026, 4, 1),
        entered_by_id=ines.user_id,
    )

    found = read(her)

    (paper,) = found["When I wrote on paper"]
    assert (paper["Day"], paper["Typed in by"]) == (date(2026, 4, 1), "Ines Invented")
    assert "Checked by me" not in paper
    assert found["When I said how it is"][0]["How"] == "On paper"
    (answer,) = found["What I said about each part of life"]
    assert (answer["Language"], answer["Typed in by"]) == ("العربية", "Ines Invented")


def test_money_that_came_back_is_said_as_money_back(yara: YoungPerson, her: Actor) -> None:
    values = {"authority_id": yara.authority_id, "young_person": yara, "kind": AllowanceKind.SPENT}
    AllowanceLine.objects.create(words="A bed", pence=8500, **values)
    AllowanceLine.objects.create(words="A bed", pence=-8500, reason="A leg was missing", **values)

    rows = read(her)["Money for setting up my home"]

    assert [(row["Kind"], row["Money"]) for row in rows] == [("Something bought", "£85.00"), ("Money back", "-£85.00")]
    lines = {found.entry.line for found in queries.recorded(actor=her)}
    assert lines >= {"Something bought: £85.00.", "Money back: -£85.00."}


def test_codes_are_explained_and_staff_are_named(yara: YoungPerson, her: Actor, ines: Actor) -> None:
    Observation.objects.create(
        authority_id=yara.authority_id,
        young_person=yara,
        kind=ObservationKind.ACCOMMODATION,
        code="U1",
        on_date=date(2026, 4, 1),
        source=Source.ADVISER,
        recorded_by_id=ines.user_id,
    )

    (fact,) = read(her)["Facts for the yearly count"]

    assert fact["What it says"] == "Own place, judged to be right for you (U1)"
    assert (fact["Day"], fact["Written by"]) == (date(2026, 4, 1), "Ines Invented")


def test_a_step_names_its_goal_and_a_photo_its_win(yara: YoungPerson, her: Actor) -> None:
    goal = factories.goal(yara, words="I want a bike")
    factories.step(goal)
    plans.record_win(actor=her, young_person_id=yara.pk, words="Rode it", photo=factories.photo(), alt="A bike")

    found = read(her)

    assert found["Small steps"][0]["What I want"] == "I want a bike"
    assert found["Photos of my wins"] == [{"Win": "Rode it", "What is on the photo": "A bike"}]


def test_an_ask_that_was_spoken_says_who_wrote_it_down(yara: YoungPerson, her: Actor, ines: Actor) -> None:
    write_ask_down(actor=ines, young_person_id=yara.pk, kind=AskKind.HOME, words="She needs a cot")
    raise_ask(actor=her, kind=AskKind.HOME, words="A bed")

    rows = {row["Words"]: row.get("Written down by") for row in read(her)["What I asked for"]}

    assert rows == {"She needs a cot": "Ines Invented", "A bed": None}


def test_a_meeting_names_who_planned_it_and_who_moved_it(yara: YoungPerson, her: Actor, ines: Actor) -> None:
    mo = factories.manager(yara.authority, "Mo Made-Up")
    ended = {"ended_at": clock.now(), "ended_by": mo, "ending": "moved", "reason": "I am away"}
    factories.meeting(yara, planned_by_id=ines.user_id, **ended)

    (meeting,) = read(her)["Meetings"]

    assert (meeting["Planned by"], meeting["Moved, cancelled or written down by"]) == ("Ines Invented", "Mo Made-Up")
    assert meeting["Why"] == "I am away"


def test_a_step_names_who_ticked_it_and_who_wrote_it(yara: YoungPerson, her: Actor, ines: Actor) -> None:
    goal = plans.start_goal(actor=her, young_person_id=yara.pk, words="I want a bike")
    step = plans.add_step(actor=ines, goal_id=goal.pk, words="Ring the shop", doer=StepDoer.ADVISER)
    plans.tick_step(actor=her, step_id=step.pk)

    (row,) = read(her)["Small steps"]

    assert (row["Written by"], row["Started by"], row["Ticked by"]) == (
        "Ines Invented",
        "Ines Invented",
        "Yara Notreal",
    )


def test_pack_that_no_longer_says_leaves_what_is_stored(yara: YoungPerson, her: Actor) -> None:
    factories.answer(factories.response(yara), "gone", now=2)

    assert read(her)["What I said about each part of life"][0]["Part of life"] == "gone"


@pytest.mark.parametrize("count", [1, 30])
def test_everything_takes_a_query_a_kind_however_much_there_is(
    yara: YoungPerson, her: Actor, count: int, django_assert_num_queries: Any
) -> None:
    for _ in range(count):
        factories.contact(yara)

    with django_assert_num_queries(len(kinds_of_rows()) + 5):
        assert len(read(her)["When we were in touch"]) == count
