"""Mail of the demonstration, readable where the server runs."""

from typing import override

from django.core.mail import EmailMessage
from django.core.mail.backends.console import EmailBackend


class ReadableEmailBackend(EmailBackend):
    """Prints a message as its reader sees it: as it travels, one letter beyond ASCII hides the link."""

    @override
    def write_message(self, message: EmailMessage) -> None:
        """Subject, who gets it, and the text."""
        heading = f"Subject: {message.subject}\nTo: {', '.join(message.to)}\n\n"
        self.stream.write(f"{heading}{message.body}{'-' * 79}\n")
