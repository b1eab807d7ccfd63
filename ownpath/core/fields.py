"""Every field says what it holds: `plain`, `personal` or `special` (UK GDPR article 9 and what is as delicate).

Export, retention, log redaction and scrubbing read the declaration; a guard fails on a field without one.
"""

from typing import Literal

from django.db.models import Field

type Sensitivity = Literal["plain", "personal", "special"]


def plain[F: Field](field: F) -> F:  # type: ignore[type-arg]
    """Says nothing about a person by itself: ids, codes, times, versions."""
    return _declared(field, "plain")


def personal[F: Field](field: F) -> F:  # type: ignore[type-arg]
    """Tells who somebody is, or how to reach them."""
    return _declared(field, "personal")


def special[F: Field](field: F) -> F:  # type: ignore[type-arg]
    """Tells what somebody's life is like: their words, health, relationships, needs."""
    return _declared(field, "special")


def sensitivity_of(field: Field) -> Sensitivity | None:  # type: ignore[type-arg]
    """The declaration of a field, from the field itself or, for other people's models, from the list below."""
    declared = getattr(field, "sensitivity", None)
    return declared or BORROWED.get(f"{field.model._meta.label}.{field.name}") or BORROWED.get(field.model._meta.label)


def _declared[F: Field](field: F, sensitivity: Sensitivity) -> F:  # type: ignore[type-arg]
    field.sensitivity = sensitivity  # type: ignore[attr-defined]
    return field


# Models and fields that libraries define, by label: a whole model, or one field of it.
BORROWED: dict[str, Sensitivity] = {
    "accounts.User.password": "personal",
    "accounts.User.last_login": "personal",
    "account.EmailAddress": "personal",
    "account.EmailConfirmation": "personal",
    "auth.Group": "plain",
    "auth.Group_permissions": "plain",
    "auth.Permission": "plain",
    "contenttypes.ContentType": "plain",
    "sessions.Session": "special",
}
