"""Who signs in as a young person: checking that it is them, and closing an account that is not theirs."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.accounts.enums import Permission
from ownpath.core.access import NotVisible, require
from ownpath.people import actions
from ownpath.people import queries as people
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.staff.forms.checking import SOMEBODY_ELSE, CheckForm, UndoForm

from .about import AboutYoungPerson


class _Joinings(AboutYoungPerson):
    def dispatch(self, *args: Any, **kwargs: Any) -> Any:
        """Find them, and who signs in as them."""
        self.found = people.joinings(actor=self.actor, young_person_id=kwargs["young_person_id"])
        return super().dispatch(*args, **kwargs)

    def context(self) -> dict[str, Any]:
        """Who signs in."""
        return super().context() | {"found": self.found}


class CheckJoining(_Joinings):
    """Who signs in, how they joined; and whether it is really them, asked of somebody who did not invite them."""

    access = Needs(Permission.WORK_WITH)
    template = "staff/joining.html"
    form_class = CheckForm

    def form_options(self) -> dict[str, Any]:
        """Those that wait."""
        return {"accounts": [(str(account.user.pk), account.user.email) for account in self.found.waiting]}

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Only where one waits, and for whoever may check."""
        require(self.found.may_check)
        if not self.found.waiting:
            raise NotVisible
        return super().post(*args, **kwargs)

    def save(self, form: Form) -> None:
        """It is them, or it is not."""
        assert isinstance(form, CheckForm)
        whose: dict[str, Any] = {"young_person_id": self.person.pk, "user_id": UUID(form.chosen)}
        if form.cleaned_data["answer"] == SOMEBODY_ELSE:
            actions.dispute_joining(actor=self.actor, **whose)
            messages.success(
                self.request, _("What is private is shut to that account now. The managers have been told.")
            )
            return
        actions.check_joining(actor=self.actor, **whose, how=form.cleaned_data["answer"])
        messages.success(self.request, _("Thank you. What they kept private is open to them now."))


class UndoJoining(_Joinings):
    """An account that is not theirs is closed, for a reason."""

    access = Needs(Permission.ALLOCATE)
    template = "staff/undo_joining.html"
    form_class = UndoForm

    def dispatch(self, *args: Any, **kwargs: Any) -> Any:
        """Only where somebody has joined."""
        found = people.joinings(actor=self.actor, young_person_id=kwargs["young_person_id"])
        if not found.accounts:
            raise NotVisible
        return super().dispatch(*args, **kwargs)

    def form_options(self) -> dict[str, Any]:
        """All of them."""
        return {"accounts": [(str(account.user.pk), account.user.email) for account in self.found.accounts]}

    def save(self, form: Form) -> None:
        """Close it."""
        assert isinstance(form, UndoForm)
        words = form.cleaned_data["words"]
        actions.undo_joining(actor=self.actor, young_person_id=self.person.pk, user_id=UUID(form.chosen), words=words)
        said = _("That account is closed. You can invite %(name)s again.") % {"name": self.person}
        messages.success(self.request, said)

    def done_url(self, form: Form) -> str:
        """To who signs in now."""
        return reverse("staff:joining", kwargs={"young_person_id": self.person.pk})
