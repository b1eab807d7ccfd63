"""One invented authority with its teams and the people who work there."""

from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from ownpath.accounts.enums import RoleCode
from ownpath.accounts.models import Absence, FacePhoto, Membership, User
from ownpath.core import clock
from ownpath.organisations.models import Authority, Team
from ownpath.support.models import OfferEntry, Standards
from ownpath.support.offer.file import read_offer

from . import names
from .faces import FACES, face
from .names import Names
from .rows import Rows
from .sizes import Size

LEFT_DAYS_AGO = (12, 33)
REACH = (
    "Text me, Tuesday to Friday. I ring back the same day.",
    "Ring me from ten to four. On Fridays I am out and about.",
    "Message me when you like. I answer by the next day.",
)
AWAY, COVERS = 2, 1  # which advisers: on holiday since yesterday, and there for their young people
OFFER = names.WORDS / "offer.yaml"


@dataclass(slots=True)
class Service:
    """The authority, and its advisers: those of today, and those who left."""

    authority: Authority
    first_caseload: int
    years: int
    advisers: list[User] = field(default_factory=list)
    left: list[Membership] = field(default_factory=list)
    head: User | None = None
    managers: list[User] = field(default_factory=list)
    standards: Standards = field(default_factory=Standards)

    def manager_of(self, adviser: User | None) -> User:
        """The manager of their team: advisers take the teams in turn."""
        turn = self.advisers.index(adviser) if adviser in self.advisers else 0
        return self.managers[turn % len(self.managers)]


@dataclass(slots=True)
class Founding:
    """A service while it is put together."""

    rng: Random
    rows: Rows
    names: Names
    service: Service

    def employ(self, role: RoleCode, team: Team | None, name: str = "") -> Membership:
        """Somebody new on the staff, with an address, a phone and a place in a team."""
        user = person(self.rows, name or self.names.staff())
        membership = Membership(authority=self.service.authority, user=user, role=role, team=team)
        membership.phone = names.phone(self.rng)
        if role == RoleCode.ADVISER:
            membership.reach_words = REACH[len(self.service.advisers) % len(REACH)]
        return self.rows.add(membership)

    def show_face(self, member: Membership, place: int) -> None:
        """Somebody shows a face; the others have their initials."""
        row = FacePhoto(authority=self.service.authority, membership=member)
        row.show(face(place))
        self.rows.add(row)


def person(rows: Rows, name: str) -> User:
    """Somebody who can sign in."""
    user = User(name=name, email=names.email(name))
    user.set_unusable_password()
    return rows.add(user)


def found(rng: Random, rows: Rows, known: Names, size: Size, given: dict[str, str]) -> Service:
    """The authority, its teams with a manager and advisers each, a head of service, and two advisers who left.

    `given` names the people of the tour by what they are: `manager`, `adviser`, `former_adviser`, `duty`.
    """
    authority = rows.add(Authority(name=size.name, code=size.code))
    authority.help_now_name = f"{size.name}, out of hours"
    authority.help_now_phone = names.phone(rng)
    founding = Founding(rng, rows, known, Service(authority, size.first_caseload, size.years))
    teams = [rows.add(Team(authority=authority, name=name)) for name in size.teams]
    founding.service.head = founding.employ(RoleCode.MANAGER, None).user
    for place, team in enumerate(teams):
        manager = founding.employ(RoleCode.MANAGER, team, "" if place else given.get("manager", ""))
        founding.service.managers.append(manager.user)
    founding.service.standards = promises(rows, authority, founding.service.head)
    for place in range(size.advisers):
        name = {0: given.get("adviser", ""), 1: given.get("former_adviser", "")}.get(place, "")
        member = founding.employ(RoleCode.ADVISER, teams[place % len(teams)], name)
        founding.service.advisers.append(member.user)
        if place < len(FACES):
            founding.show_face(member, place)
    if "duty" in given:
        founding.employ(RoleCode.DUTY, None, given["duty"])
    _go_away(founding.service, rows)
    for days in LEFT_DAYS_AGO:
        membership = founding.employ(RoleCode.ADVISER, teams[0])
        membership.ended_at = clock.now() - timedelta(days=days)
        founding.service.left.append(membership)
    return founding.service


def promises(rows: Rows, authority: Authority, head: User | None) -> Standards:
    """What the authority promises, and its local offer."""
    set_at = clock.now() - timedelta(days=120)
    standards = Standards(authority=authority, set_by=head, set_at=set_at)
    standards.duty_emails = f"duty@{authority.code}.example.org"
    standards.help_now_name, standards.help_now_phone = authority.help_now_name, authority.help_now_phone
    standards.advocacy_name, standards.advocacy_phone = "Beside You, an invented advocacy service", "01632 960124"
    for entry in read_offer(OFFER.read_bytes()):
        rows.add(OfferEntry(authority=authority, slug=entry.slug, loaded_at=set_at, **entry.values))
    return rows.add(standards)


def _go_away(service: Service, rows: Rows) -> None:
    """One adviser is on holiday, and a colleague covers; where there are few, nobody is."""
    if len(service.advisers) <= AWAY:
        return
    today = clock.today()
    absence = Absence(authority=service.authority, user=service.advisers[AWAY], covered_by=service.advisers[COVERS])
    absence.from_date, absence.to_date = today - timedelta(days=1), today + timedelta(days=8)
    absence.said_by, absence.said_at = absence.user, clock.now() - timedelta(days=12)
    rows.add(absence)
