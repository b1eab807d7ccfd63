"""Reads about staff, who is away, and invitations."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, Q, QuerySet, Subquery

from ownpath.core import clock
from ownpath.core.access import NotVisible, require
from ownpath.core.actor import Actor
from ownpath.core.by_name import ByName, sort_key
from ownpath.organisations.models import Team

from .cover import Cover, Stretch
from .enums import Permission, RoleCode
from .models import Absence, FacePhoto, Invitation, Membership, User, bytes_of_face
from .roles import may
from .rules import can_be_reached, can_say_away


def teams(*, actor: Actor) -> QuerySet[Team]:
    """The teams of the actor's authority, by name. One query."""
    return Team.objects.filter(authority_id=actor.authority_id).order_by(ByName("name"))


def advisers(*, actor: Actor) -> QuerySet[User]:
    """The advisers who work for the actor's authority now, by name, with their team. One query."""
    return _staff(actor, RoleCode.ADVISER).select_related("membership__team")


def staff(*, actor: Actor) -> list[User]:
    """Everybody who works or ever worked for the actor's authority, by name, with their membership. One query."""
    rows = User.objects.filter(membership__authority_id=actor.authority_id).select_related("membership")
    return list(rows.order_by(ByName("name"), "pk"))


def locked(*, actor: Actor, user_ids: Iterable[UUID]) -> list[Membership]:
    """The memberships of these, held until the transaction ends: so that nobody goes away while somebody is told that
    they cover or something is planned with them. One query, within a transaction.
    """
    rows = Membership.objects.filter(authority_id=actor.authority_id, user_id__in=user_ids).order_by("pk")
    return list(rows.select_for_update(of=("self",)))


def membership(*, actor: Actor) -> Membership:
    """How the actor can be reached, for themselves to change, with `face` where they show theirs, without its bytes;
    raises `NotAllowed` for others than staff. One query.
    """
    require(can_be_reached(actor))
    members = Membership.objects.select_related("face").defer("face__large", "face__small")
    return members.get(user_id=actor.user_id, authority_id=actor.authority_id)


def own_face(*, actor: Actor) -> FacePhoto:
    """The face that the actor shows, for themselves; raises `NotVisible` where they show none. One query."""
    found = FacePhoto.objects.filter(membership__user_id=actor.user_id, authority_id=actor.authority_id).first()
    if found is None:
        raise NotVisible
    return found


def absences(*, actor: Actor) -> QuerySet[Absence]:
    """The absences that the actor may change: their own; for a manager all of the authority."""
    of_authority = Absence.objects.filter(authority_id=actor.authority_id)
    return of_authority if may(actor, Permission.ALLOCATE) else of_authority.filter(user_id=actor.user_id)


def covered_by(*, actor: Actor) -> QuerySet[Absence]:
    """The absences of today for which the actor is there: those they cover for, and those of whoever is covered by
    somebody whom they cover for, `cover.MOST_STEPS` on at most. None on a day on which the actor is away themselves.
    """
    today = _today().filter(authority_id=actor.authority_id)
    first = today.filter(covered_by_id=actor.user_id)
    second = today.filter(covered_by_id__in=first.values("user_id"))
    followed = Q(covered_by_id__in=first.values("user_id")) | Q(covered_by_id__in=second.values("user_id"))
    is_away = Exists(today.filter(user_id=actor.user_id))
    return today.filter(Q(covered_by_id=actor.user_id) | followed).exclude(is_away)


def _today() -> QuerySet[Absence]:
    today = clock.today()
    return Absence.objects.filter(called_off_at=None, from_date__lte=today, to_date__gte=today)


def _ahead(actor: Actor) -> QuerySet[Absence]:
    rows = Absence.objects.filter(authority_id=actor.authority_id, called_off_at=None, to_date__gte=clock.today())
    return rows.select_related("user", "covered_by__membership")


def cover(*, actor: Actor) -> Cover:
    """Who is away from today on in the actor's authority, and who is there for them. One query."""
    return Cover(list(_ahead(actor)))


