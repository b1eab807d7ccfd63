"""The page behind the link of an invitation."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language, ngettext

from ownpath.accounts import queries
from ownpath.core.access import NotVisible
from ownpath.people.actions import AddressTaken, InvitationOver, WrongBirthDate, accept_invitation
from ownpath.web.access import Public
from ownpath.web.forms.base import Form
from ownpath.web.sign_in import note_first_visit, sign_in
from ownpath.web.views.base import CONFLICT, UNPROCESSABLE, Page

from .forms import JoinForm


class Invitation(Page):
    """Says who invites to what. A young person types their date of birth; one press joins and signs in.

    Somebody who is signed in already is asked first: another person's link must not change who they are.
    """

    access = Public("Whoever was invited cannot sign in yet; the link is the secret.")
    template = "public/invitation.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Pages that anything on this one leads to learn the address of our house, and not the secret."""
        response = super().dispatch(request, *args, **kwargs)
        response["Referrer-Policy"] = "strict-origin"
        return response

    def get(self, *_args: object, token: UUID) -> HttpResponse:
        """The invitation, or that it is over."""
        return self.show(token, JoinForm())

    def post(self, *_args: object, token: UUID) -> HttpResponse:
        """Join and go to one's own place."""
        form, is_young_person = JoinForm(self.request.POST), self.found(token).is_young_person
        if self.request.actor is not None and self.request.POST.get("sign_out") != "yes":
            return self.show(token, JoinForm(), CONFLICT)
        if is_young_person and not form.is_valid():
            return self.show(token, form, UNPROCESSABLE)
        birth_date = form.cleaned_data["birth_date"] if is_young_person else None
        try:
            user = accept_invitation(token=token, birth_date=birth_date, language=get_language() or "")
        except (InvitationOver, AddressTaken) as refusal:
            return self.show(token, form, CONFLICT, is_address_taken=isinstance(refusal, AddressTaken))
        except WrongBirthDate as wrong:
            if wrong.left:
                form.add_error("birth_date", _try_again(wrong.left))
            return self.show(token, form, UNPROCESSABLE if wrong.left else CONFLICT)
        sign_in(self.request, user)
        note_first_visit(self.request)
        return HttpResponseRedirect(reverse("home"))

    def show(self, token: UUID, form: Form, status: int = 200, *, is_address_taken: bool = False) -> HttpResponse:
        """The page for an invitation in whatever state it is."""
        found = self.found(token)
        return self.page(status, invitation=found, form=form, is_address_taken=is_address_taken)

    def found(self, token: UUID) -> queries.OpenInvitation:
        """The invitation."""
        found = queries.invitation(token=token)
        if found is None:
            raise NotVisible
        return found


def _try_again(left: int) -> str:
    sentence = ngettext(
        "That’s not the date we have. Check it. You can try once more today.",
        "That’s not the date we have. Check it. You can try %(left)s more times today.",
        left,
    )
    return sentence % {"left": left}
