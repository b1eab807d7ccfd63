"""What doing well means to me: a statement of my own at the head of my plan."""

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.accounts.enums import Permission
from ownpath.plans import actions, queries
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.my.forms.meaning import MeaningForm
from ownpath.web.views.base import FormPage


class Meaning(FormPage):
    """The statement, who reads it, and what it said before."""

    access = Needs(Permission.KEEP_OWN_RECORD)
    form_class = MeaningForm
    template = "my/meaning.html"

    @cached_property
    def meaning(self) -> queries.Meaning:
        """What was said so far."""
        return queries.meaning(actor=self.actor)

    def initial(self) -> dict[str, Any]:
        """As it stands."""
        now = self.meaning.now
        return {"words": now.words, "version": now.version} if now else {"version": 0}

    def context(self) -> dict[str, Any]:
        """What it said before."""
        return {"meaning": self.meaning}

    def save(self, form: Form) -> None:
        """Keep it."""
        actions.say_what_doing_well_means(actor=self.actor, **form.cleaned_data)
        messages.success(self.request, _("Your words are kept."))

    def done_url(self, form: Form) -> str:
        """The plan, at whose head it stands."""
        return reverse("my:plan")
