"""What a young person decides about their record, and what staff answer."""

from uuid import UUID

from ownpath.core import clock
from ownpath.core.access import NotVisible, require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.people import queries as people
from ownpath.people.actions.ending import come_back_if_ended
from ownpath.surveys.coming_back import waiting
from ownpath.surveys.enums import Sharing
from ownpath.surveys.models import AreaAnswer
from ownpath.surveys.queries import own_answers

from . import rules
from .enums import EntryKind
from .models import AnswerSharing, NotRight
from .queries.entries import entry
from .queries.not_right import said_not_right


@action
def share_area(*, actor: Actor, area: str, sharing: Sharing, is_all: bool = False) -> Audited[str]:
    """The young person changes who may read what they said about one area of life; brings the name of their adviser,
    who is the first to read it, or nothing.

    Private means all that they ever said about it; shared means the answer in which they said something last, or all
    of them where `is_all`, and opens a record that has ended. What they choose is kept with its day. Raises
    `NotVisible` where they said nothing about the area, and for everybody else.
    """
    require(rules.is_own_record(actor))
    assert actor.young_person_id is not None
    found = list(own_answers(actor=actor).filter(area=area).finished())
    if not found:
        raise NotVisible
    if sharing == Sharing.SHARED:
        come_back_if_ended(actor, found[0].young_person_id)
    unheard = set(waiting().filter(pk__in=[answer.pk for answer in found]).values_list("pk", flat=True))
    for answer in found[:1] if sharing == Sharing.SHARED and not is_all else found:
        _choose(answer, sharing, was_heard=answer.pk not in unheard)
    allocation = people.allocation_of(actor=actor, young_person_id=actor.young_person_id)
    reader = allocation.adviser.name if allocation else ""
    return Audited(reader, about=found[0], young_person_id=actor.young_person_id)


@action
def say_not_right(*, actor: Actor, kind: EntryKind, entry_id: UUID, words: str) -> Audited[NotRight]:
    """The young person says that something others recorded about them is not right, and what is.

    Kept with the entry as it read. They are owed an answer, so a record that has ended opens again. Only for an entry
    of one's own record, else `NotVisible`.
    """
    require(rules.is_own_record(actor))
    read = entry(actor=actor, kind=kind, entry_id=entry_id)
    if actor.young_person_id:
        come_back_if_ended(actor, actor.young_person_id)
    said = NotRight.objects.create(
        authority_id=actor.authority_id,
        young_person_id=actor.young_person_id,
        kind=kind,
        entry_id=entry_id,
        line=read.whole,
        words=words.strip(),
    )
    return Audited(said, about=said, young_person_id=actor.young_person_id)


@action
def answer_not_right(*, actor: Actor, not_right_id: UUID, answer: str, corrected: str = "") -> Audited[NotRight]:
    """Staff answer what was said not to be right, and say what the record says from now on, if it was wrong.

    The first answer stands. `NotVisible` for a record the actor may not see, and for the young person themselves.
    """
    rows = said_not_right(actor=actor).select_related("young_person").select_for_update(of=("self",))
    said = rows.filter(pk=not_right_id).first()
    if said is None:
        raise NotVisible
    require(rules.can_answer_not_right(actor, said.young_person))
    if said.answered_at is None:
        said.answer, said.corrected = answer.strip(), corrected.strip()
        said.answered_at, said.answered_by_id = clock.now(), actor.user_id
        said.save()
    return Audited(said, about=said, young_person_id=said.young_person_id)


def _choose(answer: AreaAnswer, sharing: Sharing, *, was_heard: bool) -> None:
    if answer.sharing == sharing:
        return
    answer.sharing = sharing
    if sharing == Sharing.SHARED:  # what somebody came back to does not become new by being shared again
        answer.shared_at = answer.shared_at or clock.now()
    elif not was_heard:
        answer.shared_at = None
    answer.save(update_fields=["sharing", "shared_at"])
    AnswerSharing.objects.create(
        authority_id=answer.authority_id, young_person_id=answer.young_person_id, answer=answer, sharing=sharing
    )
