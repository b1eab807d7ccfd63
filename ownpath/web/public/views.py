"""The pages before signing in, and the two that lead in and out."""

from django.contrib.auth import logout
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from ownpath.accounts.enums import RoleCode
from ownpath.web.access import Public, SignedIn
from ownpath.web.views.base import Page

PLACES = {
    RoleCode.YOUNG_PERSON: "my:home",
    RoleCode.ADVISER: "staff:list",
    RoleCode.MANAGER: "staff:overview",
}


class Front(Page):
    """What Ownpath is, and the way in."""

    access = Public("The front door.")
    template = "public/front.html"

    def get(self, *_args: object) -> HttpResponse:
        """The page; somebody signed in goes straight to their own place."""
        return HttpResponseRedirect(reverse("home")) if self.request.actor else self.page()


class Home(Page):
    """Sends everybody to the place that is theirs."""

    access = SignedIn("It only chooses where to go on.")

    def get(self, *_args: object) -> HttpResponse:
        """A young person to their own home, a manager to the overview, an adviser to their list."""
        return HttpResponseRedirect(reverse(PLACES[RoleCode(self.actor.role)]))


class SignOut(Page):
    """Ends the session at one press."""

    access = Public("Signing out twice must not be an error.")

    def post(self, *_args: object) -> HttpResponse:
        """Back to the front page."""
        logout(self.request)
        return HttpResponseRedirect(reverse("front"))
