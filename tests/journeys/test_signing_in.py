"""From the front page to one's own place, by the code from the e-mail."""

from django.core.mail import EmailMessage

from tests import factories

from .letters import code_in
from .walker import Walker


def test_adviser_signs_in_by_the_code_from_the_email(walker: Walker, mailoutbox: list[EmailMessage]) -> None:
    ines = factories.adviser(factories.authority())

    walker.opens("/")
    walker.presses("Sign in")
    walker.writes("Your email address", ines.email)
    walker.presses("Send me a code")
    walker.writes("The code", code_in(mailoutbox))
    walker.presses("Sign in")

    walker.stands_on("/staff/")


def test_it_works_without_script_and_by_keyboard(walker_without_script: Walker, mailoutbox: list[EmailMessage]) -> None:
    walker, yara = walker_without_script, factories.young_person(factories.authority())

    walker.opens("/sign-in/")
    walker.tabs_to("Your email address")
    walker.types(yara.user.email)
    walker.presses_key("Enter")
    walker.tabs_to("The code")
    walker.types(code_in(mailoutbox))
    walker.presses_key("Enter")

    walker.stands_on("/my/")
