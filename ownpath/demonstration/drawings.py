"""Photos of invented wins: drawn, so that nobody takes them for anybody's life."""

from collections.abc import Callable
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

from ownpath.core.photos import Photo, take_in

SIDE = (640, 480)
WALL, FLOOR, WOOD, CRUST, INK, BLUE = "#f3e3c8", "#d9b98c", "#8a5a34", "#c98a3c", "#3b2f2a", "#4f7ea8"

type Draw = Callable[[ImageDraw.ImageDraw], None]


@cache
def drawing(name: str) -> Photo:
    """One of the drawings below, as the product takes a photo in."""
    image = Image.new("RGB", SIDE, WALL)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 330, *SIDE), fill=FLOOR)
    DRAWINGS[name](pen)
    file = BytesIO()
    image.save(file, "PNG")
    return take_in(file.getvalue())


def _loaf(pen: ImageDraw.ImageDraw) -> None:
    pen.rounded_rectangle((140, 340, 500, 370), 12, fill=BLUE)
    pen.rounded_rectangle((180, 190, 460, 345), 60, fill=CRUST, outline=INK, width=5)
    for place in range(230, 440, 60):
        pen.arc((place - 25, 205, place + 35, 290), 200, 300, fill=INK, width=5)


def _chairs(pen: ImageDraw.ImageDraw) -> None:
    for place in range(50, 600, 145):
        pen.rectangle((place, 190, place + 12, 410), fill=WOOD)
        pen.rectangle((place + 78, 290, place + 90, 410), fill=WOOD)
        pen.rectangle((place, 285, place + 90, 302), fill=WOOD)
        pen.rectangle((place, 200, place + 60, 214), fill=WOOD)
        pen.rectangle((place, 240, place + 60, 254), fill=WOOD)


def _mop(pen: ImageDraw.ImageDraw) -> None:
    pen.line((380, 40, 270, 350), fill=WOOD, width=16)
    for place in range(200, 345, 12):
        pen.line((270, 345, place, 430), fill=INK, width=7)
    pen.polygon([(420, 300), (560, 300), (535, 430), (445, 430)], fill=BLUE, outline=INK)


DRAWINGS: dict[str, Draw] = {"loaf": _loaf, "chairs": _chairs, "mop": _mop}
