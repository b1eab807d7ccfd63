"""The Department's rules on episodes that bear on what Ownpath takes from them.

A fault means that the period would be stored wrong, or that its end cannot be known: the row is left out. A note means
that a rule is broken but the dates stand: the row is taken. Numbers are the Department's.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from ownpath.returns import codes

from .checks import Check, Found
from .rows import EpisodeRow


@dataclass(frozen=True, slots=True)
class EpisodeCase:
    """One episode, with what a rule may look at beside it: the next episode is the child's next to begin."""

    row: EpisodeRow
    birth_date: date
    year_end: date
    next: EpisodeRow | None


def began_after_birth(case: EpisodeCase) -> Found:
    """302: no episode begins before the child was born."""
    if case.row.began < case.birth_date:
        yield "DECOM", _("The episode begins before the date of birth in the header file.")


def began_within_the_return(case: EpisodeCase) -> Found:
    """354: no episode begins after the return year."""
    if case.row.began > case.year_end:
        yield "DECOM", _("The episode begins after the end of the return year.")


def ended_within_the_return(case: EpisodeCase) -> Found:
    """385: no episode ends after the return year."""
    if case.row.ended and case.row.ended > case.year_end:
        yield "DEC", _("The episode ends after the end of the return year.")


def ended_after_it_began(case: EpisodeCase) -> Found:
    """356: an episode does not end before it began."""
    if case.row.ended and case.row.ended < case.row.began:
        yield "DEC", _("The episode ends before it begins.")


def end_has_a_reason(case: EpisodeCase) -> Found:
    """148, its first half: an end date has a reason."""
    if case.row.ended and not case.row.reason_ended:
        yield "REC", _("The episode has an end date but no reason for ending.")


def leaving_care_has_a_date(case: EpisodeCase) -> Found:
    """148, its second half, where the reason says that the child left care: the day cannot be known.

    The reason X1 without a date is only a note, see `next_episode_has_a_date`.
    """
    if not case.row.ended and case.row.reason_ended not in ("", codes.NEXT_EPISODE):
        yield "DEC", _("REC says that the child left care, but there is no end date.")


def ended_before_the_next(case: EpisodeCase) -> Found:
    """142: an episode that was followed by another has ended."""
    if case.next and not case.row.ended:
        following = case.next.line.number
        yield "DEC", _("There is no end date, but another episode began later (line {line}).").format(line=following)


def next_episode_has_a_date(case: EpisodeCase) -> Found:
    """148, its second half, with X1 (another episode follows) and none following: the child is still looked after, so
    the episode is taken as open and the reason is not stored.
    """
    if not case.row.ended and case.row.reason_ended == codes.NEXT_EPISODE:
        yield "REC", _("A reason for ending without an end date. Taken as still open.")


def next_episode_follows(case: EpisodeCase) -> Found:
    """388: X1 says that another episode begins on the same day. The dates are taken as they stand."""
    follows = case.next and case.next.began == case.row.ended
    if case.row.ended and case.row.reason_ended == codes.NEXT_EPISODE and not follows:
        yield "REC", _("X1 says that another episode begins on the day of DEC, but none does.")


def began_after_the_previous_ended(case: EpisodeCase) -> Found:
    """501, told on the earlier row: the next episode does not begin before this one ended. Which of the two dates is
    wrong cannot be known; that the child was looked after throughout stands, so both are taken.
    """
    if case.next and case.row.ended and case.next.began < case.row.ended:
        following = case.next.line.number
        yield "DEC", _("The next episode (line {line}) begins before this one ends.").format(line=following)


# A row whose first day cannot be right has no place among the child's others: it is left out before they are compared.
FIRST_DAY_FAULTS: tuple[tuple[str, Check[EpisodeCase]], ...] = (
    ("302", began_after_birth),
    ("354", began_within_the_return),
)
FAULTS: tuple[tuple[str, Check[EpisodeCase]], ...] = (
    ("385", ended_within_the_return),
    ("356", ended_after_it_began),
    ("148", end_has_a_reason),
    ("148", leaving_care_has_a_date),
    ("142", ended_before_the_next),
)
NOTES: tuple[tuple[str, Check[EpisodeCase]], ...] = (
    ("148", next_episode_has_a_date),
    ("388", next_episode_follows),
    ("501", began_after_the_previous_ended),
)
