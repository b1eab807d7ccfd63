"""Find every text for people, and bring each language's catalogue up to date: `make messages`.

Catalogues name no file and no line, so that a moved line changes none of them, and are sorted, so that two people who
add a text each seldom meet in one place.
"""

from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from ownpath.settings.base import LANGUAGES_OF_STAFF

ROOT = Path(__file__).parent.parent
LOCALE = ROOT / "ownpath" / "locale"
WIDTH = 120
METHODS = [("**.py", "python"), ("**/templates/**.html", "jinja2"), ("**/templates/**.txt", "jinja2")]
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
}
JINJA = {"newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}


# What only staff see: a language in which their pages are not offered need not have it.
OF_STAFF = (
    "demonstration/",
    "insight/",
    "returns/",
    "web/gallery/",
    "web/staff/",
    "web/templates/gallery/",
    "web/templates/layouts/staff.html",
    "web/templates/staff/",
)
# Pieces of theirs that pages of young people use too.
OF_ALL = (
    "demonstration/templates/demonstration/banner.html",
    "returns/codes.py",
    "web/templates/staff/_links.html",
)


def extracted(code: str) -> Catalog:
    """Every text that somebody may read in this language."""
    found = Catalog()
    options = {pattern: JINJA for pattern, method in METHODS if method == "jinja2"}
    texts = extract_from_dir(ROOT / "ownpath", METHODS, options, KEYWORDS, ["Translators:"], strip_comment_tags=True)
    for path, _line, text, comments, _context in texts:
        if code in LANGUAGES_OF_STAFF or path in OF_ALL or not path.startswith(OF_STAFF):
            found.add(text, auto_comments=comments)
    return found


def catalogues() -> Iterator[tuple[str, Path]]:
    """The code and the file of each language that has a catalogue."""
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/django.po")):
        yield path.parent.parent.name, path


def read(code: str, text: str) -> Catalog:
    """The catalogue in the text of a file."""
    return read_po(StringIO(text), locale=code)


def updated(code: str, text: str) -> str:
    """The text of a catalogue with what is new, and without what is gone. Nothing is guessed from what looks alike."""
    catalogue = read(code, text)
    catalogue.update(extracted(code), no_fuzzy_matching=True)
    written = BytesIO()
    write_po(written, catalogue, WIDTH, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    return text.partition("\n\n")[0] + "\n\n" + written.getvalue().decode()


def untranslated(catalogue: Catalog) -> list[str]:
    """The texts that are not translated, or only guessed."""
    return [str(message.id) for message in catalogue if message.id and (message.fuzzy or not _is_whole(message))]


def _is_whole(message: Message) -> bool:
    return all([message.string] if isinstance(message.string, str) else message.string or [""])


def main() -> None:
    """Update every catalogue and say what is left to translate in it."""
    for code, path in catalogues():
        path.write_text(updated(code, path.read_text()))
        catalogue = read(code, path.read_text())
        print(f"{code}: {len(catalogue)} texts, {len(untranslated(catalogue))} to translate")


if __name__ == "__main__":
    main()
