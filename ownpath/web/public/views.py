"""The pages before signing in, and the two that lead in and out."""

from django.contrib.auth import logout
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from ownpath.accounts.enums import RoleCode
from ownpath.web.access import Public, SignedIn
from ownpath.web.views.base import Page


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
        """To `/my/` or to `/staff/`."""
        is_young_person = self.actor.role == RoleCode.YOUNG_PERSON
        return HttpResponseRedirect(reverse("my:home" if is_young_person else "staff:list"))


class SignOut(Page):
    """Ends the session at one press."""

    access = Public("Signing out twice must not be an error.")

    def post(self, *_args: object) -> HttpResponse:
        """Back to the front page."""
        logout(self.request)
        return HttpResponseRedirect(reverse("front"))
