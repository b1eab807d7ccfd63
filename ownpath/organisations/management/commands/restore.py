from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ownpath.organisations.backup import BackupFailedError, restore


class Command(BaseCommand):
    help = "Bring a backup into an empty database, and compare every table with what was backed up."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--identity", type=Path, required=True, help="the file that holds the secret age key")

    def handle(self, *_args: Any, file: Path, identity: Path, **_options: Any) -> None:
        try:
            tables = restore(file, identity)
        except BackupFailedError as refusal:
            raise CommandError(str(refusal)) from None
        rows = sum(count for count, _ in tables.values())
        self.stdout.write(f"Restored: {len(tables)} tables, {rows} rows, each as it was backed up.")
