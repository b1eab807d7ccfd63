"""What every request passes: who acts, which rows exist for them, and whether they may open the page."""

from collections.abc import Callable
from typing import Any, cast
from uuid import UUID

from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation

from ownpath.core import audit, languages
from ownpath.core.access import NotVisible
from ownpath.core.waiting import AWAY
from ownpath.organisations import row_security
from ownpath.people import queries as people

from . import kept, leaving, lending
from .access import access_of, needs_no_database
from .request import ActorRequest
from .sign_in import SESSION_AUTHORITY
from .views.errors import without_database

type GetResponse = Callable[[HttpRequest], HttpResponseBase]


class ActorMiddleware:
    """Sets `request.actor`, and opens row-level security for that actor's authority and no other.

    While the database is away nobody can be known, and every page says so, but for those that ask for nobody.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if needs_no_database(request):
            cast("ActorRequest", request).actor = None
            return self.get_response(request)
        try:
            response = self._as_actor(request)
        except AWAY as fault:
            return leaving.elsewhere_without_database(request) or without_database(request, fault)
        lending.note_on_device(request, response)
        return response

    def _as_actor(self, request: HttpRequest) -> HttpResponseBase:
        authority_id = request.session.get(SESSION_AUTHORITY)
        with row_security.only(UUID(authority_id) if authority_id else None):
            if lending.is_lent(request):
                return self._as_young_person(request)
            actor = people.actor_of(request.user) if authority_id and request.user.is_authenticated else None
            if request.user.is_authenticated and (actor is None or str(actor.authority_id) != authority_id):
                logout(request)
                actor = None
            cast("ActorRequest", request).actor = actor
            return self.get_response(request)

    def _as_young_person(self, request: HttpRequest) -> HttpResponseBase:
        """On a device that was handed to them: for its time, and then nobody is signed in there."""
        actor = lending.sitting_actor(request)
        if actor is None:
            lending.end(request)
        cast("ActorRequest", request).actor = actor
        return self.get_response(request)


class LanguageMiddleware:
    """Puts the page into the language of the person who is signed in, and follows them to any phone."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        actor = cast("ActorRequest", request).actor
        if actor is not None:
            translation.activate(languages.read_by(actor))
        return self.get_response(request)


class AccessMiddleware:
    """Refuses a view without a declaration, sends the signed-out to sign in, and shows everybody else a 404.

    Any answer with a page of somebody else's record is a look and is recorded, whatever the method: a route with a
    `young_person_id`, and a list that shows somebody's own words. No page that was made for somebody stays on the
    device.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        try:
            _record_viewing(cast("ActorRequest", request), response)
        except (*AWAY, OSError) as fault:  # not seen without a trace: rather not at all
            return without_database(request, fault)
        if cast("ActorRequest", request).actor is not None:
            response.headers.setdefault("Cache-Control", "no-store")
            leaving.come_back(request, response)
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        actor = cast("ActorRequest", request).actor
        access = access_of(view)
        if access is None:
            raise Http404
        if actor is not None and actor.sitting_id is not None and not access.on_lent_device:
            return _back_to_answering(request)
        is_open = access.admits(actor)
        elsewhere = leaving.elsewhere_instead(request, is_open=is_open) if actor is None else None
        if is_open or elsewhere:
            return elsewhere
        if actor is None:
            kept.keep(request)
            return redirect_to_login(request.get_full_path() if request.method == "GET" else request.path)
        raise Http404

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, AWAY):
            return without_database(request, exception)
        if not isinstance(exception, NotVisible):
            return None
        moved = _under_the_record_it_was_merged_into(cast("ActorRequest", request))
        if moved is None:
            raise Http404 from exception
        return moved


def _back_to_answering(request: HttpRequest) -> HttpResponse:
    if request.method != "GET":
        raise Http404
    return HttpResponseRedirect(reverse("my:survey"))


# What answers with a page: as asked for, with a form sent back, with two people's texts, or with a refusal in words.
_SHOWS_A_PAGE = {200, 400, 403, 409, 413, 422}


def _record_viewing(request: ActorRequest, response: HttpResponseBase) -> None:
    match = request.resolver_match
    actor = request.actor
    if match is None or actor is None or response.status_code not in _SHOWS_A_PAGE:
        return
    young_person_id = match.kwargs.get("young_person_id")
    if young_person_id is not None and young_person_id != actor.young_person_id:
        audit.viewed(actor, match.view_name, young_person_id)
    if also_shown := getattr(request, "also_shown", []):
        audit.viewed(actor, match.view_name, *also_shown)


def _under_the_record_it_was_merged_into(request: ActorRequest) -> HttpResponse | None:
    """The same page of the record that holds the rows now; what was typed goes with it."""
    match, actor = request.resolver_match, request.actor
    asked_for = match.kwargs.get("young_person_id") if match else None
    if asked_for is None or actor is None:
        return None
    now = people.merged_into(actor=actor, young_person_id=asked_for)
    if now is None:
        return None
    there = request.get_full_path().replace(str(asked_for), str(now), 1)
    return HttpResponseRedirect(there, preserve_request=True)
