"""Answering. Only the author writes in a response, and only until it is sent."""

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F

from ownpath.about_me.queries import address_of
from ownpath.core import clock
from ownpath.core.access import NotVisible, require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.core.versions import StaleEdit
from ownpath.people import queries as people
from ownpath.people.actions.ending import come_back_if_ended
from ownpath.surveys import queries, rules
from ownpath.surveys.enums import How, Sharing
from ownpath.surveys.messages import HowIsLifeMail
from ownpath.surveys.models import AreaAnswer, Priority, Response, SurveyPack, SurveyRequest
from ownpath.surveys.packs import Pack, pack_of, pack_with_id

from .sittings import shut_what_was_kept_private


class AlreadySent(Exception):
    """The response was sent; it stands as it was said."""


@action
def start_response(*, actor: Actor, asks: Sequence[str] = ()) -> Audited[Response]:
    """The young person begins to answer: the whole survey, or a check-in on up to three areas of their choice.

    There is one draft at a time: a second press finds the same one, whatever it asks. In a sitting on a lent device
    one begins anew; what is left of that waits until the draft of one's own is sent. Raises `NotVisible` while the
    authority has no survey and for an area that it does not ask, and `NotAllowed` for more than three.
    """
    require(rules.can_answer(actor) and rules.are_few(asks))
    draft = queries.open_drafts(actor=actor).first() or _begun(actor, asks)
    return Audited(draft, about=draft, young_person_id=actor.young_person_id)


@action
def widen_response(*, actor: Actor, response_id: UUID | None) -> Audited[None]:
    """The young person goes on from a check-in to the whole survey; nothing that they said is lost. Once it is whole,
    that changes nothing.

    Raises `AlreadySent`, and `NotVisible` for somebody else's response.
    """
    response, _ = _own_draft(actor, response_id)
    response.asks = []
    response.save(update_fields=["asks"])
    return Audited(None, about=response, young_person_id=actor.young_person_id)


@action
def save_answer(
    *,
    actor: Actor,
    response_id: UUID,
    area: str,
    scenario: str,
    now: int | None,
    change: str,
    steadiness: int | None,
    words: str,
    sharing: str,
    is_not_now: bool,
    version: int,
    language: str = "",
    is_half_typed: bool = False,
) -> Audited[int]:
    """The young person says how one area is, as often as they like until they send. Returns the answer's version.

    `version` is that of the answer they were shown, 0 for none yet; `language` is that of the questions that they read.
    Nothing chosen about sharing means private, and so
    does "not now", which keeps what was typed. Raises `StaleEdit` when another tab saved something else meanwhile,
    `AlreadySent`, and `NotVisible` for somebody else's response or for what it does not ask. Three queries.
    """
    response, pack = _own_draft(actor, response_id)
    said: dict[str, Any] = {
        "scenario": scenario,
        "now": now,
        "change": change,
        "steadiness": steadiness,
        "words": words,
        "sharing": Sharing.PRIVATE if is_not_now or not sharing else sharing,
        "is_not_now": is_not_now,
        "language": pack_with_id(response.pack_id, language).language,
    }
    require(response.is_whole or area in response.asks)
    check_asked(pack, area, said)
    row = said | {"is_half_typed": is_half_typed}
    is_saved = _say_again(response, area, version, row) if version else _say_first(response, area, row)
    if response.sitting and said["sharing"] != Sharing.SHARED and not is_half_typed:
        shut_what_was_kept_private(response.sitting)
    saved = version + 1 if is_saved else _said_already(response, area, said, is_half_typed=is_half_typed)
    return Audited(saved, about=response, young_person_id=actor.young_person_id)


@action
def set_priorities(*, actor: Actor, response_id: UUID, areas: list[str]) -> Audited[None]:
    """The young person chooses up to three areas that matter most now.

    An area that was chosen before keeps its place in their order; new ones come after, in the order given. Raises
    `AlreadySent`, `NotVisible` for an area that is not asked, and `NotAllowed` for more than three and in a check-in,
    which does not ask for them.
    """
    response, pack = _own_draft(actor, response_id)
    chosen = [pack.area(area).id for area in dict.fromkeys(areas)]
    require(response.is_whole and rules.are_few(chosen))
    kept = [area for area in _order_of(response) if area in chosen]
    _put_in_order(response, kept + [area for area in chosen if area not in kept])
    return Audited(None, about=response, young_person_id=actor.young_person_id)


@action
def move_priority(*, actor: Actor, response_id: UUID, area: str, is_up: bool) -> Audited[None]:
    """The young person moves one of their areas a place up or down; the first cannot go up nor the last down.

    Raises `AlreadySent`, and `NotVisible` for an area that they have not chosen.
    """
    response, _ = _own_draft(actor, response_id)
    order = _order_of(response)
    if area not in order:
        raise NotVisible
    place = order.index(area)
    neighbour = max(place - 1, 0) if is_up else min(place + 1, len(order) - 1)
    order[place], order[neighbour] = order[neighbour], order[place]
    _put_in_order(response, order)
    return Audited(None, about=response, young_person_id=actor.young_person_id)


