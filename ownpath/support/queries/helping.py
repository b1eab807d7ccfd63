"""Help now: whom to call, who was told, and what happens next."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from ownpath.core import clock
from ownpath.core.actor import Actor
from ownpath.people import queries as people
from ownpath.support.enums import AskKind
from ownpath.support.models import Ask, CallOut, Standards

from .asks import open_asks
from .standards import standards


@dataclass(frozen=True, slots=True)
class HelpNow:
    """Whom a young person can call now, what they asked for that still waits, and who was called because of it."""

    people: people.WhoToCall
    open_asks: list[Ask]
    call_outs: list[CallOut]
    standards: Standards

    @property
    def not_safe(self) -> Ask | None:
        """The first time of those that wait that they said they don’t feel safe."""
        return next((ask for ask in self.open_asks if ask.kind == AskKind.NOT_SAFE), None)

    @property
    def climbs_at(self) -> datetime | None:
        """When the managers are told, where nobody has spoken with them until then."""
        return climbs_at(self.not_safe, self.standards) if self.not_safe else None

    @property
    def has_climbed(self) -> bool:
        """Whether that moment has passed."""
        return self.climbs_at is not None and self.climbs_at <= clock.now()


def climbs_at(ask: Ask, standards: Standards) -> datetime:
    """The moment from which an ask of somebody who does not feel safe is a manager's."""
    return ask.opened_at + timedelta(minutes=standards.climb_minutes)


def help_now(*, actor: Actor) -> HelpNow:
    """Help for the actor's own self. Five queries."""
    who = people.who_to_call(actor=actor)
    waiting = open_asks(actor=actor, young_person_id=who.young_person.pk)
    called = CallOut.objects.filter(ask__in=[ask.pk for ask in waiting]).select_related("user", "ask")
    since = [one for one in called.order_by("called_at", "pk") if one.called_at >= one.ask.opened_at]
    return HelpNow(who, waiting, since, standards(actor=actor))
