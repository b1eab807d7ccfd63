"""Everything here: the one page that leads to every other."""

from django.http import HttpResponse

from ownpath.accounts.enums import Permission
from ownpath.web import navigation
from ownpath.web.access import Needs
from ownpath.web.views.base import Page


class Everything(Page):
    """Every place of a young person, in a few groups, with one line each."""

    access = Needs(Permission.KEEP_OWN_RECORD)
    template = "my/everything.html"

    def get(self, *_args: object) -> HttpResponse:
        """The page. It asks the database nothing."""
        return self.page(groups=navigation.everything(self.actor))
