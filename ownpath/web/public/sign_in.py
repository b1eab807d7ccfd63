"""The two pages of signing in: they say and take the same for an address that we know and one that we do not."""

import logging
from typing import Any

from allauth.account import views
from allauth.account.adapter import get_adapter
from allauth.account.internal.stagekit import LOGIN_SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from ownpath.accounts import codes
from ownpath.core.ids import new_id
from ownpath.web.access import Public
from ownpath.web.whence import whence

logger = logging.getLogger(__name__)

_CODE = "code_asked_for"


class AskForCode(views.RequestLoginCodeView):
    """Asks for the address, and sends a code to it where somebody has it."""

    access = Public("Nobody is signed in yet; the page says nothing about who has an account.")

    def _redirect_to_pending_stage(self, request: HttpRequest, stage: Any) -> None:
        """Whoever waits for a code may ask again, or for another address: a mistyped one is put right at once."""

    def form_valid(self, form: Any) -> HttpResponse:
        """On to the code, whoever it is; unless this one place asks all the time."""
        adapter, email = get_adapter(), form.cleaned_data["email"]
        if not codes.may_ask(whence(self.request)):
            logger.warning("One place asks for codes all the time, and has to wait.")
            form.add_error("email", adapter.error_messages["rate_limited"])
            return super().form_invalid(form)  # type: ignore[no-any-return]
        self.request.session[_CODE] = str(adapter.ask_for_code(email, is_known=form._user is not None))
        return super().form_valid(form)  # type: ignore[no-any-return]


class TypeCode(views.ConfirmLoginCodeView):
    """Takes the code, once."""

    access = AskForCode.access

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Where nobody has the address, somebody is looked for all the same: not finding them takes as long."""
        asked = request.session.get(LOGIN_SESSION_KEY)
        if isinstance(asked, dict) and asked.get("user_pk") is None:
            asked["user_pk"] = new_id().hex
        return super().dispatch(request, *args, **kwargs)  # type: ignore[no-any-return]

    def get_form_kwargs(self) -> dict[str, Any]:
        """The code that fits; none where somebody signed in by it already."""
        kwargs: dict[str, Any] = super().get_form_kwargs()
        if self.request.method == "POST" and not codes.is_unused(self.request.session.get(_CODE)):
            kwargs["code"] = ""
        return kwargs

    def form_valid(self, form: Any) -> HttpResponse:
        """In. Of two at the same moment one."""
        if not codes.use(self.request.session.get(_CODE)):
            form.add_error("code", get_adapter().error_messages["incorrect_code"])
            return self.form_invalid(form)
        return super().form_valid(form)  # type: ignore[no-any-return]

    def form_invalid(self, form: Any) -> HttpResponse:
        """Not the code. The log says no more than that, so that it tells nothing about who is known."""
        logger.warning("A code to sign in was refused.")
        return super().form_invalid(form)  # type: ignore[no-any-return]
