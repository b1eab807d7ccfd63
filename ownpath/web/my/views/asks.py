"""What I asked for: who has it, by when I hear, and each answer."""

from functools import cached_property
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from ownpath.accounts.enums import Permission
from ownpath.core.access import NotVisible
from ownpath.plans import queries as plans
from ownpath.plans.actions import ask_for
from ownpath.support import actions, queries
from ownpath.support.enums import ASKED_IN_WORDS, FOR_MANAGERS, SAYS_IT_ALL, AskKind
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.my.forms.asking import AgainForm, AskForm, LineForm
from ownpath.web.views.base import FormPage, Page


class MyAsks(Page):
    """Everything that I asked for."""

    access = Needs(Permission.KEEP_OWN_RECORD)
    template = "my/asks.html"

    def get(self, *_args: object) -> HttpResponse:
        """The page."""
        assert self.actor.young_person_id is not None
        _me, found = queries.asked_by(actor=self.actor, young_person_id=self.actor.young_person_id)
        return self.page(found=found)


class AskNew(FormPage):
    """Asks for something, in words; for what the page before named, if it did."""

    access = Needs(Permission.KEEP_OWN_RECORD)
    template = "my/ask_new.html"
    form_class = AskForm
    made_id: UUID | None = None

    @cached_property
    def at_hand(self) -> plans.ToAskAbout:
        """Who would have it, and what it can be about."""
        return plans.to_ask_about(actor=self.actor)

    @property
    def known(self) -> AskKind | None:
        """The kind that the page before named."""
        kind = self.request.GET.get("kind", "")
        return AskKind(kind) if kind in ASKED_IN_WORDS else None

    def form_options(self) -> dict[str, Any]:
        """What it can be about."""
        return {"at_hand": self.at_hand, "known": self.known}

    def context(self) -> dict[str, Any]:
        """Who would have it."""
        return {"at_hand": self.at_hand, "known": self.known, "for_managers": FOR_MANAGERS}

    def save(self, form: Form) -> None:
        """Ask."""
        assert isinstance(form, AskForm)
        self.made_id = ask_for(actor=self.actor, **form.asked()).pk

    def done_url(self, form: Form) -> str:
        """The ask, with who has it and by when one hears; the same form sent twice leads to the list."""
        return reverse("my:ask", kwargs={"ask_id": self.made_id}) if self.made_id else reverse("my:asks")


class AskForKind(Page):
    """One press asks for what its button names; more to say is welcome on the page after."""

    access = Needs(Permission.KEEP_OWN_RECORD)

    def get(self, *_args: object, ask_kind: str) -> HttpResponse:
        """Somebody who had to sign in first finds the form that asks for it."""
        return HttpResponseRedirect(f"{reverse('my:ask-new')}?kind={_asked_at_once(ask_kind)}")

    def post(self, *_args: object, ask_kind: str) -> HttpResponse:
        """Ask; pressed again, the ask there is."""
        made = ask_for(actor=self.actor, kind=_asked_at_once(ask_kind), words="")
        return HttpResponseRedirect(reverse("my:ask", kwargs={"ask_id": made.pk}))


class AskForEntry(Page):
    """One press asks for an entry of the local offer."""

    access = Needs(Permission.KEEP_OWN_RECORD)

    def get(self, *_args: object, offer_id: UUID) -> HttpResponse:
        """Somebody who had to sign in first is led back to the button."""
        entry = queries.offer_entry(actor=self.actor, entry_id=offer_id)
        return HttpResponseRedirect(reverse("my:offer-under", args=[entry.heading]) + f"#entry-{entry.pk}")

    def post(self, *_args: object, offer_id: UUID) -> HttpResponse:
        """Ask; pressed again, the ask there is."""
        made = ask_for(actor=self.actor, kind=AskKind.OTHER, words="", entry_id=offer_id)
        return HttpResponseRedirect(reverse("my:ask", kwargs={"ask_id": made.pk}))


def _asked_at_once(kind: str) -> AskKind:
    if kind not in SAYS_IT_ALL:
        raise NotVisible
    return AskKind(kind)


class OfMyAsk(FormPage):
    """A form about one ask of mine."""

    access = Needs(Permission.KEEP_OWN_RECORD)

    def context(self) -> dict[str, Any]:
        """The conversation."""
        return {"found": queries.conversation(actor=self.actor, ask_id=self.kwargs["ask_id"]), "is_own": True}

    def done_url(self, form: Form) -> str:
        """The conversation."""
        return reverse("my:ask", kwargs=self.kwargs)


class MyAsk(OfMyAsk):
    """The conversation about one ask, with room for more to say."""

    template = "my/ask.html"
    form_class = LineForm

    def save(self, form: Form) -> None:
        """Say more."""
        actions.add_line(actor=self.actor, ask_id=self.kwargs["ask_id"], **form.cleaned_data)


class AskAgain(OfMyAsk):
    """It did not help: the ask is opened again."""

    template = "my/ask_again.html"
    form_class = AgainForm

    def save(self, form: Form) -> None:
        """Open it again."""
        actions.open_again(actor=self.actor, ask_id=self.kwargs["ask_id"], **form.cleaned_data)


class AskHelped(Page):
    """It helped: one press."""

    access = Needs(Permission.KEEP_OWN_RECORD)

    def get(self, *_args: object, **kwargs: Any) -> HttpResponse:
        """Somebody who had to sign in first is led back to the button."""
        return HttpResponseRedirect(reverse("my:ask", kwargs=kwargs))

    def post(self, *_args: object, **kwargs: Any) -> HttpResponse:
        """Say so."""
        actions.say_it_helped(actor=self.actor, **kwargs)
        return HttpResponseRedirect(reverse("my:ask", kwargs=kwargs))
