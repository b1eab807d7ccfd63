"""A young person's survey on paper: to print it, and to look over what was typed in from it."""

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.accounts.enums import Permission
from ownpath.surveys import actions, queries
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.my.forms.paper import CheckForm
from ownpath.web.views import paper
from ownpath.web.views.base import FormPage

from .going_on import area_url


class Paper(paper.BlankPaper):
    """The page to print."""

    access = Needs(Permission.KEEP_OWN_RECORD)
    pdf = "my:paper-pdf"


class PaperPdf(paper.BlankPaperPdf):
    """The same as a file."""

    access = Needs(Permission.KEEP_OWN_RECORD)
    pdf = "my:paper-pdf"


class CheckPaper(FormPage):
    """What somebody typed in: that is right, or these parts are not what I wrote."""

    access = Needs(Permission.KEEP_OWN_RECORD)
    form_class = CheckForm
    template = "my/check_paper.html"

    def get(self, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """The first that was not looked over; without one, how it is."""
        return super().get() if self.to_check else HttpResponseRedirect(reverse("my:survey"))

    @cached_property
    def to_check(self) -> queries.ToCheck | None:
        """What was typed in."""
        return queries.paper_to_check(actor=self.actor)

    def initial(self) -> dict[str, Any]:
        """Which response it is."""
        return {"response_id": self.to_check.told.response.pk if self.to_check else ""}

    def form(self, **options: Any) -> Form:
        """The parts that were typed in."""
        form = super().form(**options)
        told = self.to_check.told if self.to_check else None
        form.offer("wrong", [(said.area.id, said.area.title) for said in told.said.values()] if told else [])
        return form

    def context(self) -> dict[str, Any]:
        """What was typed in, and by whom."""
        return {"to_check": self.to_check}

    def save(self, form: Form) -> None:
        """Say it."""
        actions.check_paper(actor=self.actor, **form.cleaned_data)
        if not form.cleaned_data["wrong"]:
            messages.success(self.request, _("Thank you. It is marked as right."))

    def done_url(self, form: Form) -> str:
        """To the first part that is to be put right, and from there to all that was said; else how it is."""
        wrong = form.cleaned_data["wrong"]
        return area_url(wrong[0], otherwise="my:summary") + "?from=summary" if wrong else reverse("my:survey")
