"""The pages before signing in, and those that lead in and out."""

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt

from ownpath.accounts.enums import RoleCode
from ownpath.web import leaving
from ownpath.web.access import Public, SignedIn
from ownpath.web.views.base import Page

PLACES = {
    RoleCode.YOUNG_PERSON: "my:home",
    RoleCode.ADVISER: "staff:list",
    RoleCode.MANAGER: "staff:overview",
    RoleCode.DUTY: "staff:duty",
}


class Front(Page):
    """What Ownpath is, and the way in."""

    access = Public("The front door.")
    template = "public/front.html"

    def get(self, *_args: object) -> HttpResponse:
        """The page; somebody signed in goes straight to their own place. Who left in a hurry is let in again."""
        response = HttpResponseRedirect(reverse("home")) if self.request.actor else self.page()
        leaving.come_back(self.request, response)
        return response


class Home(Page):
    """Sends everybody to the place that is theirs."""

    access = SignedIn("It only chooses where to go on.")

    def get(self, *_args: object) -> HttpResponse:
        """A young person to their home, an adviser to their list, a manager to the overview, duty to theirs."""
        return HttpResponseRedirect(reverse(PLACES[RoleCode(self.actor.role)]))


class SignOut(Page):
    """Ends the session at one press."""

    access = Public("Signing out twice must not be an error.")

    def post(self, *_args: object) -> HttpResponse:
        """Back to the front page."""
        logout(self.request)
        return HttpResponseRedirect(reverse("front"))


@method_decorator(csrf_exempt, name="dispatch")
class Leave(Page):
    """Ends the session and leads elsewhere at one press.

    It asks for no token: a page that says "this form is out of date" is the last thing that may come up then, and all
    that a forged press can do is sign somebody out.
    """

    access = Public(
        "Leaving must work in every state, also while the database is away.", on_lent_device=True, without_database=True
    )

    def get(self, *_args: object) -> HttpResponse:
        """Elsewhere: the page was loaded again."""
        return HttpResponseRedirect(settings.QUICK_EXIT_URL)

    def post(self, *_args: object) -> HttpResponse:
        """Out, and elsewhere."""
        return leaving.leave(self.request)
