"""The rows that are counted and listed: what people shared and what of it stands."""

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, UUIDField, Value, When
from django.db.models.functions import Coalesce

from ownpath.people.models import YoungPerson
from ownpath.surveys.models import AreaAnswer, AreaAnswerQuerySet, Response, ResponseQuerySet, SurveyRequest

from .enums import Moved

_HAS_ANSWERED = Exists(Response.objects.filter(young_person=OuterRef("pk"), sent_at__isnull=False))
_WAS_ASKED = Exists(SurveyRequest.objects.filter(young_person=OuterRef("pk")))
# Asked, and nothing sent: whether they have begun is theirs to know.
HAS_NOT_ANSWERED = Q(~_HAS_ANSWERED, _WAS_ASKED)


def latest_responses(people: QuerySet[YoungPerson]) -> ResponseQuerySet:
    """The whole survey that each of these people sent last."""
    return Response.objects.filter(young_person__in=people).latest_whole()


def said(people: QuerySet[YoungPerson]) -> AreaAnswerQuerySet:
    """What stands of what these people shared, area by area, question by question: a question that the newest answer
    leaves open keeps what was said to it before, since the whole survey.

    Each row has `current_now` and `current_steadiness`; `moved`, how it is now against what they shared before; and
    `whole_pack`, the pack of the whole survey that they sent last.
    """
    same = {"young_person": OuterRef("young_person"), "area": OuterRef("area")}
    earlier = (
        AreaAnswer.objects.shared().filter(**same).since_last_whole().order_by("-response__sent_at", "-response_id")
    )
    with_now, with_steadiness = earlier.filter(now__isnull=False), earlier.filter(steadiness__isnull=False)
    before = AreaAnswer.objects.shared().filter(**same, now__isnull=False, response__sent_at__lt=OuterRef("now_at"))
    whole = Response.objects.filter(young_person=OuterRef("young_person")).latest_whole()
    return (
        AreaAnswer.objects.standing()
        .filter(young_person__in=people)
        .annotate(
            whole_pack=Subquery(whole.values("pack_id")[:1], output_field=UUIDField()),
            current_now=Coalesce(F("now"), Subquery(with_now.values("now")[:1])),
            current_steadiness=Coalesce(F("steadiness"), Subquery(with_steadiness.values("steadiness")[:1])),
            now_at=Case(
                When(now__isnull=False, then=F("response__sent_at")),
                default=Subquery(with_now.values("response__sent_at")[:1]),
            ),
            before=Subquery(before.order_by("-response__sent_at").values("now")[:1]),
            moved=Case(
                When(current_now=None, then=None),
                When(before=None, then=Value(Moved.FIRST)),
                When(before__lt=F("current_now"), then=Value(Moved.BETTER)),
                When(before__gt=F("current_now"), then=Value(Moved.HARDER)),
                default=Value(Moved.SAME),
            ),
        )
    )
