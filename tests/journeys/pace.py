"""How often each journey is walked, and on how slow a machine: `make journeys TIMES=10 SLOWER=6`."""

from ownpath.settings import environment

# A fault that comes and goes shows when a walk is walked often, and when the browser is slower than whoever walks.
TIMES = environment.number("TIMES", 1)
SLOWER = environment.number("SLOWER", 1)

# Milliseconds until a step gives up; it goes on as soon as it finds what it waits for. A busy machine is not wrong.
PATIENCE = 30_000 * SLOWER
