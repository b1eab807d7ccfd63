"""What a young person says is not right in their record, and the answer that they are owed."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from ownpath.accounts.enums import Permission
from ownpath.sharing import actions, queries
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.staff.forms.not_right import NotRightAnswerForm
from ownpath.web.views.base import FormPage


class NotRightAnswer(FormPage):
    """Answers once; the first answer stands."""

    access = Needs(Permission.WORK_WITH)
    form_class = NotRightAnswerForm
    template = "staff/not_right_answer.html"

    def find(self) -> Any:
        """What was said; raises `NotVisible` for what is of another record."""
        whose: UUID = self.kwargs["young_person_id"]
        return queries.not_right(actor=self.actor, young_person_id=whose, not_right_id=self.kwargs["not_right_id"])

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """It must be of the record that the address names."""
        self.find()
        return super().post(*args, **kwargs)

    def context(self) -> dict[str, Any]:
        """What was said, beside what entry."""
        return {"said": self.find()}

    def save(self, form: Form) -> None:
        """Answer it."""
        actions.answer_not_right(actor=self.actor, not_right_id=self.kwargs["not_right_id"], **form.cleaned_data)

    def done_url(self, form: Form) -> str:
        """The record."""
        return reverse("staff:person", kwargs={"young_person_id": self.kwargs["young_person_id"]})
