"""Surveys on paper: to print one, and to type in what a young person handed in."""

from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.accounts.enums import Permission
from ownpath.core.access import NotVisible
from ownpath.surveys import actions, queries
from ownpath.surveys.actions import AlreadyEntered
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.staff.forms.paper import PaperForm
from ownpath.web.views import paper
from ownpath.web.views.base import CONFLICT, FormPage


class BlankPaper(paper.BlankPaper):
    """The page to print."""

    access = Needs(Permission.WORK_WITH)
    pdf = "staff:paper-pdf"


class BlankPaperPdf(paper.BlankPaperPdf):
    """The same as a file."""

    access = Needs(Permission.WORK_WITH)
    pdf = "staff:paper-pdf"


class EnterPaper(FormPage):
    """What a young person shared on paper, all on one page."""

    access = Needs(Permission.WORK_WITH)
    form_class = PaperForm
    template = "staff/paper.html"

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Type it in once; the same paper again is told and changes nothing."""
        try:
            return super().post(*args, **kwargs)
        except AlreadyEntered:
            form = self.form(data=self.request.POST)
            form.add_error("filled_date", _("A paper of this day is typed in already. Nothing was added."))
            return self.show(form, status=CONFLICT)

    @cached_property
    def to_enter(self) -> queries.ToEnter:
        """Whose paper it is and what it asks; no page while there is no survey."""
        found = queries.to_enter(actor=self.actor, young_person_id=self.young_person_id)
        if found.pack is None:
            raise NotVisible
        return found

    @property
    def young_person_id(self) -> UUID:
        """Whose paper it is."""
        whose: UUID = self.kwargs["young_person_id"]
        return whose

    def form_options(self) -> dict[str, Any]:
        """What it asks, and since when they can have written."""
        return {"pack": self.to_enter.pack, "birth_date": self.to_enter.young_person.birth_date}

    def context(self) -> dict[str, Any]:
        """Whose paper it is, and what was typed in before."""
        return {"person": self.to_enter.young_person, "entered": self.to_enter.entered}

    def save(self, form: Form) -> None:
        """Type it in."""
        assert isinstance(form, PaperForm)
        actions.enter_paper(
            actor=self.actor,
            young_person_id=self.young_person_id,
            filled_date=form.cleaned_data["filled_date"],
            answers=form.answers(),
            put_first=form.put_first(),
        )
        messages.success(self.request, _("The paper is typed in. They are asked to check it."))

    def done_url(self, form: Form) -> str:
        """Back here: there is what was typed in, and whether it was checked."""
        return reverse("staff:paper", kwargs={"young_person_id": self.young_person_id})
