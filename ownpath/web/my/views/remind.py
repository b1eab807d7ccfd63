"""Being reminded, where one chose it; and the way back from a mail."""

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.about_me.queries import safe_contact
from ownpath.accounts.enums import Permission
from ownpath.surveys import actions, queries
from ownpath.surveys.enums import RemindIn
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.my.forms.remind import RemindForm
from ownpath.web.views.base import FormPage, Page

from .going_on import go_on_url


class GoOn(Page):
    """Where a mail leads: to what one has begun, at the place where one left it."""

    access = Needs(Permission.KEEP_OWN_RECORD)

    def get(self, *_args: object) -> HttpResponse:
        """On to that page, or to where one begins."""
        draft = queries.survey(actor=self.actor).draft
        return HttpResponseRedirect(go_on_url(draft) if draft else reverse("my:survey"))


class Remind(FormPage):
    """When to be reminded, and how to stop it."""

    access = Needs(Permission.KEEP_OWN_RECORD)
    form_class = RemindForm
    template = "my/remind.html"

    @cached_property
    def survey(self) -> queries.Survey:
        """What was begun, if anything."""
        return queries.survey(actor=self.actor, with_priorities=False)

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Choose; with nothing begun there is nothing to be reminded of."""
        return super().post(*args, **kwargs) if self.survey.draft else HttpResponseRedirect(reverse("my:survey"))

    def context(self) -> dict[str, Any]:
        """What was begun, what was chosen before, and whether e-mail is safe."""
        assert self.actor.young_person_id is not None
        return {
            "draft": self.survey.draft,
            "reminder": queries.own_reminder(actor=self.actor),
            "may_email": safe_contact(actor=self.actor, young_person_id=self.actor.young_person_id).may_email,
        }

    def save(self, form: Form) -> None:
        """Choose it."""
        chosen = RemindIn(form.cleaned_data["remind_in"])
        actions.choose_reminder(actor=self.actor, remind_in=chosen)
        is_off = chosen == RemindIn.NEVER
        messages.success(
            self.request,
            _("We will not remind you.") if is_off else _("We will send you one email, about nothing else."),
        )

    def done_url(self, form: Form) -> str:
        """How it is."""
        return reverse("my:survey")
