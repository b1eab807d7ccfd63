"""Whom one can sign in as. The only reads without an actor: nobody is signed in yet, and everyone is invented."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from ownpath.accounts.enums import RoleCode
from ownpath.accounts.models import Membership, User
from ownpath.core.access import NotVisible
from ownpath.core.by_name import ByName
from ownpath.organisations import row_security
from ownpath.organisations.models import Authority

from . import names
from .sizes import CODE_PREFIX
from .tour import GUIDES, Guide

REASON = "Nobody is signed in at the door of the demonstration, and everyone behind it is invented."
PAGE = 25


@dataclass(frozen=True, slots=True)
class Somebody:
    """An invented person whom one can sign in as."""

    user_id: UUID
    name: str
    role: str
    authority: str


@dataclass(frozen=True, slots=True)
class Found:
    """Some of those who were looked for, and whether there are more."""

    people: list[Somebody]
    has_more: bool


def guides() -> list[tuple[Guide, UUID]]:
    """The people of the tour who are there, each with the user to sign in as. One query."""
    with row_security.everything(reason=REASON):
        users = dict(_invented().values_list("email", "pk"))
    return [(guide, users[names.email(guide.name)]) for guide in GUIDES if names.email(guide.name) in users]


def found(*, name: str = "", role: str = "", authority: str = "", page: int = 1) -> Found:
    """Invented people by a part of their name, their role and their authority's code, 25 a page. One query."""
    with row_security.everything(reason=REASON):
        users = _invented().filter(name__icontains=name) if name else _invented()
        if role == RoleCode.YOUNG_PERSON:
            users = users.filter(young_person__isnull=False)
        elif role:
            users = users.filter(membership__role=role)
        if authority:
            users = users.filter(Q(membership__authority__code=authority) | Q(young_person__authority__code=authority))
        start = (page - 1) * PAGE
        rows = [_somebody(user) for user in users.order_by(ByName("name"), "pk")[start : start + PAGE + 1]]
    return Found(rows[:PAGE], has_more=len(rows) > PAGE)


def authorities() -> list[tuple[str, str]]:
    """Code and name of the invented authorities. One query."""
    return list(
        Authority.objects.filter(code__startswith=CODE_PREFIX).order_by(ByName("name")).values_list("code", "name")
    )


def user(user_id: UUID) -> User:
    """The invented user with this id; raises `NotVisible` for anybody else. One query."""
    with row_security.everything(reason=REASON):
        somebody = _invented().filter(pk=user_id).first()
    if somebody is None:
        raise NotVisible
    return somebody


def _invented() -> QuerySet[User]:
    works = Q(membership__authority__code__startswith=CODE_PREFIX, membership__ended_at__isnull=True)
    lives = Q(young_person__authority__code__startswith=CODE_PREFIX)
    people = User.objects.filter(works | lives, is_active=True)
    return people.select_related("membership__authority", "young_person__authority")


def _somebody(row: User) -> Somebody:
    works: Membership | None = getattr(row, "membership", None)
    if works is not None:
        return Somebody(row.pk, row.name, works.get_role_display(), works.authority.name)
    return Somebody(row.pk, row.name, str(RoleCode.YOUNG_PERSON.label), row.young_person.authority.name)