@dataclass(frozen=True, slots=True)
class AwayRow:
    """An absence, and who is there on its days from today on, where that is not whoever covers all the time."""

    absence: Absence
    otherwise: list[Stretch]


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who could cover, and when they are away themselves from today on."""

    user: User
    absences: list[Absence]


@dataclass(frozen=True, slots=True)
class Away:
    """Who is or will be away, the soonest first; whom one can say it of, and who could cover."""

    rows: list[AwayRow]
    advisers: list[Colleague]
    of: list[User]


def away(*, actor: Actor) -> Away:
    """For advisers their own absences, for managers those of all; raises `NotAllowed` for others. Two queries."""
    require(can_be_reached(actor))
    ahead = sorted(_ahead(actor), key=lambda one: (one.from_date, one.pk))
    whole = Cover(ahead)
    everybody = list(advisers(actor=actor))
    colleagues = [Colleague(user, [one for one in ahead if one.user_id == user.pk]) for user in everybody]
    theirs = [one for one in ahead if may(actor, Permission.ALLOCATE) or one.user_id == actor.user_id]
    of = [adviser for adviser in everybody if can_say_away(actor, adviser.pk)]
    return Away([AwayRow(one, _otherwise(whole, one)) for one in theirs], colleagues, of)


def _otherwise(whole: Cover, absence: Absence) -> list[Stretch]:
    found = whole.stretches(absence.user_id, max(absence.from_date, clock.today()), absence.to_date)
    return [] if all(each.there == absence.covered_by for each in found) else found


@dataclass(frozen=True, slots=True)
class CoverNow:
    """Until when somebody is away, who is there for them today, and until when it is them; nobody where `there` is
    None.
    """

    away_until: date
    there: User | None
    there_until: date


def cover_now(*, actor: Actor, user_id: UUID | None) -> CoverNow | None:
    """Who is there for somebody of the actor's authority who is away today, with how to reach them; None where they are
    not away. One query; no bytes of a face.
    """
    today = clock.today()
    last = _today().filter(authority_id=actor.authority_id, user_id=user_id).order_by("-to_date").values("to_date")
    rows = _ahead(actor).filter(from_date__lte=Subquery(last[:1])).select_related("covered_by__membership__face")
    found = Cover(list(rows.defer(*bytes_of_face("covered_by"))))
    until = found.away_until(user_id, today) if user_id else None
    if user_id is None or until is None:
        return None
    first = found.stretches(user_id, today, until)[0]
    return CoverNow(until, first.there, first.to_date)


@dataclass(frozen=True, slots=True)
class FollowOn:
    """Somebody for whom the one who goes away is there on these days, and who would be there instead."""

    name: str
    days: Stretch


def follow_on(
    *, actor: Actor, user_id: UUID, from_date: date, to_date: date, covered_by_id: UUID
) -> tuple[FollowOn, ...]:
    """Whom else somebody is there for on days on which they would be away, by name: whoever covers would be there for
    these too. Two queries.
    """
    rows = list(_ahead(actor).filter(from_date__lte=to_date, to_date__gte=from_date))
    people = {user.pk: user for user in advisers(actor=actor).filter(pk__in=[user_id, covered_by_id])}
    if len(people) < 2:
        raise NotVisible
    more = Absence(user=people[user_id], covered_by=people[covered_by_id], from_date=from_date, to_date=to_date)
    before, after = Cover(rows), Cover([*rows, more])
    found = [
        FollowOn(name, later)
        for _, name, pk in sorted(
            {(sort_key(row.user.name), row.user.name, row.user_id) for row in rows if row.user_id != user_id}
        )
        for now in before.stretches(pk, from_date, to_date)
        if now.there is not None and now.there.pk == user_id
        for later in after.stretches(pk, now.from_date, now.to_date)
    ]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class OpenInvitation:
    """What somebody who holds the link may know: who invites them to what, and whether it still works."""

    name: str
    email: str
    authority: str
    inviter: str
    is_young_person: bool
    expires_at: datetime
    is_used: bool
    waits: bool

    @property
    def is_over(self) -> bool:
        """Whether the invitation ran out."""
        return self.expires_at <= clock.now()


def invitation(*, token: UUID) -> OpenInvitation | None:
    """The invitation behind a link, or None. For anybody: whoever holds the link is whom it was sent to. One query."""
    found = Invitation.objects.select_related("authority", "invited_by").filter(pk=token).first()
    if found is None:
        return None
    return OpenInvitation(
        name=found.name,
        email=found.email,
        authority=found.authority.name,
        inviter=found.invited_by.name if found.invited_by else found.authority.name,
        is_young_person=found.role == RoleCode.YOUNG_PERSON,
        expires_at=found.expires_at,
        is_used=found.accepted_at is not None,
        waits=found.waits,
    )


def is_member_here(*, actor: Actor, email: str) -> bool:
    """Whether somebody of the actor's own authority signs in with this address; other authorities are not asked."""
    return Membership.objects.filter(authority_id=actor.authority_id, user__email=email.strip().lower()).exists()


def managers(*, actor: Actor) -> QuerySet[User]:
    """The managers who work for the actor's authority now, by name, with their membership. One query."""
    return _staff(actor, RoleCode.MANAGER)


def duty_workers(*, actor: Actor) -> QuerySet[User]:
    """The duty workers who work for the actor's authority now, by name, with their membership. One query."""
    return _staff(actor, RoleCode.DUTY)


def _staff(actor: Actor, role: RoleCode) -> QuerySet[User]:
    members = {"authority_id": actor.authority_id, "role": role, "ended_at": None}
    here = User.objects.filter(is_active=True, **{f"membership__{name}": value for name, value in members.items()})
    return here.select_related("membership").order_by(ByName("name"), "pk")
