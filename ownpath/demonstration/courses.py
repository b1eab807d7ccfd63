"""How each area of a life went, answer by answer."""

from random import Random

from .stories import Arcs

LOWEST, HIGHEST = 1, 5
BLUR = 0.12  # how often an answer on the way is a little off its arc: nobody's life is a straight line


def course(rng: Random, area: str, arcs: Arcs, usual: float, answers: int) -> list[int]:
    """The level of one area in each of so many answers."""
    if area in arcs:
        return _along(rng, arcs[area], answers)
    return _wander(rng, usual, answers)


def _along(rng: Random, arc: tuple[int, ...], answers: int) -> list[int]:
    """The arc, stretched over the answers; its latest level is the latest answer."""
    last = len(arc) - 1
    levels = [arc[last if answers == 1 else round(place * last / (answers - 1))] for place in range(answers)]
    for place in range(1, answers - 1):
        if rng.random() < BLUR:
            levels[place] = _within(levels[place] + rng.choice((-1, 1)))
    return levels


def _wander(rng: Random, usual: float, answers: int) -> list[int]:
    """Mostly as before, sometimes a step up or down, drawn back to what is usual."""
    level = _within(round(rng.gauss(usual, 0.9)))
    levels = []
    for _ in range(answers):
        levels.append(level)
        back = 0.08 if level < usual else -0.08
        level = _within(level + rng.choices((-1, 0, 1), (0.18 - back, 0.62, 0.2 + back))[0])
    return levels


def _within(level: int) -> int:
    return max(LOWEST, min(HIGHEST, level))
