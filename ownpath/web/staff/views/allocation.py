"""Who has no adviser, and giving them one."""

from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ownpath.accounts.enums import Permission
from ownpath.core import clock
from ownpath.people import queries as people
from ownpath.people.actions import allocate, allocate_several
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.staff.forms.allocation import AllocateForm, AllocateSeveralForm
from ownpath.web.views.base import CONFLICT, FormPage

from .about import AboutYoungPerson


def choices(advisers: list[people.AdviserChoice]) -> list[tuple[str, str]]:
    """Every adviser with the team, and how many young people they have: nobody should drown."""
    return [(str(one.id), " · ".join(filter(None, [one.name, one.team, _how_many(one.people)]))) for one in advisers]


def _how_many(count: int) -> str:
    return ngettext("%(count)s young person", "%(count)s young people", count) % {"count": count}


class WithoutAdviser(FormPage):
    """Everybody without an adviser, to be given one: several at a time."""

    access = Needs(Permission.ALLOCATE)
    template = "staff/unallocated.html"
    form_class = AllocateSeveralForm

    @cached_property
    def found(self) -> people.ToAllocate:
        """Who has no adviser, and who could be it."""
        return people.to_allocate(actor=self.actor)

    def form_options(self) -> dict[str, Any]:
        """The people to tick, and the advisers to choose from."""
        today = clock.today()
        waiting = [
            (str(person.pk), _("%(name)s, %(age)s") % {"name": person, "age": person.age_on(today)})
            for person in self.found.people
        ]
        return {"people": waiting, "advisers": choices(self.found.advisers)}

    def context(self) -> dict[str, Any]:
        """How many there are, and how many of them the page shows."""
        return {"count": self.found.count, "shown": len(self.found.people)}

    def save(self, form: Form) -> None:
        """Give them all the adviser."""
        chosen = [UUID(pk) for pk in form.cleaned_data["people"]]
        allocate_several(actor=self.actor, young_person_ids=chosen, adviser_id=UUID(form.cleaned_data["adviser"]))
        words = ngettext(
            "%(count)s young person has an adviser now.", "%(count)s young people have an adviser now.", len(chosen)
        )
        messages.success(self.request, words % {"count": len(chosen)})

    def done_url(self, form: Form) -> str:
        """The same page, for the others."""
        return reverse("staff:unallocated")

    def show_both(self, form: Form, current: Any) -> HttpResponse:
        """Somebody gave one of them an adviser meanwhile: the page as it is now; what was ticked stays ticked."""
        messages.warning(
            self.request,
            _("Somebody gave one of them an adviser meanwhile. Nothing was changed: look again and press once more."),
        )
        del self.found
        return self.show(self.form(initial=form.cleaned_data), status=CONFLICT)


class ChangeAdviser(AboutYoungPerson):
    """Give one young person an adviser, or another one. The time with the one before stays written down."""

    access = Needs(Permission.ALLOCATE)
    only_current = True
    template = "staff/allocate.html"
    form_class = AllocateForm

    def form_options(self) -> dict[str, Any]:
        """Who could be it."""
        return {"advisers": choices(people.adviser_choices(actor=self.actor))}

    def initial(self) -> dict[str, Any]:
        """The adviser of now."""
        allocation = people.allocation_of(actor=self.actor, young_person_id=self.person.pk)
        return {"adviser": allocation.adviser_id, "instead_of": allocation.adviser_id} if allocation else {}

    def save(self, form: Form) -> None:
        """End the time with one adviser and begin it with another."""
        before = form.cleaned_data["instead_of"]
        allocate(
            actor=self.actor,
            young_person_id=self.person.pk,
            adviser_id=UUID(form.cleaned_data["adviser"]),
            instead_of=_uuid(before),
        )

    def show_both(self, form: Form, current: Any) -> HttpResponse:
        """Somebody chose another adviser meanwhile: shows who it is now."""
        messages.warning(
            self.request,
            _("Somebody changed the adviser meanwhile. Nothing was changed: look again and press once more."),
        )
        return self.show(self.form(initial=self.initial()), status=CONFLICT)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
