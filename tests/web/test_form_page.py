"""What every page around a form does: nothing typed is lost, nothing is saved twice, nothing is overwritten."""

from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django import forms
from django.contrib.sessions.models import Session
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.urls import include, path

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.core.actor import Actor
from ownpath.core.versions import StaleEdit
from ownpath.organisations.models import Team
from ownpath.web import kept
from ownpath.web.access import SignedIn
from ownpath.web.forms.base import Form
from ownpath.web.views.base import FormPage
from tests import factories
from tests.client import Client

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


class NameForm(Form):
    name = forms.CharField(max_length=20)
    version = forms.IntegerField(required=False)


class NameTeam(FormPage):
    """Names a team of the test, whose version is always 2."""

    access = SignedIn("A page of this test.")
    form_class = NameForm

    def save(self, form: Form) -> None:
        if form.cleaned_data["version"] == 1:
            raise StaleEdit(current=type("Current", (), {"version": 2, "name": "Theirs"}))
        Team.objects.create(authority_id=self.actor.authority_id, name=form.cleaned_data["name"])

    def done_url(self, form: Form) -> str:
        return "/done/"

    def page(self, status: int = 200, **context: Any) -> HttpResponse:
        form = context["form"]
        theirs = context["theirs"].name if context["theirs"] else None
        shown = {name: form[name].value() for name in ("name", "version")}
        return JsonResponse(shown | {"was_kept": context["was_kept"], "theirs": theirs}, status=status)


urlpatterns = [
    path("name/", NameTeam.as_view()),
    path("other/", NameTeam.as_view()),
    path("", include("ownpath.urls")),
]


@pytest.fixture
def ines() -> User:
    return factories.adviser(factories.authority())


def actor_of(user: User) -> Actor:
    return Actor(role="adviser", authority_id=None, user_id=user.pk)


def token_of(user: User) -> str:
    """What the hidden field of a form holds that was shown to this user."""
    return kept.form_token_for(actor_of(user))


def test_post_is_saved_once_however_often_it_is_sent(client: Client, ines: User) -> None:
    client.force_login(ines)

    for _ in range(3):
        response = client.post("/name/", {"name": "North", "once": "k"})
        assert isinstance(response, HttpResponseRedirect)
        assert response.url == "/done/"

    assert [team.name for team in Team.objects.all()] == ["North"]


def test_faulty_post_comes_back_with_what_was_typed_and_its_key_stays_free(client: Client, ines: User) -> None:
    client.force_login(ines)

    faulty = client.post("/name/", {"name": "N" * 21, "once": "k"})
    assert (faulty.status_code, faulty.json()["name"]) == (422, "N" * 21)

    client.post("/name/", {"name": "North", "once": "k"})
    assert Team.objects.count() == 1


def test_second_of_two_editors_is_shown_both_texts_and_the_new_version(client: Client, ines: User) -> None:
    client.force_login(ines)

    response = client.post("/name/", {"name": "Mine", "version": "1", "once": "k"})

    assert response.status_code == 409
    assert response.json() == {"name": "Mine", "version": "2", "theirs": "Theirs", "was_kept": False}


def test_what_was_typed_when_the_session_had_ended_is_there_after_signing_in(client: Client, ines: User) -> None:
    lost = client.post("/name/", {"name": "North", "typed_by": token_of(ines)})
    assert urlsplit(lost.url).path == "/sign-in/"
    assert parse_qs(urlsplit(lost.url).query) == {"next": ["/name/"]}

    client.force_login(ines)

    assert client.get("/name/").json() == {"name": "North", "version": None, "was_kept": True, "theirs": None}
    assert not Team.objects.exists()


def test_what_was_typed_stays_on_its_own_page_and_until_it_is_saved(client: Client, ines: User) -> None:
    client.post("/name/", {"name": "North", "typed_by": token_of(ines)})
    client.force_login(ines)

    assert client.get("/other/").json()["was_kept"] is False
    assert client.get("/name/").json()["was_kept"] is True
    client.post("/name/", {"name": "North"})
    assert client.get("/name/").json()["was_kept"] is False


def test_nobody_else_who_signs_in_on_the_same_phone_sees_what_was_typed(client: Client, ines: User) -> None:
    client.post("/name/", {"name": "North", "typed_by": token_of(ines)})
    client.force_login(factories.adviser(factories.authority()))
    assert client.get("/name/").json()["was_kept"] is False

    client.force_login(ines)
    assert client.get("/name/").json()["was_kept"] is False


@pytest.mark.parametrize("token", ["", "made-up", "0192f0c4-7a5e-7d11-8f10-5d0c3a9b2e41:forged"])
def test_post_without_our_own_token_is_not_kept(client: Client, ines: User, token: str) -> None:
    client.post("/name/", {"name": "North", "typed_by": token})

    assert "kept_post" not in client.session
    client.force_login(ines)
    assert client.get("/name/").json()["was_kept"] is False


def test_keys_and_tokens_are_not_kept(client: Client, ines: User) -> None:
    client.post("/name/", {"name": "North", "typed_by": token_of(ines), "once": "k", "csrfmiddlewaretoken": "t"})

    client.force_login(ines)
    page = client.get("/name/")
    assert page.json()["name"] == "North"
    assert kept.take_back(page.wsgi_request, actor_of(ines)) == QueryDict("name=North")


def test_what_is_kept_is_sealed_and_goes_after_two_hours(client: Client, ines: User) -> None:
    now = clock.now()
    client.post("/name/", {"name": "Numbats", "typed_by": token_of(ines)})
    session = Session.objects.get()
    assert "Numbats" not in str(session.get_decoded())
    assert session.expire_date <= clock.now() + timedelta(hours=2)

    client.force_login(ines)
    assert client.get("/name/").json()["was_kept"] is True
    assert client.session.get_expiry_age() > 3 * 60 * 60
    with clock.held_at(now + timedelta(hours=2, minutes=1)):
        assert client.get("/name/").json()["was_kept"] is False


def test_nameless_post_is_kept_for_a_day_after_its_form_was_shown_and_no_bigger_than_one_types(
    client: Client, ines: User
) -> None:
    with clock.held_at(clock.now() - timedelta(hours=25)):
        old = token_of(ines)

    client.post("/name/", {"name": "North", "typed_by": old})
    client.post("/name/", {"name": "North", "typed_by": kept.token_for(actor_of(ines))})
    client.post("/name/", {"name": "N" * 200_000, "typed_by": token_of(ines)})

    assert not Session.objects.exists()


def test_session_ends_twelve_hours_after_signing_in_whatever_is_done_meanwhile(client: Client) -> None:
    client.force_login(factories.adviser(factories.authority()))
    ends = client.session.get_expiry_date()
    twelve_hours = timedelta(hours=12)

    session = client.session
    session["looked_about"] = True
    session.save()
    client.get("/name/")

    assert timedelta(0) <= clock.now() + twelve_hours - ends < timedelta(minutes=5)
    assert Session.objects.get().expire_date == client.session.get_expiry_date() == ends
