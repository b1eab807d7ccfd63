"""Help now: whom to call, who was told, and what happens next."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F, OuterRef, Subquery

from ownpath.about_me.queries import SafeContact, safe_contact
from ownpath.core import clock
from ownpath.core.actor import Actor
from ownpath.people import queries as people
from ownpath.support.enums import AskKind, Called
from ownpath.support.models import Ask, CallOut, Standards

from .asks import asks, open_asks
from .standards import standards


@dataclass(frozen=True, slots=True)
class HelpNow:
    """Whom a young person can call now, the presses that still wait for somebody to speak with them, who was called
    because of them, and how they said they can be reached safely.
    """

    people: people.WhoToCall
    open_asks: list[Ask]
    call_outs: list[CallOut]
    standards: Standards
    contact: SafeContact

    @property
    def phone(self) -> str:
        """The number that they are rung on: the one they gave, else the one that staff hold, else none."""
        return self.contact.phone or self.people.young_person.phone

    @property
    def told(self) -> list[CallOut]:
        """The last call that went out to each person, and to the duty team as one; who was told first comes first."""
        sent = sorted(
            (call for call in self.call_outs if call.sent_at), key=lambda call: call.sent_at or call.called_at
        )
        return list({call.user_id or call.called: call for call in sent}.values())

    @property
    def not_safe(self) -> Ask | None:
        """The first time of those that wait that they said they don’t feel safe."""
        return next((ask for ask in self.open_asks if ask.kind == AskKind.NOT_SAFE), None)

    @property
    def climbs_at(self) -> datetime | None:
        """When the managers are told, where nobody has spoken with them until then."""
        return climbs_at(self.not_safe, self.standards.climb_minutes) if self.not_safe else None

    @property
    def has_climbed(self) -> bool:
        """Whether that moment has passed."""
        return self.climbs_at is not None and self.climbs_at <= clock.now()

    @property
    def is_nobody_called(self) -> bool:
        """They do not feel safe, and the service had nobody to tell: no adviser, no duty, no manager."""
        return self.not_safe is not None and not any(call.ask_id == self.not_safe.pk for call in self.call_outs)


def climbs_at(ask: Ask, minutes: int | None) -> datetime:
    """The moment from which an ask of somebody who does not feel safe is a manager's; without a number of minutes that
    the authority set, after the usual ones.
    """
    return ask.opened_at + timedelta(minutes=Standards().climb_minutes if minutes is None else minutes)


def help_now(*, actor: Actor) -> HelpNow:
    """Help for the actor's own self. Six queries."""
    who = people.who_to_call(actor=actor)
    every = open_asks(actor=actor, young_person_id=who.young_person.pk)
    waiting = [ask for ask in every if ask.is_quick]
    called = CallOut.objects.filter(ask__in=[ask.pk for ask in waiting]).select_related("user", "ask")
    since = [one for one in called.order_by("called_at", "pk") if one.called_at >= one.ask.opened_at]
    contact = safe_contact(actor=actor, young_person_id=who.young_person.pk)
    return HelpNow(who, waiting, since, standards(actor=actor), contact)


def unanswered(*, actor: Actor) -> list[Ask]:
    """Young people who said that they don’t feel safe, and with whom nobody spoke in the time that the authority set:
    from then on they are the managers'. Those whom the actor may see, the longest waiting first. One query.
    """
    standing = Standards.objects.filter(authority=OuterRef("authority")).order_by("-version").values("climb_minutes")
    current = asks(actor=actor).filter(young_person__ended_date=None)
    waiting = current.filter(kind=AskKind.NOT_SAFE, answered_at=None).select_related("young_person")
    rows = waiting.annotate(set_minutes=Subquery(standing[:1])).order_by("opened_at")
    return [ask for ask in rows if climbs_at(ask, ask.set_minutes) <= clock.now()]


def to_climb(*, actor: Actor) -> list[Ask]:
    """Those of the unanswered for whom no manager has been called yet; for the due work. Two queries."""
    waiting = unanswered(actor=actor)
    called = CallOut.objects.filter(ask__in=waiting, called=Called.MANAGER, called_at__gte=F("ask__opened_at"))
    done = set(called.values_list("ask_id", flat=True))
    return [ask for ask in waiting if ask.pk not in done]


def to_send_again(*, actor: Actor, tried_before: datetime) -> list[CallOut]:
    """Calls that did not go out, for asks that still wait; for the due work. One query."""
    rows = CallOut.objects.filter(authority_id=actor.authority_id, sent_at=None, tried_at__lte=tried_before)
    still_open = asks(actor=actor).filter(answered_at=None, young_person__ended_date=None)
    return list(rows.filter(ask__in=still_open))
