"""The survey on paper, to print: the same for everybody, so it carries no name and no code."""

from typing import ClassVar

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language

from ownpath.surveys import queries
from ownpath.surveys.packs import Pack
from ownpath.web.pdf import CannotMakePdf, pdf_of

from .base import Page


class BlankPaper(Page):
    """The page to print. Each door says where its PDF is."""

    template = "paper/paper.html"
    pdf: ClassVar[str]

    def get(self, *_args: object) -> HttpResponse:
        """The page."""
        return self.show()

    def show(self, *, has_no_pdf: bool = False) -> HttpResponse:
        """The page, with why there is no PDF where one was asked for."""
        pack = queries.asked_on_paper(actor=self.actor)
        return self.page(pack=pack, pdf=self.pdf, has_no_pdf=has_no_pdf, is_pdf=False)


class BlankPaperPdf(BlankPaper):
    """The same as a file."""

    def get(self, *_args: object) -> HttpResponse:
        """The file; where none can be made, the page and one sentence."""
        pack = queries.asked_on_paper(actor=self.actor)
        try:
            made = _pdf(pack, get_language() or "")
        except CannotMakePdf:
            return self.show(has_no_pdf=True)
        response = HttpResponse(made, content_type="application/pdf")
        response.headers["Content-Disposition"] = f'inline; filename="{pack.id}.pdf"'
        return response


def _pdf(pack: Pack, language: str) -> bytes:
    """Made once for each language of a pack: a pack never changes."""
    key = pack.id, pack.version, pack.language, language
    if key not in _made:
        context = {"pack": pack, "pdf": "", "has_no_pdf": False, "is_pdf": True}
        _made[key] = pdf_of(render_to_string("paper/paper.html", context))
    return _made[key]


_made: dict[tuple[str, int, str, str], bytes] = {}
