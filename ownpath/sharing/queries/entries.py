"""What others recorded about a young person, each row as one sentence in plain words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.people.enums import CareLeaverStatus, ContactResult, EndReason, ObservationKind, Source
from ownpath.people.models import Allocation, CarePeriod, Contact, Observation, RecordEnd, YoungPerson
from ownpath.people.queries import young_person
from ownpath.plans.models import Review
from ownpath.returns import codes
from ownpath.sharing.enums import EntryKind
from ownpath.sharing.models import NotRight
from ownpath.support.models import AllowanceLine
from ownpath.surveys.models import SurveyRequest


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that somebody recorded: when it was, in a sentence, with their words if there are any, and whose."""

    kind: EntryKind
    id: UUID
    day: date
    line: str
    by: str
    words: str = ""

    @property
    def whole(self) -> str:
        """The entry as it is kept with what is said against it."""
        return f"{self.line} {self.words}".strip()


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entry, and what the young person said against it, the oldest first."""

    entry: Entry
    not_right: tuple[NotRight, ...]


def recorded(*, actor: Actor) -> list[Recorded]:
    """What others recorded about the actor's own self, the newest first, each with what they said against it. Raises
    `NotVisible` for somebody without a record of their own. Ten queries, however much there is.
    """
    whom = young_person(actor=actor, young_person_id=actor.young_person_id)
    said: dict[UUID, list[NotRight]] = {}
    for row in NotRight.objects.filter(young_person=whom).select_related("answered_by").order_by("said_at", "pk"):
        said.setdefault(row.entry_id, []).append(row)
    found = sorted(_entries(whom), key=lambda entry: (entry.day, str(entry.id)), reverse=True)
    return [Recorded(entry, tuple(said.get(entry.id, ()))) for entry in found]


def entry(*, actor: Actor, kind: EntryKind, entry_id: UUID) -> Entry:
    """One entry of the actor's own record; raises `NotVisible`. Two queries."""
    whom = young_person(actor=actor, young_person_id=actor.young_person_id)
    found = next((read for read in READERS[kind](whom) if read.id == entry_id), None)
    if found is None:
        raise NotVisible
    return found


def _entries(whom: YoungPerson) -> Iterator[Entry]:
    for read in READERS.values():
        yield from read(whom)


def _contacts(whom: YoungPerson) -> Iterator[Entry]:
    for row in Contact.objects.filter(young_person=whom).select_related("recorded_by"):
        way = str(row.get_way_display())
        line = _("%(way)s. We tried, and did not reach you.") if row.result == ContactResult.TRIED else _("%(way)s.")
        words = "\n".join(filter(None, (row.words, row.who_was_there)))
        yield Entry(EntryKind.CONTACT, row.pk, clock.day_of(row.at), line % {"way": way}, _by(row.recorded_by), words)


def _observations(whom: YoungPerson) -> Iterator[Entry]:
    for row in Observation.objects.filter(young_person=whom).select_related("recorded_by"):
        line = f"{ObservationKind(row.kind).label}: {code_in_words(row.kind, row.code)}."
        yield Entry(EntryKind.OBSERVATION, row.pk, row.on_date, line, _by(row.recorded_by, row.source))


def _advisers(whom: YoungPerson) -> Iterator[Entry]:
    for row in Allocation.objects.filter(young_person=whom).select_related("adviser", "allocated_by"):
        values = {"name": row.adviser.name, "until": _day(row.ended_at)}
        line = _("%(name)s was your adviser until %(until)s.") if row.ended_at else _("%(name)s is your adviser.")
        yield Entry(EntryKind.ADVISER, row.pk, clock.day_of(row.began_at), line % values, _by(row.allocated_by))


def _care_periods(whom: YoungPerson) -> Iterator[Entry]:
    for row in CarePeriod.objects.filter(young_person=whom):
        line = _("You were in care until %(until)s.") if row.ended_date else _("You came into care.")
        line %= {"until": _day(row.ended_date)}
        letters = [row.legal_status, row.placement, row.reason_began, row.reason_ended]
        words = _("Codes of the yearly count: %(codes)s.") % {"codes": ", ".join(filter(None, letters))}
        yield Entry(EntryKind.CARE, row.pk, row.began_date, line, _by(None, row.source), words if any(letters) else "")


