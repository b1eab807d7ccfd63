"""Who asks or acts. Every query and every action takes an actor; nothing is read or written without one."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Actor:
    """A signed-in person in one role at one authority, or the system itself at that authority.

    `role` is a short code of `accounts.roles`; `young_person_id` is set only for a young person; `language` is
    the one that they chose, or empty; `sitting_id` is set while they act on a device that was lent to them;
    `unchecked_since` while somebody still has to check that it is really them: what was kept private before is shut.
    """

    role: str
    authority_id: UUID | None
    user_id: UUID | None = None
    young_person_id: UUID | None = None
    team_id: UUID | None = None
    name: str = ""
    language: str = ""
    sitting_id: UUID | None = None
    unchecked_since: datetime | None = None

    @property
    def person_id(self) -> UUID | None:
        """Who it is, also where that person has no account to sign in with."""
        return self.user_id or self.young_person_id

    @property
    def is_system(self) -> bool:
        """Whether this is a command or import that somebody started on the server, not a person on a page."""
        return self.role == SYSTEM


def system(authority_id: UUID | None) -> Actor:
    """The actor of imports, the demonstration and other commands, at one authority or (None) at none."""
    return Actor(role=SYSTEM, authority_id=authority_id, name="Ownpath")
