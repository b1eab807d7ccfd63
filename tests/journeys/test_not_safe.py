"""“I don’t feel safe”, and nobody answers in time."""

from collections.abc import Callable
from datetime import timedelta

from django.core.mail import EmailMessage
from django.core.management import call_command

from ownpath.core import clock
from ownpath.support.models import Ask
from tests import factories

from .walker import Walker


def test_what_nobody_answers_climbs_to_the_manager(
    new_walker: Callable[..., Walker], mailoutbox: list[EmailMessage]
) -> None:
    yara = factories.young_person(factories.authority())
    ines, mo = factories.adviser(yara.authority, "Ines Invented"), factories.manager(yara.authority, "Mo Made-Up")
    factories.allocate(yara, ines)
    factories.standards(yara.authority, duty_emails="duty@example.org")
    her, his = new_walker(), new_walker()
    her.is_signed_in_as(yara)
    his.is_signed_in_as(mo)

    her.opens("/my/help/")
    her.presses("I don’t feel safe")
    her.reads_heading("We’ve told Ines and the duty team")
    her.reads("Call 999")
    her.reads("Ines Invented was told by email")
    her.reads("The duty team was told by email")
    assert {letter.to[0] for letter in mailoutbox} == {ines.email, "duty@example.org"}
    his.opens("/staff/overview/")
    his.does_not_read("nobody has spoken with them in time")

    # An hour goes by. The server has a clock of its own, so it is the press that moves back.
    Ask.objects.update(opened_at=clock.now() - timedelta(minutes=61))
    call_command("do_due_work")

    assert [letter.to for letter in mailoutbox][2:] == [[mo.email]]
    her.opens("/my/help/")
    her.reads("Nobody has spoken to you in time.")
    her.reads("Mo Made-Up was told by email")
    his.opens("/staff/overview/")
    his.presses("Yara Notreal")
    his.reads_heading("I don’t feel safe Yara Notreal")
    his.presses("Record a contact")
    his.chooses("Call")
    his.writes("What was said and done", "She is at her aunt's, and safe.")
    his.page.locator("label", has_text="They don’t feel safe").click()
    his.presses("Save the contact")
    his.opens("/staff/overview/")
    his.does_not_read("nobody has spoken with them in time")
    her.opens("/my/help/")
    her.reads_heading("I need help now")
