from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ownpath.organisations.due import do_due_work


class Command(BaseCommand):
    """Does what is due at every authority, once. A timer of the machine calls it every minute or so."""

    help = "Do what is due without anybody pressing anything: reminders, and asks that nobody answered in time."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Do it; say how many pieces failed, so that whoever watches the timer sees it."""
        if failed := do_due_work():
            raise CommandError(f"{failed} pieces of work failed. The log names them; the next round tries them again.")
