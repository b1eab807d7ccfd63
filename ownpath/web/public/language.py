"""Choosing the language: before signing in it is kept by a cookie, afterwards with the person."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from ownpath.accounts.actions import choose_language
from ownpath.core import languages
from ownpath.web.access import Public
from ownpath.web.views.base import UNPROCESSABLE, Page


class ChooseLanguage(Page):
    """Every language by its own name; one press chooses, and leads back to where one was."""

    access = Public("People choose before they sign in, too.")
    template = "public/language.html"

    def get(self, *_args: object) -> HttpResponse:
        """The page."""
        return self.show()

    def post(self, *_args: object) -> HttpResponse:
        """Choose; a language that is not offered changes nothing."""
        code = self.request.POST.get("language", "")
        if not languages.is_offered(self.request.actor, code):
            messages.error(self.request, _("We do not have that language yet. Nothing was changed."))
            return self.show(UNPROCESSABLE)
        if self.request.actor is not None:
            choose_language(actor=self.actor, language=code)
        self.say_chosen(code)
        response = HttpResponseRedirect(self.back_to())
        remember(response, code)
        return response

    def say_chosen(self, code: str) -> None:
        """In the language itself, where nobody has checked it: that the words may be wrong."""
        note = next(language.note for language in languages.offered(self.request.actor) if language.code == code)
        if note:
            messages.info(self.request, note)

    def show(self, status: int = 200) -> HttpResponse:
        """The languages, inside the pages that the person is used to."""
        layout = "public" if self.request.actor is None else "my" if self.actor.young_person_id else "staff"
        offered = languages.offered(self.request.actor)
        return self.page(status, layout=f"layouts/{layout}.html", offered=offered, back_to=self.back_to())

    def back_to(self) -> str:
        """Where one came from, if that is a page of ours; else the front page."""
        asked = self.request.POST.get("next", self.request.GET.get("next", ""))
        is_ours = url_has_allowed_host_and_scheme(asked, allowed_hosts=None) and asked.startswith("/")
        return asked if is_ours else reverse("front")


def remember(response: HttpResponse, code: str) -> None:
    """Keep the language on this device."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
    )
