"""What each role is and may do. A manager can read this page; `docs/access.md` is made from it."""

from dataclasses import dataclass

from ownpath.core.actor import SYSTEM, Actor

from .enums import Permission, RoleCode


@dataclass(frozen=True, slots=True)
class Role:
    """One role: its stored code, a plain description, and all that it may do."""

    code: str
    description: str
    permissions: frozenset[Permission]


YOUNG_PERSON = Role(
    RoleCode.YOUNG_PERSON,
    "A young person who is leaving or has left care. Sees and keeps their own record, and nobody else's.",
    frozenset({Permission.KEEP_OWN_RECORD}),
)

ADVISER = Role(
    RoleCode.ADVISER,
    "A personal adviser. Works with the young people they are the adviser of now; with nobody else, "
    "not afterwards. On days on which they cover for a colleague who is away, with that colleague's young people too.",
    frozenset({Permission.SEE_ALLOCATED, Permission.WORK_WITH, Permission.INVITE_YOUNG_PEOPLE}),
)

MANAGER = Role(
    RoleCode.MANAGER,
    "A manager of the service. Sees every young person of the authority, its teams and its overview; gives young "
    "people an adviser; invites staff. Never sees what a young person kept private.",
    frozenset(
        {
            Permission.SEE_AUTHORITY,
            Permission.WORK_WITH,
            Permission.INVITE_YOUNG_PEOPLE,
            Permission.INVITE_STAFF,
            Permission.ALLOCATE,
            Permission.SEE_OVERVIEW,
        }
    ),
)

DUTY = Role(
    RoleCode.DUTY,
    "A duty worker, for evenings, weekends and holidays. Sees who does not feel safe and has not been spoken with, and "
    "how to reach them; records what happened. Sees nothing else, and nothing of it once somebody has spoken to them.",
    frozenset({Permission.ANSWER_CALLS}),
)

SYSTEM_ROLE = Role(
    SYSTEM,
    "A command that somebody started on the server: an import, or the demonstration. Never a page.",
    frozenset(set(Permission) - {Permission.KEEP_OWN_RECORD}),
)

ROLES = {role.code: role for role in (YOUNG_PERSON, ADVISER, MANAGER, DUTY, SYSTEM_ROLE)}


def may(actor: Actor, permission: Permission) -> bool:
    """Whether the actor's role includes the permission."""
    return permission in ROLES[actor.role].permissions
