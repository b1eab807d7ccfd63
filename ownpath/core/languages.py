"""The languages that Ownpath speaks, and in which of them somebody reads."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext

from .actor import Actor


@dataclass(frozen=True, slots=True)
class Language:
    """One language, by the name that its speakers call it."""

    code: str
    name: str

    @property
    def direction(self) -> str:
        """How it is written: `rtl` from right to left, else `ltr`."""
        return direction(self.code)

    @property
    def is_read(self) -> bool:
        """Whether the page is in it."""
        return self.code == translation.get_language()

    @property
    def note(self) -> str:
        """In the language itself: that nobody who speaks it has checked it yet; empty where somebody has."""
        if self.code not in settings.LANGUAGES_UNCHECKED:
            return ""
        with translation.override(self.code):
            return gettext("No speaker of this language has checked these words yet. Some may be wrong.")


def offered(actor: Actor | None) -> list[Language]:
    """The languages that somebody may choose from: all, but for staff only those in which their pages are complete."""
    return [Language(code, name) for code, name in settings.LANGUAGES if not _is_staff(actor) or _is_of_staff(code)]


def is_offered(actor: Actor | None, code: str) -> bool:
    """Whether somebody may choose this language."""
    return any(language.code == code for language in offered(actor))


def read_by(actor: Actor) -> str:
    """The language of somebody's pages: the one that they chose, else that of the page so far (the device's own, or
    the one chosen before signing in). Staff whose language is not complete for them read English.
    """
    wanted = (actor.language, translation.get_language() or "", settings.LANGUAGE_CODE)
    return next((code for code in wanted if is_offered(actor, code)), settings.LANGUAGE_CODE)


def direction(code: str) -> str:
    """How a language is written: `rtl` from right to left, else `ltr`."""
    return "rtl" if code.partition("-")[0] in settings.LANGUAGES_BIDI else "ltr"


def is_same(code: str) -> bool:
    """Whether words in this language are in that of the page; a country makes no difference."""
    return code.lower().partition("-")[0] == (translation.get_language() or "").partition("-")[0]


def name_of(code: str) -> str:
    """A language by the name that its speakers call it; one that Ownpath does not speak by its code."""
    return dict(settings.LANGUAGES).get(code, code)


def others(code: str) -> Iterator[str]:
    """The codes of all other languages."""
    return (other for other, _name in settings.LANGUAGES if other != code)


def _is_staff(actor: Actor | None) -> bool:
    return actor is not None and actor.young_person_id is None


def _is_of_staff(code: str) -> bool:
    return code in settings.LANGUAGES_OF_STAFF
