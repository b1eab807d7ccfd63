"""The survey on paper, to print: the same for everybody, so it carries no name and no code."""

from functools import cached_property
from typing import ClassVar

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language

from ownpath.core.turns import Kind
from ownpath.surveys import queries
from ownpath.surveys.packs import Pack
from ownpath.web.pdf import CannotMakePdf, pdf_of

from .base import Page
from .costly import CostlyPage


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


class BlankPaperPdf(CostlyPage, BlankPaper):
    """The same as a file. Each process makes it once for each language of a pack: a pack never changes."""

    counted_as = Kind("paper", at_once=1)

    @cached_property
    def pack(self) -> Pack:
        """What is asked."""
        return queries.asked_on_paper(actor=self.actor)

    def is_made(self) -> bool:
        """Whether this process made it before."""
        return _key(self.pack) in _made

    def get(self, *_args: object) -> HttpResponse:
        """The file; where none can be made, the page and one sentence."""
        try:
            made = _pdf(self.pack)
        except CannotMakePdf:
            return self.show(has_no_pdf=True)
        response = HttpResponse(made, content_type="application/pdf")
        response.headers["Content-Disposition"] = f'inline; filename="{self.pack.id}.pdf"'
        return response


def _pdf(pack: Pack) -> bytes:
    key = _key(pack)
    if key not in _made:
        context = {"pack": pack, "pdf": "", "has_no_pdf": False, "is_pdf": True}
        _made[key] = pdf_of(render_to_string("paper/paper.html", context))
    return _made[key]


type _Key = tuple[str, int, str, str]
_made: dict[_Key, bytes] = {}


def _key(pack: Pack) -> _Key:
    return pack.id, pack.version, pack.language, get_language() or ""
