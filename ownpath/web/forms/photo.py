"""A photo in a form."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ownpath.core import photos

from .component import BoundComponent, Component


class PhotoField(Component, forms.FileField):
    """One photo from the phone or the computer, taken in as `core.photos` does. Its form needs
    `enctype="multipart/form-data"`; a photo is the one thing that a form cannot keep, and it says so.
    """

    macro = "file-upload"
    default_error_messages: ClassVar[dict[str, Any]] = {"required": _("Choose a photo.")}

    def __init__(self, **options: Any) -> None:
        limits = _("JPEG, PNG or WebP, up to 10 MB. We make it small and take out where it was taken.")
        super().__init__(**{"hint": limits} | options)

    def to_python(self, data: "UploadedFile[bytes] | None") -> photos.Photo | None:  # type: ignore[override]
        """The photo, small and with nothing but its dots."""
        if data in self.empty_values:
            return None
        assert data is not None
        if data.size is None or data.size > photos.MOST_BYTES:
            raise ValidationError(photos.Fault.TOO_BIG.label)
        try:
            return photos.take_in(data.read())
        except photos.NotAPhoto as refusal:
            raise ValidationError(refusal.fault.label) from refusal

    def common(self, bound: BoundComponent) -> dict[str, Any]:
        """A page that comes back has lost its photo, and says so."""
        common = super().common(bound)
        if bound.form.files:
            again = gettext("Choose your photo again: a page cannot keep it.")
            common["hint"] = {"text": f"{bound.help_text} {again}"}
        return common

    def params(self, bound: BoundComponent) -> dict[str, Any]:
        """The control."""
        return {"label": self.label_of(bound), "attributes": {"accept": ",".join(photos.MIME_TYPES)}}
