"""Who is there while somebody is away. Cover follows on: whoever covers for the cover covers for both, day by day."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ownpath.core import clock

from .enums import RoleCode
from .models import Absence, Membership, User

# From whoever is away to whoever is there: three steps at most, in `queries.covered_by` too.
MOST_STEPS = 3
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one day to another the same person is there, or nobody."""

    from_date: date
    to_date: date
    there: User | None


@dataclass(slots=True)
class Cover:
    """The absences of one authority, none of them called off, with `covered_by__membership`; asks no query."""

    absences: Iterable[Absence]
    _by_user: dict[UUID, list[Absence]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """The absence said last comes first."""
        for absence in sorted(self.absences, key=lambda one: (one.said_at, one.pk), reverse=True):
            self._by_user.setdefault(absence.user_id, []).append(absence)

    def absences_on(self, user_id: UUID, day: date) -> list[Absence]:
        """Those of somebody on one day, the one said last first."""
        return [one for one in self._by_user.get(user_id, []) if one.from_date <= day <= one.to_date]

    def away_until(self, user_id: UUID, day: date) -> date | None:
        """The last day of what they are away for on this day; None where they are not."""
        return max((one.to_date for one in self.absences_on(user_id, day)), default=None)

    def there_for(self, user_id: UUID, day: date) -> User | None:
        """Who is there for somebody who is away that day; None where nobody is."""
        return self._follow(user_id, day, MOST_STEPS, {user_id})

    def stretches(self, user_id: UUID, from_date: date, to_date: date) -> list[Stretch]:
        """Who is there for them from one day to another, day by day, the same in a row together. Days on which they
        are not away themselves are left out.
        """
        found: list[Stretch] = []
        for day in days(from_date, to_date):
            if not self.absences_on(user_id, day):
                continue
            there = self.there_for(user_id, day)
            if found and found[-1].there == there and found[-1].to_date == day - DAY:
                found[-1] = Stretch(found[-1].from_date, day, there)
            else:
                found.append(Stretch(day, day, there))
        return found

    def _follow(self, user_id: UUID, day: date, steps: int, passed: set[UUID]) -> User | None:
        for absence in self.absences_on(user_id, day):
            cover: User = absence.covered_by
            if cover.pk in passed:
                continue
            if not self.absences_on(cover.pk, day):
                if works_as_adviser(cover):
                    return cover
            elif steps > 1 and (there := self._follow(cover.pk, day, steps - 1, passed | {cover.pk})):
                return there
        return None


def days(from_date: date, to_date: date) -> Iterable[date]:
    """Each day from one to another, both included."""
    return (from_date + DAY * count for count in range((to_date - from_date).days + 1))


def works_here(user: User) -> bool:
    """Whether somebody works for their authority now; their membership must be at hand."""
    member: Membership | None = getattr(user, "membership", None)
    return user.is_active and member is not None and member.ended_at is None


def works_as_adviser(user: User) -> bool:
    """Whether somebody advises for their authority now; their membership must be at hand."""
    return works_here(user) and user.membership.role == RoleCode.ADVISER


def named(day: date) -> str:
    """ "3 May", with its year where that is not this one."""
    return date_format(day, "j F" if day.year == clock.today().year else "j F Y")


def span(from_date: date, to_date: date) -> str:
    """ "from 28 November to 7 December", or "on 28 November", as a sentence names days."""
    if from_date == to_date:
        return _("on %(day)s") % {"day": named(from_date)}
    return _("from %(first)s to %(last)s") % {"first": named(from_date), "last": named(to_date)}
