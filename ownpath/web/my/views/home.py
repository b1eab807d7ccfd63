"""Where a young person arrives."""

from django.http import HttpResponse

from ownpath.accounts.enums import Permission
from ownpath.surveys import queries
from ownpath.web.access import Needs
from ownpath.web.views.base import Page

from .going_on import go_on_url, stops_of


class Home(Page):
    """Says hello, names the adviser, and leads on to the survey."""

    access = Needs(Permission.KEEP_OWN_RECORD)
    template = "my/home.html"

    def get(self, *_args: object) -> HttpResponse:
        """The page."""
        home = queries.home(actor=self.actor)
        draft = home.survey.draft
        if draft is None:
            return self.page(home=home, go_on="", stops=[])
        here = draft.goes_on_at.id if draft.goes_on_at else ""
        return self.page(home=home, go_on=go_on_url(draft), stops=stops_of(home.survey, here=here))
