"""Colour profiles as cameras and scanners write them, small and made here."""

import struct

D50 = (0.9642, 1.0, 0.8249)
# Red, green and blue of each, as CIE XYZ at D50, and the gamma.
DISPLAY_P3 = ((0.5151, 0.2412, -0.0011), (0.2920, 0.6922, 0.0419), (0.1571, 0.0666, 0.7841)), 2.2
ADOBE_RGB = ((0.6097, 0.3111, 0.0195), (0.2053, 0.6257, 0.0609), (0.1492, 0.0632, 0.7446)), 2.2
PROPHOTO = ((0.7977, 0.2880, 0.0), (0.1352, 0.7119, 0.0), (0.0313, 0.0001, 0.8249)), 1.8


def of_rgb(primaries: tuple[tuple[float, ...], ...], gamma: float) -> bytes:
    """The profile of a screen or camera."""
    colours = {name: _xyz(*primary) for name, primary in zip(("rXYZ", "gXYZ", "bXYZ"), primaries, strict=True)}
    return _profile("RGB ", "XYZ ", colours | dict.fromkeys(("rTRC", "gTRC", "bTRC"), _curve(gamma)))


def of_grey(gamma: float) -> bytes:
    """The profile of a scanner without colours."""
    return _profile("GRAY", "XYZ ", {"kTRC": _curve(gamma)})


def of_cmyk(lightness: int) -> bytes:
    """The profile of a press: any of its four inks gives a grey of this CIE lightness, all four black."""
    ramp = bytes(range(256))
    places = b"".join(bytes([round(one * 2.55), 128, 128]) for one in (100, *[lightness] * 14, 0))
    matrix = struct.pack(">9i", *(65536 if at % 4 == 0 else 0 for at in range(9)))
    table = b"mft1" + bytes(4) + bytes([4, 3, 2, 0]) + matrix + ramp * 4 + places + ramp * 3
    return _profile("CMYK", "Lab ", {"A2B0": table})


def _xyz(*place: float) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(one * 65536) for one in place))


def _curve(gamma: float) -> bytes:
    return b"curv" + bytes(4) + struct.pack(">IH", 1, round(gamma * 256)) + bytes(2)


def _profile(space: str, connects: str, tags: dict[str, bytes]) -> bytes:
    tags = {"wtpt": _xyz(*D50), **tags}
    at, table, body = 128 + 4 + 12 * len(tags), b"", b""
    for name, content in tags.items():
        content += bytes(-len(content) % 4)
        table += name.encode() + struct.pack(">II", at + len(body), len(content))
        body += content
    kind = b"prtr" if space == "CMYK" else b"mntr"
    head = bytes(4) + struct.pack(">I", 0x02400000) + kind + space.encode() + connects.encode() + bytes(12) + b"acsp"
    head += bytes(28) + struct.pack(">3i", *(round(one * 65536) for one in D50)) + bytes(48)
    return struct.pack(">I", at + len(body)) + head + struct.pack(">I", len(tags)) + table + body
