"""How files of a post are taken in: in memory only, and never more than a photo may weigh."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from ownpath.core.photos import MOST_BYTES


class PhotoUploadHandler(FileUploadHandler):
    """Keeps a file in memory while it is not too big; of one that is, only its size, so that its form can say so and
    keep what was typed. Nothing is ever written to the disk.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """A file begins."""
        super().new_file(*args, **kwargs)
        self.held = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Hold a piece, or let go of everything once it is too much."""
        if start + len(raw_data) > MOST_BYTES:
            self.held = BytesIO()
        else:
            self.held.write(raw_data)

    def file_complete(self, file_size: int) -> "UploadedFile[bytes]":
        """The file, empty where it was too big; its size is what was sent."""
        self.held.seek(0)
        return InMemoryUploadedFile(
            self.held, self.field_name, self.file_name, self.content_type, file_size, self.charset
        )
