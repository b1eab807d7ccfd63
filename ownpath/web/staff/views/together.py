"""Answering together: handing the device over."""

from django.urls import reverse

from ownpath.accounts.enums import Permission
from ownpath.surveys import actions
from ownpath.web import lending
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.staff.forms.together import LendForm

from .about import AboutYoungPerson


class Together(AboutYoungPerson):
    """What happens when the device is handed over, and the button; the page that one comes back to."""

    access = Needs(Permission.WORK_WITH)
    only_current = True
    template = "staff/together.html"
    form_class = LendForm

    def save(self, form: Form) -> None:
        """Hand it over."""
        sitting = actions.lend_device(actor=self.actor, young_person_id=self.person.pk)
        lending.hand_over(self.request, self.actor, sitting.pk, form.cleaned_data["pin"])

    def done_url(self, form: Form) -> str:
        """Where the young person begins."""
        return reverse("my:survey")
