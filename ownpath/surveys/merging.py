"""What both records have begun to answer."""

from uuid import UUID

from django.utils.translation import gettext as _

from ownpath.core import clock
from ownpath.core.refusal import Refused
from ownpath.people.merging import before_merge

from .coming_back import waiting
from .models import AreaAnswer, Paper, Reminder, Response


@before_merge(Response)
def send_one_draft_first(kept_id: UUID, other_id: UUID) -> list[UUID]:
    """Raises `Refused` where both have begun to answer: nobody but them may put the two together."""
    drafts = Response.objects.filter(sent_at=None, sitting=None, put_aside_at=None)
    if len({kept_id, other_id} & set(drafts.values_list("young_person_id", flat=True))) > 1:
        # That there is a draft is theirs to know.
        raise Refused(_("Both are in use just now. Ask them to finish what they have open, then try again."))
    return []


@before_merge(AreaAnswer)
def keep_waiting(kept_id: UUID, other_id: UUID) -> list[UUID]:
    """What nobody has come back to on one record was not read by whoever read the other: it is new to them from now on,
    and goes on waiting.
    """
    unread = waiting().filter(young_person_id__in=[kept_id, other_id]).values_list("pk", flat=True)
    AreaAnswer.objects.filter(pk__in=list(unread)).update(shared_at=clock.now())
    return []


@before_merge(Reminder)
def stop_reminding_twice(kept_id: UUID, other_id: UUID) -> list[UUID]:
    """One reminder is enough: that of what is not sent yet."""
    ahead = Reminder.objects.filter(sent_at=None, stopped_at=None)
    ahead = ahead.filter(young_person_id__in=[kept_id, other_id]).select_related("response")
    useful_first = sorted(ahead, key=lambda row: row.response.sent_at is not None)
    Reminder.objects.filter(pk__in=[row.pk for row in useful_first[1:]]).update(stopped_at=clock.now())
    return []


@before_merge(Paper)
def keep_papers_of_the_same_day(kept_id: UUID, other_id: UUID) -> list[UUID]:
    """The answers of both move; that they were typed in stays with the other record where the day is the same."""
    days = Paper.objects.filter(young_person_id=kept_id).values("filled_date")
    return list(Paper.objects.filter(young_person_id=other_id, filled_date__in=days).values_list("pk", flat=True))
