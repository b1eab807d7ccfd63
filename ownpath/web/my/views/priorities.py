"""What matters most now: ticks for up to three areas, then their order."""

from typing import Any
from urllib.parse import quote

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from ownpath.surveys import actions
from ownpath.web.forms.base import Form
from ownpath.web.my.forms.priorities import MoveForm, PrioritiesForm

from .survey_page import AnswerPage, SurveyPage


class Priorities(AnswerPage):
    """The ticks."""

    form_class = PrioritiesForm
    template = "my/priorities.html"

    def get(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """The ticks; a check-in asks for none and goes on to its end."""
        if self.survey.draft and not self.survey.draft.response.is_whole:
            return HttpResponseRedirect(reverse("my:summary"))
        return super().get()

    def initial(self) -> dict[str, Any]:
        """What was ticked before."""
        return super().initial() | {"areas": [area.id for area in self.draft.priorities]}

    def ask(self, form: Form) -> None:
        """The areas of the pack."""
        assert isinstance(form, PrioritiesForm)
        form.ask(self.draft.pack.areas)

    def save(self, form: Form) -> None:
        """The areas that were ticked."""
        actions.set_priorities(actor=self.actor, **form.cleaned_data)

    def done_url(self, form: Form) -> str:
        """To the order, where there is something to put in order."""
        return reverse("my:order" if len(form.cleaned_data["areas"]) > 1 else "my:summary")


class Order(SurveyPage):
    """The order, by a button up and a button down beside each."""

    form_class = MoveForm
    template = "my/order.html"

    def save(self, form: Form) -> None:
        """One move."""
        up, down = form.cleaned_data["up"], form.cleaned_data["down"]
        actions.move_priority(
            actor=self.actor, response_id=form.cleaned_data["response_id"], area=up or down, is_up=bool(up)
        )

    def done_url(self, form: Form) -> str:
        """The same page, at the area that was moved."""
        moved = form.cleaned_data["up"] or form.cleaned_data["down"]
        return reverse("my:order") + f"#{quote(moved)}"
