"""The net under every route test: a GET that writes fails."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import path

from ownpath.core.models import AuditEvent
from ownpath.organisations import row_security
from ownpath.organisations.models import Authority
from ownpath.web.access import Public, declared
from tests.client import Client, LookingChanged

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]

KIND = AuditEvent.Kind


def write(request: HttpRequest, what: str) -> HttpResponse:
    if what == "row":
        Authority.objects.create(name="Looked At", code="looked-at")
    elif what == "session":
        request.session["seen"] = True
    else:
        with row_security.everything(reason="This event is of no authority."):
            AuditEvent.objects.create(kind=what, verb="tests", actor_role="manager")
    return HttpResponse()


urlpatterns = [path("<str:what>/", declared(Public("A page of this test."), write))]


@pytest.mark.parametrize("what", ["row", KIND.CHANGE.value])
def test_get_that_writes_is_refused(client: Client, what: str) -> None:
    with pytest.raises(LookingChanged):
        client.get(f"/{what}/")


@pytest.mark.parametrize("what", ["session", KIND.VIEW.value])
def test_get_may_note_that_it_was_seen(client: Client, what: str) -> None:
    assert client.get(f"/{what}/").status_code == 200


def test_post_may_write(client: Client) -> None:
    client.post("/row/")

    assert Authority.objects.get().code == "looked-at"
