"""Told us how life is, and nobody has come back to it.

Every response in which something was shared is a reason, whatever was put first, from the moment staff can read it
until somebody has read it and spoken with them, or said why nobody needs to. Silence never ends it: a later response
that leaves a question open takes nothing back. Only what was shared counts; a response kept private is nobody's reason.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownpath.attention import days
from ownpath.attention.enums import ReasonKind
from ownpath.attention.reason import Reason
from ownpath.core import clock
from ownpath.core.wording import isolated
from ownpath.people.models import YoungPerson
from ownpath.surveys.coming_back import readings, spoken, waiting
from ownpath.surveys.models import AreaAnswer, Priority
from ownpath.surveys.packs import pack_with_id

from .hardest import Hard, hardest_of

type Row = Any  # an answer, annotated by `_unanswered`

MOST_NAMED = 3


def find(people: QuerySet[YoungPerson], today: date) -> list[Reason]:
    """A reason for each response that holds something hard or words of their own, and one for all the others of a
    person together; what they shared of a response later is one by itself. One query, and one for a pack not read yet.
    """
    by_person: dict[UUID, dict[tuple[UUID, datetime], list[Row]]] = defaultdict(lambda: defaultdict(list))
    row: Row
    for row in _waiting(people):
        by_person[row.young_person_id][row.response_id, row.shared_minute].append(row)
    return [reason for shares in by_person.values() for reason in _reasons(list(shares.values()), today)]


def _waiting(people: QuerySet[YoungPerson]) -> QuerySet[AreaAnswer]:
    """What these people shared and nobody has come back to, the earliest first."""
    first_read, last_spoken = readings().order_by("read_at", "pk"), spoken().order_by("-at", "-pk")
    same_area = Priority.objects.filter(young_person=OuterRef("young_person"), area=OuterRef("area"))
    put_first = Exists(same_area.filter(response=OuterRef("response"))) | Exists(same_area.standing())
    return (
        waiting()
        .filter(young_person__in=people)
        .annotate(
            read_by=Subquery(first_read.values("reader__name")[:1]),
            read_at=Subquery(first_read.values("read_at")[:1]),
            spoke_by=Subquery(last_spoken.values("recorded_by__name")[:1]),
            spoke_at=Subquery(last_spoken.values("at")[:1]),
            typed_by=F("response__paper__entered_by__name"),
            is_put_first=put_first,
        )
        .select_related("response")
        .order_by("shared_at", "response_id", "pk")
    )


def _reasons(shares: Sequence[list[Row]], today: date) -> list[Reason]:
    """`shares`: the answers of one response that were shared at one time, for each response and time."""
    hard = hardest_of([row for rows in shares for row in rows])
    reasons, plain = [], []
    for rows in shares:
        here = {row.pk for row in rows}
        found = [one for one in hard if one.answer_id in here]
        if found:
            reasons.append(_hard_reason(rows, found, today))
        elif _own_words(rows):
            reasons.append(_plain_reason([rows], today))
        else:
            plain.append(rows)
    return [*reasons, _plain_reason(plain, today)] if plain else reasons


def _hard_reason(rows: list[Row], hard: list[Hard], today: date) -> Reason:
    first, *others = hard
    about = {"told": _told(rows, today), "area": isolated(first.title), "answers": first.in_words}
    sentence = _("%(told)s: %(area)s, %(answers)s.") % about
    return _reason(
        ReasonKind.HARD,
        rows,
        [sentence, _also(others), *_what_came_of_it(rows[-1], today)],
        own_words=first.own_words,  # words about another area would be read as about this one
        is_about_safety=first.is_about_safety,
    )


def _also(others: list[Hard]) -> str:
    if not others:
        return ""
    titles = ", ".join(isolated(one.title) for one in others[:MOST_NAMED])
    more = len(others) - MOST_NAMED
    if more > 0:
        return ngettext("Also hard: %(areas)s and one more.", "Also hard: %(areas)s and %(more)s more.", more) % {
            "areas": titles,
            "more": more,
        }
    return _("Also hard: %(areas)s.") % {"areas": titles}


def _plain_reason(responses: list[list[Row]], today: date) -> Reason:
    rows = responses[0]
    if len(responses) == 1:
        sentence = _("%(told)s how life is.") % {"told": _told(rows, today)}
    else:
        about = {"count": len(responses), "day": days.named(_arrived(rows), today)}
        sentence = _("Told us how life is %(count)s times since %(day)s.") % about
    return _reason(
        ReasonKind.ANSWERS,
        rows,
        [sentence, *_what_came_of_it(responses[-1][-1], today)],
        own_words=_own_words(rows),
        is_about_safety=any(row.words and _is_about_safety(row) for row in rows),
    )


def _is_about_safety(row: Row) -> bool:
    return row.area in pack_with_id(row.response.pack_id).safety


def _reason(
    kind: ReasonKind, rows: list[Row], sentences: list[str], *, own_words: str, is_about_safety: bool = False
) -> Reason:
    return Reason(
        kind=kind,
        young_person_id=rows[0].young_person_id,
        since=_arrived(rows),
        sentence=" ".join(filter(None, sentences)),
        own_words=own_words,
        is_about_safety=is_about_safety,
    )


def _what_came_of_it(row: Row, today: date) -> list[str]:
    """Who has read it, and when somebody last spoke with them; each true by itself."""
    found = []
    if row.read_at:
        found.append(_("%(name)s read it %(day)s.") % {"name": row.read_by, "day": _day(row.read_at, today)})
    elif row.typed_by:
        found.append(_("%(name)s typed it in from paper.") % {"name": row.typed_by})
    else:
        found.append(_("Nobody has read it yet."))
    if row.spoke_at is None:
        found.append(_("We have not spoken yet."))
    elif row.spoke_at >= row.shared_minute:
        about = {"name": row.spoke_by or _("Somebody"), "day": _day(row.spoke_at, today)}
        found.append(_("%(name)s spoke with them %(day)s and had not read it.") % about)
    else:
        found.append(_("We last spoke %(day)s.") % {"day": _day(row.spoke_at, today)})
    return found


def _own_words(rows: list[Row]) -> str:
    """Their words about what they put first, else about anything."""
    with_words = sorted((row for row in rows if row.words), key=lambda row: not row.is_put_first)
    return str(with_words[0].words) if with_words else ""


def _arrived(rows: list[Row]) -> date:
    return clock.day_of(max(row.shared_at for row in rows))


def _told(rows: list[Row], today: date) -> str:
    """How and on which day they told us; what was filled in on paper counts from the day it was filled in."""
    on_day, sent_at = days.on(_arrived(rows), today), rows[0].response.sent_at
    if rows[0].typed_by:
        return _("Told us on paper %(day)s") % {"day": days.on(clock.day_of(sent_at), today)}
    if clock.day_of(sent_at) < _arrived(rows):
        return _("Shared with us %(day)s") % {"day": on_day}
    return _("Told us %(day)s") % {"day": on_day}


def _day(moment: datetime, today: date) -> str:
    return days.on(clock.day_of(moment), today)
