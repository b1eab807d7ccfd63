"""What stands in the e-mails that walkers get."""

import re

from django.core.mail import EmailMessage


def code_in(mailoutbox: list[EmailMessage]) -> str:
    """The code in the one letter that was sent."""
    [letter] = mailoutbox
    found = re.search(r"^[A-Z0-9]{3,}-?[A-Z0-9]*$", str(letter.body), re.MULTILINE)
    assert found is not None
    return found[0]
