"""Everything that a record holds, to take away: each row of each kind, as it stands, and who has looked."""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import BinaryField, Field, ForeignKey, Model

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.core.models import AuditEvent
from ownpath.core.photos import CONTENT_TYPE
from ownpath.organisations import row_security
from ownpath.people.merging import about, of_record
from ownpath.people.models import OfYoungPerson, YoungPerson
from ownpath.people.opening import open_rows
from ownpath.people.queries import Look, looks, young_person
from ownpath.sharing.rules import is_own_record

type Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Everything:
    """One's own record: oneself, the rows of each kind by the label of its model, and every event of the audit. Photos
    are not held: each is fetched when its turn comes, so that no more than one of them is ever in memory.
    """

    made_at: datetime
    young_person: YoungPerson
    kinds: dict[str, list[Model]]
    events: list[AuditEvent]
    looks: list[Look]
    names: dict[UUID, str]

    def head(self) -> Row:
        """Whose it is, from where and when, as plain values."""
        person, user = self.young_person, self.young_person.user
        return {
            "schema": "ownpath-record/1",
            "made_at": self.made_at.isoformat(),
            "authority": person.authority.name,
            "young_person": self._row(person) | {"signs_in_with": user.email if user else ""},
        }

    def rows(self) -> Iterator[tuple[str, Iterator[Row]]]:
        """The rows of each kind, one by one, as plain values."""
        for label, rows in self.kinds.items():
            yield label, map(self._row, rows)

    def events_in_turn(self) -> Iterator[Row]:
        """The events, one by one, as plain values."""
        return map(self._event, self.events)

    def _row(self, row: Model) -> Row:
        return {field.name: self.value(row, field) for field in row._meta.fields if field.name not in _SAID_ALREADY}

    def value(self, row: Model, field: "Field[Any, Any]") -> Any:
        """A field as a plain value: a person by name, another row by its id, a photo as a data URI."""
        if isinstance(field, BinaryField):
            return f"data:{CONTENT_TYPE};base64,{b64encode(self._photo(row, field)).decode()}"
        value = getattr(row, field.attname)
        if isinstance(field, ForeignKey) and field.related_model is User:
            return self.names.get(value, "") if value else ""
        if isinstance(value, datetime | date):
            return value.isoformat()
        return str(value) if isinstance(value, UUID) else value

    def _photo(self, row: Model, field: "Field[Any, Any]") -> bytes:
        """Asked for while the answer is sent, when nothing of the request is open any longer: so only what is of the
        same council opens.
        """
        with row_security.only(self.young_person.authority_id):
            found = type(row)._base_manager.filter(pk=row.pk).values_list(field.attname, flat=True).first()
        return bytes(found or b"")

    def _event(self, event: AuditEvent) -> Row:
        who = self.names.get(event.actor_id, "") if event.actor_id else ""
        return {
            "at": event.at.isoformat(),
            "kind": event.kind,
            "what": event.verb,
            "who": who,
            "role": event.actor_role,
            "thing": event.thing,
            "thing_id": str(event.thing_id or ""),
        }


_SAID_ALREADY = {"authority", "young_person", "user", "invitation"}


def everything(*, actor: Actor) -> Everything:
    """The actor's own record, whole, private parts and photos too; without what was kept private before, while nobody
    has checked that it is really them. Raises `NotAllowed` for everybody but a young person. One query a kind, and
    five; one for each pack not read before; and one for each photo that is read.
    """
    require(is_own_record(actor))
    whom = young_person(actor=actor, young_person_id=actor.young_person_id)
    kinds = {model._meta.label: list(_rows(actor, model, whom)) for model in kinds_of_rows()}
    events = list(AuditEvent.objects.filter(about(whom.pk)).order_by("at", "pk"))
    named = {event.actor_id for event in events} | set(_users_in(kinds))
    names = dict(User.objects.filter(pk__in=named).values_list("pk", "name"))
    return Everything(clock.now(), whom, kinds, events, looks(actor=actor), names)


def kinds_of_rows() -> list[type[OfYoungPerson]]:
    """Every kind of row of which a record consists, whichever room it lives in."""
    return [model for model in apps.get_models() if issubclass(model, OfYoungPerson)]


def _rows(actor: Actor, model: type[OfYoungPerson], whom: YoungPerson) -> Iterator[Model]:
    rows = model._default_manager.filter(of_record(YoungPerson.objects.filter(pk=whom.pk)))
    photos = [field.name for field in model._meta.fields if isinstance(field, BinaryField)]
    yield from open_rows(actor, rows).defer(*photos).order_by("pk")


def _users_in(kinds: dict[str, list[Model]]) -> Iterator[UUID]:
    for rows in kinds.values():
        for row in rows:
            for field in row._meta.fields:
                if isinstance(field, ForeignKey) and field.related_model is User and getattr(row, field.attname):
                    yield getattr(row, field.attname)
