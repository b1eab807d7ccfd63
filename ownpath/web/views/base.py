"""What all our pages do alike: render, parse a form, call one action, go on."""

from typing import Any, ClassVar

from django.http import HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.shortcuts import render
from django.views import View

from ownpath.core.actor import Actor
from ownpath.core.once import once
from ownpath.core.refusal import Refused
from ownpath.core.versions import StaleEdit
from ownpath.web import kept
from ownpath.web.access import Access
from ownpath.web.forms.base import Form
from ownpath.web.request import ActorRequest

UNPROCESSABLE = 422
CONFLICT = 409
KEEP = "keep"


class Page(View):
    """A page with an access declaration and a template."""

    http_method_names: ClassVar[list[str]] = ["get", "head", "post"]
    access: ClassVar[Access]
    template: ClassVar[str] = ""
    request: ActorRequest

    @property
    def actor(self) -> Actor:
        """Who is signed in; only for pages that need somebody."""
        assert self.request.actor is not None
        return self.request.actor

    def page(self, status: int = 200, **context: Any) -> HttpResponse:
        """The template, rendered."""
        return render(self.request, self.template, context, status=status)


class FormPage(Page):
    """A page around one form. A faulty form comes back with all that was typed; a repeated post changes nothing.

    A form with the attribute `data-keep` is posted by its script while somebody types, with the button `KEEP`.
    """

    form_class: ClassVar[type[Form]]

    def get(self, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """The form: empty, as saved, or with what was typed before a session ended."""
        typed = kept.take_back(self.request, self.actor)
        form = self.form(initial=self.form_class.typed(typed) if typed else self.initial())
        return self.show(form, was_kept=typed is not None)

    def post(self, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """Parse, act once, go on; or only keep what is half typed."""
        if self.request.POST.get("go") == KEEP:
            return self.keep()
        form = self.form(data=self.request.POST)
        if not form.is_valid():
            return self.show(form, status=UNPROCESSABLE)
        try:
            with once(self.actor, self.request.POST.get("once", "")[:40]) as is_first:
                if is_first:
                    self.save(form)
        except StaleEdit as stale:
            return self.show_both(form, stale.current)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, refused.sentence)
            return self.show(form, status=UNPROCESSABLE)
        kept.forget(self.request)
        return HttpResponseRedirect(self.done_url(form))

    def keep(self) -> HttpResponse:
        """Keep what is half typed for when its author opens the page again; nothing is saved."""
        kept.keep(self.request, leave_out={"go"})
        return JsonResponse({})

    def form(self, *, data: QueryDict | None = None, initial: dict[str, Any] | None = None) -> Form:
        """The form, unbound with its initial values or bound to what was posted."""
        files = None if data is None else self.request.FILES
        return self.form_class(data, files, initial=initial, **self.form_options())

    def form_options(self) -> dict[str, Any]:
        """What the form needs to know besides what was typed: choices that come from rows."""
        return {}

    def initial(self) -> dict[str, Any]:
        """The values that the form starts with."""
        return {}

    def context(self) -> dict[str, Any]:
        """What the template needs besides the form."""
        return {}

    def save(self, form: Form) -> None:
        """Call one action with the cleaned values."""
        raise NotImplementedError

    def done_url(self, form: Form) -> str:
        """Where to go on after a save, and after a repeated one."""
        raise NotImplementedError

    def show(self, form: Form, status: int = 200, **context: Any) -> HttpResponse:
        """The page around the form."""
        shared = {"form": form, "was_kept": False, "theirs": None}
        return self.page(status=status, **shared | self.context() | context)

    def show_both(self, form: Form, current: Any) -> HttpResponse:
        """Somebody saved meanwhile: their text beside what was typed here, and a form that knows the new version."""
        data = self.request.POST.copy()
        data["version"] = str(current.version)
        return self.show(self.form(data=data), status=CONFLICT, theirs=current)
