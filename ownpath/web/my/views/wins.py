"""Wins: one tap and a line, from any page."""

from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from ownpath.accounts.enums import Permission
from ownpath.core.photos import PhotoRow
from ownpath.plans import actions, queries
from ownpath.plans.enums import WinSharing
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.my.forms.win import WinChangeForm, WinForm
from ownpath.web.views.base import FormPage, Page
from ownpath.web.views.photo import PhotoPage


class Own(Page):
    """A page about one's own wins."""

    access = Needs(Permission.KEEP_OWN_RECORD)

    @property
    def own_id(self) -> UUID:
        """Whose wins they are."""
        assert self.actor.young_person_id is not None
        return self.actor.young_person_id


class OfWin(Own):
    """A page about one win of one's own."""

    @cached_property
    def win(self) -> Any:
        """The win; raises `NotVisible`."""
        return queries.win(actor=self.actor, young_person_id=self.own_id, win_id=self.kwargs["win_id"])


class MyWins(Own):
    """Everything that went well, as it was told."""

    template = "my/wins.html"

    def get(self, *_args: object) -> HttpResponse:
        """The page."""
        return self.page(found=queries.wins(actor=self.actor, young_person_id=self.own_id))


class WinAdd(Own, FormPage):
    """Keeps a win, and leads back to where one was."""

    form_class = WinForm
    template = "my/win_add.html"

    def initial(self) -> dict[str, Any]:
        """For oneself, unless they say otherwise."""
        return {"sharing": WinSharing.PRIVATE, "back_to": self.request.GET.get("from", "")}

    def save(self, form: Form) -> None:
        """Keep it."""
        typed = form.cleaned_data
        actions.record_win(
            actor=self.actor,
            young_person_id=self.own_id,
            words=typed["words"],
            sharing=typed["sharing"],
            photo=typed["new_photo"],
            alt=typed["alt"],
        )
        messages.success(self.request, _("Your win is kept."))

    def done_url(self, form: Form) -> str:
        """The page of one's own that one came from; anything else leads to the wins."""
        back_to: str = form.cleaned_data["back_to"]
        is_safe = back_to.startswith("/my/") and url_has_allowed_host_and_scheme(back_to, allowed_hosts=None)
        return back_to if is_safe else reverse("my:wins")


class WinChange(OfWin, FormPage):
    """Another word, another photo, or for somebody else."""

    form_class = WinChangeForm
    template = "my/win_change.html"

    def initial(self) -> dict[str, Any]:
        """The win as it is."""
        photo = getattr(self.win, "photo", None)
        said = {name: getattr(self.win, name) for name in ("words", "sharing", "version")}
        return said | {"alt": photo.alt if photo else ""}

    def context(self) -> dict[str, Any]:
        """The win, and how it read before."""
        return {"win": self.win, "before": queries.said_before(actor=self.actor, win_id=self.win.pk)}

    def save(self, form: Form) -> None:
        """Keep it so."""
        typed = form.cleaned_data
        actions.change_win(
            actor=self.actor,
            win_id=self.kwargs["win_id"],
            words=typed["words"],
            sharing=typed["sharing"],
            version=typed["version"],
            photo=typed["new_photo"],
            alt=typed["alt"],
            is_photo_removed=typed["no_photo"],
        )

    def done_url(self, form: Form) -> str:
        """The wins, at this one."""
        return f"{reverse('my:wins')}#win-{self.kwargs['win_id']}"


class WinKeep(OfWin):
    """The button that keeps what somebody else noted."""

    def get(self, *_args: object, **_kwargs: object) -> HttpResponse:
        """Somebody who had to sign in first is led back to the button."""
        return HttpResponseRedirect(reverse("my:wins"))

    def post(self, *_args: object, win_id: UUID) -> HttpResponse:
        """Keep it."""
        actions.keep_win(actor=self.actor, win_id=win_id)
        return HttpResponseRedirect(f"{reverse('my:wins')}#win-{win_id}")


class WinRemove(OfWin):
    """Asks once, then removes a win for good."""

    template = "my/win_remove.html"

    def get(self, *_args: object, **_kwargs: object) -> HttpResponse:
        """What is about to go, and what is kept of it."""
        return self.page(win=self.win)

    def post(self, *_args: object, win_id: UUID) -> HttpResponse:
        """Remove it."""
        actions.remove_win(actor=self.actor, win_id=win_id)
        messages.success(self.request, _("It is gone."))
        return HttpResponseRedirect(reverse("my:wins"))


class WinPhoto(Own, PhotoPage):
    """The photo of a win of one's own."""

    def photo(self) -> PhotoRow:
        """The photo, or nothing."""
        return queries.win_photo(actor=self.actor, young_person_id=self.own_id, win_id=self.kwargs["win_id"])
