"""A page as a PDF: tagged, so that it can be read aloud, and made without asking anybody for anything."""

import logging
from pathlib import Path

from django.conf import settings

from .pdf_text import teach

logger = logging.getLogger(__name__)

WEB = Path(settings.BASE_DIR, "ownpath", "web")
STYLES = WEB / "static" / "paper.css"
# It draws لا with two signs, so that a reader's program meets two letters in their order; most fonts draw one.
FONTS = {weight: WEB / "fonts" / f"NotoNaskhArabic-{name}.ttf" for weight, name in ((400, "Regular"), (700, "Bold"))}
OUR_FONTS = "".join(
    f'@font-face {{ font-family: "Noto Naskh Arabic"; font-weight: {weight}; src: url("{file.as_uri()}") }}\n'
    for weight, file in FONTS.items()
)
# Marks stay on the line of their letters: where they are moved up, readers' programs take them for a line of their own.
RIGHT_TO_LEFT = """
[dir="rtl"] body {
  font-family: "Noto Naskh Arabic", "DejaVu Sans", sans-serif;
  font-feature-settings: "mark" 0, "mkmk" 0;
}
"""


class CannotMakePdf(Exception):
    """The machine lacks what PDFs are made with. The page itself can be printed."""


def pdf_of(html: str) -> bytes:
    """The PDF of a page that needs nothing but `paper.css`. Raises `CannotMakePdf` where Pango is missing."""
    try:
        # Only here: it loads libraries of the system, without which everything else still works.
        from weasyprint import CSS, HTML
        from weasyprint.pdf import stream
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import URLFetcher, URLFetcherResponse
    except (ImportError, OSError) as error:
        logger.warning("No PDF can be made here: %s.", type(error).__name__)
        raise CannotMakePdf from error

    class OurFonts(URLFetcher):
        """Fetches our own fonts, and nothing else from nowhere."""

        def fetch(self, url: str, headers: object = None) -> object:
            """A font, or a refusal."""
            for file in FONTS.values():
                if url == file.as_uri():
                    return URLFetcherResponse(url, file.read_bytes())
            raise ValueError(url)

    teach(stream)
    fetcher, fonts = OurFonts(), FontConfiguration()
    styles = CSS(string=STYLES.read_text() + OUR_FONTS + RIGHT_TO_LEFT, url_fetcher=fetcher, font_config=fonts)
    html_page = HTML(string=html, url_fetcher=fetcher)
    made: bytes = html_page.write_pdf(stylesheets=[styles], font_config=fonts, pdf_variant="pdf/ua-1")
    return made
