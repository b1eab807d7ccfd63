"""Goals and steps as rows: where every other read and write of a plan starts."""

from django.db.models import QuerySet

from ownpath.core.actor import Actor
from ownpath.people.queries import young_people
from ownpath.plans.models import Goal, NotMeant, Step


def goals(*, actor: Actor) -> QuerySet[Goal]:
    """The goals of everybody whose record the actor may open, oldest first."""
    return Goal.objects.filter(young_person__in=young_people(actor=actor)).order_by("created_at", "pk")


def steps(*, actor: Actor) -> QuerySet[Step]:
    """The steps of everybody whose record the actor may open, oldest first."""
    return Step.objects.filter(young_person__in=young_people(actor=actor)).order_by("created_at", "pk")


def said_not_meant(*, actor: Actor) -> QuerySet[NotMeant]:
    """What was said not to be meant, by everybody whose record the actor may open, oldest first."""
    return NotMeant.objects.filter(young_person__in=young_people(actor=actor)).order_by("said_at", "pk")