def _asked(whom: YoungPerson) -> Iterator[Entry]:
    for row in SurveyRequest.objects.filter(young_person=whom).select_related("requested_by"):
        line = _("You were asked how it is going.")
        yield Entry(EntryKind.ASKED, row.pk, clock.day_of(row.requested_at), line, _by(row.requested_by))


def _reviews(whom: YoungPerson) -> Iterator[Entry]:
    for row in Review.objects.filter(young_person=whom).select_related("set_by"):
        line = _("We looked at your plan together.") if row.held_date else _("We look at your plan together by then.")
        yield Entry(EntryKind.REVIEW, row.pk, row.held_date or row.due_date, line, _by(row.set_by))


def _money(whom: YoungPerson) -> Iterator[Entry]:
    for row in AllowanceLine.objects.filter(young_person=whom).select_related("recorded_by"):
        line = f"{row.in_words}: {row.amount}."
        words = "\n".join(filter(None, (row.words, row.reason)))
        yield Entry(EntryKind.MONEY, row.pk, row.on_date, line, _by(row.recorded_by), words)


def _ends(whom: YoungPerson) -> Iterator[Entry]:
    for row in RecordEnd.objects.filter(young_person=whom).select_related("ended_by", "reopened_by"):
        lines = [_("Your record ended."), end_in_words(row.reason)]
        if row.reopened_at:
            back = _("You came back on %(day)s, and it opened again.")
            line = back if row.came_back else _("It was opened again on %(day)s.")
            lines.append(line % {"day": _day(row.reopened_at)})
        words = "\n".join(filter(None, (row.words, row.reopen_words)))
        yield Entry(EntryKind.END, row.pk, row.on_date, " ".join(lines), _by(row.ended_by, row.source), words)


READERS: dict[EntryKind, Callable[[YoungPerson], Iterator[Entry]]] = {
    EntryKind.CONTACT: _contacts,
    EntryKind.OBSERVATION: _observations,
    EntryKind.ADVISER: _advisers,
    EntryKind.CARE: _care_periods,
    EntryKind.ASKED: _asked,
    EntryKind.REVIEW: _reviews,
    EntryKind.MONEY: _money,
    EntryKind.END: _ends,
}


def end_in_words(reason: str) -> str:
    """Why a record ended, to whom it is about. Whoever died never reads theirs; it may have been a mistake."""
    return {
        EndReason.DIED: _("Somebody wrote down that you had died."),
        EndReason.MOVED: _("You moved, and another council supports you now."),
        EndReason.TRANSFERRED: _("Another council looks after you now."),
        EndReason.ADOPTED: _("You were adopted."),
        EndReason.DONE_AT_25: _("You turned 25, and we said goodbye."),
        EndReason.DOES_NOT_WANT_US: _("You told us that you don’t want us to be in touch."),
    }[EndReason(reason)]


def code_in_words(kind: str, code: str) -> str:
    """What a code of the return means, such as "Own place, suitable"; the code itself where we do not know it."""
    if kind == ObservationKind.ACCOMMODATION:
        return _home_in_words(code)
    if kind == ObservationKind.STATUS:
        return str(CareLeaverStatus(code).in_words)
    known = codes.InTouch if kind == ObservationKind.IN_TOUCH else codes.Activity
    return str(known(code).label) if code in known else code


def code_for_staff(kind: str, code: str) -> str:
    """The same as staff say it, such as "Own place, suitable"."""
    if kind == ObservationKind.ACCOMMODATION:
        return _home_in_words(code, {"1": _("suitable"), "2": _("not suitable")})
    return code_in_words(kind, code)


def _home_in_words(code: str, suitability: dict[str, str] | None = None) -> str:
    place = codes.PLACES.get(code[:1])
    if place is None:
        return code
    for_them = {"1": _("judged to be right for you"), "2": _("judged not to be right for you")}
    judged = (suitability or for_them).get(code[1:], "")
    return ", ".join(filter(None, (str(place), judged)))


def _by(user: User | None, source: str = "") -> str:
    if user is not None:
        return user.name
    return str(Source(source).label) if source else "Ownpath"


def _day(day: date | datetime | None) -> str:
    if day is None:
        return ""
    return date_format(clock.day_of(day) if isinstance(day, datetime) else day, "j F Y")
