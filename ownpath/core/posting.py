"""The thread that sends mail, one a process, begun with the first mail and so after a server has forked."""

import atexit
import logging
import time
from collections.abc import Callable
from threading import Event, Lock, Thread

from django.db import connections

logger = logging.getLogger(__name__)

# The answer to whoever pressed goes first; what else comes meanwhile goes by the same connection.
AFTER_THE_ANSWER = 0.2
AFTER_A_FAULT = 15.0
AT_THE_END = 20.0


class Posting:
    """Delivers when woken, and again when `deliver` says so."""

    def __init__(self, deliver: Callable[[], float | None]) -> None:
        self._deliver = deliver
        self._thread: Thread | None = None
        self._lock, self._wanted = Lock(), Event()
        self._is_ending = False

    def wake(self) -> None:
        """There is something to send."""
        with self._lock:
            if self._thread is None or not self._thread.is_alive():
                self._thread = Thread(target=self._run, name="posting", daemon=True)
                self._thread.start()
                atexit.register(self.end)
        self._wanted.set()

    def end(self) -> None:
        """Send what still waits, and no more after that; a command's mail leaves before the command ends."""
        self._is_ending = True
        self._wanted.set()
        if self._thread is not None:
            self._thread.join(AT_THE_END)

    def _run(self) -> None:
        pause: float | None = None
        while not self._is_ending:
            self._wanted.wait(pause)
            self._wanted.clear()
            if not self._is_ending:
                time.sleep(AFTER_THE_ANSWER)
            pause = self._round()

    def _round(self) -> float | None:
        try:
            return self._deliver()
        except Exception as fault:
            logger.error("Mail could not be looked for: %s.", type(fault).__name__)
            return AFTER_A_FAULT
        finally:
            connections.close_all()
