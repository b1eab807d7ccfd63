from argparse import ArgumentTypeError
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from ownpath.core import clock
from ownpath.core.actor import Actor, system
from ownpath.organisations import row_security
from ownpath.organisations.models import Authority
from ownpath.organisations.queries import authority_with_code
from ownpath.returns.actions import WrongFile, import_return
from ownpath.returns.queries import import_preview
from ownpath.returns.report import Names, new_file, report, told, write_findings
from ownpath.returns.ssda903.changes import Changes
from ownpath.returns.ssda903.files import Unreadable
from ownpath.returns.ssda903.findings import Table
from ownpath.returns.ssda903.reading import ReturnFiles, read_return


def year_end(text: str) -> date:
    """The 31 March with which a return year ends."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = date.min
    if (day.month, day.day) != (3, 31) or not 1990 <= day.year <= 2100:
        raise ArgumentTypeError(_("must be a 31 March, such as 2026-03-31"))
    if day > clock.today():
        raise ArgumentTypeError(_("must be the end of a year that has ended"))
    return day


class Command(BaseCommand):
    help = "Take in the files of an SSDA903 return: who is or was looked after at 16 or over, and care leavers."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--authority", required=True, metavar="CODE")
        for table in Table:
            parser.add_argument(f"--{table}", required=True, type=Path, metavar="FILE")
        parser.add_argument("--year-end", type=year_end, metavar="YYYY-03-31", help="Otherwise the episodes tell.")
        parser.add_argument("--dry-run", action="store_true", help="Write nothing; say what would change.")
        parser.add_argument("--strict", action="store_true", help="Take nothing if any row is faulty.")
        parser.add_argument("--report", type=Path, metavar="FILE", help="Also write every finding to a new CSV file.")

    def handle(self, **options: Any) -> None:
        authority = _authority(options["authority"])
        names = {table: options[table].name for table in Table}
        with _report_file(options["report"]) as file, row_security.only(authority.pk):
            files = self._read(options, file, names)
            changes, written = _import(system(authority.pk), files, options["dry_run"], options["strict"])
            if file:
                write_findings(file, [*changes.findings, *changes.children], names)
        for line in report(changes, names, files.year_end):
            self.stdout.write(line)
        self.stdout.write("")
        if changes.wrong:
            raise CommandError(
                _("Nothing was taken in: a file is wrong as a whole. Correct its export, and try again.")
            )
        if options["strict"] and changes.faults and not written:
            raise CommandError(_("Nothing was taken in: there are faulty rows, and --strict was given."))
        self.stdout.write(_("Taken in.") if written else _("Nothing was written: this was a dry run."))

    def _read(self, options: dict[str, Any], file: TextIO | None, names: Names) -> ReturnFiles:
        """The files; where they cannot be taken because of their rows, each of those is named first."""
        try:
            return read_return(options["header"], options["episodes"], options["oc3"], options["year_end"])
        except Unreadable as why:
            if file:
                write_findings(file, why.findings, names)
            for line in told(why.findings, names):
                self.stdout.write(line)
            raise CommandError(_("{why} Nothing was taken in.").format(why=why)) from None


def _authority(code: str) -> Authority:
    found = authority_with_code(code)
    if found is None:
        raise CommandError(_("There is no authority with the code {code}.").format(code=code))
    return found


def _report_file(path: Path | None) -> AbstractContextManager[TextIO | None]:
    try:
        return new_file(path) if path else nullcontext()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise CommandError(_("The report cannot be written: {why}.").format(why=why)) from None


def _import(actor: Actor, files: ReturnFiles, dry_run: bool, strict: bool) -> tuple[Changes, bool]:
    """The changes, and whether they were made."""
    if dry_run or strict:
        changes = import_preview(actor=actor, files=files)
        if dry_run or changes.faults:
            return changes, False
    try:
        return import_return(actor=actor, files=files), True
    except WrongFile as wrong:
        return wrong.changes, False
