"""What young people answered. A draft, and whatever was kept private, is only ever read by its author."""

from uuid import UUID

from django.db.models import F

from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.people import queries as people
from ownpath.surveys import rules
from ownpath.surveys.enums import Sharing
from ownpath.surveys.models import AreaAnswer, Response, ResponseQuerySet
from ownpath.surveys.packs import pack_with_id

from .told import Said, Survey, Told


def own_responses(*, actor: Actor) -> ResponseQuerySet:
    """All that a young person ever answered or began to. Raises `NotAllowed` for everybody else."""
    require(rules.can_answer(actor))
    return Response.objects.filter(young_person_id=actor.young_person_id, authority_id=actor.authority_id)


def survey(*, actor: Actor, with_priorities: bool = True) -> Survey:
    """A young person's draft and what they sent last, each in its own pack's words. Two queries, three with priorities;
    one more for somebody with a draft, and one for each pack not met before.
    """
    parts = ("answers", "priorities") if with_priorities else ("answers",)
    newest = own_responses(actor=actor).order_by(F("sent_at").desc(nulls_first=True), "-started_at")[:2]
    found = [_told(response, with_priorities) for response in newest.prefetch_related(*parts)]
    drafts = [told for told in found if told.response.sent_at is None]
    sent = [told for told in found if told.response.sent_at is not None]
    draft = next(iter(drafts), None)
    return Survey(draft, latest=next(iter(sent), None), then=_then(actor) if draft else {})


def area_history(*, actor: Actor, young_person_id: UUID, area: str) -> list[Said]:
    """What somebody said about one area, the earliest first: all that they sent for themselves, what they shared for
    staff who may see them. Empty where there is nothing, or nothing to be seen. One query, and one for each new pack.
    """
    sent = AreaAnswer.objects.filter(
        young_person__in=people.young_people(actor=actor).filter(pk=young_person_id),
        area=area,
        is_not_now=False,
        response__sent_at__isnull=False,
    )
    if actor.young_person_id is None:
        sent = sent.filter(sharing=Sharing.SHARED)
    answers = sent.select_related("response").order_by("response__sent_at")
    return [Said.of(answer) for answer in answers]


def _then(actor: Actor) -> dict[str, Said]:
    """The newest that the actor said and sent, by area."""
    own = AreaAnswer.objects.filter(response__in=own_responses(actor=actor))
    return {answer.area: Said.of(answer) for answer in own.newest().select_related("response")}


def own_history(*, actor: Actor) -> list[Said]:
    """All that a young person sent for themselves about any area, kept private or not, the earliest first; what was
    left open is left out. Raises `NotAllowed` for everybody else. One query, and one for each new pack.
    """
    sent = AreaAnswer.objects.filter(response__in=own_responses(actor=actor), response__sent_at__isnull=False)
    answers = sent.filter(is_not_now=False).select_related("response").order_by("response__sent_at", "pk")
    return [said for said in map(Said.of, answers) if not said.is_open]


def _told(response: Response, with_priorities: bool) -> Told:
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
