"""One area of life on one page."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse

from ownpath.core.access import NotVisible
from ownpath.core.versions import StaleEdit
from ownpath.surveys import actions
from ownpath.surveys.queries import ThenAndNow
from ownpath.web import kept
from ownpath.web.forms.base import Form
from ownpath.web.my.forms.area import QUESTIONS, AreaForm
from ownpath.web.views.base import CONFLICT, UNPROCESSABLE

from .going_on import area_url, stops_of
from .survey_page import AnswerPage


class AreaPage(AnswerPage):
    """Saves whatever button was pressed; each leads somewhere else."""

    form_class = AreaForm
    template = "my/area.html"
    shows_priorities = False

    def get(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """The area; where a check-in does not ask it, the page on which one can answer everything."""
        draft = self.survey.draft
        if draft and draft.pack.area(kwargs["area"]) not in draft.areas:
            return HttpResponseRedirect(reverse("my:survey"))
        return super().get()

    @property
    def area(self) -> ThenAndNow:
        """The area with what was said about it, now and last time; raises `NotVisible` for one that is not asked."""
        return self.survey.area(self.kwargs["area"])

    def initial(self) -> dict[str, Any]:
        """What was said so far, and which area comes next."""
        now, following = self.area.now, self.draft.after(self.kwargs["area"])
        said = {name: getattr(now.answer, name) for name in ("version", *QUESTIONS)} if now else {}
        return (
            super().initial()
            | said
            | {
                "next_area": following.id if following else "",
                "language": self.draft.pack.language,
            }
        )

    def context(self) -> dict[str, Any]:
        """The area, and how far along it is."""
        stops = stops_of(self.survey, here=self.kwargs["area"])
        return super().context() | {"area": self.area, "stops": stops}

    def ask(self, form: Form) -> None:
        """The area's own words."""
        assert isinstance(form, AreaForm)
        form.ask(self.area.area, self.draft.pack.questions)

    def save(self, form: Form) -> None:
        """One answer."""
        self.save_answer(form, is_not_now=self.request.POST.get("go") == "not-now")

    def keep(self) -> HttpResponse:
        """Save what is half typed into the draft, so that any phone goes on from it; says under which version.

        There is no key to save it once: saying the same again changes nothing.
        """
        form = self.form(data=self.request.POST)
        if not form.is_valid():
            return JsonResponse({}, status=UNPROCESSABLE)
        try:
            version = self.save_answer(form, is_half_typed=True)
        except StaleEdit:
            return JsonResponse({}, status=CONFLICT)
        kept.forget(self.request)
        return JsonResponse({"version": version})

    def save_answer(self, form: Form, *, is_not_now: bool = False, is_half_typed: bool = False) -> int:
        """The answer's version once it is saved."""
        said = {name: form.cleaned_data[name] for name in ("response_id", "version", "language", *QUESTIONS)}
        return actions.save_answer(
            actor=self.actor, area=self.kwargs["area"], is_not_now=is_not_now, is_half_typed=is_half_typed, **said
        )

    def done_url(self, form: Form) -> str:
        """The overview for somebody who stops, the summary for somebody who came from there, else the next area."""
        if self.request.POST.get("go") == "stop":
            return reverse("my:survey")
        if self.request.GET.get("from") == "summary":
            return reverse("my:summary") + f"#{self.kwargs['area']}"
        return area_url(form.cleaned_data["next_area"], otherwise="my:priorities")

    def asked_about(self) -> tuple[str, str]:
        """This area, if it is one."""
        if self.survey.draft is None:
            return super().asked_about()
        try:
            return self.area.area.id, self.area.area.title
        except NotVisible:
            return super().asked_about()
