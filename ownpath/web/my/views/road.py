"""My road: how it went, from my own start."""

from django.http import HttpResponse

from ownpath.accounts.enums import Permission
from ownpath.plans import queries
from ownpath.web.access import Needs
from ownpath.web.views.base import Page

LAST_PAGE = 10_000


class OfRoad(Page):
    """A page of the road; what is no page of it is taken as the first."""

    access = Needs(Permission.KEEP_OWN_RECORD)

    @property
    def page_number(self) -> int:
        """Which part of a long road."""
        asked = self.request.GET.get("page", "")
        is_number = asked.isascii() and asked.isdecimal() and len(asked) < len(str(LAST_PAGE))
        return max(1, int(asked)) if is_number else 1


class MyRoad(OfRoad):
    """Every area that I ever spoke about, and each time that I did."""

    template = "my/road.html"

    def get(self, *_args: object) -> HttpResponse:
        """The page."""
        return self.page(road=queries.road(actor=self.actor, page=self.page_number))


class MyRoadInArea(OfRoad):
    """One area: where I began, every answer since, and what I did in between."""

    template = "my/road_area.html"

    def get(self, *_args: object, area: str) -> HttpResponse:
        """The page."""
        return self.page(road=queries.road_of_area(actor=self.actor, area=area, page=self.page_number))
