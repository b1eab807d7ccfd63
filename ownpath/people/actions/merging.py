"""Two records of one person become one; or somebody says that they are of two people."""

from uuid import UUID

from django.utils.translation import gettext as _

from ownpath.accounts.models import Invitation, User
from ownpath.core import clock
from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.core.refusal import Refused
from ownpath.people.enums import EndReason
from ownpath.people.merging import before_merge, move_rows
from ownpath.people.models import Allocation, CarePeriod, DifferentPeople, Merge, Observation, RecordEnd, YoungPerson
from ownpath.people.opening import holds_private_words
from ownpath.people.queries.joining import accounts_of
from ownpath.people.rules import can_merge

from .checking import joining_of, shut
from .holding import hold

# What the kept record takes over where it has nothing itself.
TAKEN_OVER = ("user", "invitation", "child_id", "name", "email", "phone", "contact_every_days")
_ONCE = ("user", "invitation", "child_id")


@action
def merge_records(*, actor: Actor, kept_id: UUID, other_id: UUID, is_certain: bool = False) -> Audited[Merge]:
    """Make two records of one person one: a manager. Every row of the other moves into the kept one; the other can be
    found under it from then on, and both addresses sign in to it.

    `is_certain` must be said where both have signed in. What one of them kept private is shut to the account of the
    other, until somebody who invited neither has checked that it is really them.
    Raises `Refused` without it, where only one of the two has ended or died, and where both have an unsent draft;
    `NotVisible` for somebody the actor may not see, `NotAllowed` for one record twice.
    """
    held = {pk: hold(actor, pk) for pk in sorted({kept_id, other_id})}
    kept, other = held[kept_id], held[other_id]
    require(can_merge(actor, kept, other))
    if kept.has_ended != other.has_ended:
        raise Refused(_("One of the two records has ended. Open it again, or end the other one too."))
    if len(set(_deaths(kept, other))) > 1:
        raise Refused(_("One of the two records says that they died, and the other does not. Put that right first."))
    if kept.user_id and other.user_id and not is_certain:
        raise Refused(_("Ask them first, and tick this."), "is_certain")
    gain = [
        account
        for mine, theirs in ((kept, other), (other, kept))
        if holds_private_words(theirs.pk)
        for account in accounts_of(mine)
    ]
    YoungPerson.objects.filter(merged_into=other).update(merged_into=kept)
    moved = move_rows(kept.pk, other.pk)
    taken_over = _take_over(kept, other)
    merge = Merge.objects.create(
        authority_id=kept.authority_id,
        young_person=kept,
        other=other,
        merged_by_id=actor.user_id,
        moved=moved,
        taken_over=taken_over,
    )
    for account in gain:
        shut(joining_of(kept, account.user.pk))
    return Audited(merge, about=merge, young_person_id=kept.pk)


@action
def keep_apart(*, actor: Actor, one_id: UUID, other_id: UUID) -> Audited[None]:
    """Say of two records that look alike that they are of two people: a manager. Nobody is asked about them again."""
    one, other = (hold(actor, pk) for pk in sorted((one_id, other_id)))
    require(can_merge(actor, one, other))
    DifferentPeople.objects.get_or_create(
        one=one, other=other, authority_id=one.authority_id, defaults={"decided_by_id": actor.user_id}
    )
    return Audited(None)


def _deaths(*people: YoungPerson) -> list[bool]:
    """Of each, whether their record has ended because they died."""
    died = RecordEnd.objects.filter(young_person__in=people, reopened_at=None, reason=EndReason.DIED)
    found = set(died.values_list("young_person_id", flat=True))
    return [person.pk in found for person in people]


def _take_over(kept: YoungPerson, other: YoungPerson) -> list[str]:
    names = [name for name in TAKEN_OVER if getattr(other, name) and not getattr(kept, name)]
    if "email" in names:
        kept.address_by_id = other.address_by_id
    kept.is_address_new = kept.is_address_new or other.is_address_new
    values = {name: getattr(other, name) for name in names}
    for name in set(names) & set(_ONCE):
        setattr(other, name, "" if name == "child_id" else None)
    other.merged_into = kept
    other.save()
    if other.invitation_id:
        Invitation.objects.filter(pk=other.invitation_id, accepted_at=None).update(expires_at=clock.now())
    for name, value in values.items():
        setattr(kept, name, value)
    kept.version += 1
    kept.save()
    return names


@before_merge(RecordEnd)
def close_the_other_end(kept_id: UUID, other_id: UUID) -> list[UUID]:
    """Where both have ended, the end of the kept one holds."""
    ends = RecordEnd.objects.filter(reopened_at=None)
    if ends.filter(young_person_id=kept_id).exists():
        words = _("Two records of the same person became one.")
        ends.filter(young_person_id=other_id).update(reopened_at=clock.now(), reopen_words=words)
    return []


@before_merge(Allocation)
def keep_one_adviser(kept_id: UUID, other_id: UUID) -> list[UUID]:
    """The adviser of the kept record stays, unless they have left and the other's has not."""
    now = Allocation.objects.filter(ended_at=None)
    kept = now.filter(young_person_id=kept_id).select_related("adviser__membership").first()
    other = now.filter(young_person_id=other_id).select_related("adviser__membership").first()
    if kept and other:
        goes = kept if _has_left(kept.adviser) and not _has_left(other.adviser) else other
        now.filter(pk=goes.pk).update(ended_at=clock.now())
    return []


def _has_left(adviser: User) -> bool:
    return adviser.membership.ended_at is not None


@before_merge(CarePeriod)
def keep_periods_of_both(kept_id: UUID, other_id: UUID) -> list[UUID]:
    """A period that begins on the same day stays with the other record."""
    days = CarePeriod.objects.filter(young_person_id=kept_id).values("began_date")
    return list(CarePeriod.objects.filter(young_person_id=other_id, began_date__in=days).values_list("pk", flat=True))


@before_merge(Observation)
def keep_facts_of_both(kept_id: UUID, other_id: UUID) -> list[UUID]:
    """What both say of the same day stays with the other record."""
    kept = set(Observation.objects.filter(young_person_id=kept_id).values_list("kind", "on_date", "source"))
    rows = Observation.objects.filter(young_person_id=other_id)
    return [row.pk for row in rows if (row.kind, row.on_date, row.source) in kept]
