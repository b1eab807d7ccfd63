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
    drafts = Response.objects.filter(sent_at=None, sitting=None)
    if len({kept_id, other_id} & set(drafts.values_list("young_person_id", flat=True))) > 1:
        raise Refused(_("Both have begun answers that are not sent. Ask them to send one of the two first."))
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
    """One reminder is enough."""
    waiting = Reminder.objects.filter(sent_at=None, stopped_at=None)
    if waiting.filter(young_person_id=kept_id).exists():
        waiting.filter(young_person_id=other_id).update(stopped_at=clock.now())
    return []


@before_merge(Paper)
def keep_papers_of_the_same_day(kept_id: UUID, other_id: UUID) -> list[UUID]:
    """The answers of both move; that they were typed in stays with the other record where the day is the same."""
    days = Paper.objects.filter(young_person_id=kept_id).values("filled_date")
    return list(Paper.objects.filter(young_person_id=other_id, filled_date__in=days).values_list("pk", flat=True))
