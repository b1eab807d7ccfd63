"""What young people answered. A draft, and whatever was kept private, is only ever read by its author."""

from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Prefetch, Q, Subquery

from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.people import queries as people
from ownpath.people.opening import open_rows
from ownpath.surveys import rules
from ownpath.surveys.enums import Sharing
from ownpath.surveys.models import (
    AreaAnswer,
    AreaAnswerQuerySet,
    Priority,
    PriorityQuerySet,
    Response,
    ResponseQuerySet,
)
from ownpath.surveys.packs import pack_with_id

from .sittings import earliest_open
from .told import Said, Survey, Told


def own_responses(*, actor: Actor) -> ResponseQuerySet:
    """All that a young person ever answered or began to. Raises `NotAllowed` for everybody else.

    On a device that was lent to them it is what they answer in that sitting, and nothing else: whoever lent it could
    open a sitting too. What is begun in a sitting is on their own phone once the sitting is over.
    """
    require(rules.can_answer(actor))
    own = open_rows(
        actor, Response.objects.filter(young_person_id=actor.young_person_id, authority_id=actor.authority_id)
    )
    if actor.sitting_id is not None:
        return own.filter(sitting_id=actor.sitting_id)
    is_over = Q(sitting__ended_at__isnull=False) | Q(sitting__began_at__lte=earliest_open())
    return own.filter(Q(sent_at__isnull=False) | Q(sitting=None) | is_over)


def own_answers(*, actor: Actor) -> AreaAnswerQuerySet:
    """The answers of the actor's own responses that are open to them. Every other read of one's own starts here."""
    rows = AreaAnswer.objects.filter(young_person_id=actor.young_person_id, authority_id=actor.authority_id)
    return open_rows(actor, rows)


def own_priorities(*, actor: Actor) -> PriorityQuerySet:
    """What mattered most to the actor, each time that they were asked, as far as it is open to them."""
    rows = Priority.objects.filter(young_person_id=actor.young_person_id, authority_id=actor.authority_id)
    return open_rows(actor, rows)


def open_drafts(*, actor: Actor) -> ResponseQuerySet:
    """What the actor has begun and not sent, in the order in which they go on with it: where something was said first,
    and of these what they began alone. Raises `NotAllowed` for staff.
    """
    is_said = Exists(AreaAnswer.objects.filter(response=OuterRef("pk")))
    drafts = own_responses(actor=actor).filter(sent_at=None).annotate(is_said=is_said)
    return drafts.order_by("-is_said", F("sitting_id").asc(nulls_first=True), "started_at")


def has_unsent_answers(*, actor: Actor) -> bool:
    """Whether the actor has answered something and not sent it. Raises `NotAllowed` for staff. One query."""
    return open_drafts(actor=actor).filter(is_said=True).exists()


def survey(*, actor: Actor, with_priorities: bool = True) -> Survey:
    """A young person's draft and what they sent last, each in its own pack's words. Two queries, three with priorities;
    one more for somebody with a draft, and one for each pack not met before.
    """
    parts: list[Prefetch[Any]] = [Prefetch("answers", own_answers(actor=actor))]
    if with_priorities:
        parts.append(Prefetch("priorities", own_priorities(actor=actor)))
    own = own_responses(actor=actor)
    newest = own.filter(sent_at__isnull=False).order_by("-sent_at", "-pk")
    drafts = open_drafts(actor=actor)
    is_one = Q(pk=Subquery(drafts.values("pk")[:1])) | Q(pk=Subquery(newest.values("pk")[:1]))
    rows = own.filter(is_one).prefetch_related(*parts)
    found = {response.sent_at is None: told_of(response, with_priorities=with_priorities) for response in rows}
    draft = found.get(True)
    return Survey(draft, latest=found.get(False), then=_then(actor) if draft else {})


def area_history(*, actor: Actor, young_person_id: UUID, area: str) -> list[Said]:
    """What somebody said about one area, the earliest first: all that they sent for themselves, what they shared for
    staff who may see them and on a lent device. Empty where there is nothing, or nothing to be seen. One query, and
    one for each new pack.
    """
    sent = AreaAnswer.objects.filter(
        young_person__in=people.young_people(actor=actor).filter(pk=young_person_id),
        area=area,
        is_not_now=False,
        withdrawn_at=None,
        response__sent_at__isnull=False,
    )
    if actor.young_person_id is None or actor.sitting_id is not None:
        sent = sent.filter(sharing=Sharing.SHARED)
    if actor.young_person_id is not None:
        sent = open_rows(actor, sent)
    answers = sent.select_related("response__sitting__lent_by", "response__paper__entered_by").order_by(
        "response__sent_at"
    )
    return [Said.of(answer) for answer in answers]


def _then(actor: Actor) -> dict[str, Said]:
    """The newest that the actor said and sent, by area; on a lent device only what stands for its owner too."""
    own = own_answers(actor=actor)
    found = own.standing() if actor.sitting_id else own.newest()
    return {answer.area: Said.of(answer) for answer in found.select_related("response")}


def own_history(*, actor: Actor) -> list[Said]:
    """All that a young person sent for themselves about any area, kept private or not, the earliest first; what was
    left open is left out, and what was typed in wrongly from paper. Raises `NotAllowed` for everybody else. One query,
    and one for each new pack.
    """
    sent = own_answers(actor=actor).filter(response__in=own_responses(actor=actor), response__sent_at__isnull=False)
    answers = (
        sent.filter(is_not_now=False, withdrawn_at=None).select_related("response").order_by("response__sent_at", "pk")
    )
    return [said for said in map(Said.of, answers) if not said.is_open]


def told_of(response: Response, *, with_priorities: bool = True) -> Told:
    """A response in the words of its pack. No query where its parts were loaded, but one for a pack not read before."""
    pack = pack_with_id(response.pack_id)
    asked = {area.id: area for area in pack.areas}
    priorities = sorted(response.priorities.all(), key=lambda one: one.place) if with_priorities else []
    return Told(
        response=response,
        pack=pack,
        said={
            answer.area: Said(asked[answer.area], answer) for answer in response.answers.all() if answer.area in asked
        },
        priorities=tuple(asked[priority.area] for priority in priorities if priority.area in asked),
    )
