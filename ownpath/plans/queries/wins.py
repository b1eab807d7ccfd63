"""Wins, the newest first. What a young person keeps for themselves is only ever read by them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from uuid import UUID

from django.db.models import Q

from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson
from ownpath.people.opening import open_rows
from ownpath.people.queries import young_people, young_person
from ownpath.plans.enums import WinSharing
from ownpath.plans.models import Review, Win, WinPhoto, WinQuerySet, WinVersion


@dataclass(frozen=True, slots=True)
class Wins:
    """What somebody kept as a win, the newest first."""

    young_person: YoungPerson
    wins: Sequence[Win]

    @property
    def by_month(self) -> list[tuple[date, list[Win]]]:
        """The wins of each month in which there were any, under its first day."""
        months = groupby(self.wins, key=lambda win: win.on_date.replace(day=1))
        return [(month, list(of_month)) for month, of_month in months]


def win_rows(*, actor: Actor) -> WinQuerySet:
    """The wins that the actor may see: all of their own, and of others those that are not for themselves alone. Every
    other read of wins starts here.
    """
    theirs = Win.objects.filter(young_person__in=young_people(actor=actor)).order_by("-on_date", "-added_at", "-pk")
    return open_rows(actor, theirs) if actor.young_person_id else theirs.shared()


def own_wins(*, actor: Actor) -> WinQuerySet:
    """The actor's own wins: those they noted themselves, and of those that others noted the ones they keep."""
    is_theirs = Q(kept_at__isnull=False) | Q(added_by_id=actor.user_id)
    return win_rows(actor=actor).filter(is_theirs, young_person_id=actor.young_person_id)


def wins(*, actor: Actor, young_person_id: UUID) -> Wins:
    """The wins of one young person that the actor may see, each with who added it and whether it has a photo; raises
    `NotVisible`. Two queries.
    """
    person = young_person(actor=actor, young_person_id=young_person_id)
    return Wins(person, list(with_photos(win_rows(actor=actor).filter(young_person=person))))


def win(*, actor: Actor, young_person_id: UUID, win_id: UUID) -> Win:
    """One win of this young person that the actor may see, with its photo; raises `NotVisible`. One query."""
    found = with_photos(win_rows(actor=actor)).filter(young_person_id=young_person_id, pk=win_id).first()
    if found is None:
        raise NotVisible
    return found


def win_photo(*, actor: Actor, young_person_id: UUID, win_id: UUID) -> WinPhoto:
    """The photo of a win that the actor may see, with its bytes; raises `NotVisible`. One query."""
    seen = win_rows(actor=actor).filter(young_person_id=young_person_id, pk=win_id)
    found = WinPhoto.objects.filter(win__in=seen.order_by()).first()
    if found is None:
        raise NotVisible
    return found


def said_before(*, actor: Actor, win_id: UUID) -> list[WinVersion]:
    """How a young person's own win read before, the newest first; nothing for anybody else. One query."""
    rows = open_rows(actor, WinVersion.objects.filter(win_id=win_id, young_person_id=actor.young_person_id))
    newest_first = list(rows.select_related("saved_by").order_by("-version"))
    return [
        kept for after, kept in pairwise(newest_first) if (kept.words, kept.sharing) != (after.words, after.sharing)
    ]


@dataclass(frozen=True, slots=True)
class Reviewing:
    """Whose plan is looked at together, and the wins to celebrate while one does."""

    young_person: YoungPerson
    to_celebrate: Sequence[Win]


def reviewing(*, actor: Actor, young_person_id: UUID) -> Reviewing:
    """What is at hand when the plan is looked at together: the wins to celebrate that came since the last time. Raises
    `NotVisible`. Three queries.
    """
    person = young_person(actor=actor, young_person_id=young_person_id)
    held = Review.objects.filter(young_person=person, held_date__isnull=False).order_by("-held_date")
    since = held.values_list("held_date", flat=True).first()
    rows = win_rows(actor=actor).filter(young_person=person, sharing=WinSharing.TOGETHER)
    return Reviewing(person, list(with_photos(rows.filter(on_date__gte=since) if since else rows)))


def with_photos(rows: WinQuerySet) -> WinQuerySet:
    """These wins with who added each, and `win.photo` where there is one, without its bytes."""
    return rows.select_related("added_by", "photo").defer("photo__large", "photo__small")
