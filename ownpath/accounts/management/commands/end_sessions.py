from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ownpath.accounts.models import User
from ownpath.core import sessions


class Command(BaseCommand):
    """Signs one person out everywhere, or everybody. Nothing that was saved is lost."""

    help = "Sign somebody out on every device, or everybody. They sign in again with a new code."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whose sessions: one of the two."""
        whose = parser.add_mutually_exclusive_group(required=True)
        whose.add_argument("--email", help="The address that they sign in with.")
        whose.add_argument("--everybody", action="store_true")

    def handle(self, *_args: Any, email: str | None, **_options: Any) -> None:
        """End them, and say how many there were. A name or an address is not repeated."""
        if email is None:
            ended = sessions.end_all()
        else:
            user = User.objects.filter(email=email.strip().lower()).first()
            if user is None:
                raise CommandError("Nobody signs in with this address. Nothing was changed.")
            ended = sessions.end_of(user.pk)
        self.stdout.write(f"{ended} {'session' if ended == 1 else 'sessions'} ended.")
