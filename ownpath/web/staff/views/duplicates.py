"""Records that could be of the same person."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.accounts.enums import Permission
from ownpath.core import clock
from ownpath.people import queries as people
from ownpath.people.actions import keep_apart, merge_records
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.staff.forms.merging import APART, FIRST, MergeForm
from ownpath.web.views.base import FormPage, Page

A_PAGE = 50


class Duplicates(Page):
    """Every two records that could be of the same person, side by side."""

    access = Needs(Permission.ALLOCATE)
    template = "staff/duplicates.html"

    def get(self, *_args: object) -> HttpResponse:
        """The list, fifty a page."""
        paginator = Paginator(people.possible_pairs(actor=self.actor), A_PAGE)
        rows = paginator.get_page(self.request.GET.get("page"))
        return self.page(rows=rows, count=paginator.count, today=clock.today())


class MergeRecords(FormPage):
    """Two records side by side: they become one, or they are of two people."""

    access = Needs(Permission.ALLOCATE)
    template = "staff/merge.html"
    form_class = MergeForm

    def dispatch(self, *args: Any, **kwargs: Any) -> Any:
        """Find both first."""
        self.pair = people.pair(actor=self.actor, one_id=kwargs["young_person_id"], other_id=kwargs["other_id"])
        return super().dispatch(*args, **kwargs)

    def form_options(self) -> dict[str, Any]:
        """Both addresses are asked about where both have signed in."""
        return {"asks_about_addresses": all(one.young_person.user_id for one in self.pair)}

    def context(self) -> dict[str, Any]:
        """Both."""
        return {"pair": self.pair}

    def save(self, form: Form) -> None:
        """Make them one, or keep them apart."""
        first, second = (one.young_person for one in self.pair)
        answer, is_certain = form.cleaned_data["answer"], form.cleaned_data.get("is_certain", False)
        if answer == APART:
            keep_apart(actor=self.actor, one_id=first.pk, other_id=second.pk)
            messages.success(self.request, _("They are two people. This list won’t ask about them again."))
            return
        kept, other = (first, second) if answer == FIRST else (second, first)
        merge_records(actor=self.actor, kept_id=kept.pk, other_id=other.pk, is_certain=is_certain)
        messages.success(self.request, _("The two records are one now. Everything in them is here."))

    def done_url(self, form: Form) -> str:
        """To the record that was kept, or back to the list."""
        first, second = (one.young_person for one in self.pair)
        kept = {FIRST: first, APART: None}.get(form.cleaned_data["answer"], second)
        return reverse("staff:person", kwargs={"young_person_id": kept.pk}) if kept else reverse("staff:duplicates")
