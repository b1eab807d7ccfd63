"""All that was said, before it is sent; and what happens afterwards."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from ownpath.accounts.enums import Permission
from ownpath.surveys import actions, queries
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.my.forms.sending import SendForm
from ownpath.web.views.base import Page

from .survey_page import SurveyPage


class Summary(SurveyPage):
    """One's own words first, then and now, what is shared and what is not; and the button that sends."""

    form_class = SendForm
    template = "my/summary.html"
    names_adviser = True

    def save(self, form: Form) -> None:
        """Send it."""
        actions.send_response(actor=self.actor, **form.cleaned_data)

    def done_url(self, form: Form) -> str:
        """What happens next."""
        return reverse("my:sent")

    def already_sent(self) -> HttpResponse:
        """Pressed again: what happens next, once more."""
        return HttpResponseRedirect(reverse("my:sent"))


class Sent(Page):
    """Thanks, who reads it, and what happens next."""

    access = Needs(Permission.KEEP_OWN_RECORD, on_lent_device=True)
    template = "my/sent.html"

    def get(self, *_args: object) -> HttpResponse:
        """The page, for somebody who has sent something."""
        home = queries.home(actor=self.actor)
        if home.survey.latest is None:
            return HttpResponseRedirect(reverse("my:survey"))
        who_has_read = queries.who_has_read(actor=self.actor)
        return self.page(home=home, sent=home.survey.latest, who_has_read=who_has_read)
