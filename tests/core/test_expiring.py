"""What is kept for a time only is gone once its time is over, and nothing else is."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.management import call_command

from ownpath.core import clock, expiring
from ownpath.core.ids import new_id
from ownpath.core.models import Row, SavedPost

pytestmark = pytest.mark.django_db

# Models of no authority that a person or a visitor adds rows to, and why no time ends them here.
STAYS = {
    "core.Heartbeat": "Three rows, one of each kind.",
    "account.EmailAddress": "The library's; we keep addresses with the user and no row here.",
    "account.EmailConfirmation": "The library's; unused.",
    "auth.Group": "The library's; unused.",
    "auth.Permission": "The library's; made by migrations.",
    "contenttypes.ContentType": "The library's; made by migrations.",
}


def session(*, expired: bool) -> str:
    store = SessionStore()
    store["words"] = "half typed"
    store.set_expiry(-60 if expired else 3600)
    store.save()
    return str(store.session_key)


def test_due_work_ends_expired_sessions_and_old_keys_and_leaves_the_others() -> None:
    session(expired=True)
    lasting = session(expired=False)
    now = clock.now()
    for key, days in {"old": 3, "fresh": 1}.items():
        SavedPost.objects.create(actor_id=new_id(), key=key, saved_at=now - timedelta(days=days))

    call_command("do_due_work")
    call_command("do_due_work")

    assert list(Session.objects.values_list("pk", flat=True)) == [lasting]
    assert list(SavedPost.objects.values_list("key", flat=True)) == ["fresh"]


def test_many_rows_go_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expiring, "A_BATCH", 2)
    then = clock.now() - timedelta(days=9)
    SavedPost.objects.bulk_create(SavedPost(actor_id=new_id(), key=str(n), saved_at=then) for n in range(5))

    assert expiring.end_what_expired() == 5
    assert not SavedPost.objects.exists()


def test_every_model_that_is_no_row_of_ours_says_when_it_ends_or_why_it_stays() -> None:
    """Rows with an id of their own are records, with rules of their own; whatever else is written ends some day."""
    others = {model._meta.label for model in apps.get_models() if not issubclass(model, Row)}

    assert others - {each.model for each in expiring.EXPIRES} == set(STAYS)
