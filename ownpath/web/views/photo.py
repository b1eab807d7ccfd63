"""Showing a photo: to those who may see it, on this page load only."""

from typing import ClassVar

from django.http import HttpResponse
from django.utils.csp import CSP

from ownpath.core.photos import CONTENT_TYPE, PhotoRow

from .base import Page


class PhotoPage(Page):
    """The bytes of one photo. A subclass says who may open it and finds the row, or raises `NotVisible`."""

    is_small: ClassVar[bool] = False

    def photo(self) -> PhotoRow:
        """The row that holds the photo."""
        raise NotImplementedError

    def get(self, *_args: object, **_kwargs: object) -> HttpResponse:
        """The picture and nothing else: no browser takes it for a page, keeps it, or loads anything for it."""
        row = self.photo()
        response = HttpResponse(bytes(row.small if self.is_small else row.large), content_type=CONTENT_TYPE)
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["X-Content-Type-Options"] = "nosniff"
        response._csp_config = {"default-src": [CSP.NONE], "frame-ancestors": [CSP.NONE]}  # type: ignore[attr-defined]
        return response
