from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from ownpath.core.actor import system
from ownpath.core.documents.faults import FaultyFile
from ownpath.core.documents.nodes import MOST_BYTES
from ownpath.organisations import row_security
from ownpath.organisations.actions import choose_survey
from ownpath.organisations.models import Authority
from ownpath.organisations.queries import authority_with_code
from ownpath.surveys.actions import PackRefused, load_pack
from ownpath.surveys.models import SurveyPack
from ownpath.surveys.packs.file import read_pack
from ownpath.surveys.queries import loaded_pack


class Command(BaseCommand):
    """Loads one survey pack whole, or says everything that is wrong with it and loads nothing."""

    help = "Load a survey pack from a YAML file. docs/survey-packs.md says how to write one."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, and the authority that asks from it."""
        parser.add_argument("file", type=Path, help="The pack, such as my-survey.en.yaml.")
        parser.add_argument("--use-for", metavar="CODE", help="The code of an authority that asks from it from now on.")

    def handle(self, *_args: Any, file: Path, use_for: str | None, **_options: Any) -> None:
        """Read, load, choose: all of it or nothing."""
        try:
            document = read_pack(_content(file))
            with row_security.everything(reason="A pack is the same for everybody."), transaction.atomic():
                authority = _authority(use_for) if use_for is not None else None
                pack = self._load(document)
                if authority is not None:
                    self._choose(authority, pack)
        except FaultyFile as faulty:
            raise CommandError(f"{file} is not right yet, so nothing was loaded.\n{faulty}") from faulty
        except PackRefused as refused:
            raise CommandError(f"{refused} Nothing was loaded.") from refused

    def _load(self, document: dict[str, Any]) -> SurveyPack:
        name = f"{document['id']}, version {document['version']}, in {document['language']}"
        loaded = loaded_pack(actor=system(None), document=document)
        if loaded is not None:
            self.stdout.write(f"{name}, was loaded before, word for word. Nothing was changed.")
            return loaded
        pack = load_pack(actor=system(None), document=document)
        self.stdout.write(f"{name}, is loaded. It asks about {len(document['areas'])} areas.")
        return pack

    def _choose(self, authority: Authority, pack: SurveyPack) -> None:
        if authority.survey_pack == pack.slug:
            self.stdout.write(f"{authority.name} asks from it already.")
            return
        choose_survey(actor=system(authority.pk), authority=authority, slug=pack.slug)
        self.stdout.write(f"{authority.name} asks from it from now on.")


def _content(file: Path) -> bytes:
    """The file's bytes, or one more than a pack may have: enough to know that it is too large."""
    try:
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}. Nothing was loaded.") from error


def _authority(code: str) -> Authority:
    authority = authority_with_code(code)
    if authority is None:
        raise CommandError(f"There is no authority with the code {code}. Nothing was loaded.")
    return authority
