"""The time in care, and the dated facts for the return."""

from datetime import date, timedelta

from ownpath.core import clock
from ownpath.demonstration import moments
from ownpath.demonstration.cards import codes
from ownpath.demonstration.chapters import left_care_on
from ownpath.demonstration.life import Life
from ownpath.people.enums import CareLeaverStatus, ObservationKind, Source
from ownpath.people.models import CarePeriod, Observation

ADULT = 18
FULL_CARE_ORDER, ACCOMMODATED = "C2", "V2"
FOSTER, SUPPORTED, CHILDRENS_HOME = "U6", "H5", "K2"
BEGINS, MOVES, CEASES_AND_BEGINS_AGAIN, TO_OWN_PLACE, OTHER = "S", "P", "X1", "E15", "E8"


def write_care(life: Life) -> None:
    """Periods that follow each other without a gap; the last ends at about 18, or lasts while still looked after."""
    starts = _starts(life)
    end = None if life.card.is_looked_after else left_care_on(life.person, life.card)
    for place, began in enumerate(starts):
        is_last = place == len(starts) - 1
        row = CarePeriod(**life.owned(), began_date=began, source=Source.DEMONSTRATION)
        row.legal_status = ACCOMMODATED if life.card.came_alone else FULL_CARE_ORDER
        row.placement = life.rng.choice((FOSTER, FOSTER, SUPPORTED if is_last else CHILDRENS_HOME))
        row.reason_began = MOVES if place else BEGINS
        row.ended_date = end if is_last else starts[place + 1]
        row.reason_ended = "" if row.ended_date is None else _reason(life, is_last=is_last)
        life.rows.add(row)


def write_observations(life: Life) -> None:
    """What was true at the beginning of each chapter since they left care, as the adviser of the time recorded it."""
    for day, card in life.chapters:
        at = moments.at_work(life.rng, day)
        for kind, code in codes(card):
            row = Observation(**life.owned(), kind=ObservationKind(kind), code=code, on_date=day, recorded_at=at)
            row.source = Source.DEMONSTRATION
            row.recorded_by = life.adviser_at(at)
            life.rows.add(row)


def write_status(life: Life) -> None:
    """What they are in law since they left care or turned 16, which the newest chapter knows."""
    if life.card.is_looked_after:
        status, since = CareLeaverStatus.ELIGIBLE, _birthday(life, 16)
    elif life.card.age < ADULT:
        status, since = CareLeaverStatus.RELEVANT, left_care_on(life.person, life.card)
    else:
        status, since = CareLeaverStatus.FORMER_RELEVANT, _birthday(life, ADULT)
    row = Observation(**life.owned(), kind=ObservationKind.STATUS, code=status, on_date=since)
    row.source = Source.DEMONSTRATION
    life.rows.add(row)


def _starts(life: Life) -> list[date]:
    """The first days of the care periods, oldest first, all more than 13 weeks before the last could end."""
    sixteenth = _birthday(life, 16)
    if life.card.came_alone:
        first = sixteenth - timedelta(days=life.rng.randint(120, 500))
        return sorted({first, first + timedelta(days=life.rng.randint(20, 100))})
    first = sixteenth - timedelta(days=life.rng.randint(200, 365 * 13))
    length = (sixteenth - first).days
    moves = {first + timedelta(days=life.rng.randint(30, length)) for _ in range(life.rng.randint(0, 4))}
    return sorted({first} | moves)


def _reason(life: Life, *, is_last: bool) -> str:
    if not is_last:
        return CEASES_AND_BEGINS_AGAIN
    return life.rng.choice((TO_OWN_PLACE, OTHER))


def _birthday(life: Life, years: int) -> date:
    return clock.months_after(life.person.birth_date, 12 * years)
