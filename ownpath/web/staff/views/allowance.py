"""The setting-up-home allowance of one young person, as staff record it."""

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.accounts.enums import Permission
from ownpath.core import clock
from ownpath.support import queries
from ownpath.support.actions import record_allowance
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.staff.forms.allowance import AllowanceForm
from ownpath.web.views.base import FormPage


class Allowance(FormPage):
    """The record, and one more line."""

    access = Needs(Permission.WORK_WITH)
    template = "staff/allowance.html"
    form_class = AllowanceForm

    @cached_property
    def found(self) -> queries.Allowance:
        """The record."""
        return queries.allowance(actor=self.actor, **self.kwargs)

    def dispatch(self, *args: Any, **kwargs: Any) -> Any:
        """Whoever may not see them gets no form."""
        assert self.found
        return super().dispatch(*args, **kwargs)

    def initial(self) -> dict[str, Any]:
        """Today."""
        return {"on_date": clock.today()}

    def context(self) -> dict[str, Any]:
        """The record and whose it is."""
        return {"found": self.found, "person": self.found.young_person}

    def save(self, form: Form) -> None:
        """Add the line."""
        assert isinstance(form, AllowanceForm)
        record_allowance(actor=self.actor, **self.kwargs, **form.line())
        messages.success(self.request, _("It is recorded."))

    def done_url(self, form: Form) -> str:
        """The record."""
        return reverse("staff:allowance", kwargs=self.kwargs)
