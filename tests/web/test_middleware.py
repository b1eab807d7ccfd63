"""Who acts, and what nobody may open: what every request passes."""

from uuid import UUID

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django.views import View

from ownpath.accounts.enums import Permission
from ownpath.accounts.models import Membership, User
from ownpath.core import clock
from ownpath.core.access import NotAllowed, NotVisible
from ownpath.core.models import AuditEvent
from ownpath.web.access import Needs, Public, SignedIn, declared, every_route_declares_its_access
from ownpath.web.request import ActorRequest
from tests import factories
from tests.client import Client

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


def undeclared(request: HttpRequest) -> HttpResponse:
    return HttpResponse("open")


class Who(View):
    def dispatch(self, request: ActorRequest, *_arguments: object) -> HttpResponse:
        return HttpResponse(request.actor.name if request.actor else "nobody")


def record(request: HttpRequest, young_person_id: UUID) -> HttpResponse:
    return HttpResponse("a record")


def not_visible(request: HttpRequest, young_person_id: UUID) -> HttpResponse:
    raise NotVisible


def not_allowed(request: HttpRequest) -> HttpResponse:
    raise NotAllowed


ANYBODY = Public("A page of this test.")
urlpatterns = [
    path("undeclared/", undeclared),
    path("who/", declared(ANYBODY, Who.as_view())),
    path("managers/", declared(Needs(Permission.SEE_OVERVIEW), Who.as_view())),
    path("signed-in/", declared(SignedIn("A page of this test."), Who.as_view())),
    path("not-allowed/", declared(ANYBODY, not_allowed)),
    path("record/<uuid:young_person_id>/", declared(ANYBODY, record), name="record"),
    path("hidden/<uuid:young_person_id>/", declared(ANYBODY, not_visible), name="hidden"),
    path("", include("ownpath.urls")),
]


def test_view_without_a_declaration_is_not_there_and_stops_the_start(client: Client) -> None:
    assert client.get("/undeclared/").status_code == 404
    assert [message.msg for message in every_route_declares_its_access()] == ["/undeclared/ has no access declaration."]


def test_view_has_one_declaration_only() -> None:
    with pytest.raises(AssertionError):
        declared(SignedIn("Another."), record)


def test_actor_is_who_signed_in(client: Client) -> None:
    assert client.get("/who/").text == "nobody"

    client.force_login(factories.adviser(factories.authority(), "Ines Invented"))
    assert client.get("/who/").text == "Ines Invented"


def test_page_for_others_is_not_there_and_signed_out_one_is_sent_to_sign_in(client: Client) -> None:
    assert client.get("/managers/?team=1").url == "/sign-in/?next=/managers/%3Fteam%3D1"
    assert client.post("/managers/?team=1").url == "/sign-in/?next=/managers/"

    council = factories.authority()
    client.force_login(factories.adviser(council))
    assert client.get("/managers/").status_code == 404

    client.force_login(factories.manager(council))
    assert client.get("/managers/").status_code == 200


@pytest.mark.parametrize("path", ["/not-allowed/", "/hidden/0192f0c4-7a5e-7d11-8f10-5d0c3a9b2e41/"])
def test_what_may_not_be_seen_or_done_looks_like_nothing_at_all(client: Client, path: str) -> None:
    refused, absent = client.get(path), client.get("/there-is-no-such-page/")

    assert refused.status_code == absent.status_code == 404
    assert refused.content == absent.content


def test_looking_at_a_record_is_recorded(client: Client) -> None:
    council = factories.authority()
    yara, ines = factories.young_person(council), factories.adviser(council)
    client.force_login(ines)

    client.get(f"/record/{yara.pk}/")

    event = AuditEvent.objects.get()
    assert (event.kind, event.verb, event.actor_role) == (AuditEvent.Kind.VIEW, "record", "adviser")
    assert (event.actor_id, event.young_person_id, event.authority_id) == (ines.pk, yara.pk, council.pk)


def test_an_answer_to_a_post_that_shows_the_record_is_a_look_too(client: Client) -> None:
    council = factories.authority()
    yara, ines = factories.young_person(council), factories.adviser(council)
    client.force_login(ines)

    client.post(f"/record/{yara.pk}/")

    event = AuditEvent.objects.get()
    assert (event.kind, event.actor_id, event.young_person_id) == (AuditEvent.Kind.VIEW, ines.pk, yara.pk)


def test_own_record_and_a_refusal_are_not_recorded_as_looking(client: Client) -> None:
    council = factories.authority()
    yara, zane = factories.young_person(council), factories.young_person(council)
    client.force_login(yara.user)

    client.get(f"/record/{yara.pk}/")
    client.get(f"/hidden/{zane.pk}/")

    assert not AuditEvent.objects.exists()


def ended(user: User) -> None:
    Membership.objects.filter(user=user).update(ended_at=clock.now())


def moved(user: User) -> None:
    Membership.objects.filter(user=user).update(authority=factories.authority())


def switched_off(user: User) -> None:
    User.objects.filter(pk=user.pk).update(is_active=False)


@pytest.mark.parametrize("change", [ended, moved, switched_off])
def test_session_ends_with_what_it_was_opened_for(client: Client, change) -> None:
    ines = factories.adviser(factories.authority())
    client.force_login(ines)
    change(ines)

    assert client.get("/signed-in/").url == "/sign-in/?next=/signed-in/"
    assert client.get("/who/").text == "nobody"
