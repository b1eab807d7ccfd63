"""The colours of a photo as somebody sees them: whatever a camera or scanner measured them in, they become sRGB."""

from io import BytesIO

from PIL import Image, ImageCms

MODES = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}
GREY = {"1", "L", "LA", "La", "F"}
SIXTEEN_BITS = {"I", "I;16", "I;16L", "I;16B", "I;16N"}

_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def in_eight_bits(sent: Image.Image) -> Image.Image:
    """In RGBA where one sees through, else in a mode that can be made small; what is finer than 8 bits is rounded."""
    if sent.mode in SIXTEEN_BITS:
        return sent.point(lambda light: light / 256).convert("L")
    if sent.has_transparency_data:
        return sent.convert("RGBA")
    return sent if sent.mode in {"L", "RGB", "CMYK"} else sent.convert("RGB")


def as_seen(image: Image.Image, profile: bytes | None, mode_sent: str) -> Image.Image:
    """In sRGB, without what one sees through. A profile that is broken, or not of this picture, is as none."""
    opaque = image.convert("RGB") if image.mode == "RGBA" else image
    if not profile:
        return opaque.convert("RGB")
    try:
        made_for = ImageCms.ImageCmsProfile(BytesIO(profile))
        mode = MODES[made_for.profile.xcolor_space.strip()]
        return _converted(opaque, made_for, mode, is_grey=mode_sent in GREY | SIXTEEN_BITS)
    except Exception:  # a broken or hostile profile makes its reader raise anything; the photo is still a photo
        return opaque.convert("RGB")


def _converted(opaque: Image.Image, profile: ImageCms.ImageCmsProfile, mode: str, *, is_grey: bool) -> Image.Image:
    if mode == "L" and is_grey:
        opaque = opaque.convert("RGB").getchannel("R")
    elif mode == "RGB" and opaque.mode == "L":
        opaque = opaque.convert("RGB")
    if opaque.mode != mode:
        return opaque.convert("RGB")
    seen = ImageCms.profileToProfile(opaque, profile, _SRGB, outputMode="RGB")
    assert seen is not None
    return seen
