"""One of the things that matter most to them got worse or is not steady, and we have not come back to it.

Only the newest of what they shared about it; what matters most they said when they sent the whole survey. It stays
until they have been spoken with (a message is not enough), or until a step was agreed about it.
"""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from ownpath.attention import days
from ownpath.attention.enums import ReasonKind
from ownpath.attention.reason import Reason
from ownpath.core import clock
from ownpath.core.wording import isolated
from ownpath.people.enums import ContactResult, ContactWay
from ownpath.people.models import Contact, YoungPerson
from ownpath.plans.models import Step
from ownpath.surveys.enums import UNSTEADY, Change
from ownpath.surveys.models import AreaAnswer, Priority
from ownpath.surveys.packs import pack_with_id


def find(people: QuerySet[YoungPerson], today: date) -> list[Reason]:
    """A reason for each such answer, from the day it was sent. One query, and one more for a pack not read before."""
    answers = (
        AreaAnswer.objects.standing()
        .filter(Q(change=Change.WORSE) | Q(steadiness__in=UNSTEADY), _is_among_what_matters_most())
        .filter(young_person__in=people)
        .exclude(_has_led_to_a_step())
        .exclude(_was_spoken_with_since())
        .select_related("response")
        .only("young_person_id", "area", "change", "steadiness", "words", "response__sent_at", "response__pack_id")
        .order_by("response__sent_at", "pk")
    )
    return [_reason(answer, today) for answer in answers]


def _is_among_what_matters_most() -> Exists:
    return Exists(Priority.objects.standing().filter(young_person=OuterRef("young_person"), area=OuterRef("area")))


def _has_led_to_a_step() -> Exists:
    steps = Step.objects.standing().filter(young_person=OuterRef("young_person"), goal__area=OuterRef("area"))
    return Exists(steps.filter(created_at__gte=OuterRef("response__sent_at")))


def _was_spoken_with_since() -> Exists:
    # The moment counts, not the day: who was met in the morning may say in the evening that it got worse.
    reached = Contact.objects.filter(young_person=OuterRef("young_person"), result=ContactResult.REACHED)
    return Exists(reached.exclude(way=ContactWay.MESSAGE).filter(at__gte=OuterRef("response__sent_at")))


def _reason(answer: AreaAnswer, today: date) -> Reason:
    assert answer.response.sent_at is not None
    day = clock.day_of(answer.response.sent_at)
    area = pack_with_id(answer.response.pack_id).area(answer.area)
    return Reason(
        kind=ReasonKind.MATTERS,
        young_person_id=answer.young_person_id,
        since=day,
        sentence=_sentence(answer, area.title, "" if day == today else days.named(day, today)),
        own_words=answer.words,
    )


def _sentence(answer: AreaAnswer, area: str, day: str) -> str:
    is_worse, is_unsteady = answer.change == Change.WORSE, answer.steadiness in UNSTEADY
    if is_worse and is_unsteady:
        what = _("“%(area)s” got worse and is not steady, and it is one of the things that matter most.")
    elif is_worse:
        what = _("“%(area)s” got worse, and it is one of the things that matter most.")
    else:
        what = _("“%(area)s” is not steady, and it is one of the things that matter most.")
    when = _("We have not spoken since %(day)s.") if day else _("Said today.")
    return f"{what % {'area': isolated(area)}} {when % {'day': day}}"
