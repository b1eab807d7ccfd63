from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ownpath.core.actor import system
from ownpath.core.documents.faults import FaultyFile
from ownpath.core.documents.nodes import MOST_BYTES
from ownpath.organisations import row_security
from ownpath.organisations.queries import authority_with_code
from ownpath.support.actions import load_offer
from ownpath.support.offer.file import read_offer


class Command(BaseCommand):
    """Loads one authority's local offer whole, or says everything that is wrong with it and loads nothing."""

    help = "Load the local offer of an authority from a YAML file. docs/local-offer.md says how to write one."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whose offer, and the file."""
        parser.add_argument("authority", metavar="AUTHORITY", help="The authority's code.")
        parser.add_argument("file", metavar="FILE", type=Path, help="The offer, such as offer.yaml.")

    def handle(self, *_args: Any, authority: str, file: Path, **_options: Any) -> None:
        """Read, then load: all of it or nothing."""
        try:
            entries = read_offer(_content(file))
        except FaultyFile as faulty:
            raise CommandError(f"{file} is not right yet, so nothing was loaded.\n{faulty}") from faulty
        with row_security.everything(reason="The command names the authority."):
            found = authority_with_code(authority)
        if found is None:
            raise CommandError(f"There is no authority with the code {authority}. Nothing was loaded.")
        with row_security.only(found.pk):
            count, retired = load_offer(actor=system(found.pk), entries=entries)
        self.stdout.write(f"The offer of {found.name} has {count} entries now; {retired} were taken out.")


def _content(file: Path) -> bytes:
    """The file's bytes, or one more than a file may have: enough to know that it is too large."""
    try:
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}. Nothing was loaded.") from error
