"""“I don’t feel safe”: who sees it in the first minute, who ends it, and what happens when nobody answers in time."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.mail import EmailMessage
from django.core.management import call_command

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.people.models import YoungPerson
from ownpath.support.enums import AskKind
from ownpath.support.models import Ask
from tests import factories

from .walker import Walker


@pytest.fixture
def yara() -> YoungPerson:
    yara = factories.young_person(factories.authority(), phone="07700 900111")
    factories.allocate(yara, factories.adviser(yara.authority, "Ines Invented", phone="01632 960114"))
    return yara


@pytest.fixture
def ines(yara: YoungPerson) -> User:
    adviser: User = yara.allocation_rows.get().adviser
    return adviser


def test_adviser_and_manager_see_it_in_the_first_minute_with_a_number_to_ring(
    new_walker: Callable[..., Walker], yara: YoungPerson, ines: User
) -> None:
    factories.told(yara, heading="contact", words="Text first. He picks up my phone.", may_call="text")
    hers, his, her = new_walker(), new_walker(), new_walker()
    her.is_signed_in_as(yara)
    hers.is_signed_in_as(ines)
    his.is_signed_in_as(factories.manager(yara.authority))

    her.opens("/my/help/")
    her.presses("I don’t feel safe")

    for walker in (hers, his):
        walker.opens("/home/")
        walker.reads("just now")
        walker.reads("Text first. He picks up my phone.")
        walker.reads("Don’t ring: text only.")
        walker.finds("document.querySelectorAll('.unsafe a[href^=\"tel:+447700900111\"]').length", 0)
        walker.finds("document.querySelector('.unsafe-do a').getAttribute('href')", "sms:+447700900111")
        walker.finds("document.querySelector('.unsafe').getBoundingClientRect().top < innerHeight / 2", True)


def test_contact_that_does_not_end_it_asks_why_and_one_from_the_box_ends_it(
    new_walker: Callable[..., Walker], yara: YoungPerson, ines: User
) -> None:
    ask = factories.ask(yara, kind=AskKind.NOT_SAFE, words="He is outside.")
    hers, her = new_walker(), new_walker()
    hers.is_signed_in_as(ines)
    her.is_signed_in_as(yara)

    hers.opens(f"/staff/people/{yara.pk}/contact/")
    hers.chooses("Message")
    hers.writes("What was said and done", "Wrote to her. She answered “later”.")
    hers.presses("Save the contact")
    hers.reads("A message is not enough: somebody has to speak with them.")
    hers.finds_written("What was said and done", "Wrote to her. She answered “later”.")
    hers.writes("why does it stay open?", "She rings me at six.")
    hers.presses("Save the contact")
    hers.reads_heading("Yara Notreal 19")
    her.opens(f"/my/asks/{ask.pk}/")
    her.reads("It stays open")
    her.reads("She rings me at six.")

    hers.opens("/staff/")
    hers.reads("She rings me at six.")
    hers.presses("Record what happened with Yara Notreal")
    hers.chooses("Call")
    hers.writes("What was said and done", "She is at her aunt's, and safe.")
    hers.presses("Save the contact")
    hers.opens("/staff/")
    hers.does_not_read("He is outside.")
    her.opens(f"/my/asks/{ask.pk}/")
    her.reads("spoke with you about it")


def test_duty_worker_who_is_nothing_else_handles_it_from_their_phone(
    new_walker: Callable[..., Walker], yara: YoungPerson, mailoutbox: list[EmailMessage]
) -> None:
    dot = factories.duty_worker(yara.authority, "Dot Nightjar")
    hers, her = new_walker(), new_walker()
    her.is_signed_in_as(yara)
    hers.is_signed_in_as(dot)
    hers.opens("/home/")
    hers.reads("Nobody. When someone says that they don’t feel safe")

    her.opens("/my/help/")
    her.presses("I don’t feel safe")
    assert dot.email in {letter.to[0] for letter in mailoutbox}

    hers.opens("/home/")
    hers.reads("Yara Notreal")
    hers.finds("document.querySelector('.unsafe-do a').getAttribute('href')", "tel:+447700900111")
    hers.presses("Record what happened with Yara Notreal")
    hers.chooses("No, I tried")
    hers.presses("Save")
    hers.reads("Dot Nightjar tried at")
    hers.presses("Record what happened with Yara Notreal")
    hers.writes("What was said and done", "Her aunt has fetched her.")
    hers.presses("Save")
    hers.reads("Choose whether it can end now.")
    hers.chooses("Yes: we have spoken, and nobody has to ring again now")
    hers.presses("Save")
    hers.reads_heading("Not safe now 0")
    hers.does_not_read("Yara Notreal")
    hers.opens(f"/staff/duty/{yara.pk}/")
    hers.finds_no_page()

    her.opens("/my/recorded/")
    her.reads("Her aunt has fetched her.")
    her.reads("Dot Nightjar")


def test_what_nobody_answers_is_a_managers_after_an_hour(
    new_walker: Callable[..., Walker], yara: YoungPerson, ines: User, mailoutbox: list[EmailMessage]
) -> None:
    mo = factories.manager(yara.authority, "Mo Made-Up")
    factories.standards(yara.authority, duty_emails="duty@example.org")
    her, his = new_walker(), new_walker()
    her.is_signed_in_as(yara)
    his.is_signed_in_as(mo)

    her.opens("/my/help/")
    her.presses("I don’t feel safe")
    her.reads("Ines Invented")
    assert {letter.to[0] for letter in mailoutbox} == {ines.email, "duty@example.org"}
    his.opens("/staff/overview/")
    his.reads("a manager is told")
    his.does_not_read("with the managers")

    # An hour goes by. The server has a clock of its own, so it is the press that moves back.
    Ask.objects.update(opened_at=clock.now() - timedelta(minutes=61))
    call_command("do_due_work")

    assert [letter.to for letter in mailoutbox][2:] == [[mo.email]]
    her.opens("/my/help/")
    her.reads("Mo Made-Up")
    his.opens("/staff/overview/")
    his.reads("with the managers")
    his.presses("Record what happened with Yara Notreal")
    his.chooses("Call")
    his.writes("What was said and done", "She is at her aunt's, and safe.")
    his.presses("Save the contact")
    his.opens("/staff/overview/")
    his.does_not_read("with the managers")
    her.opens("/my/help/")
    her.does_not_read("Mo Made-Up")
