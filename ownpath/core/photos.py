"""Taking a photo in safely: what is kept is never the file that was sent, only its dots, drawn again by us.

So nothing else of the file survives: not where and with what it was taken, not what hides behind the picture (phones
put a short film there, others a program). JPEG, PNG and WebP are taken; phones turn their own kinds (HEIC, AVIF) into
JPEG by themselves where a page asks for these three, and whoever sends one all the same reads what to do. A picture
that moves, a drawing that is a document (SVG) and anything that needs much memory to open are refused.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from threading import BoundedSemaphore, Lock

from django.db import models
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageFile, ImageOps

from .colours import as_seen, in_eight_bits
from .fields import plain, special

MEGABYTE = 1024 * 1024
MOST_MEGABYTES = 10
MOST_BYTES = MOST_MEGABYTES * MEGABYTE
# More than any phone's camera makes today in one photo; opened, so many dots take 200 MB.
MOST_DOTS = 51_000_000
LONGEST_SIDE_SENT = 12_000
TAKEN = ("JPEG", "PNG", "WEBP")
# HEIC and AVIF, as iPhones and newer Androids write them. What opens HEIC is under the GPL, so it is not for us.
OWN_KINDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis")
MIME_TYPES = ("image/jpeg", "image/png", "image/webp")

LONGEST_SIDE = 1280
LONGEST_SIDE_SMALL = 320
FACE_SIDE, FACE_SIDE_SMALL = 320, 96  # a face comes with each page: 48 px, two dots each
MOST_BYTES_OF_SMALL_FACE = 800
KEPT_AS = "WEBP"  # half the bytes of JPEG; every browser since 2020 shows it
CONTENT_TYPE = "image/webp"
QUALITY = 78
LOWER_QUALITIES = range(70, 0, -10)

# One is taken in and one waits; whoever comes then is told so, else all threads of a process would wait.
_few, _one_at_a_time = BoundedSemaphore(2), Lock()


class Fault(models.TextChoices):
    """Why a file is no photo for us, in the sentence that whoever chose it reads."""

    TOO_BIG = "too_big", _("This file is too big. Choose a photo of less than 10 MB.")
    NOT_A_PHOTO = "not_a_photo", _("We cannot open this as a photo. Choose a JPEG, PNG or WebP picture.")
    TOO_MANY_DOTS = "too_many_dots", _("This picture is too large to open. Take a new one, or a screenshot of it.")
    OWN_KIND = "own_kind", _("This photo is in the phone’s own format. Take a screenshot of it, and choose that.")
    MOVES = "moves", _("This picture moves. Choose one that stands still.")
    BUSY = "busy", _("A lot of photos are coming in right now. Wait a few seconds and try again.")


class NotAPhoto(Exception):
    """The file cannot be taken in; `fault` says why. Nothing of it is kept."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as we keep it: to look at, and small for a list. Made by `take_in`, and from such a one."""

    large: bytes
    small: bytes
    width: int
    height: int


class PhotoRow(models.Model):
    """What a row of a photo holds. Each room has its own, so that the photo goes where its row goes."""

    large = special(models.BinaryField())
    small = special(models.BinaryField())
    width = plain(models.PositiveSmallIntegerField())
    height = plain(models.PositiveSmallIntegerField())

    class Meta:
        abstract = True

    def show(self, photo: Photo) -> None:
        """Hold this photo, whatever was held before; the caller saves."""
        self.large, self.small, self.width, self.height = photo.large, photo.small, photo.width, photo.height


def take_in(content: bytes) -> Photo:
    """The photo in a file that somebody sent; raises `NotAPhoto`. Takes up to 200 MB, one at a time in a process, and
    nobody waits for more than one other.
    """
    if len(content) > MOST_BYTES:
        raise NotAPhoto(Fault.TOO_BIG)
    if content[4:8] == b"ftyp" and content[8:12] in OWN_KINDS:
        raise NotAPhoto(Fault.OWN_KIND)
    with _in_turn(), _whole_files_only():
        dots = _dots_of(content)
    return Photo(_written(dots), _written(_at_most(dots, LONGEST_SIDE_SMALL)), *dots.size)


def as_face(photo: Photo) -> Photo:
    """The middle of a photo, as a square; its small one is seen with every page, so it weighs little."""
    with Image.open(BytesIO(photo.large)) as kept:
        square = ImageOps.fit(kept, (FACE_SIDE, FACE_SIDE))
    small = _written_within(MOST_BYTES_OF_SMALL_FACE, _at_most(square, FACE_SIDE_SMALL))
    return Photo(_written(square), small, FACE_SIDE, FACE_SIDE)


@contextmanager
def _in_turn() -> Iterator[None]:
    if not _few.acquire(blocking=False):
        raise NotAPhoto(Fault.BUSY)
    try:
        with _one_at_a_time:
            yield
    finally:
        _few.release()


@contextmanager
def _whole_files_only() -> Iterator[None]:
    """Pillow has one switch for the whole process that fills up what is missing of a file; WeasyPrint turns it on."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _dots_of(content: bytes) -> Image.Image:
    """Upright, in plain colours, at most `LONGEST_SIDE` long, and with nothing but its dots."""
    try:
        with Image.open(BytesIO(content), formats=TAKEN) as sent:
            _refuse_what_is_not_for_us(sent)
            return _redrawn(sent)
    except NotAPhoto:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise NotAPhoto(Fault.TOO_MANY_DOTS) from bomb
    except Exception as broken:  # a broken or hostile file makes a decoder raise anything
        raise NotAPhoto(Fault.NOT_A_PHOTO) from broken


def _refuse_what_is_not_for_us(sent: Image.Image) -> None:
    width, height = sent.size
    if width * height > MOST_DOTS or max(width, height) > LONGEST_SIDE_SENT:
        raise NotAPhoto(Fault.TOO_MANY_DOTS)
    # A JPEG with several frames is a phone's photo with its depth or its light kept beside it: the first is the photo.
    if sent.format in {"PNG", "WEBP"} and getattr(sent, "n_frames", 1) > 1:
        raise NotAPhoto(Fault.MOVES)


def _redrawn(sent: Image.Image) -> Image.Image:
    image, profile = in_eight_bits(sent), sent.info.get("icc_profile")
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    image = ImageOps.exif_transpose(image)
    clean = Image.new("RGB", image.size, "white")
    clean.paste(as_seen(image, profile, sent.mode), mask=image.getchannel("A") if image.mode == "RGBA" else None)
    return clean


def _at_most(image: Image.Image, side: int) -> Image.Image:
    smaller = image.copy()
    smaller.thumbnail((side, side))
    return smaller


def _written(image: Image.Image, quality: int = QUALITY) -> bytes:
    file = BytesIO()
    image.save(file, KEPT_AS, quality=quality)
    return file.getvalue()


def _written_within(most_bytes: int, image: Image.Image) -> bytes:
    """As well as fits into so many bytes; the plainest there is where nothing does."""
    written = _written(image)
    for quality in LOWER_QUALITIES:
        if len(written) <= most_bytes:
            break
        written = _written(image, quality)
    return written
