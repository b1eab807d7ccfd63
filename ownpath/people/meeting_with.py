"""Who of the service something planned is with. It is written as words, so the names in them tell."""

import re
from collections.abc import Iterable
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery, UUIDField

from ownpath.accounts.models import User
from ownpath.people.models import Allocation, Meeting


def staff_in(
    with_whom: str, staff: Iterable[User], *, adviser_id: UUID | None, planned_by_id: UUID | None
) -> list[User]:
    """Those of the staff whom the words name: by their whole name, or by their first name where it is the young
    person's adviser or whoever planned it. Where the words name nobody of the staff, an adviser who planned it with
    their own young person.
    """
    left, everybody = _plain(with_whom), list(staff)
    named: set[UUID] = set()
    for user in sorted(everybody, key=lambda one: -len(one.name)):
        if re.search(rf"\b{re.escape(_plain(user.name))}\b", left):
            named.add(user.pk)
            left = left.replace(_plain(user.name), " ")
    near = {pk for pk in (adviser_id, planned_by_id) if pk is not None}
    words = set(re.findall(r"\w+", left))
    named |= {user.pk for user in everybody if user.pk in near and _plain(user.name).split(" ")[0] in words}
    if not named and adviser_id == planned_by_id:
        named = near
    return [user for user in everybody if user.pk in named]


def with_adviser(rows: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Meetings, each with the id of the young person's adviser of now."""
    now = Allocation.objects.filter(young_person=OuterRef("young_person"), ended_at=None)
    return rows.annotate(adviser_id=Subquery(now.values("adviser_id")[:1], output_field=UUIDField()))


def staff_of(meeting: Meeting, staff: Iterable[User]) -> list[User]:
    """Who of the staff it is with; the meeting must come from `with_adviser`."""
    adviser_id: UUID | None = meeting.adviser_id  # type: ignore[attr-defined]
    return staff_in(meeting.with_whom, staff, adviser_id=adviser_id, planned_by_id=meeting.planned_by_id)


def with_instead(with_whom: str, before: User, after: User) -> str:
    """The words with one name in the place of another."""
    for name in (before.name, before.name.split(" ")[0]):
        pattern = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
        if pattern.search(with_whom):
            return pattern.sub(lambda _found: after.name, with_whom)
    return after.name


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
