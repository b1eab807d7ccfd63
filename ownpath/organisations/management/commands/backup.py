from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ownpath.organisations.backup import BackupFailedError, backup


class Command(BaseCommand):
    help = "Write the whole database, encrypted for BACKUP_RECIPIENT, into a folder. The service may go on meanwhile."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *_args: Any, folder: Path, **_options: Any) -> None:
        try:
            self.stdout.write(str(backup(folder)))
        except BackupFailedError as refusal:
            raise CommandError(str(refusal)) from None
