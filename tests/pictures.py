"""Makes the pictures of docs/pictures from the demonstration, as its people see it: `make screenshots`."""

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.benchmarks.bench import ROOT, Server, bench
from tests.browser import launch

PICTURES = ROOT / "docs" / "pictures"


@dataclass(frozen=True, slots=True)
class Picture:
    """One page as one person sees it."""

    name: str
    whose: str
    path: str
    width: int
    height: int


ALL = (
    Picture("my-home", "Amara Cloudberry", "/my/", 360, 780),
    Picture("my-area", "Amara Cloudberry", "/my/survey/friends/", 360, 780),
    Picture("my-road", "Amara Cloudberry", "/my/road/home/", 360, 780),
    Picture("my-people", "Amara Cloudberry", "/my/people/", 360, 780),
    Picture("my-plan", "Amara Cloudberry", "/my/plan/", 360, 780),
    Picture("staff-list", "Rosa Quillfeather", "/staff/", 1280, 900),
    Picture("staff-overview", "Mo Lanternmoss", "/staff/overview/", 1280, 900),
)


def take(browser: Browser, server: Server, picture: Picture) -> None:
    """Come in by the door of the demonstration, open the page, and keep what fits on the screen."""
    context = browser.new_context(viewport={"width": picture.width, "height": picture.height}, locale="en-GB")
    page = context.new_page()
    page.goto(f"{server.address}/demo/")
    page.get_by_role("button", name=f"Be {picture.whose}").click()
    page.goto(server.address + picture.path)
    page.screenshot(path=PICTURES / f"{picture.name}.png")
    context.close()


def main() -> None:
    """Take every picture."""
    Path(PICTURES).mkdir(exist_ok=True)
    with bench() as made, sync_playwright() as playwright:
        browser = launch(playwright)
        for picture in ALL:
            take(browser, made.server, picture)
        browser.close()


if __name__ == "__main__":
    main()
