"""Where a young person arrives."""

from django.http import HttpResponse

from ownpath.accounts.enums import Permission
from ownpath.surveys import queries
from ownpath.web.access import Needs
from ownpath.web.views.base import Page


class Home(Page):
    """Says hello, and leads on to the survey and to everything else that is theirs."""

    access = Needs(Permission.KEEP_OWN_RECORD)
    template = "my/home.html"

    def get(self, *_args: object) -> HttpResponse:
        """The page."""
        return self.page(survey=queries.survey(actor=self.actor))
