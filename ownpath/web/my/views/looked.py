"""Who has looked at my record."""

from django.http import HttpResponse

from ownpath.accounts.enums import Permission
from ownpath.people import queries
from ownpath.web.access import Needs
from ownpath.web.my.page_names import names_of, role_name
from ownpath.web.views.base import Page


class Looked(Page):
    """Each day on which somebody opened it: who they are, and which pages."""

    access = Needs(Permission.KEEP_OWN_RECORD)
    template = "my/looked.html"

    def get(self, *_args: object) -> HttpResponse:
        """The page."""
        return self.page(looks=queries.looks(actor=self.actor), names_of=names_of, role_name=role_name)
