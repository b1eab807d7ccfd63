"""The packs that were read already, and which of them are translations of one another.

A stored pack is never changed, so its view is kept for good under its id. Translations may come later, so which there
are is looked up again after a while.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import get_language

from ownpath.core import clock
from ownpath.surveys.models import SurveyPack

from .view import Pack, view_of

FALLBACK_LANGUAGE = "en"
_LOOKED_UP_AGAIN_AFTER = timedelta(minutes=1)
_packs: dict[UUID, Pack] = {}
_translations: dict[UUID, tuple[datetime, dict[str, UUID]]] = {}


def pack_of(row: SurveyPack) -> Pack:
    """The typed view of a stored pack. No query once it was read, even when the row's document is deferred."""
    if row.pk not in _packs:
        _packs[row.pk] = view_of(row.document)
    return _packs[row.pk]


def pack_with_id(pack_id: UUID, language: str = "") -> Pack:
    """The pack with this id, as a response names it, in the language of the page or the one given: the translation of
    the same version where there is one, else in English, else as it is. One query the first time, then none; one more,
    at most once a minute, for a pack in another language than the page's.
    """
    stored = _packs.get(pack_id) or pack_of(SurveyPack.objects.get(pk=pack_id))
    codes = list(preferred(language))
    if stored.language.lower() in codes[:-1]:
        return stored
    translations = _translations_of(pack_id, stored)
    found = next((translations[code] for code in codes if code in translations), pack_id)
    return _packs.get(found) or pack_of(SurveyPack.objects.get(pk=found))


def preferred(language: str = "") -> Iterator[str]:
    """The codes, in small letters, under which words may be found: the language, without its country, then English."""
    wanted = (language or get_language() or FALLBACK_LANGUAGE).lower()
    yield from (wanted, wanted.partition("-")[0], FALLBACK_LANGUAGE)


def _translations_of(pack_id: UUID, stored: Pack) -> dict[str, UUID]:
    looked_up_at, found = _translations.get(pack_id, (None, {}))
    if looked_up_at is None or abs(clock.now() - looked_up_at) > _LOOKED_UP_AGAIN_AFTER:
        rows = SurveyPack.objects.filter(slug=stored.id, version=stored.version).values_list("language", "pk")
        found = {language.lower(): pk for language, pk in rows}
        _translations[pack_id] = clock.now(), found
    return found
