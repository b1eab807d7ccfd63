"""The real browser, wherever this machine has it."""

import os
import shutil

from playwright.sync_api import Browser, BrowserType, Playwright

# Playwright runs an event loop of its own in the thread of the test, which Django would otherwise refuse to query from.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


# What somebody chooses in the settings of their phone; usual is 16.
LARGE_TEXT = "--blink-settings=defaultFontSize=32"


def launch(playwright: Playwright) -> Browser:
    """Chromium without a window: the machine's own, else the one that Playwright brought."""
    return _launch(playwright.chromium)


def another(browser: Browser, *flags: str) -> Browser:
    """One more beside a browser that runs, set up in another way."""
    return _launch(browser.browser_type, *flags)


def _launch(kind: BrowserType, *flags: str) -> Browser:
    path = next(filter(None, map(shutil.which, NAMES)), None)
    return kind.launch(executable_path=path, args=[*FLAGS, *flags])
