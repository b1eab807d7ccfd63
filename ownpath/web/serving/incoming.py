"""The bytes of one request as they come in, until it is whole. Strict about where a request ends: what could be read
in two ways is refused.
"""

import re
from enum import IntEnum

MOST_HEAD = 32 * 1024
MOST_BODY = 24 * 1024 * 1024  # photos have a limit of their own, with words of its own
_END_OF_HEAD = b"\r\n\r\n"


class Verdict(IntEnum):
    """What has come in so far: more is to come, the request is whole, or it is refused with this status."""

    MORE = 0
    WHOLE = 1
    MALFORMED = 400
    LENGTH_REQUIRED = 411
    TOO_LARGE = 413
    HEAD_TOO_LARGE = 431


class Incoming:
    """One request. `whole` is its bytes once it is; `has_more`: bytes came in after its end.

    `path` is what it asks for.
    """

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._ends_at: int | None = None
        self.expects_to_be_asked = False
        self.path = b""

    def __len__(self) -> int:
        return len(self._bytes)

    @property
    def length(self) -> int | None:
        """How long the request will be; None until its head is in."""
        return self._ends_at

    @property
    def whole(self) -> bytes:
        """The request, and nothing of what came after it."""
        return bytes(self._bytes[: self._ends_at])

    @property
    def has_more(self) -> bool:
        """Whether something came in after its end."""
        return self._ends_at is not None and len(self._bytes) > self._ends_at

    def add(self, more: bytes) -> Verdict:
        """Take in more bytes."""
        looked_until = max(0, len(self._bytes) - len(_END_OF_HEAD))
        self._bytes += more
        if self._ends_at is None:
            head_ends = self._bytes.find(_END_OF_HEAD, looked_until)
            if head_ends > MOST_HEAD or (head_ends < 0 and len(self._bytes) > MOST_HEAD):
                return Verdict.HEAD_TOO_LARGE
            if head_ends < 0:
                return Verdict.MORE
            verdict = self._read_head(bytes(self._bytes[:head_ends]), head_ends + len(_END_OF_HEAD))
            if verdict != Verdict.MORE:
                return verdict
        assert self._ends_at is not None
        return Verdict.WHOLE if len(self._bytes) >= self._ends_at else Verdict.MORE

    def _read_head(self, head: bytes, body_starts: int) -> Verdict:
        lengths = []
        asks_for, *lines = head.split(b"\r\n")
        self.path = asks_for.partition(b" ")[2].partition(b" ")[0].partition(b"?")[0]
        for line in lines:
            name, _colon, value = line.partition(b":")
            match name.strip().lower():
                case b"content-length":
                    lengths.append(value.strip(b" \t"))
                case b"transfer-encoding":
                    return Verdict.LENGTH_REQUIRED
                case b"expect":
                    self.expects_to_be_asked = True
        if len(lengths) > 1 or (lengths and not re.fullmatch(rb"[0-9]{1,12}", lengths[0])):
            return Verdict.MALFORMED
        length = int(lengths[0]) if lengths else 0
        if length > MOST_BODY:
            return Verdict.TOO_LARGE
        self._ends_at = body_starts + length
        return Verdict.MORE
