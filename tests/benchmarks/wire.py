"""What goes over the wire to a phone: bytes and requests, as a real browser counts them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Page, sync_playwright

from tests.browser import launch

from .bench import Bench
from .figure import figure, middle

SURVEY = "/my/survey/"
KILOBYTE = 1000


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


@figure("Survey page, first visit")
def first_visit(bench: Bench) -> str:
    """At most 20 KB and 4 requests, and no script needed."""
    with wire(bench) as phone:
        kilobytes, requests = phone.opens(bench.server.address + SURVEY + "home/")
        return f"{kilobytes:.1f} KB in {requests} requests, {phone.scripts} of them scripts"


@figure("Survey page, each later one")
def later_pages(bench: Bench) -> str:
    """At most 4 KB."""
    with wire(bench) as phone:
        phone.opens(bench.server.address + SURVEY)
        links = phone.page.locator(f"main a[href^='{SURVEY}']").evaluate_all("links => links.map(a => a.pathname)")
        areas = sorted({link for link in links if link.count("/") == 4})
        phone.opens(bench.server.address + areas[0])
        return middle([phone.opens(bench.server.address + area)[0] for area in areas[1:]], "KB")
