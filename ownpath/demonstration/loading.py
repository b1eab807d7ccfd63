"""Loading the demonstration: all of it at once, or nothing."""

from collections.abc import Sequence
from random import Random
from typing import Any

from django.apps import apps
from django.db import transaction

from ownpath.core.actor import system
from ownpath.core.models import AuditEvent
from ownpath.core.progress import progress
from ownpath.organisations import row_security
from ownpath.organisations.models import Authority
from ownpath.surveys.actions import load_pack
from ownpath.surveys.models import SurveyPack
from ownpath.surveys.packs.file import STARTER, STARTER_TRANSLATIONS, read_pack
from ownpath.surveys.queries import loaded_pack

from . import invention, rows, service, tour
from .names import Names
from .sizes import Size

SEED = 903  # the number of the return


class NotADemonstration(Exception):
    """These settings are not the demonstration's: nobody may be invented here."""


def load(sizes: Sequence[Size]) -> bool:
    """Invent and save the authorities, and say whether that was needed: what is there already stays as it is."""
    if not apps.is_installed("ownpath.demonstration"):
        raise NotADemonstration
    with row_security.everything(reason="The demonstration fills more than one authority."), transaction.atomic():
        if Authority.objects.filter(code__in=[size.code for size in sizes]).exists():
            return False
        _save(invent(sizes, starter_pack()))
    return True


def invent(sizes: Sequence[Size], pack: SurveyPack) -> rows.Rows:
    """All rows, unsaved: the same at every time for the same sizes, pack and moment."""
    rng = Random(SEED)  # noqa: S311 - a fixed seed is the point
    written, known = rows.Rows(), Names(rng, (guide.name for guide in tour.GUIDES))
    for size in sizes:
        founded = service.found(rng, written, known, size, tour.staff(size.code))
        lives = invention.lives(rng, written, known, founded, pack, size.young_people)
        for _ in progress(lives, f"Inventing {size.name}", total=size.young_people):
            pass
        written.add(
            AuditEvent(kind="change", verb="demonstration.seed", actor_role="system", authority_id=founded.authority.pk)
        )
    return written


def _save(written: rows.Rows) -> None:
    batches = written.batches()
    rows.save(iter(progress(batches, "Saving", total=len(batches))))


def starter_pack() -> SurveyPack:
    """The pack that we ship, loaded if it was not yet, and its translations with it."""
    english = _loaded(starter_document())
    for path in STARTER_TRANSLATIONS:
        _loaded(read_pack(path.read_bytes()))
    return english


def _loaded(document: dict[str, Any]) -> SurveyPack:
    actor = system(None)
    return loaded_pack(actor=actor, document=document) or load_pack(actor=actor, document=document)


def starter_document() -> dict[str, Any]:
    """The words of the pack that we ship."""
    return read_pack(STARTER.read_bytes())
