"""Who has looked at my record."""

from django.core.paginator import Paginator
from django.http import HttpResponse

from ownpath.accounts.enums import Permission
from ownpath.people import queries
from ownpath.web.access import Needs
from ownpath.web.my.page_names import names_of, role_name
from ownpath.web.views.base import Page

A_PAGE = 100


class Looked(Page):
    """Each day on which somebody opened it: who they are, and which pages."""

    access = Needs(Permission.KEEP_OWN_RECORD)
    template = "my/looked.html"

    def get(self, *_args: object) -> HttpResponse:
        """A hundred lines a page, the newest first; the pages together are all there is."""
        lines = Paginator(queries.looks(actor=self.actor), A_PAGE)
        looks = lines.get_page(self.request.GET.get("page"))
        is_first = looks.number == 1
        return self.page(
            looks=looks,
            joinings=queries.own_joinings(actor=self.actor) if is_first else [],
            address_changes=queries.own_address_changes(actor=self.actor) if is_first else [],
            birth_dates=queries.own_birth_dates(actor=self.actor) if is_first else [],
            names_of=names_of,
            role_name=role_name,
        )