@action
def send_response(*, actor: Actor, response_id: UUID) -> Audited[Response]:
    """The young person sends what they said. From then on it stands, and the adviser reads what they shared of it. A
    record that has ended opens again, if they share anything.

    Raises `AlreadySent` the second time, and `NotAllowed` while nothing at all was answered or skipped.
    """
    response, _ = _own_draft(actor, response_id)
    require(response.answers.exists())
    if response.answers.filter(sharing=Sharing.SHARED).exists():
        come_back_if_ended(actor, response.young_person_id)
    response.sent_at = clock.now()
    response.save(update_fields=["sent_at"])
    response.answers.filter(sharing=Sharing.SHARED).update(shared_at=response.sent_at)
    return Audited(response, about=response, young_person_id=actor.young_person_id)


@action
def request_answers(*, actor: Actor, young_person_id: UUID) -> Audited[SurveyRequest]:
    """Staff ask a young person whom they work with how life is going; a mail tells those who have joined and for
    whom e-mail is safe.

    Raises `NotVisible` for anybody else.
    """
    whom = people.young_person(actor=actor, young_person_id=young_person_id)
    require(rules.can_request_answers(actor, whom))
    request = SurveyRequest.objects.create(
        authority_id=whom.authority_id, young_person=whom, requested_by_id=actor.user_id
    )
    address = address_of(actor=actor, young_person_id=whom.pk)
    if address:
        HowIsLifeMail(to=address, name=whom.name, asker=actor.name).send_after_commit()
    return Audited(request, about=request, young_person_id=whom.pk)


def _begun(actor: Actor, asks: Sequence[str]) -> Response:
    if actor.unchecked_since:
        shut = Response.objects.filter(young_person_id=actor.young_person_id, sent_at=None, sitting=None)
        shut.filter(put_aside_at=None).update(put_aside_at=clock.now())
    draft, _ = Response.objects.get_or_create(
        young_person_id=actor.young_person_id,
        authority_id=actor.authority_id,
        sent_at=None,
        sitting_id=actor.sitting_id,
        put_aside_at=None,
        defaults={
            "pack": partial(_pack_asking, actor, asks),
            "asks": list(dict.fromkeys(asks)),
            "how": How.TOGETHER if actor.sitting_id else How.ALONE,
        },
    )
    return draft


def _own_draft(actor: Actor, response_id: UUID | None) -> tuple[Response, Pack]:
    """The actor's own response, held until the end of the transaction so that it cannot be sent halfway."""
    require(rules.can_answer(actor))
    response = queries.own_responses(actor=actor).select_for_update(of=("self",)).filter(pk=response_id).first()
    if response is None:
        raise NotVisible
    if response.sent_at is not None:
        raise AlreadySent
    return response, pack_with_id(response.pack_id)


def _pack_asking(actor: Actor, asks: Sequence[str]) -> SurveyPack:
    """The pack of now; raises `NotVisible` unless it asks about these areas."""
    stored = queries.current_pack(actor=actor)
    for area in asks:
        pack_of(stored).area(area)
    return stored


def check_asked(pack: Pack, area_id: str, said: dict[str, Any]) -> None:
    """Raise `NotVisible` for anything that the pack does not ask."""
    area = pack.area(area_id)
    area.scenario_words(said["scenario"])
    area.now_words(said["now"])
    area.change_words(said["change"])
    area.steadiness_words(said["steadiness"])


def _say_first(response: Response, area: str, said: dict[str, Any]) -> bool:
    try:
        with transaction.atomic():
            AreaAnswer.objects.create(
                authority_id=response.authority_id,
                young_person_id=response.young_person_id,
                response=response,
                area=area,
                **said,
            )
    except IntegrityError:
        return False
    return True


def _say_again(response: Response, area: str, version: int, said: dict[str, Any]) -> bool:
    shown = response.answers.filter(area=area, version=version)
    return bool(shown.update(**said, version=F("version") + 1, saved_at=clock.now()))


def _said_already(response: Response, area: str, said: dict[str, Any], *, is_half_typed: bool) -> int:
    """The version under which the very same stands there already; raises `StaleEdit` where something else does."""
    current = response.answers.filter(area=area).first()
    if current is None:
        raise NotVisible
    if any(getattr(current, name) != value for name, value in said.items()):
        raise StaleEdit(current)
    if current.is_half_typed and not is_half_typed:
        response.answers.filter(pk=current.pk).update(is_half_typed=False)
    return current.version


def _order_of(response: Response) -> list[str]:
    return list(response.priorities.order_by("place").values_list("area", flat=True))


def _put_in_order(response: Response, areas: list[str]) -> None:
    response.priorities.all().delete()
    Priority.objects.bulk_create(
        Priority(
            authority_id=response.authority_id,
            young_person_id=response.young_person_id,
            response=response,
            area=area,
            place=place,
        )
        for place, area in enumerate(areas, start=1)
    )
