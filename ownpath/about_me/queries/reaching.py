"""How to reach somebody safely, in their words, and what they said is not safe."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from ownpath.about_me.enums import Heading, Safe, SafeCall
from ownpath.about_me.models import Told
from ownpath.core.actor import Actor
from ownpath.people.queries import young_people, young_person


@dataclass(frozen=True, slots=True)
class SafeContact:
    """What somebody wrote about reaching them, and the number they gave for it. What they did not say is not safe
    counts as safe.
    """

    words: str = ""
    phone: str = ""
    may_email: bool = True
    may_ring: bool = True
    may_text: bool = True

    @property
    def may_call(self) -> bool:
        """Whether they may be rung or texted at all."""
        return self.may_ring or self.may_text


def safe_contact(*, actor: Actor, young_person_id: UUID) -> SafeContact:
    """For whoever may see the young person. One query."""
    rows = Told.objects.filter(young_person__in=young_people(actor=actor), young_person_id=young_person_id)
    return safe_contact_in(rows.filter(heading=Heading.CONTACT, ended_at=None))


def safe_contact_in(told: Iterable[Told]) -> SafeContact:
    """What is said about it in these rows."""
    row = next((row for row in told if row.heading == Heading.CONTACT), None)
    if row is None:
        return SafeContact()
    return SafeContact(
        row.words,
        row.phone,
        may_email=row.may_email != Safe.NO,
        may_ring=row.may_call not in (SafeCall.TEXT, SafeCall.NO),
        may_text=row.may_call not in (SafeCall.RING, SafeCall.NO),
    )


def address_of(*, actor: Actor, young_person_id: UUID) -> str:
    """Where a mail to a young person may go: the address they sign in with; empty before they joined, once their record
    has ended, and where they said that e-mail is not safe. Whoever sends them one asks here. Raises `NotVisible`. Three
    queries at most.
    """
    whom = young_person(actor=actor, young_person_id=young_person_id)
    if whom.user is None or whom.has_ended or not safe_contact(actor=actor, young_person_id=whom.pk).may_email:
        return ""
    address: str = whom.user.email
    return address
