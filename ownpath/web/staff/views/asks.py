"""What young people asked for, for those who answer."""

from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.accounts.enums import Permission
from ownpath.support import actions, queries
from ownpath.support.enums import AskKind, Decision
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.staff.forms.asks import (
    ADVISER,
    FOR_MANAGERS_SAID,
    AnswerForm,
    DecideForm,
    GiveForm,
    WriteDownForm,
    goes_to_managers,
)
from ownpath.web.views.base import FormPage, Page

from .about import AboutYoungPerson

A_PAGE = 100


class Asks(Page):
    """All asks that one may see: those that wait, or those that ended."""

    access = Needs(Permission.WORK_WITH)
    template = "staff/asks.html"

    def get(self, *_args: object) -> HttpResponse:
        """The list, a hundred a page."""
        is_open = self.request.GET.get("which") != "ended"
        rows = queries.everything_asked(actor=self.actor, is_open=is_open)
        paginator = Paginator(rows, A_PAGE)
        shown = paginator.get_page(self.request.GET.get("page"))
        self.request.also_shown = list(dict.fromkeys(row.ask.young_person_id for row in shown if row.ask.words))
        return self.page(rows=shown, count=paginator.count, is_open=is_open)


class AsksOf(Page):
    """All that one young person asked for."""

    access = Needs(Permission.WORK_WITH)
    template = "staff/asks_of.html"

    def get(self, *_args: object, young_person_id: UUID) -> HttpResponse:
        """The list."""
        person, rows = queries.asked_by(actor=self.actor, young_person_id=young_person_id)
        return self.page(person=person, rows=rows)


class AskWriteDown(AboutYoungPerson):
    """Writes down what somebody asked for aloud."""

    access = Needs(Permission.WORK_WITH)
    template = "staff/ask_write_down.html"
    form_class = WriteDownForm

    def save(self, form: Form) -> None:
        """Write it down."""
        kind = AskKind(form.cleaned_data["kind"])
        actions.write_ask_down(
            actor=self.actor, young_person_id=self.person.pk, kind=kind, words=form.cleaned_data["words"]
        )
        messages.success(self.request, str(FOR_MANAGERS_SAID) if goes_to_managers(kind) else _("It is written down."))

    def done_url(self, form: Form) -> str:
        """What they asked for."""
        return reverse("staff:asks-of", kwargs=self.kwargs)


class OfAsk(FormPage):
    """A form about one ask, which must be of the young person whom the address names."""

    access = Needs(Permission.WORK_WITH)

    def dispatch(self, *args: Any, **kwargs: Any) -> Any:
        """Find the conversation first."""
        assert self.found
        return super().dispatch(*args, **kwargs)

    @cached_property
    def found(self) -> queries.Conversation:
        """The conversation."""
        return queries.conversation(actor=self.actor, **self.kwargs)

    def context(self) -> dict[str, Any]:
        """The conversation, and whose it is."""
        return {"found": self.found, "person": self.found.ask.young_person}

    def done_url(self, form: Form) -> str:
        """The conversation."""
        return reverse("staff:ask-answer", kwargs=self.kwargs)


class AskAnswer(OfAsk):
    """The conversation about one ask, with room for an answer."""

    template = "staff/ask_answer.html"
    form_class = AnswerForm

    def save(self, form: Form) -> None:
        """Answer."""
        actions.write_answer(actor=self.actor, ask_id=self.found.ask.pk, **form.cleaned_data)


class AskDecide(OfAsk):
    """Ends an ask with a decision, a reason and a name."""

    template = "staff/ask_decide.html"
    form_class = DecideForm

    def form_options(self) -> dict[str, Any]:
        """Whom it is about."""
        return {"found": self.found}

    def initial(self) -> dict[str, Any]:
        """Oneself, as the one who decides; another name can be put in its place."""
        return {"decided_by": self.actor.name, "version": self.found.ask.version}

    def save(self, form: Form) -> None:
        """Decide."""
        typed = form.cleaned_data
        decision = Decision(typed["decision"])
        actions.decide_ask(actor=self.actor, ask_id=self.found.ask.pk, **typed | {"decision": decision})


class AskGive(OfAsk):
    """Gives an ask to a colleague."""

    template = "staff/ask_give.html"
    form_class = GiveForm

    def form_options(self) -> dict[str, Any]:
        """Who can have it."""
        return {"found": self.found}

    def save(self, form: Form) -> None:
        """Give it."""
        to, words = form.cleaned_data["to"], form.cleaned_data["words"]
        colleague = None if to == ADVISER else UUID(to)
        actions.give_ask(actor=self.actor, ask_id=self.found.ask.pk, to=colleague, words=words)
