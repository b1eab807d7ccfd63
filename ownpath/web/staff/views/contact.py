"""Recording a contact in under a minute, with all that came of it."""

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.accounts.enums import Permission
from ownpath.core import clock
from ownpath.people.enums import ContactResult
from ownpath.plans import actions, queries
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.staff.forms.contact import RecordContactForm
from ownpath.web.views.base import FormPage

KEPT = ("at", "way", "result", "who_was_there", "words", "ask_ids", "steps", "new_goal", "review")


class RecordContact(FormPage):
    """When, how, who, a line or more; and the asks, the steps and the review that came of it."""

    access = Needs(Permission.WORK_WITH)
    form_class = RecordContactForm
    template = "staff/contact.html"

    @cached_property
    def at_hand(self) -> queries.AtHand:
        """Whom it is with, what they asked for, their goals, the review ahead."""
        return queries.at_hand(actor=self.actor, **self.kwargs)

    def form_options(self) -> dict[str, Any]:
        """What there is to choose from."""
        return {"at_hand": self.at_hand}

    def initial(self) -> dict[str, Any]:
        """Now, and that it worked."""
        return {"at": clock.now(), "result": ContactResult.REACHED}

    def context(self) -> dict[str, Any]:
        """Whom it is with."""
        return {"at_hand": self.at_hand}

    def save(self, form: Form) -> None:
        """Record it, whole."""
        came_of_it = {name: form.cleaned_data[name] for name in KEPT}
        actions.record_contact_with_steps(actor=self.actor, **self.kwargs, **came_of_it)
        messages.success(self.request, _("The contact is recorded."))

    def done_url(self, form: Form) -> str:
        """The record."""
        return reverse("staff:person", kwargs=self.kwargs)
