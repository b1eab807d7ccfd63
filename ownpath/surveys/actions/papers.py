"""What was filled in on paper: typed in by staff, looked over by the young person."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from ownpath.core import clock
from ownpath.core.access import NotVisible, require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.people import queries as people
from ownpath.people.actions.ending import come_back_if_ended
from ownpath.people.models import YoungPerson
from ownpath.surveys import queries, rules
from ownpath.surveys.enums import How, Sharing
from ownpath.surveys.models import AreaAnswer, Paper, Priority, Response
from ownpath.surveys.packs import pack_of

from .responses import check_asked, start_response

QUESTIONS = ("scenario", "now", "change", "steadiness", "words", "sharing")


class AlreadyEntered(Exception):
    """A paper of this young person with this day was typed in before."""


@action
def enter_paper(
    *,
    actor: Actor,
    young_person_id: UUID,
    filled_date: date,
    answers: Mapping[str, Mapping[str, Any]],
    put_first: Sequence[str] = (),
) -> Audited[Response]:
    """Staff type in what a young person whom they work with handed in on paper. All of it is shared: what they keep
    to themselves they keep on their own part of the paper.

    It counts from the day on which it was filled in. A record that has ended opens again, for nobody has read it yet.

    Raises `AlreadyEntered`, and `NotVisible` for anybody else and for what the survey does not ask, `NotAllowed` for a
    day to come or before their birth, for nothing at all, and for more than three that matter most.
    """
    whom = people.young_person(actor=actor, young_person_id=young_person_id)
    require(rules.can_enter_papers(actor, whom) and rules.can_be_filled_in(filled_date, whom))
    require(bool(answers) and rules.are_few(put_first))
    stored = queries.current_pack(actor=actor)
    pack = pack_of(stored)
    at = {"authority_id": whom.authority_id, "young_person_id": whom.pk}
    YoungPerson.objects.select_for_update(no_key=True).get(
        pk=whom.pk
    )  # held, so that nobody else types it in meanwhile
    if Paper.objects.filter(**at, filled_date=filled_date).exists():
        raise AlreadyEntered
    come_back_if_ended(actor, whom.pk)
    response = Response.objects.create(**at, pack=stored, how=How.PAPER, sent_at=_moment(filled_date))
    Paper.objects.create(**at, response=response, filled_date=filled_date, entered_by_id=actor.user_id)
    for area, said in answers.items():
        check_asked(pack, area, dict(said))
        AreaAnswer.objects.create(
            **at,
            response=response,
            area=area,
            sharing=Sharing.SHARED,
            shared_at=clock.now(),
            language=pack.language,
            **said,
        )
    for place, area in enumerate(dict.fromkeys(put_first), start=1):
        Priority.objects.create(**at, response=response, area=pack.area(area).id, place=place)
    return Audited(response, about=response, young_person_id=whom.pk)


@action
def check_paper(*, actor: Actor, response_id: UUID | None, wrong: Sequence[str] = ()) -> Audited[None]:
    """The young person says that what was typed in is right, but for some areas, which count for nothing from now on.

    Those they find in their draft as they were typed in, to put right and send; a draft of their own stays as it is
    and asks these too. Pressed again it changes nothing. Raises `NotVisible` for any other response.
    """
    own = queries.own_responses(actor=actor).filter(pk=response_id)
    paper = Paper.objects.select_for_update(of=("self",)).filter(response__in=own).first()
    if paper is None:
        raise NotVisible
    if paper.checked_at is None:
        paper.checked_at = clock.now()
        paper.save(update_fields=["checked_at"])
        entered = AreaAnswer.objects.filter(response_id=paper.response_id)
        faulty = [answer for answer in entered if answer.area in wrong]
        AreaAnswer.objects.filter(pk__in=[answer.pk for answer in faulty]).update(withdrawn_at=clock.now())
        if faulty:
            _put_into_draft(actor, faulty)
    return Audited(None, about=paper, young_person_id=actor.young_person_id)


def _moment(filled: date) -> datetime:
    """When it counts as sent: noon of its day, or now."""
    noon = datetime.combine(filled, time(12), tzinfo=clock.LONDON)
    return min(noon, clock.now())


def _put_into_draft(actor: Actor, faulty: list[AreaAnswer]) -> None:
    areas = [answer.area for answer in faulty]
    draft = queries.open_drafts(actor=actor).select_for_update(of=("self",)).first()
    if draft is None:
        draft = start_response(actor=actor, asks=areas if rules.are_few(areas) else ())
    elif not draft.is_whole:
        draft.asks = list(dict.fromkeys([*draft.asks, *areas]))
        draft.save(update_fields=["asks"])
    answered = set(draft.answers.values_list("area", flat=True))
    at = {"authority_id": draft.authority_id, "young_person_id": draft.young_person_id, "response": draft}
    for answer in faulty:
        if answer.area not in answered:
            AreaAnswer.objects.create(
                **at, area=answer.area, **{name: getattr(answer, name) for name in QUESTIONS}, language=answer.language
            )
