"""What is kept of a photo, and what is refused."""

import zlib
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from time import sleep

import pytest
from PIL import Image, ImageFile
from PIL.PngImagePlugin import PngInfo

from ownpath.core import photos
from ownpath.core.photos import Fault, NotAPhoto, take_in
from tests.factories.photos import PLACE, exif, photo_file

RED, BLUE = (250, 5, 5), (5, 5, 250)


def opened(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    image.load()
    return image


def is_nearly(found: object, wanted: tuple[int, int, int]) -> bool:
    assert isinstance(found, tuple)
    return all(abs(one - other) < 40 for one, other in zip(found, wanted, strict=True))


def fault_of(content: bytes) -> Fault:
    with pytest.raises(NotAPhoto) as refusal:
        take_in(content)
    return refusal.value.fault


@pytest.mark.parametrize("kind", photos.TAKEN)
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_photo_is_kept_as_one_kind_whatever_was_sent(kind: str, mode: str) -> None:
    kept = take_in(photo_file(kind, mode=mode))

    assert (kept.width, kept.height) == (60, 40)
    assert [opened(content).format for content in (kept.large, kept.small)] == ["WEBP", "WEBP"]


@pytest.mark.parametrize(("kind", "mode"), [("PNG", "P"), ("PNG", "1"), ("PNG", "RGBA"), ("JPEG", "CMYK")])
def test_colours_of_any_kind_become_plain_ones(kind: str, mode: str) -> None:
    kept = opened(take_in(photo_file(kind, mode=mode)).large)

    assert kept.mode == "RGB"


def test_what_one_sees_through_becomes_white() -> None:
    file = BytesIO()
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(file, "PNG")

    assert is_nearly(opened(take_in(file.getvalue()).large).getpixel((4, 4)), (255, 255, 255))


def test_small_face_weighs_little_however_much_is_to_be_seen() -> None:
    ring, crowd = Image.radial_gradient("L"), Image.effect_mandelbrot((256, 256), (-2, -1.5, 1, 1.5), 80)
    file = BytesIO()
    Image.merge("RGB", (ring, ring.rotate(30), crowd)).save(file, "PNG")

    face = photos.as_face(take_in(file.getvalue()))

    assert opened(face.small).size == (96, 96)
    assert 600 < len(face.small) <= 800
    assert opened(face.large).size == (320, 320)
    assert len(face.large) > 4000


def test_large_photo_becomes_small_in_bytes_and_sides() -> None:
    kept = take_in(photo_file(size=(4000, 3000)))

    assert (kept.width, kept.height) == (1280, 960)
    assert opened(kept.large).size == (1280, 960)
    assert opened(kept.small).size == (320, 240)


@pytest.mark.parametrize("kind", photos.TAKEN)
def test_photo_stands_upright_and_tells_nothing_of_where_it_was_taken(kind: str) -> None:
    sent = photo_file(kind, exif=exif(orientation=6))
    assert PLACE.encode() in sent

    kept = take_in(sent)

    assert (kept.width, kept.height) == (40, 60)
    image = opened(kept.large)
    assert is_nearly(image.getpixel((20, 5)), RED)
    assert is_nearly(image.getpixel((20, 55)), BLUE)
    for content in (kept.large, kept.small):
        assert PLACE.encode() not in content
        assert not ({"exif", "xmp", "icc_profile", "comment"} & set(opened(content).info))
        assert dict(opened(content).getexif()) == {}


def test_words_inside_a_picture_are_gone() -> None:
    words = PngInfo()
    words.add_text("Comment", PLACE)
    words.add_itxt("XML:com.adobe.xmp", PLACE)

    kept = take_in(photo_file("PNG", pnginfo=words, icc_profile=PLACE.encode()))

    assert PLACE.encode() not in kept.large + kept.small


def test_what_hides_behind_a_picture_is_gone() -> None:
    kept = take_in(photo_file() + b"<script>alert(1)</script>PK\x03\x04")

    assert b"script" not in kept.large
    assert b"PK\x03\x04" not in kept.large


def test_photo_with_a_second_frame_behind_it_is_its_first() -> None:
    """As phones write that keep the depth of a portrait."""
    first, second = Image.new("RGB", (60, 40), "red"), Image.new("RGB", (60, 40), "blue")
    file = BytesIO()
    first.save(file, "MPO", save_all=True, append_images=[second])

    assert is_nearly(opened(take_in(file.getvalue()).large).getpixel((30, 20)), RED)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00",
        b"hello",
        SVG,
        b'<?xml version="1.0"?>' + SVG,
        photo_file("GIF"),
        photo_file("BMP"),
        photo_file("TIFF"),
        b"GIF89a/*" + photo_file()[8:],
        photo_file()[: len(photo_file()) // 2],
        photo_file("PNG")[:-30],
        photo_file("WEBP")[:-20],
        photo_file()[:20] + b"\xff" * 500,
        b"%PDF-1.7\n" + photo_file(),
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
    ],
)
def test_what_is_no_photo_is_refused(content: bytes) -> None:
    assert fault_of(content) == Fault.NOT_A_PHOTO


@pytest.mark.parametrize("content", [photo_file("PNG")[:-30], photo_file()[: len(photo_file()) // 2]])
def test_half_a_photo_is_refused_whatever_others_told_pillow(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)

    assert fault_of(content) == Fault.NOT_A_PHOTO
    assert ImageFile.LOAD_TRUNCATED_IMAGES


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_picture_that_moves_is_refused(kind: str) -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    file = BytesIO()
    frames[0].save(file, kind, save_all=True, append_images=frames[1:])

    assert fault_of(file.getvalue()) == Fault.MOVES


@pytest.mark.parametrize("size", [(20_000, 10), (10, 20_000), (12_000, 12_000)])
def test_picture_with_too_many_dots_is_refused(size: tuple[int, int]) -> None:
    assert fault_of(_claims(*size)) == Fault.TOO_MANY_DOTS


def test_picture_of_a_million_million_dots_is_refused_unopened() -> None:
    assert fault_of(_claims(2**20, 2**20)) == Fault.TOO_MANY_DOTS


def test_file_of_more_than_ten_megabytes_is_refused() -> None:
    assert fault_of(photo_file() + bytes(photos.MOST_BYTES)) == Fault.TOO_BIG


def test_every_fault_is_a_sentence() -> None:
    assert all(str(fault.label).endswith(".") for fault in Fault)


def _claims(width: int, height: int) -> bytes:
    """A PNG of some bytes that says it is so large."""
    file = bytearray(photo_file("PNG", (1, 1)))
    file[16:24] = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    file[29:33] = zlib.crc32(bytes(file[12:29])).to_bytes(4, "big")
    return bytes(file)


def test_third_photo_at_once_is_asked_to_come_again() -> None:
    """Whoever waits holds a thread, and a worker has four."""
    with ThreadPoolExecutor() as others, photos._in_turn():
        waiting = others.submit(take_in, photo_file())
        while photos._few._value:
            sleep(0.001)

        assert fault_of(photo_file()) == Fault.BUSY
    assert waiting.result().width == 60
