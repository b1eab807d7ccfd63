"""The survey as a whole: what there is, what was answered, and where to go on."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from ownpath.accounts.enums import Permission
from ownpath.core.access import NotVisible
from ownpath.people import queries as people
from ownpath.surveys import actions, queries
from ownpath.web.access import Needs
from ownpath.web.views.base import Page

from .going_on import go_on_url


class Overview(Page):
    """Every area, in any order; or the button that begins."""

    access = Needs(Permission.KEEP_OWN_RECORD, on_lent_device=True)
    template = "my/survey.html"

    def get(self, *_args: object) -> HttpResponse:
        """The page."""
        return self.show()

    def post(self, *_args: object) -> HttpResponse:
        """Begin, or go on with what was begun; a second press finds the same."""
        try:
            actions.start_response(actor=self.actor)
        except NotVisible:
            return self.show(has_no_pack=True)
        draft = queries.survey(actor=self.actor).draft
        return HttpResponseRedirect(go_on_url(draft) if draft else reverse("my:survey"))

    def show(self, *, has_no_pack: bool = False) -> HttpResponse:
        """The page, or that there is nothing to answer yet."""
        survey = queries.survey(actor=self.actor)
        go_on = go_on_url(survey.draft) if survey.draft else ""
        return self.page(
            survey=survey,
            go_on=go_on,
            has_no_pack=has_no_pack,
            addresses=people.own_addresses(actor=self.actor) if self.actor.sitting_id else [],
            who_has_read=queries.who_has_read(actor=self.actor),
        )
