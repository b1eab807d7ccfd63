from io import BytesIO
from typing import Any

from PIL import Image

from ownpath.core.photos import Photo, take_in

ORIENTATION, GPS = 0x0112, 0x8825
PLACE = "quokkaplace"


def photo_file(kind: str = "JPEG", size: tuple[int, int] = (60, 40), *, mode: str = "RGB", **options: Any) -> bytes:
    """A picture as somebody sends it: red on its first half, blue on the other."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    file = BytesIO()
    image.convert(mode).save(file, kind, **options)
    return file.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    """What a phone writes about a photo: which way up, what phone, and where."""
    written = Image.Exif()
    written[ORIENTATION] = orientation
    written[0x010F] = PLACE
    written[GPS] = {1: "N", 2: (53.0, 24.0, 0.0), 29: PLACE}
    return written


def photo() -> Photo:
    """A photo as it is kept."""
    return take_in(photo_file())
