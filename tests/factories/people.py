from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from ownpath.accounts.enums import RoleCode
from ownpath.accounts.models import Absence, FacePhoto, Membership, User
from ownpath.core import clock
from ownpath.core.actor import Actor
from ownpath.core.photos import as_face
from ownpath.organisations.models import Authority
from ownpath.people import queries
from ownpath.people.enums import CareLeaverStatus, ContactResult, ContactWay, EndReason, ObservationKind, Source
from ownpath.people.models import Allocation, Contact, Joining, Meeting, Merge, Observation, RecordEnd, YoungPerson

from .photos import photo

_numbers = count(1)


def user(name: str) -> User:
    return User.objects.with_email(f"{name.split()[0].lower()}-{next(_numbers)}@example.org", name)


def staff(of: Authority, role: RoleCode, name: str, **values: Any) -> User:
    somebody = user(name)
    Membership.objects.create(authority=of, user=somebody, role=role, **values)
    return somebody


def adviser(of: Authority, name: str = "Ines Invented", **values: Any) -> User:
    return staff(of, RoleCode.ADVISER, name, **values)


def manager(of: Authority, name: str = "Mo Made-Up", **values: Any) -> User:
    return staff(of, RoleCode.MANAGER, name, **values)


def duty_worker(of: Authority, name: str = "Dot Nightjar", **values: Any) -> User:
    return staff(of, RoleCode.DUTY, name, **values)


def young_person(of: Authority, name: str = "Yara Notreal", *, with_user: bool = True, **values: Any) -> YoungPerson:
    defaults: dict[str, Any] = {"name": name, "birth_date": date(2007, 5, 4), "user": user(name) if with_user else None}
    return YoungPerson.objects.create(authority=of, **defaults | values)


def allocate(whom: YoungPerson, to: User, *, began_at: datetime | None = None, **values: Any) -> Allocation:
    return Allocation.objects.create(
        authority_id=whom.authority_id, young_person=whom, adviser=to, began_at=began_at or clock.now(), **values
    )


def contact(with_whom: YoungPerson, **values: Any) -> Contact:
    defaults: dict[str, Any] = {"at": clock.now(), "way": ContactWay.CALL, "result": ContactResult.REACHED}
    return Contact.objects.create(authority_id=with_whom.authority_id, young_person=with_whom, **defaults | values)


def status(of: YoungPerson, what: CareLeaverStatus, **values: Any) -> Observation:
    """What somebody is in law, as an adviser wrote it down today unless the values say otherwise."""
    defaults: dict[str, Any] = {"kind": ObservationKind.STATUS, "on_date": clock.today(), "source": Source.ADVISER}
    values = defaults | {"code": what} | values
    return Observation.objects.create(authority_id=of.authority_id, young_person=of, **values)


def record_end(of: YoungPerson, **values: Any) -> RecordEnd:
    """That their record ended today because they moved, unless the values say otherwise."""
    defaults: dict[str, Any] = {"reason": EndReason.MOVED, "on_date": clock.today(), "source": Source.ADVISER}
    end = RecordEnd.objects.create(authority_id=of.authority_id, young_person=of, **defaults | values)
    of.ended_date = None if end.reopened_at else end.on_date
    of.save(update_fields=["ended_date"])
    return end


def merge(into: YoungPerson, **values: Any) -> Merge:
    """That an empty record of theirs was merged into this one."""
    other = young_person(into.authority, str(into), with_user=False, merged_into=into)
    return Merge.objects.create(
        authority_id=into.authority_id,
        young_person=into,
        other=other,
        **{"merged_by": manager(into.authority)} | values,
    )


def joining(of: YoungPerson, **values: Any) -> Joining:
    """That they joined with the address they sign in with, and nobody has to check it unless the values say so."""
    assert of.user is not None
    at = {"authority_id": of.authority_id, "young_person": of, "user": of.user, "email": of.user.email}
    return Joining.objects.create(**at | values)


def meeting(of: YoungPerson, **values: Any) -> Meeting:
    """A meeting planned for the day after tomorrow, unless the values say otherwise."""
    at = clock.now() + timedelta(days=2)
    defaults: dict[str, Any] = {"at": at, "way": ContactWay.MEETING, "place": "The café", "with_whom": "Ines Invented"}
    return Meeting.objects.create(authority_id=of.authority_id, young_person=of, **defaults | values)


def absence(of: User, covered_by: User, **values: Any) -> Absence:
    """Away today and for a week, unless the values say otherwise."""
    today = clock.today()
    defaults: dict[str, Any] = {"from_date": today, "to_date": today + timedelta(days=7)}
    authority_id = of.membership.authority_id
    return Absence.objects.create(authority_id=authority_id, user=of, covered_by=covered_by, **defaults | values)


def face(of: User) -> FacePhoto:
    """The face that a member of staff shows."""
    row = FacePhoto(authority_id=of.membership.authority_id, membership=of.membership)
    row.show(as_face(photo()))
    row.save()
    return row


def actor(somebody: User | YoungPerson) -> Actor:
    """The actor that a user is, or that a young person's user is."""
    who = somebody.user if isinstance(somebody, YoungPerson) else somebody
    assert who is not None
    found = queries.actor_of(queries.user_with_roles(who.pk))
    assert found is not None
    return found
