"""Help now: whom to call, and that the adviser knows."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from ownpath.accounts.enums import Permission
from ownpath.core import clock
from ownpath.support import queries
from ownpath.support.enums import QUICK, AskKind
from ownpath.web import kept
from ownpath.web.access import Needs
from ownpath.web.views.base import Page

from .asking import ask_once, help_url, is_unheard
from .going_on import area_url

CHILDLINE_UNTIL = 19


class Help(Page):
    """Says whom to call now, and what the adviser sees; takes the two presses of pages without a form of their own."""

    access = Needs(Permission.KEEP_OWN_RECORD, on_lent_device=True)
    template = "my/help.html"

    def get(self, *_args: object) -> HttpResponse:
        """The page."""
        found = queries.help_now(actor=self.actor)
        home = reverse("my:home")
        back = area_url(self.request.GET.get("area", ""), otherwise="my:home")
        return self.page(
            help=found,
            is_from_area=back != home,
            is_for_childline=found.people.young_person.age_on(clock.today()) < CHILDLINE_UNTIL,
            is_unheard=is_unheard(self.request),
            back=back,
        )

    def post(self, *_args: object) -> HttpResponse:
        """Reach the adviser's list at once; then whom to call."""
        pressed = self.request.POST.get("go", "")
        if pressed in QUICK:
            ask_once(self.request, AskKind(pressed))
            kept.forget(self.request)
        return HttpResponseRedirect(help_url(""))
