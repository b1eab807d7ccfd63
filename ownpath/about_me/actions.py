"""Writing about oneself, and saying that one has read it."""

from uuid import UUID

from ownpath.core import clock
from ownpath.core.access import NotVisible, require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.core.versions import StaleEdit
from ownpath.people.actions.ending import come_back_if_ended
from ownpath.people.models import YoungPerson
from ownpath.people.queries import young_person

from . import rules
from .enums import Heading
from .models import Reading, Told
from .queries import own_told


@action
def tell(
    *,
    actor: Actor,
    heading: Heading,
    words: str,
    phone: str = "",
    may_email: str = "",
    may_call: str = "",
    version: int,
) -> Audited[Told]:
    """The young person writes under one heading, or takes away what stands there; what it said before is kept.
    It is written for those who work with them, so new words open a record that has ended.

    `version` is the one that was open, 0 for none yet. `phone`, `may_email` and `may_call` count only under the heading
    about reaching them.
    Raises `StaleEdit` when another phone saved something else meanwhile, unless both say the same.
    """
    require(rules.can_write(actor))
    # Held until the transaction ends, so that two phones do not write over each other.
    whose = YoungPerson.objects.select_for_update().get(pk=actor.young_person_id, authority_id=actor.authority_id)
    told = own_told(actor=actor).filter(heading=heading)
    now = told.filter(ended_at=None).first() or Told(version=0)
    after = Told(authority_id=whose.authority_id, young_person=whose, heading=heading, words=words.strip())
    if heading == Heading.CONTACT:
        after.phone, after.may_email, after.may_call = phone.strip(), may_email, may_call
    if after.content == now.content:
        return Audited(now, about=now if now.version else None, young_person_id=whose.pk)
    opened = told.filter(version=version).first() or Told()
    if opened.content != now.content:
        raise StaleEdit(now)
    if after.words or after.phone:
        come_back_if_ended(actor, whose.pk)
    return _put_in_place_of(now, after)


@action
def give_phone(*, actor: Actor, phone: str, may_call: str) -> Audited[Told]:
    """The young person says which number is safe for them, and for what, beside whatever else stands under the heading
    about reaching them. What is empty changes nothing; the newest press counts, as in an emergency it must.
    """
    require(rules.can_write(actor))
    whose = YoungPerson.objects.select_for_update().get(pk=actor.young_person_id, authority_id=actor.authority_id)
    now = own_told(actor=actor).filter(heading=Heading.CONTACT, ended_at=None).first() or Told(version=0)
    after = Told(authority_id=whose.authority_id, young_person=whose, heading=Heading.CONTACT, words=now.words)
    after.may_email = now.may_email
    after.phone, after.may_call = phone.strip() or now.phone, may_call or now.may_call
    if after.content == now.content:
        return Audited(now, about=now if now.version else None, young_person_id=whose.pk)
    come_back_if_ended(actor, whose.pk)
    return _put_in_place_of(now, after)


@action
def confirm_reading(*, actor: Actor, young_person_id: UUID, up_to: UUID) -> Audited[Reading]:
    """Staff who work with a young person say that they have read what they wrote; the young person sees that.

    `up_to` is the newest that stood on the page: what was written meanwhile stays new. Twice counts once. Raises
    `NotVisible` for somebody the actor may not see and for what is not theirs.
    """
    whose = young_person(actor=actor, young_person_id=young_person_id)
    require(rules.can_confirm_reading(actor, whose))
    told = Told.objects.filter(young_person=whose, pk=up_to).first()
    if told is None:
        raise NotVisible
    reading, _ = Reading.objects.get_or_create(
        reader_id=actor.user_id, up_to=told, defaults={"authority_id": whose.authority_id, "young_person": whose}
    )
    return Audited(reading, about=reading, young_person_id=whose.pk)


def _put_in_place_of(now: Told, after: Told) -> Audited[Told]:
    after.version, after.began_at = now.version + 1, clock.now()
    if now.version:
        now.ended_at = after.began_at
        now.save(update_fields=["ended_at"])
    after.save(force_insert=True)
    return Audited(after, about=after, young_person_id=after.young_person_id)
