"""What the signs of a PDF say, for who reads it aloud, searches or copies it.

WeasyPrint notes the text of each sign (glyph) where it first draws it. Where signs are drawn in one place, as Arabic
marks are over their letter, it gives the whole text to one of them and none to the other, for the whole file. So each
sign is taught what it says beforehand, from the font itself.
"""

from functools import lru_cache
from io import BytesIO
from typing import Any
from unicodedata import mirrored, normalize

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

SHAPES = range(0xFB00, 0xFF00)  # of letters that have codes of their own
AFTER_EVERYDAY_LETTERS = 0x0660  # a shape that several letters share says the one that our languages write
SINGLE, LIGATURE, EXTENSION = 1, 4, 7


@lru_cache(8)
def texts_of(font_file: bytes, index: int = 0) -> dict[int, str]:
    """The text of each sign of a font that has one, by the sign's number: letters in all their shapes, marks and
    ligatures. A letter's shape says the letter.
    """
    font: Any = TTFont(BytesIO(font_file), fontNumber=index, lazy=True)
    steps = _steps(font)
    texts: dict[str, str] = {}
    codes = sorted((font.getBestCmap() or {}).items())
    for turn in (range(AFTER_EVERYDAY_LETTERS), range(AFTER_EVERYDAY_LETTERS, 0x110000)):
        for code, name in codes:
            if code in turn:
                texts.setdefault(name, normalize("NFKC", chr(code)) if code in SHAPES else chr(code))
        while _follow(steps, texts):
            pass
    return {font.getGlyphID(name): text for name, text in texts.items()}


def _steps(font: TTFont) -> list[Any]:
    lookups = font["GSUB"].table.LookupList if "GSUB" in font else None
    return [table for lookup in (lookups.Lookup if lookups else ()) for table in _plain(lookup)]


def _plain(lookup: Any) -> list[Any]:
    tables = [table.ExtSubTable if table.LookupType == EXTENSION else table for table in lookup.SubTable]
    return [table for table in tables if table.LookupType in (SINGLE, LIGATURE)]


def _follow(steps: list[Any], texts: dict[str, str]) -> bool:
    """Learn the text of what these make of signs that are known; whether there was any."""
    before = len(texts)
    for table in steps:
        if table.LookupType == SINGLE:
            for one, other in sorted(table.mapping.items(), key=lambda pair: texts.get(pair[0], "")):
                if one in texts:
                    texts.setdefault(other, texts[one])
        else:
            for first, ligatures in table.ligatures.items():
                for made in ligatures:
                    parts = [first, *made.Component]
                    if all(part in texts for part in parts):
                        texts.setdefault(made.LigGlyph, "".join(texts[part] for part in parts))
    return len(texts) > before


class Texts(dict[int, str]):
    """What WeasyPrint notes of each sign that it draws. One letter to a sign is right as it notes it, but for
    brackets, which a line from right to left turns round; the font knows the rest better.
    """

    def __init__(self, known: dict[int, str]) -> None:
        super().__init__()
        self.known = known

    def __setitem__(self, sign: int, text: str) -> None:
        is_clear = len(text) == 1 and not mirrored(text)
        super().__setitem__(sign, text if is_clear else self.known.get(sign, text))


def teach(stream: Any) -> None:
    """Have WeasyPrint's module `stream` know what signs say before any is drawn. Once for a process."""
    if not hasattr(stream.Font, "untaught"):
        stream.Font = type("Font", (stream.Font,), {"untaught": stream.Font, "__init__": _begin})


def _begin(self: Any, *of: Any) -> None:
    self.untaught.__init__(self, *of)
    self.to_unicode = Texts(texts_of(self.file_content, self.index))
