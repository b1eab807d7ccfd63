"""The Department's rules on who has a care leaver row (OC3): age, and time in care. Numbers are the Department's.

INT06 (the child is in the header file) and INT34 (one row a child) are checked where the tables meet; 1012 and 1014
are about tables that Ownpath does not read. Rules about earlier years are checked against what earlier imports left.
"""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from ownpath.returns import codes

from .checks import Check, Found
from .dates import birthday
from .oc3_case import Oc3Case
from .rows import EpisodeRow

YOUNGEST = 17
OLDEST = 25
# The return reached 22 to 25 with the year 2022/23; before, it ended at 21.
OLDEST_BEFORE_2023 = 21
DAYS_IN_CARE = 91


def died_stays_died(case: Oc3Case) -> Found:
    """348, from the return of 2025/26: who was returned as died is returned as died. Told by what is on record."""
    if case.died_before and case.row.in_touch != codes.InTouch.DIED and case.year_end >= date(2026, 3, 31):
        yield "IN_TOUCH", _("An earlier return said that the young person died.")


def is_of_age(case: Oc3Case) -> Found:
    """391: a birthday from the 17th to the 25th (until 2021/22: the 21st) fell in the return year or, at the youngest
    and oldest, the age reached by its end lies between them.
    """
    oldest = OLDEST if case.year_end.year >= 2023 else OLDEST_BEFORE_2023
    if not YOUNGEST <= case.age <= oldest:
        sentence = _("Aged {age} at the end of the return year: care leavers are returned from {youngest} to {oldest}.")
        yield "DOB", sentence.format(age=case.age, youngest=YOUNGEST, oldest=oldest)


def has_the_birth_date_of_the_header(case: Oc3Case) -> Found:
    """INT15."""
    if case.row.birth_date != case.birth_date:
        yield "DOB", _("The header file has another date of birth.")


def did_not_die_in_care(case: Oc3Case) -> Found:
    """1000."""
    if any(episode.reason_ended == codes.DIED_IN_CARE for episode in case.episodes):
        yield "CHILD", _("The episodes say that the child died in care (E2): no care leaver row is needed.")


def was_not_adopted(case: Oc3Case) -> Found:
    """1001, the part that the files can prove: who left care by adoption (E11, E12) is no care leaver. For the part
    that they cannot, see `was_in_care_long_enough`.
    """
    if final_reason(case.episodes) in codes.ADOPTED:
        yield "CHILD", _("The last episode ended in adoption: this is no care leaver.")


def was_not_looked_after_on_the_birthday(case: Oc3Case) -> Found:
    """1007: who was looked after on the 17th or 18th birthday, and still is, needs no row."""
    latest = case.periods[-1] if case.periods else None
    if case.age in (17, 18) and latest and not latest.ended and _looked_after(case.periods, case.birthday):
        yield "CHILD", _("Still looked after on the birthday in the return year: no care leaver row is needed.")


def did_not_leave_after_the_birthday(case: Oc3Case) -> Found:
    """1016: who left care after the 17th or 18th birthday, in the return year, needs no row."""
    latest = case.periods[-1] if case.periods else None
    if case.age in (17, 18) and latest and latest.ended and latest.ended > case.birthday:
        yield "CHILD", _("Left care after the birthday in the return year: no care leaver row is needed.")


def has_the_episode_that_was_open(case: Oc3Case) -> Found:
    """1010: an episode that was open when the year before ended is in this year's file. Told by what is on record."""
    if case.was_open_last_year and not case.has_lines:
        yield (
            "CHILD",
            _("Looked after at the end of the year before, but the episodes file does not say what happened."),
        )


def was_not_transferred(case: Oc3Case) -> Found:
    """1011."""
    if final_reason(case.episodes) == codes.MOVED_TO_ANOTHER_AUTHORITY:
        yield "CHILD", _("Another authority took over the care (E3): no care leaver row is needed.")


def was_in_care_long_enough(case: Oc3Case) -> Found:
    """1001, as far as these files go: 91 days from 14 on, and one from 16 on, short breaks (V3, V4) aside. Earlier
    years are not in them, so falling short proves nothing and is only a note.
    """
    if not case.periods:
        return
    since_14, since_16 = (_days(case, birthday(case.birth_date, age)) for age in (14, 16))
    if since_14 < DAYS_IN_CARE or since_16 < 1:
        sentence = _("These episodes show {since_14} days in care from 14 on and {since_16} from 16 on; a care leaver "
                     "has 91 and 1. Earlier years may hold the rest.")  # fmt: skip
        yield "CHILD", sentence.format(since_14=since_14, since_16=since_16)


def has_episodes(case: Oc3Case) -> Found:
    """1002, as far as these files go: the care was in an earlier year."""
    if not case.periods:
        yield "CHILD", _("No good episode in these files: taken as a care leaver, without periods in care.")


def final_reason(episodes: list[EpisodeRow]) -> str:
    """Why the last episode to begin ended; empty without any."""
    return episodes[-1].reason_ended if episodes else ""


def _looked_after(periods: list[EpisodeRow], on: date) -> bool:
    return any(period.began <= on and (not period.ended or period.ended > on) for period in periods)


def _days(case: Oc3Case, since: date) -> int:
    """Days in care from a day on, each counted once, without short breaks."""
    counted = 0
    after_year = case.year_end + timedelta(days=1)
    for period in case.periods:
        if not period.is_short_break:
            began, ended = max(period.began, since), period.ended or after_year
            counted += max((ended - began).days, 0)
            since = max(since, ended)
    return counted


FAULTS: tuple[tuple[str, Check[Oc3Case]], ...] = (
    ("348", died_stays_died),
    ("391", is_of_age),
    ("INT15", has_the_birth_date_of_the_header),
    ("1000", did_not_die_in_care),
    ("1001", was_not_adopted),
    ("1007", was_not_looked_after_on_the_birthday),
    ("1016", did_not_leave_after_the_birthday),
    ("1010", has_the_episode_that_was_open),
    ("1011", was_not_transferred),
)
NOTES: tuple[tuple[str, Check[Oc3Case]], ...] = (("1001", was_in_care_long_enough), ("1002", has_episodes))
