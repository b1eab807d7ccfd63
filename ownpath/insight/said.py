"""The rows that are counted and listed: what people shared and what of it stands."""

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, UUIDField, Value, When

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
    """What stands of what these people shared, area by area; each with `moved`, against what they shared before, and
    `whole_pack`, the pack of the whole survey that they sent last.
    """
    before = AreaAnswer.objects.shared().filter(
        young_person=OuterRef("young_person"),
        area=OuterRef("area"),
        now__isnull=False,
        response__sent_at__lt=OuterRef("response__sent_at"),
    )
    whole = Response.objects.filter(young_person=OuterRef("young_person")).latest_whole()
    return (
        AreaAnswer.objects.standing()
        .filter(young_person__in=people)
        .annotate(
            whole_pack=Subquery(whole.values("pack_id")[:1], output_field=UUIDField()),
            before=Subquery(before.order_by("-response__sent_at").values("now")[:1]),
            moved=Case(
                When(now=None, then=None),
                When(before=None, then=Value(Moved.FIRST)),
                When(before__lt=F("now"), then=Value(Moved.BETTER)),
                When(before__gt=F("now"), then=Value(Moved.HARDER)),
                default=Value(Moved.SAME),
            ),
        )
    )
