"""A page as a PDF: tagged, so that it can be read aloud, and made without asking anybody for anything."""

import logging
from pathlib import Path

from django.conf import settings

logger = logging.getLogger(__name__)

STYLES = Path(settings.BASE_DIR, "ownpath", "web", "static", "paper.css")


class CannotMakePdf(Exception):
    """The machine lacks what PDFs are made with. The page itself can be printed."""


def pdf_of(html: str) -> bytes:
    """The PDF of a page that needs nothing but `paper.css`. Raises `CannotMakePdf` where Pango is missing."""
    try:
        # Only here: it loads libraries of the system, without which everything else still works.
        from weasyprint import CSS, HTML
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError) as error:
        logger.warning("No PDF can be made here: %s.", type(error).__name__)
        raise CannotMakePdf from error

    class Nothing(URLFetcher):
        """Fetches nothing, from nowhere."""

        def fetch(self, url: str, headers: object = None) -> object:
            """Refuse."""
            raise ValueError(url)

    styles = CSS(string=STYLES.read_text(), url_fetcher=Nothing())
    made: bytes = HTML(string=html, url_fetcher=Nothing()).write_pdf(stylesheets=[styles], pdf_variant="pdf/ua-1")
    return made
