"""The map of people that a young person shares, for as long as they share it."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from ownpath.accounts.enums import Permission
from ownpath.circle import queries
from ownpath.circle.enums import Ring
from ownpath.plans.actions import start_goal_about
from ownpath.web.access import Needs
from ownpath.web.views.base import Page


class SharedMap(Page):
    """The picture, where help is wanted, and everybody in words."""

    access = Needs(Permission.WORK_WITH)
    template = "staff/circle.html"

    def get(self, *_args: object, young_person_id: UUID) -> HttpResponse:
        """The page."""
        found = queries.shared_map(actor=self.actor, young_person_id=young_person_id)
        return self.page(found=found, person=found.young_person, rings={ring.value: ring.label for ring in Ring})


class GoalAbout(Page):
    """A wish on the map becomes a goal on the plan."""

    access = Needs(Permission.WORK_WITH)

    def get(self, *_args: object, young_person_id: UUID, connection_id: UUID) -> HttpResponse:
        """Somebody who had to sign in first is led back to the map."""
        return HttpResponseRedirect(reverse("staff:circle", args=[young_person_id]))

    def post(self, *_args: object, young_person_id: UUID, connection_id: UUID) -> HttpResponse:
        """Put it on the plan, and go there."""
        goal = start_goal_about(actor=self.actor, young_person_id=young_person_id, connection_id=connection_id)
        return HttpResponseRedirect(f"{reverse('staff:plan', args=[young_person_id])}#line-{goal.pk}")
