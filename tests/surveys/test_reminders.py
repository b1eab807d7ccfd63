"""Reminders: only where chosen, once, about nothing, and back to the place that was left."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.mail import EmailMessage

from ownpath.about_me.enums import Heading, Safe
from ownpath.core import clock
from ownpath.core.access import NotAllowed, NotVisible
from ownpath.core.actor import system
from ownpath.people.models import YoungPerson
from ownpath.surveys import actions, queries
from ownpath.surveys.enums import RemindIn
from ownpath.surveys.models import Reminder, Response
from ownpath.surveys.tasks import remind
from tests import factories
from tests.client import Client
from tests.web.pressing import press

pytestmark = pytest.mark.django_db

SECRET = "It is damp."


@pytest.fixture(autouse=True)
def in_the_afternoon() -> Iterator[None]:
    """Reminders go out in the morning, so whoever chose in the afternoon has theirs within so many times 24 hours."""
    with clock.held_at(datetime(2026, 11, 27, 14, tzinfo=UTC)):
        yield


@pytest.fixture
def yara() -> YoungPerson:
    factories.pack()
    return factories.young_person(factories.authority())


@pytest.fixture
def draft(yara: YoungPerson) -> Response:
    begun = factories.response(yara, sent_at=None)
    factories.answer(begun, "home", words=SECRET)
    return begun


@pytest.mark.parametrize("chosen", [datetime(2026, 3, 27, 23, 50, tzinfo=UTC), datetime(2026, 3, 27, 3, tzinfo=UTC)])
def test_reminder_that_is_chosen_at_night_comes_in_the_morning(
    draft: Response, yara: YoungPerson, chosen: datetime
) -> None:
    """The clocks go forward on 29 March: it is ten o'clock by the clock."""
    with clock.held_at(chosen):
        for remind_in, due in ((RemindIn.ONE_DAY, (28, 10)), (RemindIn.THREE_DAYS, (30, 9))):
            actions.choose_reminder(actor=factories.actor(yara), remind_in=remind_in)
            at = Reminder.objects.get(stopped_at=None).due_at
            assert (at.day, at.hour, at.minute) == (*due, 0)


def work(of: YoungPerson, callbacks: Any, *, days: int = 0) -> None:
    with clock.held_at(clock.now() + timedelta(days=days, minutes=1)), callbacks(execute=True):
        remind(actor=system(of.authority_id))


def test_reminder_goes_out_once_to_their_own_address_and_says_nothing(
    draft: Response, yara: YoungPerson, mailoutbox: list[EmailMessage], django_capture_on_commit_callbacks: Any
) -> None:
    actions.choose_reminder(actor=factories.actor(yara), remind_in=RemindIn.THREE_DAYS)

    for days in (2, 3, 4):
        work(yara, django_capture_on_commit_callbacks, days=days)

    (mail,) = mailoutbox
    assert mail.to == [yara.user.email]
    assert "/my/survey/start/go-on/" in mail.body
    assert not [word for word in (SECRET, "Home", "survey.") if word in f"{mail.subject} {mail.body}"]


@pytest.mark.parametrize("why", ["sent", "stopped", "chosen again", "no sign-in", "email is not safe", "elsewhere"])
def test_reminder_does_not_go_out(
    why: str,
    draft: Response,
    yara: YoungPerson,
    mailoutbox: list[EmailMessage],
    django_capture_on_commit_callbacks: Any,
) -> None:
    me = factories.actor(yara)
    actions.choose_reminder(actor=me, remind_in=RemindIn.ONE_DAY)
    of = yara
    if why == "sent":
        actions.send_response(actor=me, response_id=draft.pk)
    elif why == "stopped":
        actions.choose_reminder(actor=me, remind_in=RemindIn.NEVER)
    elif why == "chosen again":
        actions.choose_reminder(actor=me, remind_in=RemindIn.ONE_WEEK)
    elif why == "no sign-in":
        type(yara.user).objects.update(is_active=False)
    elif why == "email is not safe":
        factories.told(yara, Heading.CONTACT, may_email=Safe.NO)
    else:
        of = factories.young_person(factories.authority())

    work(of, django_capture_on_commit_callbacks, days=2)

    assert mailoutbox == []


def test_who_said_that_email_is_not_safe_is_told_that_none_is_sent_and_can_still_stop_one(
    client: Client, draft: Response, yara: YoungPerson
) -> None:
    me = factories.actor(yara)
    actions.choose_reminder(actor=me, remind_in=RemindIn.ONE_DAY)
    factories.told(yara, Heading.CONTACT, may_email=Safe.NO)
    client.force_login(yara.user)

    with pytest.raises(NotAllowed):
        actions.choose_reminder(actor=me, remind_in=RemindIn.ONE_WEEK)
    assert press(client, "/my/survey/start/remind/", remind_in="never").status_code == 302

    assert queries.own_reminder(actor=me) is None
    page = client.get("/my/survey/start/remind/").content.decode()
    assert "So we do not send you one." in page
    assert 'name="remind_in"' not in page


def test_only_who_can_sign_in_and_has_begun_something_is_reminded(yara: YoungPerson) -> None:
    lone = factories.young_person(yara.authority, with_user=False)
    sitting = factories.sitting(lone, factories.adviser(yara.authority))
    handed = queries.sitting_actor(actor=system(yara.authority_id), sitting_id=sitting.pk)
    assert handed is not None

    with pytest.raises(NotAllowed):
        actions.choose_reminder(actor=handed, remind_in=RemindIn.ONE_DAY)
    with pytest.raises(NotVisible):
        actions.choose_reminder(actor=factories.actor(yara), remind_in=RemindIn.ONE_DAY)

    assert not Reminder.objects.exists()


def test_page_chooses_shows_and_stops_it_and_the_mail_leads_back(
    client: Client, draft: Response, yara: YoungPerson
) -> None:
    client.force_login(yara.user)
    page = "/my/survey/start/remind/"
    assert client.get("/my/survey/start/go-on/").headers["Location"] == "/my/survey/money/"

    assert press(client, page, remind_in="3").headers["Location"] == "/my/survey/"
    assert "You chose to be reminded on" in client.get(page).content.decode()
    press(client, page, remind_in="never")

    assert queries.own_reminder(actor=factories.actor(yara)) is None
    assert press(client, page, remind_in="99").status_code == 422
    assert Reminder.objects.count() == 1


def test_without_anything_begun_the_page_says_so(client: Client, yara: YoungPerson) -> None:
    client.force_login(yara.user)

    assert "There is nothing to remind you of." in client.get("/my/survey/start/remind/").content.decode()
    assert client.post("/my/survey/start/remind/", {"remind_in": "3"}).headers["Location"] == "/my/survey/"
