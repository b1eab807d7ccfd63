"""Queries and milliseconds of the pages, where there are few people and where there are many."""

from .bench import Bench
from .figure import figure


def compared(bench: Bench, page: str) -> str:
    """The page with 25 and with 5,000 people, 150 other authorities beside them."""
    found = [database.asked["pages"][page] for database in (bench.small, bench.large)]
    if None in found:
        return "there is no such page yet"
    queries = " and ".join(str(cost["queries"]) for cost in found)
    times = " and ".join(f"{cost['milliseconds']:.0f}" for cost in found)
    return f"{queries} queries, {times} ms"


@figure("Survey page, 25 and 5,000 people")
def survey_page(bench: Bench) -> str:
    """At most 8 queries."""
    return compared(bench, "survey page")


@figure("Survey save, 25 and 5,000 people")
def survey_save(bench: Bench) -> str:
    """At most 8 queries."""
    return compared(bench, "survey save")


@figure("Home, 25 and 5,000 people")
def home(bench: Bench) -> str:
    """At most 12 queries, however long the history."""
    return compared(bench, "home")


@figure("My road, 25 and 5,000 people")
def road(bench: Bench) -> str:
    """At most 12 queries, however long the history."""
    return compared(bench, "my road")


@figure("Adviser's list, 25 and 5,000 people")
def advisers_list(bench: Bench) -> str:
    """At most 12 queries."""
    return compared(bench, "adviser's list")


@figure("Overview, 25 and 5,000 people")
def overview(bench: Bench) -> str:
    """At most 20 queries."""
    return compared(bench, "overview")
