"""Pages that cost much to make: one at a time for a person, few for everybody together, and words for whoever waits."""

import logging
from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render

from ownpath.core import turns
from ownpath.core.waiting import AWAY, briefly

from .base import Page

TOO_MANY = 429
SECONDS_TO_WAIT = 5
_A_PIECE = 64 * 1024

logger = logging.getLogger(__name__)


class CostlyPage(Page):
    """A page that is made in its turn. The turn ends with the answer, however that ends."""

    counted_as: ClassVar[turns.Kind]

    def is_made(self) -> bool:
        """Whether the answer lies ready: then it costs nothing, and takes no turn."""
        return False

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The answer; or that one is being made already, in words and with another try in some seconds."""
        if self.is_made():
            return super().dispatch(request, *args, **kwargs)
        try:
            with briefly():
                turn = turns.take(self.actor, self.counted_as)
        except turns.Busy as busy:
            return self.busy(busy)
        except AWAY:
            turn = None  # nothing can be written now, but a page can be read
        is_streamed = False
        try:
            response = super().dispatch(request, *args, **kwargs)
            if is_streamed := isinstance(response, StreamingHttpResponse):
                response.streaming_content = InTurn(response, turn)
            return response
        finally:
            if not is_streamed:
                _end(turn)

    def busy(self, busy: turns.Busy) -> HttpResponse:
        """Why there is nothing yet."""
        is_yours = busy.why == turns.Busy.Why.YOURS
        response = render(self.request, "errors/busy.html", {"is_yours": is_yours}, status=TOO_MANY)
        response.headers["Retry-After"] = response.headers["Refresh"] = str(SECONDS_TO_WAIT)
        return response


class InTurn:
    """What is streamed; its turn ends when it is closed, read or not."""

    def __init__(self, response: StreamingHttpResponse, turn: turns.Turn | None) -> None:
        self._pieces, self._turn = iter(response), turn

    def __iter__(self) -> Iterator[bytes]:
        return self._pieces

    def close(self) -> None:
        """No more of it is wanted."""
        _end(self._turn)


def _end(turn: turns.Turn | None) -> None:
    if turn is None:
        return
    try:
        with briefly():
            turns.end(turn)
    except AWAY:
        logger.warning("A turn could not be ended; it ends by itself.")


def in_pieces(texts: Iterable[str]) -> Iterator[bytes]:
    """Many short texts as fewer pieces: each costs a way to the phone."""
    held, size = [], 0
    for text in texts:
        held.append(text)
        size += len(text)
        if size >= _A_PIECE:
            yield "".join(held).encode()
            held, size = [], 0
    yield "".join(held).encode()
