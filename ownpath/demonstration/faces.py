"""Faces of invented staff: drawn, so that nobody takes them for anybody's."""

from dataclasses import dataclass
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

from ownpath.core.photos import Photo, as_face, take_in

SIDE = 480
HEAD = (50, 35, 430, 415)
INK, MOUTH = "#3b2f2a", "#9c4a3c"


@dataclass(frozen=True, slots=True)
class Drawn:
    """The colours of one face, how far down the hair comes, and whether there are glasses."""

    wall: str
    skin: str
    hair: str
    jumper: str
    hair_until: int
    has_glasses: bool = False


FACES = (
    Drawn("#dbe7d3", "#a9714b", "#2e211c", "#b8503f", 330, has_glasses=True),
    Drawn("#f3dcc0", "#e9bd94", "#a8502a", "#3f6f7d", 215),
    Drawn("#cfdfea", "#6f4630", "#1f1a1c", "#d9a23a", 200, has_glasses=True),
    Drawn("#e6d8ea", "#d9a57c", "#8d8a88", "#4f6b46", 300),
)


@cache
def face(place: int) -> Photo:
    """One of the faces above, as the product takes it in."""
    drawn = FACES[place]
    image = Image.new("RGB", (SIDE, SIDE), drawn.wall)
    _draw(ImageDraw.Draw(image), drawn)
    file = BytesIO()
    image.crop(HEAD).save(file, "PNG")
    return as_face(take_in(file.getvalue()))


def _draw(pen: ImageDraw.ImageDraw, drawn: Drawn) -> None:
    pen.ellipse((120, 60, 360, 290), fill=drawn.hair)
    pen.rounded_rectangle((120, 170, 360, drawn.hair_until), 30, fill=drawn.hair)
    pen.ellipse((60, 365, 420, 640), fill=drawn.jumper)
    pen.rounded_rectangle((205, 300, 275, 400), 30, fill=drawn.skin)
    pen.ellipse((145, 100, 335, 345), fill=drawn.skin)
    pen.chord((138, 75, 342, 230), 180, 360, fill=drawn.hair)
    for eye in (200, 280):
        pen.ellipse((eye - 9, 208, eye + 9, 228), fill=INK)
        if drawn.has_glasses:
            pen.ellipse((eye - 33, 186, eye + 33, 250), outline=INK, width=7)
    if drawn.has_glasses:
        pen.line((233, 214, 247, 214), fill=INK, width=7)
    pen.arc((195, 225, 285, 305), 25, 155, fill=MOUTH, width=10)
