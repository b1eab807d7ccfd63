"""Who of a return becomes a young person: those who are or were looked after at 16 or over, and those it calls care
leavers. Somebody already on record is always brought up to date.
"""

from ownpath.returns import codes

from .dates import age_on, birthday
from .dossiers import Dossier
from .oc3_care_checks import OLDEST, final_reason
from .outcomes import Outcome
from .rows import EpisodeRow

# Why the last episode ended, where that means that the service owes them nothing (rules 1000, 1001, 1011).
GONE = {
    codes.DIED_IN_CARE: Outcome.DIED,
    codes.MOVED_TO_ANOTHER_AUTHORITY: Outcome.TRANSFERRED,
} | dict.fromkeys(codes.ADOPTED, Outcome.ADOPTED)


def left_out(dossier: Dossier) -> Outcome | None:
    """The reason why a child does not become a young person, or None for those who do.

    The first that holds counts. Nobody new enters on the strength of a faulty row, nor where a faulty row, were it
    right, would keep them out.
    """
    if dossier.on_record:
        same = dossier.on_record.young_person.birth_date == dossier.header.birth_date
        return None if same else Outcome.OTHER_BIRTH_DATE
    return _out_of_age(dossier) or _gone(dossier) or (None if _belongs(dossier) else _missing(dossier))


def _out_of_age(dossier: Dossier) -> Outcome | None:
    age = age_on(dossier.header.birth_date, dossier.year_end)
    if age < 16:
        return Outcome.NOT_YET_16
    return Outcome.OVER_25 if age > OLDEST else None


def _gone(dossier: Dossier) -> Outcome | None:
    if dossier.returned_death or (dossier.oc3 and dossier.oc3.in_touch == codes.InTouch.DIED):
        return Outcome.DIED
    if any(line.cells["REC"] in GONE for line in dossier.unplaced):
        return Outcome.FAULTY_EPISODE
    return GONE.get(final_reason(dossier.episodes))


def _belongs(dossier: Dossier) -> bool:
    """Rule 1001's day at 16, told by a good episode that is no short break; or a good care leaver row."""
    called = dossier.oc3 is not None and not dossier.oc3.is_blank
    return called or any(_at_16(dossier, row) for row in dossier.periods if not row.is_short_break)


def _at_16(dossier: Dossier, row: EpisodeRow) -> bool:
    """Whether the episode has a day at 16 or over: it ended after the 16th birthday (on it, no whole day is left), or
    was open at the end of the return year; whoever is younger then has been left out before.
    """
    return not row.ended or row.ended > birthday(dossier.header.birth_date, 16)


def _missing(dossier: Dossier) -> Outcome:
    if dossier.unplaced or len(dossier.periods) < len(dossier.episodes):
        return Outcome.FAULTY_EPISODE
    if dossier.has_faulty_oc3:
        return Outcome.FAULTY_OC3
    if any(_at_16(dossier, row) for row in dossier.periods):
        return Outcome.SHORT_BREAKS
    return Outcome.LEFT_BEFORE_16 if dossier.episodes else Outcome.NOTHING
