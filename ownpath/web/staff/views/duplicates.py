"""Records that could be of the same person."""

from django.core.paginator import Paginator
from django.http import HttpResponse

from ownpath.accounts.enums import Permission
from ownpath.core import clock
from ownpath.people import queries as people
from ownpath.web.access import Needs
from ownpath.web.views.base import Page

A_PAGE = 50


class Duplicates(Page):
    """Every two records that could be of the same person, side by side."""

    access = Needs(Permission.ALLOCATE)
    template = "staff/duplicates.html"

    def get(self, *_args: object) -> HttpResponse:
        """The list, fifty a page."""
        paginator = Paginator(people.possible_pairs(actor=self.actor), A_PAGE)
        rows = paginator.get_page(self.request.GET.get("page"))
        return self.page(rows=rows, count=paginator.count, today=clock.today())
