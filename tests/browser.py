"""The real browser, wherever this machine has it."""

import os
import shutil

from playwright.sync_api import Browser, Playwright

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


def launch(playwright: Playwright) -> Browser:
    """Chromium without a window: the machine's own, else the one that Playwright brought."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    return playwright.chromium.launch(executable_path=path, args=list(FLAGS))
