"""A life told by hand, word for word, from a file."""

from datetime import datetime, time, timedelta
from typing import Any

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.demonstration import moments, sentences
from ownpath.demonstration.life import Life
from ownpath.people.enums import ContactWay
from ownpath.people.models import Contact
from ownpath.plans.enums import GoalState
from ownpath.plans.models import Goal, NotMeant, Statement, Step
from ownpath.sharing.enums import EntryKind
from ownpath.sharing.models import NotRight
from ownpath.support.enums import AskKind
from ownpath.support.models import Standards
from ownpath.surveys.enums import How, Sharing
from ownpath.surveys.models import AreaAnswer, Priority, Reminder, Response, Sitting

from . import goals, meetings
from .answers import request
from .asks import asked, spoken_about
from .contacts import contact
from .reviews import review
from .saving import keep_goal
from .wins import win

type Told = dict[str, Any]


def write(life: Life, name: str, standards: Standards) -> None:
    """Everything that `words/<name>.yaml` tells."""
    told = sentences.told(name)
    if life.user is not None:
        life.user.language = told.get("language", "")
    answers = [respond(life, response) for response in told["responses"]]
    for goal in told["goals"]:
        _goal(life, goal, answers)
    for each in told["wins"]:
        more = {name: each[name] for name in ("sharing", "is_waiting", "photo", "alt") if name in each}
        win(life, each["words"], moments.days_ago(each["days_ago"]), is_own=each.get("is_own", True), **more)
    contacts = {each["days_ago"]: _contact(life, each) for each in told["contacts"]}
    for each in told["asks"]:
        _ask(life, each, contacts[each["answered_in"]], standards)
    for each in told["not_right"]:
        _not_right(life, each, contacts[each["about"]])
    for each in told.get("meetings", []):
        _meeting(life, each)
    for version, each in enumerate(told["statements"], start=1):
        _statement(life, each, version)
    for each in told["reviews"]:
        review(life, moments.days_ago(each["due"]), moments.days_ago(each["held"]) if "held" in each else None)


def respond(life: Life, told: Told) -> dict[str, AreaAnswer]:
    """One response, sent or still a draft, with its answers by area."""
    day = moments.days_ago(told["days_ago"])
    request(life, day - timedelta(days=5))
    at = moments.whenever(life.rng, day)
    began = at - timedelta(minutes=2 if "asks" in told else 21)
    response = Response(**life.owned(), pack=life.pack, started_at=began, asks=told.get("asks", []))
    response.sent_at = None if told.get("is_draft") else at
    if told.get("is_together"):
        response.how, response.sitting = How.TOGETHER, _sitting(life, response)
    life.rows.add(response)
    if "remind_in_days" in told:
        due_at = clock.now() + timedelta(days=told["remind_in_days"])
        life.rows.add(Reminder(**life.owned(), response=response, chosen_at=at, due_at=due_at))
    answers = {area: _answer(life, response, area, each, at) for area, each in told["answers"].items()}
    for answer in answers.values():
        answer.language = told.get("language", "en")
    for place, area in enumerate(told.get("priorities", []), start=1):
        life.rows.add(Priority(**life.owned(), response=response, area=area, place=place))
    return answers


def _sitting(life: Life, response: Response) -> Sitting:
    """The adviser's device, lent from the first question to the press that hands it back."""
    began_at, ended_at = response.started_at, response.sent_at
    lent_by = life.adviser_at(began_at)
    return life.rows.add(Sitting(**life.owned(), lent_by=lent_by, began_at=began_at, ended_at=ended_at))


def _answer(life: Life, response: Response, area: str, told: Told | str, at: datetime) -> AreaAnswer:
    row = AreaAnswer(**life.owned(), response=response, area=area, saved_at=at)
    if isinstance(told, str):
        row.is_not_now = True
    else:
        row.now, row.change, row.steadiness = told["now"], told["change"], told["steadiness"]
        row.scenario, row.words = told["scenario"], told.get("words", "")
        row.sharing = Sharing.PRIVATE if told.get("is_private") else Sharing.SHARED
    if response.sent_at is not None:
        life.answers.append(row)
    return life.rows.add(row)


