"""What must be true of every invented life, whatever its story."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise

from django.db.models import Model

from ownpath.accounts.models import Membership
from ownpath.core import clock
from ownpath.core.models import AuditEvent
from ownpath.demonstration.rows import ORDER, Rows
from ownpath.organisations.models import Authority, OfAuthority
from ownpath.people.enums import CareLeaverStatus, ObservationKind
from ownpath.people.models import Allocation, CarePeriod, Contact, Meeting, Observation, YoungPerson
from ownpath.plans.models import Goal, GoalVersion, Review, Step, StepVersion, Win
from ownpath.support.actions.asking import promise
from ownpath.support.enums import AskKind, EntryKind
from ownpath.support.models import Ask, AskEntry, Standards
from ownpath.surveys.enums import How, Sharing
from ownpath.surveys.models import (
    MOST_PRIORITIES,
    AreaAnswer,
    Paper,
    Priority,
    Reminder,
    Response,
    Sitting,
    SurveyRequest,
)
from ownpath.web import access

from .conftest import NOW

TODAY = clock.day_of(NOW)


def by_person[T: Model](rows: list[T]) -> dict[object, list[T]]:
    found = defaultdict(list)
    for row in rows:
        found[row.young_person_id].append(row)
    return found


def test_everybody_is_16_to_25(invented: Rows) -> None:
    ages = {person.age_on(TODAY) for person in invented.of(YoungPerson)}

    assert min(ages) >= 16
    assert max(ages) <= 25
    assert len(ages) >= 8


def test_everybody_joined_after_they_turned_16(invented: Rows) -> None:
    assert all(person.age_on(person.joined_date) >= 16 for person in invented.of(YoungPerson))
    assert all(person.joined_date <= TODAY for person in invented.of(YoungPerson))


def test_nobody_has_two_advisers_at_a_time(invented: Rows) -> None:
    changes = 0
    for rows in by_person(invented.of(Allocation)).values():
        assert all(before.ended_at and before.ended_at <= after.began_at for before, after in pairwise(rows))
        assert all(row.ended_at is None or row.began_at <= row.ended_at <= NOW for row in rows)
        changes += len(rows) > 1

    assert changes > 5


def test_nothing_happens_in_the_future(invented: Rows) -> None:
    moments = [
        moment
        for model in ORDER
        for row in invented.of(model)
        for field in row._meta.fields
        if field.get_internal_type() == "DateTimeField" and (moment := getattr(row, field.attname)) is not None
        if (model, field.name) not in {(Meeting, "at"), (Reminder, "due_at")}
    ]
    days = [row.on_date for row in invented.of(Win) + invented.of(Observation)]
    days += [row.held_date for row in invented.of(Review) if row.held_date]

    assert len(moments) > 1000
    assert max(moments) <= NOW
    assert max(days) <= TODAY


def test_meetings_ahead_lie_ahead_and_some_were_moved(invented: Rows) -> None:
    ahead = [meeting for meeting in invented.of(Meeting) if meeting.ended_at is None]
    moved = [meeting for meeting in invented.of(Meeting) if meeting.ended_at]

    assert min(meeting.at for meeting in ahead) > NOW
    assert {meeting.instead_of for meeting in ahead if meeting.instead_of} == set(moved) != set()
    assert any(meeting.cannot_words for meeting in ahead)


def test_contacts_are_recorded_by_the_adviser_of_the_day(invented: Rows) -> None:
    allocations = by_person(invented.of(Allocation))
    for contact in invented.of(Contact):
        advisers = [
            row.adviser
            for row in allocations[contact.young_person_id]
            if row.began_at <= contact.at and (row.ended_at is None or contact.at < row.ended_at)
        ]
        assert advisers == [contact.recorded_by]


def test_nobody_works_after_they_left(invented: Rows) -> None:
    ended = {row.user_id: row.ended_at for row in invented.of(Membership) if row.ended_at}
    late = [row for row in invented.of(Contact) if row.at > ended.get(row.recorded_by_id, NOW)]
    late += [row for row in invented.of(Allocation) if (row.ended_at or NOW) > ended.get(row.adviser_id, NOW)]

    assert len(ended) == 4
    assert late == []


def test_every_response_was_asked_for_first(invented: Rows) -> None:
    requests = by_person(invented.of(SurveyRequest))
    for response in invented.of(Response):
        asked = [row.requested_at for row in requests[response.young_person_id]]
        assert min(asked) < response.started_at
        assert response.sent_at is None or response.started_at < response.sent_at


def test_nobody_has_two_drafts_and_some_have_one(invented: Rows) -> None:
    drafts = list(by_person([row for row in invented.of(Response) if row.sent_at is None]).values())

    assert len(drafts) >= 2
    assert all(len(rows) == 1 for rows in drafts)


def test_every_way_of_answering_is_there(invented: Rows) -> None:
    [paper], [sitting], [reminder] = (invented.of(model) for model in (Paper, Sitting, Reminder))
    ways = {response.how for response in invented.of(Response)}
    shared = {row.sharing for row in invented.of(AreaAnswer) if row.response is paper.response}

    assert ways == set(How)
    assert (paper.checked_at, shared) == (None, {Sharing.SHARED})
    assert paper.filled_date <= clock.day_of(paper.entered_at)
    assert sitting.ended_at is not None
    assert reminder.response.sent_at is None
    assert reminder.due_at > NOW


def test_priorities_are_areas_that_were_answered(invented: Rows) -> None:
    answered = {(row.response_id, row.area) for row in invented.of(AreaAnswer) if not row.is_not_now}
    priorities = defaultdict(list)
    for row in invented.of(Priority):
        assert (row.response_id, row.area) in answered
        priorities[row.response_id].append(row.place)

    assert all(places == list(range(1, len(places) + 1)) for places in priorities.values())
    assert max(map(len, priorities.values())) == MOST_PRIORITIES


def test_answers_are_the_packs_own(invented: Rows) -> None:
    response = invented.of(Response)[0]
    scenarios = {area["id"]: {each["id"] for each in area["scenarios"]} for area in response.pack.document["areas"]}
    for row in invented.of(AreaAnswer):
        assert row.scenario == "" or row.scenario in scenarios[row.area]
        assert not row.is_not_now or (row.now, row.change, row.words) == (None, "", "")

    sharing = [row.sharing for row in invented.of(AreaAnswer)]
    assert 0.1 < sharing.count(Sharing.PRIVATE) / len(sharing) < 0.4
    assert any(row.is_not_now for row in invented.of(AreaAnswer))


def test_goals_come_only_from_what_was_shared_and_sent(invented: Rows) -> None:
    sources = [row.from_answer for row in invented.of(Goal) if row.from_answer]

    assert len(sources) > 20
    assert all(answer.sharing == Sharing.SHARED and answer.response.sent_at for answer in sources)


def test_every_save_of_the_plan_is_kept(invented: Rows) -> None:
    goals = {(row.goal_id, row.version): row.words for row in invented.of(GoalVersion)}
    steps = {(row.step_id, row.version): row.is_done for row in invented.of(StepVersion)}

    assert all(goals[goal.pk, goal.version] == goal.words for goal in invented.of(Goal))
    assert all(steps[step.pk, step.version] == (step.done_at is not None) for step in invented.of(Step))


def test_reviews_are_at_most_six_months_apart_and_one_is_ahead(invented: Rows) -> None:
    for rows in by_person(invented.of(Review)).values():
        held = [row.held_date for row in rows if row.held_date]
        ahead = [row.due_date for row in rows if row.held_date is None]
        assert len(ahead) <= 1
        assert all(due <= clock.months_after(before, 6) for before, due in zip(held, held[1:] + ahead, strict=False))


def test_care_is_long_enough_and_over_by_18(invented: Rows) -> None:
    people = {person.pk: person for person in invented.of(YoungPerson)}
    for young_person_id, rows in by_person(invented.of(CarePeriod)).items():
        person = people[young_person_id]
        ended = rows[-1].ended_date or TODAY
        assert all(before.ended_date == after.began_date for before, after in pairwise(rows))
        assert person.age_on(ended) >= 16
        assert person.age_on(ended - timedelta(days=1)) < 18
        assert ended - max(rows[0].began_date, _birthday(person, 14)) >= timedelta(days=91)


def test_facts_for_the_return_begin_after_care_ended(invented: Rows) -> None:
    ended = {person: rows[-1].ended_date for person, rows in by_person(invented.of(CarePeriod)).items()}
    facts = [row for row in invented.of(Observation) if row.kind != ObservationKind.STATUS]
    assert facts
    for row in facts:
        assert ended[row.young_person_id] is not None
        assert ended[row.young_person_id] <= row.on_date


def test_status_in_law_fits_age_and_care(invented: Rows) -> None:
    in_care = {person for person, rows in by_person(invented.of(CarePeriod)).items() if rows[-1].ended_date is None}
    statuses = [row for row in invented.of(Observation) if row.kind == ObservationKind.STATUS]

    people = {person.pk: person for person in invented.of(YoungPerson)}

    assert len(statuses) == len(people)
    for row in statuses:
        is_adult = people[row.young_person_id].age_on(clock.day_of(NOW)) >= 18
        status = CareLeaverStatus.FORMER_RELEVANT if is_adult else CareLeaverStatus.RELEVANT
        assert row.code == (CareLeaverStatus.ELIGIBLE if row.young_person_id in in_care else status)


def test_an_answered_ask_names_its_contact(invented: Rows) -> None:
    asks = invented.of(Ask)

    assert {ask.answered_at is None for ask in asks} == {True, False}
    assert all(ask.answered_in.at > ask.asked_at for ask in asks if ask.answered_in)


def test_every_ask_promises_what_a_real_one_promises(invented: Rows) -> None:
    standards = {row.authority_id: row for row in invented.of(Standards)}

    for ask in invented.of(Ask):
        real = Ask(kind=ask.kind)
        promise(real, standards[ask.authority_id], ask.opened_at)
        assert (ask.hear_by, ask.decide_by) == (real.hear_by, real.decide_by)
    assert {ask.hear_by is None for ask in invented.of(Ask) if ask.kind == AskKind.HELP and ask.is_open} == {False}


def test_every_line_about_an_ask_is_kept_and_heard_as_a_real_one(invented: Rows) -> None:
    lines: dict[object, list[AskEntry]] = {ask.pk: [] for ask in invented.of(Ask)}
    for entry in invented.of(AskEntry):
        lines[entry.ask_id].append(entry)

    for ask in invented.of(Ask):
        said = [line for line in lines[ask.pk] if line.at >= ask.opened_at]
        answers = [line for line in said if line.kind in (EntryKind.ANSWER, EntryKind.SPOKE, EntryKind.DECIDED)]
        assert ask.version == 1 + len(lines[ask.pk])
        assert (ask.heard_at is not None) == bool(answers)
        spoke = [line.at for line in said if line.kind == EntryKind.SPOKE]
        assert spoke == ([ask.answered_in.at] if ask.answered_in else [])


def test_the_second_authority_never_refers_to_the_first(invented: Rows) -> None:
    home = {row.pk: row.pk for row in invented.of(Authority)}
    for model in ORDER:
        for row in invented.of(model):
            if isinstance(row, OfAuthority):
                home[row.pk] = row.authority_id
    for model in ORDER:
        for row in invented.of(model):
            if isinstance(row, OfAuthority):
                pointed = [getattr(row, field.attname) for field in row._meta.fields if field.is_relation]
                assert {home[pk] for pk in pointed if pk in home} == {row.authority_id}


def test_somebody_of_the_staff_has_looked_at_nearly_every_record(invented: Rows) -> None:
    looks = [event for event in invented.of(AuditEvent) if event.kind == AuditEvent.Kind.VIEW]
    routes = {pattern.name for _path, pattern in access.routes()}

    assert len({event.young_person_id for event in looks}) > 0.9 * len(invented.of(YoungPerson))
    assert {event.verb.removeprefix("staff:") for event in looks} <= routes


def _birthday(person: YoungPerson, years: int) -> date:
    return person.birth_date.replace(year=person.birth_date.year + years)
