"""How much is invented."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """One invented authority. Its code begins with `demo-`: only of such an authority can the demonstration sign
    anybody in. `first_caseload` is how many young people the first adviser has; 0 for an even share;
    `years` how long the service has worked with Ownpath.
    """

    name: str
    code: str
    teams: tuple[str, ...]
    advisers: int
    young_people: int
    first_caseload: int = 0
    years: int = 2


CODE_PREFIX = "demo-"

DEMONSTRATION = (
    Size(
        "Saltmarrow Council",
        "demo-saltmarrow",
        ("Harbour team", "Mill team", "Hilltop team"),
        18,
        400,
        first_caseload=24,
    ),
    Size("Pennywhistle Borough", "demo-pennywhistle", ("Pennywhistle team",), 4, 60),
)


def large(*, people: int, authorities: int) -> tuple[Size, ...]:
    """One authority with many people and others with a handful each, with one year behind them, for measuring."""
    advisers = max(1, people // 22)
    teams = tuple(f"Team {number}" for number in range(1, max(1, advisers // 7) + 1))
    main = Size("Great Saltmarrow", "demo-great", teams, advisers, people, years=1)
    others = [
        Size(f"Littlemarrow {n}", f"demo-little-{n}", ("The team",), 1, 6, years=1) for n in range(1, authorities)
    ]
    return (main, *others)
