"""What was filled in on paper."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch

from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.people import queries as people
from ownpath.people.models import YoungPerson
from ownpath.surveys.models import Paper
from ownpath.surveys.packs import Pack, pack_of

from .packs import current_pack
from .responses import own_answers, own_priorities, own_responses, told_of
from .told import Told


@dataclass(frozen=True, slots=True)
class ToEnter:
    """Whose paper is typed in, what it asks (nothing while there is no survey), and what was typed in before."""

    young_person: YoungPerson
    pack: Pack | None
    entered: list[Paper]


@dataclass(frozen=True, slots=True)
class ToCheck:
    """A paper that somebody typed in, and what they typed."""

    paper: Paper
    told: Told


def asked_on_paper(*, actor: Actor) -> Pack:
    """What the actor's authority asks now, in the language of the page. Raises `NotVisible` while it has no survey.
    One query, and one for a pack not read before.
    """
    return pack_of(current_pack(actor=actor))


def to_enter(*, actor: Actor, young_person_id: UUID) -> ToEnter:
    """What staff need to type in a paper, the newest of those typed in first; raises `NotVisible`. Three queries, and
    one for a pack not read before.
    """
    person = people.young_person(actor=actor, young_person_id=young_person_id)
    entered = Paper.objects.filter(young_person=person).select_related("entered_by").order_by("-filled_date")
    try:
        pack = asked_on_paper(actor=actor)
    except NotVisible:
        pack = None
    return ToEnter(person, pack, list(entered))


def papers_to_check(*, actor: Actor) -> list[Paper]:
    """The actor's own papers that they have not looked over yet, the oldest first, with who typed them in. Raises
    `NotAllowed` for staff. One query.
    """
    own = Paper.objects.filter(response__in=own_responses(actor=actor), checked_at=None)
    return list(own.select_related("entered_by").order_by("entered_at", "pk"))


def paper_to_check(*, actor: Actor) -> ToCheck | None:
    """The first of them with what was typed in; None where there is none. At most four queries, and one for a pack not
    read before.
    """
    papers = papers_to_check(actor=actor)
    if not papers:
        return None
    parts = Prefetch("answers", own_answers(actor=actor)), Prefetch("priorities", own_priorities(actor=actor))
    response = own_responses(actor=actor).prefetch_related(*parts).get(paper=papers[0])
    return ToCheck(papers[0], told_of(response))
