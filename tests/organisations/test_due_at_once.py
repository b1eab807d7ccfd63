"""Several do what is due at the same moment, as two servers and a timer may: each thing happens once."""

from datetime import timedelta

import pytest
from django.core import mail
from pytest_django import Settings

from ownpath.core import clock
from ownpath.core.actor import system
from ownpath.organisations import due
from ownpath.support import actions as support
from ownpath.support.enums import AskKind
from ownpath.surveys.models import Reminder
from tests import factories
from tests.racing import at_once, shared_database

__all__ = ["shared_database"]


def test_four_at_once_send_each_mail_once(shared_database: None, settings: Settings) -> None:
    factories.pack()
    council = factories.authority()
    yara = factories.young_person(council, phone="07700 900123")
    factories.standards(council, duty_emails="duty@example.org", climb_minutes=60)
    team = factories.team(council)
    ines, mo = factories.adviser(council, team=team), factories.manager(council, "Mo Made-Up", team=team)
    factories.allocate(yara, ines)
    working, settings.MAILERS = settings.MAILERS, {"default": {"BACKEND": "tests.support.test_not_safe.BrokenLine"}}
    with clock.held_at(clock.now() - timedelta(hours=3)):
        support.raise_ask(actor=factories.actor(yara), kind=AskKind.NOT_SAFE)
    settings.MAILERS = working
    draft = factories.response(yara, sent_at=None)
    Reminder.objects.create(
        authority=council, young_person=yara, response=draft, due_at=clock.now() - timedelta(hours=1)
    )

    failed = at_once(*[(system(None), due.do_due_work)] * 4)

    assert failed == [0] * 4
    assert yara.user is not None
    assert sorted(to for each in mail.outbox for to in each.to) == sorted(
        [ines.email, "duty@example.org", mo.email, yara.user.email]
    )


def test_of_four_who_look_whether_it_is_their_turn_one_does_it(
    shared_database: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    monkeypatch.setattr(due, "do_due_work", lambda: done.append("done"))

    at_once(*[(system(None), due.do_due_work_in_turn)] * 4)
    due.do_due_work_in_turn()
    assert done == ["done"]

    with clock.held_at(clock.now() + timedelta(seconds=61)):
        due.do_due_work_in_turn()
    assert done == ["done"] * 2
