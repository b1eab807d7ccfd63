"""What is planned with me, and saying that I cannot come."""

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.accounts.enums import Permission
from ownpath.people import actions, queries
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.my.forms.meeting import CannotComeForm
from ownpath.web.views.base import FormPage


class MyMeeting(FormPage):
    """When, where and with whom; and one press for "I can’t make it"."""

    access = Needs(Permission.KEEP_OWN_RECORD)
    form_class = CannotComeForm
    template = "my/meeting.html"

    @cached_property
    def meeting(self) -> Any:
        """What is planned."""
        return queries.meeting(actor=self.actor, young_person_id=self.actor.young_person_id, **self.kwargs)

    def context(self) -> dict[str, Any]:
        """What is planned."""
        return {"meeting": self.meeting}

    def save(self, form: Form) -> None:
        """Say it."""
        actions.say_cannot_come(actor=self.actor, **self.kwargs, **form.cleaned_data)
        messages.success(self.request, _("They see that this does not work for you."))

    def done_url(self, form: Form) -> str:
        """Home."""
        return reverse("my:home")

    def show_both(self, form: Form, current: Any) -> HttpResponse:
        """It was changed meanwhile: home says how it stands now."""
        messages.warning(self.request, _("This was changed meanwhile. Look again."))
        return HttpResponseRedirect(reverse("my:home"))
