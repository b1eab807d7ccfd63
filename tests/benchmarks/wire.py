"""What goes over the wire to a phone: bytes and requests, as a real browser counts them."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Page, sync_playwright

from tests.browser import launch

from .bench import ROOT, Bench
from .figure import figure, middle

SURVEY = "/my/survey/"
KILOBYTE = 1000
SLOW_LINE = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
PAINTED_AND_READY = """() => Math.max(
    performance.getEntriesByName("first-contentful-paint")[0].startTime,
    performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd)"""


@dataclass(slots=True)
class Wire:
    """A browser's page, and what crossed the wire since it was last asked."""

    page: Page
    sizes: list[int] = field(default_factory=list)
    scripts: int = 0

    def opens(self, address: str) -> tuple[float, int]:
        """Open a page; kilobytes and requests that it took."""
        self.sizes.clear()
        self.page.goto(address, wait_until="networkidle")
        return sum(self.sizes) / KILOBYTE, len(self.sizes)

    def adds(self, size: int) -> None:
        """Count what crossed the wire; a file that the browser uses a second time does not."""
        if size:
            self.sizes.append(size)


@contextmanager
def wire(bench: Bench) -> Iterator[Wire]:
    """A young person's phone with nothing kept from before."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        context = browser.new_context()
        session = bench.sessions["young_person"][0]
        context.add_cookies([{"name": "sessionid", "value": session, "url": bench.server.address}])
        counted = Wire(context.new_page())
        counted.page.on("request", lambda request: _count_script(counted, request.resource_type))
        network = context.new_cdp_session(counted.page)
        network.send("Network.enable")
        network.on("Network.loadingFinished", lambda event: counted.adds(event["encodedDataLength"]))
        yield counted
        browser.close()


def _count_script(counted: Wire, kind: str) -> None:
    counted.scripts += kind == "script"


def first_visit(bench: Bench, path: str) -> str:
    """Kilobytes and requests of a page on a phone that was never here."""
    with wire(bench) as phone:
        kilobytes, requests = phone.opens(bench.server.address + path)
        return f"{kilobytes:.1f} KB in {requests} requests, {phone.scripts} of them scripts"


def later_visit(bench: Bench, path: str) -> str:
    """Kilobytes of a page on a phone that was here before."""
    with wire(bench) as phone:
        phone.opens(bench.server.address + path)
        return middle([phone.opens(bench.server.address + path)[0] for _time in range(3)], "KB")


@figure("Survey page, first visit")
def survey_first(bench: Bench) -> str:
    """At most 20 KB, and no script needed."""
    return first_visit(bench, SURVEY + "home/")


@figure("Home, first visit")
def home_first(bench: Bench) -> str:
    """At most 20 KB."""
    return first_visit(bench, "/my/")


@figure("Plan, first visit")
def plan_first(bench: Bench) -> str:
    """At most 20 KB."""
    return first_visit(bench, "/my/plan/")


@figure("Survey page, each later one")
def later_pages(bench: Bench) -> str:
    """At most 5 KB."""
    with wire(bench) as phone:
        phone.opens(bench.server.address + SURVEY)
        links = phone.page.locator(f"main a[href^='{SURVEY}']").evaluate_all("links => links.map(a => a.pathname)")
        areas = sorted({link for link in links if link.count("/") == 4})
        phone.opens(bench.server.address + areas[0])
        return middle([phone.opens(bench.server.address + area)[0] for area in areas[1:]], "KB")


@figure("Home, each later visit")
def home_later(bench: Bench) -> str:
    """At most 5 KB."""
    return later_visit(bench, "/my/")


@figure("Plan, each later visit")
def plan_later(bench: Bench) -> str:
    """At most 5 KB."""
    return later_visit(bench, "/my/plan/")


@figure("All script together, compressed")
def scripts(bench: Bench) -> str:
    """At most 6 KB; no page loads all of it."""
    files = sorted((ROOT / "ownpath/web/static").glob("*.js"))
    sizes = {file.stem: len(gzip.compress(file.read_bytes(), 6)) / KILOBYTE for file in files}
    return f"{sum(sizes.values()):.1f} KB: " + ", ".join(f"{name} {size:.1f}" for name, size in sizes.items())


@figure("First question usable, first visit")
def usable_first(bench: Bench) -> str:
    """Under 1.5 s on a phone four times slower, at 1.6 Mbit/s and 150 ms."""
    return middle([usable(bench, visits=1) for _time in range(5)], "s", 2)


@figure("First question usable, later visits")
def usable_later(bench: Bench) -> str:
    """The same phone, with the style sheet and the scripts from before."""
    return middle([usable(bench, visits=2) for _time in range(5)], "s", 2)


def usable(bench: Bench, visits: int) -> float:
    """Seconds until the first question is painted and every script has run, at the last of several visits."""
    with wire(bench) as phone:
        slow = phone.page.context.new_cdp_session(phone.page)
        slow.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        slow.send("Network.enable")
        slow.send("Network.emulateNetworkConditions", SLOW_LINE)
        for _visit in range(visits):
            phone.opens(bench.server.address + SURVEY + "home/")
        assert phone.page.locator("main input[type=radio]").first.is_visible()
        milliseconds: float = phone.page.evaluate(PAINTED_AND_READY)
        return milliseconds / 1000