def _goal(life: Life, told: Told, answers: list[dict[str, AreaAnswer]]) -> None:
    at = moments.at_work(life.rng, moments.days_ago(told["days_ago"]))
    answer = answers[told["answer"][0]][told["answer"][1]] if "answer" in told else None
    by = life.user if told.get("is_own") else life.adviser_at(at)
    goal = goals.begin(
        life, told["before"] if "before" in told else told["want"], at, answer, area=told.get("area", ""), by=by
    )
    if "not_meant" in told:
        _put_right(life, goal, told, at + timedelta(minutes=30), by)
    for step in told["steps"]:
        _step(life, goal, step, at)
    if "reached_days_ago" in told:
        closed_at = moments.whenever(life.rng, moments.days_ago(told["reached_days_ago"]))
        _save(life, goal, closed_at, life.user, state=GoalState.REACHED)


def _put_right(life: Life, goal: Goal, told: Told, at: datetime, by: User | None) -> None:
    """ "This isn't what I meant", and what it says since."""
    said = NotMeant(**life.owned(), goal=goal, line=goal.words, words=told["not_meant"], said_at=at)
    said.settled_at, said.settled_by = at + timedelta(minutes=5), by
    life.rows.add(said)
    _save(life, goal, said.settled_at, by, words=told["want"])


def _save(life: Life, goal: Goal, at: datetime, by: User | None, **values: str) -> None:
    for name, value in values.items():
        setattr(goal, name, value)
    if "words" in values:
        goal.written_by, goal.written_at = by, at
    goal.version += 1
    keep_goal(life, goal, by, at)


def _step(life: Life, goal: Goal, told: Told, at: datetime) -> Step:
    step = goals.step_by(life, goal, told, due=moments.days_ago(told["due"]), at=at, is_done=False)
    if "done" in told:
        goals.do(life, step, moments.whenever(life.rng, moments.days_ago(told["done"])))
    return step


def _contact(life: Life, told: Told) -> Contact | None:
    at = moments.at_work(life.rng, moments.days_ago(told["days_ago"]))
    return contact(life, at, is_reached=not told.get("is_tried"), words=told["words"], way=told["way"])


def _not_right(life: Life, told: Told, about: Contact | None) -> None:
    """ "This isn't right", said beside a contact, and what was answered."""
    assert about is not None
    line = f"{about.get_way_display()}. {about.words}"
    said = NotRight(**life.owned(), kind=EntryKind.CONTACT, entry_id=about.pk, line=line, words=told["words"])
    said.said_at = moments.whenever(life.rng, moments.days_ago(told["days_ago"]))
    if "answered" in told:
        said.answer, said.corrected = told["answer"], told["corrected"]
        said.answered_at = moments.at_work(life.rng, moments.days_ago(told["answered"]))
        said.answered_by = life.adviser_at(said.answered_at)
    life.rows.add(said)


def _meeting(life: Life, told: Told) -> None:
    way, hour = ContactWay(told["way"]), time.fromisoformat(told["at"])
    ahead = meetings.plan(life, days=told["days_ahead"], hour=hour, way=way, where=told["place"])
    meetings.move_from(life, ahead, told["moved"])


def _statement(life: Life, told: Told, version: int) -> None:
    at = moments.whenever(life.rng, moments.days_ago(told["days_ago"]))
    life.rows.add(Statement(**life.owned(), words=told["words"], version=version, said_by=life.user, said_at=at))


def _ask(life: Life, told: Told, spoken: Contact | None, standards: Standards) -> None:
    assert spoken is not None
    at = moments.whenever(life.rng, moments.days_ago(told["days_ago"]))
    spoken_about(life, asked(life, AskKind.HELP, told["words"], at, standards, area=told["area"]), spoken)
