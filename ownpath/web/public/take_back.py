"""A device that was lent and handed back, until whoever lent it shows that it is theirs."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import ngettext

from ownpath.core.access import NotVisible
from ownpath.web import lending
from ownpath.web.access import Public
from ownpath.web.forms.base import Form
from ownpath.web.views.base import CONFLICT, UNPROCESSABLE, Page

from .forms import PinForm


class TakeBack(Page):
    """Asks for the PIN. After three wrong ones, or where it was forgotten, the device is signed out of everything."""

    access = Public("Nobody is signed in on a device that was handed back until its owner types their PIN.")
    template = "public/take_back.html"

    def get(self, *_args: object) -> HttpResponse:
        """Ask."""
        return self.ask(PinForm()) if lending.waits_for_lender(self.request) else self.sign_in_again()

    def post(self, *_args: object) -> HttpResponse:
        """Go on as oneself, try again, or sign in again."""
        if not lending.waits_for_lender(self.request):
            return self.sign_in_again()
        if self.request.POST.get("go") == "forgot":
            lending.end(self.request)
            return self.sign_in_again()
        form = PinForm(self.request.POST)
        return self.tried(form) if form.is_valid() else self.ask(form, UNPROCESSABLE)

    def tried(self, form: Form) -> HttpResponse:
        """What comes of it."""
        try:
            taken = lending.try_pin(self.request, form.cleaned_data["pin"])
        except NotVisible:
            lending.end(self.request)
            return self.sign_in_again()
        if taken.left:
            form.add_error("pin", _try_again(taken.left))
            return self.ask(form, UNPROCESSABLE)
        lending.take_back(self.request, taken.lender)
        if taken.lender is None:
            return self.page(CONFLICT, form=PinForm(), lender="", is_over=True)
        return HttpResponseRedirect(reverse("staff:together", kwargs={"young_person_id": taken.young_person_id}))

    def ask(self, form: Form, status: int = 200) -> HttpResponse:
        """The page."""
        return self.page(status, form=form, lender=lending.lender_name(self.request), is_over=False)

    def sign_in_again(self) -> HttpResponse:
        """The other way in."""
        return HttpResponseRedirect(reverse("account_login"))


def _try_again(left: int) -> str:
    sentence = ngettext(
        "That’s not the PIN. You can try once more.", "That’s not the PIN. You can try %(left)s more times.", left
    )
    return sentence % {"left": left}
