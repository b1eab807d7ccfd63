"""The two pages of signing in: they say and take the same for an address that we know and one that we do not."""

from typing import Any

from allauth.account import views
from allauth.account.adapter import get_adapter
from allauth.account.internal.stagekit import LOGIN_SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from ownpath.core.ids import new_id
from ownpath.web.access import Public


class AskForCode(views.RequestLoginCodeView):
    """Asks for the address, and sends a code to it where somebody has it."""

    access = Public("Nobody is signed in yet; the page says nothing about who has an account.")

    def form_valid(self, form: Any) -> HttpResponse:
        """On to the code, whoever it is."""
        if form._user is None:
            get_adapter().drop_mail(form.cleaned_data["email"])
        response: HttpResponse = super().form_valid(form)
        return response


class TypeCode(views.ConfirmLoginCodeView):
    """Takes the code."""

    access = AskForCode.access

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Where nobody has the address, somebody is looked for all the same: not finding them takes as long."""
        asked = request.session.get(LOGIN_SESSION_KEY)
        if isinstance(asked, dict) and asked.get("user_pk") is None:
            asked["user_pk"] = new_id().hex
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response
