"""Which number is safe for me, asked on the first visit and after “I don’t feel safe”."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.about_me import actions
from ownpath.accounts.enums import Permission
from ownpath.support import queries
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.my.forms.about_me import OwnPhoneForm
from ownpath.web.sign_in import put_off_phone
from ownpath.web.views.base import FormPage

NOT_NOW = "not-now"
HOME = "home"


class OwnPhone(FormPage):
    """The question alone, for whom it was wrong elsewhere; it leads back to where it was asked."""

    access = Needs(Permission.KEEP_OWN_RECORD, on_lent_device=True)
    form_class = OwnPhoneForm
    template = "my/own_phone.html"

    def initial(self) -> dict[str, Any]:
        """What is on record."""
        return phone_on_record(queries.help_now(actor=self.actor))

    def post(self, *args: Any, **options: Any) -> HttpResponse:
        """Save it, or ask no more on this visit."""
        if self.request.POST.get("go") == NOT_NOW:
            put_off_phone(self.request)
            return HttpResponseRedirect(reverse("my:home"))
        return super().post(*args, **options)

    def save(self, form: Form) -> None:
        """Keep it in About me, where whoever is called reads it."""
        typed = form.cleaned_data
        actions.give_phone(actor=self.actor, phone=typed["phone"], may_call=typed["may_call"])
        if typed["phone"] or typed["may_call"]:
            messages.success(self.request, _("Saved."))

    def done_url(self, form: Form) -> str:
        """Home, or the page for help."""
        if form.cleaned_data["back"] != HOME:
            return reverse("my:help")
        put_off_phone(self.request)
        return reverse("my:home")


def phone_on_record(help_now: queries.HelpNow) -> dict[str, Any]:
    """The initial values of the form: what is on record, and what was said about it."""
    contact = help_now.contact
    ways = {(True, True): "", (False, True): "text", (True, False): "ring", (False, False): "no"}
    return {"phone": help_now.phone, "may_call": ways[contact.may_ring, contact.may_text]}
