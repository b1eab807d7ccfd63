"""One young person's record, as staff open it."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse

from ownpath.accounts.enums import Permission
from ownpath.accounts.roles import may
from ownpath.attention import queries as attention
from ownpath.core import clock
from ownpath.people.actions import NumberTaken, StatusExcluded, correct_birth_date, set_details
from ownpath.people.queries import status_of
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.staff.forms.birth_date import BirthDateForm
from ownpath.web.staff.forms.details import DetailsForm
from ownpath.web.views.base import CONFLICT, UNPROCESSABLE, Page

from .about import AboutYoungPerson


class Record(Page):
    """Who they are, why they may need time, how to reach them, what came before, and where to go on."""

    access = Needs(Permission.WORK_WITH)
    template = "staff/person.html"

    def get(self, *_args: object, young_person_id: UUID) -> HttpResponse:
        """The record; where it has ended, a page of its own that asks nobody for anything."""
        record = attention.record(actor=self.actor, young_person_id=young_person_id)
        self.template = "staff/person_ended.html" if record.end else "staff/person.html"
        return self.page(
            record=record,
            person=record.young_person,
            today=clock.today(),
            may_allocate=may(self.actor, Permission.ALLOCATE),
        )


class Details(AboutYoungPerson):
    """What they want to be called, how to reach them, how often to be in touch."""

    access = Needs(Permission.WORK_WITH)
    template = "staff/details.html"
    form_class = DetailsForm

    def form_options(self) -> dict[str, Any]:
        """Only a manager writes down the number of the return."""
        return super().form_options() | {"may_number": may(self.actor, Permission.ALLOCATE)}

    def context(self) -> dict[str, Any]:
        """Nobody else has the number, until that is found."""
        return super().context() | {"has_number": None, "excluded": None}

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Write it down; or say who has the number already, or ask about a status that their age excludes."""
        try:
            return super().post(*args, **kwargs)
        except NumberTaken as taken:
            return self.show(self.form(data=self.request.POST), status=CONFLICT, has_number=taken.young_person)
        except StatusExcluded as excluded:
            return self.show(self.form(data=self.request.POST), status=UNPROCESSABLE, excluded=excluded)

    def initial(self) -> dict[str, Any]:
        """As written down."""
        names = ("name", "email", "phone", "contact_every_days", "child_id", "version")
        status = status_of(actor=self.actor, young_person_id=self.person.pk)
        return {name: getattr(self.person, name) for name in names} | {"status": status or ""}

    def save(self, form: Form) -> None:
        """Write it down."""
        set_details(actor=self.actor, young_person_id=self.person.pk, **form.cleaned_data)


class CorrectBirthDate(AboutYoungPerson):
    """The right date of birth; the wrong one shuts them out of joining."""

    access = Needs(Permission.WORK_WITH)
    only_current = True
    template = "staff/birth_date.html"
    form_class = BirthDateForm

    def initial(self) -> dict[str, Any]:
        """As it is on record."""
        return {"birth_date": self.person.birth_date}

    def save(self, form: Form) -> None:
        """Put it right."""
        correct_birth_date(actor=self.actor, young_person_id=self.person.pk, **form.cleaned_data)
