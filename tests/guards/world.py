"""The personas of the access table, and one young person's record with something in it that could leak everywhere.

Yara's record is the one that is opened. Every text of hers holds a mark: `SHARED` where her adviser and manager may
read it, `PRIVATE` where nobody but she may.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.db import models

from ownpath.about_me.models import Told
from ownpath.accounts.models import Invitation, User
from ownpath.circle.models import Connection, MapSharing
from ownpath.core import clock, heartbeats
from ownpath.core.fields import sensitivity_of
from ownpath.people.enums import ObservationKind, Source
from ownpath.people.models import AddressChange, BirthDate, CarePeriod, Observation, OfYoungPerson, YoungPerson
from ownpath.plans import actions as plans
from ownpath.plans.enums import StepDoer, WinSharing
from ownpath.plans.models import NotMeant, Statement, Win, WinPhoto, WinVersion
from ownpath.sharing.models import AnswerSharing
from ownpath.support.enums import AllowanceKind, AskKind, Called, EntryKind
from ownpath.support.models import AllowanceLine, Ask, AskEntry, CallOut
from ownpath.surveys.enums import Sharing
from ownpath.surveys.models import AreaAnswer, SurveyRequest
from tests import factories

type AnyField = models.Field[Any, Any]

SHARED = "quokkashared"
PRIVATE = "quokkaprivate"

PERSONAS = {
    "Yara": "the young person",
    "Zane": "another young person",
    "Ines": "her adviser",
    "Fred": "her adviser before",
    "Sol": "an adviser of another team",
    "Mo": "the manager",
    "Mia": "a manager elsewhere",
    "Yusuf": "a young person elsewhere",
    "Dot": "a duty worker",
    "nobody": "not signed in",
}
MAY_READ = {"Yara": {SHARED, PRIVATE}, "Ines": {SHARED}, "Mo": {SHARED}, "Dot": {SHARED}}


@dataclass(frozen=True, slots=True)
class World:
    """Who may ask, what Yara's pages are called in URLs, and whose record is beside hers."""

    people: dict[str, User | None]
    things: dict[str, Any]
    zane: YoungPerson


def build() -> World:
    """Two authorities, ten personas, and Yara's record."""
    heartbeats.beat(heartbeats.Of.DUE_WORK)
    here, elsewhere = factories.authority(), factories.authority()
    north, south = factories.team(here), factories.team(here)
    factories.pack()
    yara, zane = factories.young_person(here, "Yara Notreal"), factories.young_person(here, "Zane Notreal")
    ines = factories.adviser(here, "Ines Invented", team=north)
    fred = factories.adviser(here, "Fred Former", team=north)
    sol, mo = factories.adviser(here, "Sol Someone", team=south), factories.manager(here, "Mo Made-Up")
    mia, yusuf = factories.manager(elsewhere, "Mia Elsewhere"), factories.young_person(elsewhere, "Yusuf Notreal")
    dot = factories.duty_worker(here)
    factories.allocate(yara, fred, began_at=clock.now() - timedelta(days=400), ended_at=clock.now() - timedelta(days=9))
    factories.allocate(yara, ines)
    factories.allocate(zane, sol)
    things = _record(yara) | {"other_id": zane.pk}
    _mark(yara)
    accounts = [yara.user, zane.user, ines, fred, sol, mo, mia, yusuf.user, dot, None]
    return World(dict(zip(PERSONAS, accounts, strict=True)), things, zane)


