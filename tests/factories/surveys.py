from datetime import date
from itertools import count
from typing import Any

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.people.models import YoungPerson
from ownpath.surveys.enums import Change, How, Sharing
from ownpath.surveys.models import (
    AnswerReading,
    AreaAnswer,
    Paper,
    Priority,
    Reminder,
    Response,
    Sitting,
    SurveyPack,
    SurveyRequest,
)

_versions = count(1)


def document(areas: tuple[str, ...] = ("home", "money", "friends"), **values: Any) -> dict[str, Any]:
    """A small pack as the loader stores it."""
    return {
        "id": "test-pack",
        "version": 1,
        "language": "en",
        "title": "A small survey for tests",
        "about": "Made for tests.",
        "credit": "Nobody",
        "licence": "CC0",
        "questions": {
            "scenario": "Which one sounds most like you?",
            "now": "How is it now?",
            "change": "Compared with six months ago?",
            "steadiness": "How steady is it?",
        },
        "areas": [area(name) for name in areas],
    } | values


def area(name: str) -> dict[str, Any]:
    return {
        "id": name,
        "title": name.title(),
        "meaning": f"What {name} is like for me.",
        "scenarios": [{"id": f"{name}-{letter}", "words": f"{name.title()} is like {letter}."} for letter in "abc"],
        "now": [f"{name} {word}" for word in ("very hard", "hard", "so so", "good", "great")],
        "change": {"better": "Better", "same": "About the same", "worse": "Worse", "up_and_down": "Up and down"},
        "steadiness": ["Shaky", "A bit shaky", "Fairly steady", "Steady"],
        "invitation": f"Say more about {name}, if you like.",
    }


def pack(**values: Any) -> SurveyPack:
    version = next(_versions)
    defaults: dict[str, Any] = {"slug": "ownpath-starter", "version": version, "language": "en"}
    return SurveyPack.objects.create(**defaults | {"document": document(version=version)} | values)


def response(of: YoungPerson, **values: Any) -> Response:
    """A response, sent now unless `sent_at` says otherwise (None: still a draft)."""
    defaults: dict[str, Any] = {"started_at": clock.now(), "sent_at": clock.now()}
    used = values.pop("pack", None) or SurveyPack.objects.order_by("-version").first() or pack()
    return Response.objects.create(authority_id=of.authority_id, young_person=of, pack=used, **defaults | values)


def sitting(of: YoungPerson, lent_by: User, **values: Any) -> Sitting:
    """A time of answering on somebody's device, open unless `ended_at` says otherwise."""
    return Sitting.objects.create(authority_id=of.authority_id, young_person=of, lent_by=lent_by, **values)


def paper(of: YoungPerson, entered_by: User, *, filled_date: date | None = None, **values: Any) -> Paper:
    """A paper that was filled in (today, unless another day is given) and typed in, not looked over yet."""
    filled = filled_date or clock.today()
    return Paper.objects.create(
        authority_id=of.authority_id,
        young_person=of,
        response=response(of, how=How.PAPER),
        filled_date=filled,
        entered_by=entered_by,
        **values,
    )


def reminder(of: Response, **values: Any) -> Reminder:
    """A reminder of a draft, due now."""
    defaults: dict[str, Any] = {"due_at": clock.now()}
    return Reminder.objects.create(
        authority_id=of.authority_id, young_person_id=of.young_person_id, response=of, **defaults | values
    )


def answer(to: Response, area: str, **values: Any) -> AreaAnswer:
    """A shared answer in the middle of every scale, unless the values say otherwise; staff can read it once sent."""
    defaults: dict[str, Any] = {"now": 3, "change": Change.SAME, "steadiness": 3, "sharing": Sharing.SHARED}
    if values.get("sharing", Sharing.SHARED) == Sharing.SHARED:
        defaults["shared_at"] = to.sent_at
    return AreaAnswer.objects.create(
        authority_id=to.authority_id, young_person_id=to.young_person_id, response=to, area=area, **defaults | values
    )


def answer_reading(of: YoungPerson, reader: User, **values: Any) -> AnswerReading:
    """That somebody opened what was shared, now unless the values say otherwise."""
    return AnswerReading.objects.create(authority_id=of.authority_id, young_person=of, reader=reader, **values)


def prioritise(of: Response, *areas: str) -> None:
    for place, area in enumerate(areas, start=1):
        Priority.objects.create(
            authority_id=of.authority_id, young_person_id=of.young_person_id, response=of, area=area, place=place
        )


def survey_request(of: YoungPerson, **values: Any) -> SurveyRequest:
    return SurveyRequest.objects.create(authority_id=of.authority_id, young_person=of, **values)
