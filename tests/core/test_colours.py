"""A photo looks as it did where it was sent from, whatever its colours were measured in."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from ownpath.core.photos import Fault, NotAPhoto, take_in
from tests.factories import icc

WARM, LEAF = (200, 60, 50), (60, 150, 60)
Colour = tuple[int, int, int]


def kept(colour: Any, kind: str, *, mode: str = "RGB", **options: Any) -> Colour:
    """What becomes of a picture of one colour."""
    file = BytesIO()
    Image.new(mode, (64, 48), colour).save(file, kind, **options)
    return seen(file.getvalue())


def seen(sent: bytes) -> Colour:
    with Image.open(BytesIO(take_in(sent).large)) as image:
        found = image.convert("RGB").getpixel((20, 20))
    assert isinstance(found, tuple)
    return found  # type: ignore[return-value]


def is_near(found: Colour, wanted: Colour, most: int = 5) -> bool:
    return max(abs(one - other) for one, other in zip(found, wanted, strict=True)) <= most


def linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def in_srgb(colour: Colour, primaries: tuple[tuple[float, ...], ...], gamma: float) -> Colour:
    """What a screen shows of a colour, by arithmetic."""
    light = [(one / 255) ** gamma for one in colour]
    x, y, z = (sum(light[ink] * primaries[ink][axis] for ink in range(3)) for axis in range(3))
    # From CIE XYZ at D50 to linear sRGB.
    found = (
        3.1339 * x - 1.6169 * y - 0.4906 * z,
        -0.9788 * x + 1.9161 * y + 0.0335 * z,
        0.0719 * x - 0.2290 * y + 1.4052 * z,
    )
    return tuple(round(255 * _bent(min(max(one, 0), 1))) for one in found)  # type: ignore[return-value]


def _bent(light: float) -> float:
    return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


@pytest.mark.parametrize("space", [icc.DISPLAY_P3, icc.ADOBE_RGB, icc.PROPHOTO], ids=["P3", "Adobe", "ProPhoto"])
@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("JPEG", {"quality": 95, "subsampling": 0}),
        ("JPEG", {"quality": 95, "subsampling": 0, "progressive": True}),
        ("PNG", {}),
        ("WEBP", {"lossless": True}),
    ],
)
@pytest.mark.parametrize("colour", [WARM, LEAF])
def test_colours_of_a_camera_are_those_of_the_screen(space: Any, kind: str, options: Any, colour: Colour) -> None:
    found = kept(colour, kind, icc_profile=icc.of_rgb(*space), **options)

    assert is_near(found, in_srgb(colour, *space))


def test_a_phone_s_red_is_what_a_browser_shows() -> None:
    assert is_near(kept(WARM, "PNG", icc_profile=icc.of_rgb(*icc.DISPLAY_P3)), (220, 37, 33))
    assert is_near(kept(LEAF, "PNG", icc_profile=icc.of_rgb(*icc.DISPLAY_P3)), (0, 154, 39))


@pytest.mark.parametrize("mode", ["RGBA", "P"])
def test_colours_behind_glass_and_of_a_palette_are_changed_too(mode: str) -> None:
    image = Image.new("RGBA", (64, 48), (*WARM, 255)).convert(mode)
    file = BytesIO()
    image.save(file, "PNG", icc_profile=icc.of_rgb(*icc.DISPLAY_P3), **({"transparency": 255} if mode == "P" else {}))

    assert is_near(seen(file.getvalue()), (220, 37, 33), 8)


def test_a_phone_s_photo_on_its_side_keeps_its_colours() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6

    assert is_near(kept(WARM, "JPEG", quality=95, exif=exif, icc_profile=icc.of_rgb(*icc.DISPLAY_P3)), (220, 37, 33))


@pytest.mark.parametrize("mode", ["L", "LA"])
def test_greys_of_a_scanner_are_those_of_the_screen(mode: str) -> None:
    found = kept(100 if mode == "L" else (100, 255), "PNG", mode=mode, icc_profile=icc.of_grey(1.0))

    assert is_near(found, (168, 168, 168))


def test_four_inks_are_what_the_press_makes_of_them() -> None:
    wanted = round(255 * _bent(((50 + 16) / 116) ** 3))

    found = kept((255, 0, 0, 0), "JPEG", mode="CMYK", quality=95, icc_profile=icc.of_cmyk(50))

    assert is_near(found, (wanted, wanted, wanted))


@pytest.mark.parametrize("options", [{}, {"transparency": 3}])
def test_a_scanner_s_fine_greys_are_not_white(options: Any) -> None:
    assert is_near(kept(100 * 257, "PNG", mode="I;16", **options), (100, 100, 100))


@pytest.mark.parametrize(
    "profile",
    [b"\x00", b"not a profile" * 40, icc.of_rgb(*icc.DISPLAY_P3)[:200], icc.of_grey(2.2), icc.of_cmyk(50)],
)
def test_a_profile_that_is_broken_or_of_another_picture_is_as_none(profile: bytes) -> None:
    assert is_near(kept(WARM, "PNG", icc_profile=profile), WARM)


def test_a_grey_photo_with_a_profile_of_colours_stays_grey() -> None:
    assert is_near(kept(100, "JPEG", mode="L", icc_profile=icc.of_rgb(*icc.DISPLAY_P3)), (100, 100, 100), 6)


@pytest.mark.parametrize("brand", [b"heic", b"heix", b"mif1", b"avif"])
def test_a_phone_s_own_kind_is_refused_with_what_to_do(brand: bytes) -> None:
    with pytest.raises(NotAPhoto) as refusal:
        take_in(b"\x00\x00\x00\x18ftyp" + brand + bytes(200))

    assert refusal.value.fault == Fault.OWN_KIND
    assert "screenshot" in refusal.value.fault.label
