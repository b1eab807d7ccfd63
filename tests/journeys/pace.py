"""How often each journey is walked, and on how slow a machine: `make journeys TIMES=10 SLOWER=6`."""

import sys

from django.core.exceptions import ImproperlyConfigured

from ownpath.settings import environment


def _number(name: str, most: int) -> int:
    try:
        return environment.number(name, 1, least=1, most=most)
    except ImproperlyConfigured as wrong:
        sys.exit(str(wrong))


# A fault that comes and goes shows when a walk is walked often, and when the browser is slower than whoever walks.
TIMES = _number("TIMES", 1000)
SLOWER = _number("SLOWER", 100)

# Milliseconds until a step gives up; it goes on as soon as it finds what it waits for. A busy machine is not wrong.
PATIENCE = 30_000 * SLOWER