def _record(yara: YoungPerson) -> dict[str, Any]:
    """A row of every kind that a record can hold; returns them by the names that URLs give them."""
    her, at = factories.actor(yara), {"authority_id": yara.authority_id, "young_person": yara}
    sent = factories.response(yara, sent_at=clock.now() - timedelta(days=30))
    draft = factories.response(yara, sent_at=None)
    answer = factories.answer(sent, "home")
    factories.answer(sent, "money", sharing=Sharing.PRIVATE)
    factories.answer(draft, "home")
    factories.answer(draft, "friends", sharing=Sharing.PRIVATE)
    factories.prioritise(sent, "money", "home")
    factories.prioritise(draft, "home", "friends")
    goal = plans.start_goal(actor=her, young_person_id=yara.pk, words="I want a cat", from_answer_id=answer.pk)
    step = plans.add_step(actor=her, goal_id=goal.pk, words="Ask", doer=StepDoer.OTHER, doer_name="Aunt")
    not_meant = NotMeant.objects.create(goal=goal, step=step, line="Ask", words="No, not that", **at)
    for version, words in enumerate(("A job", "A job and a dog")):
        plans.say_what_doing_well_means(actor=her, words=words, version=version)
    win = plans.record_win(
        actor=her, young_person_id=yara.pk, words="I slept well", sharing=WinSharing.ADVISER, photo=factories.photo()
    )
    plans.record_win(actor=her, young_person_id=yara.pk, words="I cried", photo=factories.photo())
    CarePeriod.objects.create(began_date=clock.today(), source=Source.DEMONSTRATION, **at)
    Observation.objects.create(kind=ObservationKind.ACTIVITY, code="F2", on_date=clock.today(), source="adviser", **at)
    SurveyRequest.objects.create(**at)
    factories.record_end(yara, reopened_at=clock.now(), reopen_words="A mistake")
    factories.merge(yara)
    BirthDate.objects.create(
        before=clock.today(), after=clock.today(), written_by=factories.manager(yara.authority), **at
    )
    AddressChange.objects.create(user=yara.user, before="a@b.c", after="d@e.f", **at)
    factories.joining(yara, undone_words="A mistake")
    factories.reminder(draft)
    factories.paper(yara, yara.allocation_rows.get(ended_at=None).adviser)
    factories.sitting(yara, yara.allocation_rows.get(ended_at=None).adviser, ended_at=clock.now())
    told = factories.told(yara)
    factories.told(yara, words="Before", heading="proud", version=1, ended_at=clock.now())
    factories.answer_reading(yara, yara.allocation_rows.get(ended_at=None).adviser, no_contact_reason="We talked")
    factories.reading(told, yara.allocation_rows.filter(ended_at=None).get().adviser)
    factories.shared_map(yara)
    friend = factories.connection(yara, wish="find")
    factories.connection(yara, is_left_out=True)
    factories.connection(yara, ended_at=clock.now())
    AnswerSharing.objects.create(answer=answer, sharing=Sharing.SHARED, **at)
    contact = factories.contact(yara)
    not_right = factories.not_right(contact)
    return {
        "young_person_id": yara.pk,
        "connection_id": friend.who,
        "part": told.heading,
        "response_id": sent.pk,
        "answer_id": answer.pk,
        "area": "home",
        "measure": "now",
        "value": "3",
        "goal_id": goal.pk,
        "step_id": step.pk,
        "not_meant_id": not_meant.pk,
        "win_id": win.pk,
        "review_id": factories.review(yara, clock.today()).pk,
        "ask_id": _ask(yara).pk,
        "contact_id": contact.pk,
        "kind": "contact",
        "ask_kind": "records",
        "entry_id": contact.pk,
        "not_right_id": not_right.pk,
        "offer_id": factories.offer_entry(yara.authority).pk,
        "heading": "home",
        "meeting_id": factories.meeting(yara).pk,
        "absence_id": factories.absence(factories.adviser(yara.authority), factories.adviser(yara.authority)).pk,
        "user_id": factories.face(yara.allocation_rows.get(ended_at=None).adviser).membership.user_id,
        "token": Invitation.objects.create(
            authority_id=yara.authority_id, email="new@example.org", name="New Notreal", role="adviser"
        ).pk,
    }


def _ask(yara: YoungPerson) -> Ask:
    ask = factories.ask(yara, kind=AskKind.HOME, area="", area_title="")
    at = {"authority_id": yara.authority_id, "young_person": yara}
    factories.ask(yara, kind=AskKind.NOT_SAFE, area="", area_title="", words="Outside")
    AskEntry.objects.create(ask=ask, kind=EntryKind.ANSWER, words="Soon", **at)
    CallOut.objects.create(ask=ask, called=Called.DUTY, address="duty@example.org", **at)
    AllowanceLine.objects.create(kind=AllowanceKind.SPENT, words="A cot", pence=4000, **at)
    return ask


def _mark(yara: YoungPerson) -> None:
    for row in rows_of(yara):
        mark = PRIVATE if is_private(row) else SHARED
        row._meta.model.objects.filter(pk=row.pk).update(
            **{field.name: _marked(field, mark) for field in row._meta.local_fields if holds_words(field)}
        )


def rows_of(yara: YoungPerson) -> Iterator[models.Model]:
    """Everything that is hers."""
    yield yara
    yield yara.user
    for model in kinds():
        yield from model.objects.filter(young_person=yara)


def kinds() -> list[type[OfYoungPerson]]:
    """Every kind of row of which a record consists."""
    return [model for model in apps.get_models() if issubclass(model, OfYoungPerson)]


def is_private(row: models.Model) -> bool:
    """Whether nobody but she may read the row."""
    if isinstance(row, AreaAnswer):
        return row.sharing != Sharing.SHARED or row.response.sent_at is None
    if isinstance(row, Statement):
        return row.version == 1
    if isinstance(row, Connection):
        is_shared = MapSharing.objects.filter(young_person_id=row.young_person_id, ended_at=None).exists()
        return row.is_left_out or row.ended_at is not None or not is_shared
    if isinstance(row, Told):
        return row.ended_at is not None
    win = row.win if isinstance(row, WinPhoto | WinVersion) else row
    return isinstance(win, Win) and win.sharing == WinSharing.PRIVATE


def holds_words(field: AnyField) -> bool:
    """Whether a field holds words that tell something, and has room for a mark."""
    is_words = isinstance(field, models.TextField | models.CharField) and not isinstance(field, models.SlugField)
    has_room = (field.max_length or 1000) > len(PRIVATE)
    is_hers = sensitivity_of(field) in {"personal", "special"} and field.name != "password"
    return is_words and has_room and is_hers and not field.choices


def _marked(field: AnyField, mark: str) -> str:
    end = "@example.org" if isinstance(field, models.EmailField) else f" in {field.name}"
    return f"{mark}{end}"[: field.max_length]
