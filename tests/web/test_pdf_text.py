"""What a PDF says to whoever has it read aloud, searches it or copies from it is what stands on the page."""

import re
from html import unescape
from io import BytesIO

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import override
from pypdf import PdfReader
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

from ownpath.surveys.packs.file import STARTER, STARTER_TRANSLATIONS, read_pack
from ownpath.surveys.packs.view import view_of
from ownpath.web.pdf import pdf_of

PACKS = {pack["language"]: pack for pack in (read_pack(file.read_bytes()) for file in (STARTER, *STARTER_TRANSLATIONS))}
# Marks, each shape of lam with alef, both kinds of digits, and two directions in one line.
HARD = (
    "لا بلا لأن الآن للإقامة الأمان حاليًا كثيرًا جداً غالبًا علامة ثلاثة أسلّم مُعلِّم ثَلَاثَة ىٰ ئ ؤ ء",
    "عمري سنة وسأتصل بـ Rosa (غدًا)؟",
    "Café naïve fifty official “offer” Łukasz Øyvind",
)


SIGNS = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\x00-\x08]")


def words_of(text: str) -> set[str]:
    """Words and nothing between them."""
    return set(re.findall(r"[\w\u064b-\u0670]+", SIGNS.sub("", text)))


def without_marks(text: str) -> str:
    return re.sub(r"[\u064b-\u065f\u0670]", "", text)


def assert_read_by_both(pdf: bytes, words: set[str]) -> None:
    """One engine reads every word to the mark; the other may lay a mark at a word's end elsewhere."""
    by_pypdf = SIGNS.sub("", "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages))
    by_pdfium = SIGNS.sub("", "\n".join(page.get_textpage().get_text_range() for page in PdfDocument(pdf)))

    assert {word for word in words if word not in by_pypdf} == set()
    assert {word for word in words if without_marks(word) not in without_marks(by_pdfium)} == set()
    assert len([word for word in words if word not in by_pdfium]) <= len(words) / 50


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_every_word_of_the_paper_survey_comes_out_as_it_went_in(language: str) -> None:
    pack = view_of(PACKS.get(language.partition("-")[0]) or PACKS[language])
    with override(language):
        page = render_to_string("paper/paper.html", {"pack": pack, "pdf": "", "has_no_pdf": False, "is_pdf": True})

    assert_read_by_both(pdf_of(page), words_of(unescape(re.sub("<[^>]*>", " ", page.partition("<body>")[2]))))


@pytest.mark.parametrize("words", HARD)
def test_hard_words_come_out_as_they_went_in(words: str) -> None:
    direction = "rtl" if words[0] > "\u0600" else "ltr"
    one_by_one = "".join(f"<p>{word} <b>{word}</b></p>" for word in words.split())

    pdf = pdf_of(f'<html lang="ar" dir="{direction}"><body>{one_by_one}</body></html>')

    assert_read_by_both(pdf, words_of(words))
