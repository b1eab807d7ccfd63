"""Help now: whom to call, and that the adviser knows."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.accounts.enums import Permission
from ownpath.core import clock
from ownpath.support import queries
from ownpath.support.enums import QUICK, AskKind
from ownpath.web import formats, kept
from ownpath.web.access import Needs
from ownpath.web.my.forms.about_me import OwnPhoneForm
from ownpath.web.views.base import Page

from .asking import ask_once, help_url, is_unheard
from .going_on import area_url
from .own_phone import phone_on_record

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
            told_names=_names(found),
            told_at=_time(found),
            phone_form=OwnPhoneForm(initial=phone_on_record(found)),
            back=back,
        )

    def post(self, *_args: object) -> HttpResponse:
        """Reach the adviser's list at once; then whom to call."""
        pressed = self.request.POST.get("go", "")
        if pressed in QUICK:
            ask_once(self.request, AskKind(pressed))
            kept.forget(self.request)
        return HttpResponseRedirect(help_url(""))


def _names(help_now: queries.HelpNow) -> str:
    """First names of who was told, and the duty team, in one row."""
    return formats.format_names(
        call.user.name.split()[0] if call.user else _("the duty team") for call in help_now.told
    )


def _time(help_now: queries.HelpNow) -> str:
    """When all of them were told, where it was at one time; when each was, the page says further down."""
    times = {formats.format_near(call.sent_at) for call in help_now.told if call.sent_at}
    return times.pop() if len(times) == 1 else ""
