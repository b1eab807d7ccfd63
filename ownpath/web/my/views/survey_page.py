"""What the pages of the survey share: the draft, read once; help at one press; kind words when it was sent already."""

from functools import cached_property
from typing import Any, ClassVar

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from ownpath.accounts.enums import Permission
from ownpath.plans import queries as plans
from ownpath.support.enums import QUICK, AskKind
from ownpath.surveys import queries
from ownpath.surveys.actions import AlreadySent
from ownpath.web import kept
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.views.base import CONFLICT, FormPage

from .asking import ask_once, help_url, is_unheard


class SurveyPage(FormPage):
    """A form of the draft. Without a draft it leads to where one begins."""

    access = Needs(Permission.KEEP_OWN_RECORD, on_lent_device=True)
    shows_priorities: ClassVar[bool] = True
    names_adviser: ClassVar[bool] = False

    @cached_property
    def answering(self) -> plans.Answering:
        """The survey, and what the time before led to; a save that goes well never reads it."""
        return plans.answering(actor=self.actor, with_priorities=self.shows_priorities, with_adviser=self.names_adviser)

    @property
    def survey(self) -> queries.Survey:
        """The draft and what was sent last."""
        return self.answering.survey

    @property
    def draft(self) -> queries.Told:
        """The draft, on pages that are only shown while there is one."""
        assert self.survey.draft is not None
        return self.survey.draft

    def get(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form of the draft."""
        if self.survey.draft is None:
            return HttpResponseRedirect(reverse("my:survey"))
        return super().get()

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save and go on; or say that the response stands as it was sent."""
        try:
            return super().post()
        except AlreadySent:
            return self.already_sent()

    def initial(self) -> dict[str, Any]:
        """Which response this is a page of."""
        return {"response_id": self.draft.response.pk}

    def context(self) -> dict[str, Any]:
        """Everything that was said, now and last time, and what that time led to."""
        known = {"led_to": self.answering.led_to, "adviser_name": self.answering.adviser}
        return {"survey": self.survey, "draft": self.draft} | known

    def show(self, form: Form, status: int = 200, **context: Any) -> HttpResponse:
        """The page with the pack's own words."""
        if self.survey.draft is None:
            return self.already_sent()
        self.ask(form)
        return super().show(form, status, **context)

    def ask(self, form: Form) -> None:
        """Put the words of the pack into a form that needs them."""

    def already_sent(self) -> HttpResponse:
        """Nothing was changed; what was typed is shown, so that it is not lost."""
        typed = self.request.POST.get("words", "").strip()
        return render(self.request, "my/already_sent.html", {"typed": typed}, status=CONFLICT)


class AnswerPage(SurveyPage):
    """A page on which one answers. Its form also reaches the adviser, whatever becomes of the answers in it."""

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save; or ask for help first, and save as well."""
        pressed = self.request.POST.get("go", "")
        return self.ask_for(AskKind(pressed)) if pressed in QUICK else super().post()

    def ask_for(self, kind: AskKind) -> HttpResponse:
        """Reach the adviser, then save what was typed; what cannot be saved as it is stays on its page until it is."""
        area, title = self.asked_about()
        ask_once(self.request, kind, area, title)
        if super().post().status_code != HttpResponseRedirect.status_code:
            kept.keep(self.request, leave_out={"go"})
        return HttpResponseRedirect(help_url(area))

    def context(self) -> dict[str, Any]:
        """Also whether a press for help is still to be heard."""
        return super().context() | {"is_unheard": is_unheard(self.request)}

    def asked_about(self) -> tuple[str, str]:
        """The area that somebody asks for help with, and its title; nothing where the page is not about one."""
        return "", ""
