"""Every piece in every state, before the accessibility rules."""

import pytest

from .walker import Walker


@pytest.mark.parametrize("path", ["/gallery/", "/gallery/my/", "/gallery/staff/"])
def test_every_piece_can_be_used_by_everybody(walker: Walker, path: str) -> None:
    walker.opens(path)

    walker.reads_heading("Gallery")
