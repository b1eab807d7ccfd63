"""What the authority promises."""

from typing import Any

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.accounts.enums import Permission
from ownpath.support import queries
from ownpath.support.actions import set_standards
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.staff.forms.standards import StandardsForm
from ownpath.web.views.base import FormPage


class Standards(FormPage):
    """The standards of now, to change; and who changed them when."""

    access = Needs(Permission.SEE_OVERVIEW)
    template = "staff/standards.html"
    form_class = StandardsForm

    def initial(self) -> dict[str, Any]:
        """What holds now."""
        return StandardsForm.started_from(queries.standards(actor=self.actor))

    def context(self) -> dict[str, Any]:
        """Who changed them when."""
        return {"before": queries.standards_before(actor=self.actor)}

    def save(self, form: Form) -> None:
        """Set them."""
        assert isinstance(form, StandardsForm)
        values = form.values()
        set_standards(actor=self.actor, version=values.pop("version"), values=values)
        messages.success(self.request, _("From now on these hold."))

    def done_url(self, form: Form) -> str:
        """The same page."""
        return reverse("staff:standards")
