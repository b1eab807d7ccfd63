"""What a browser without script does with a form: it sends every field as it stands, and the pressed button."""

from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse

from tests.client import Client

type Fields = dict[str, list[str]]


class Forms(HTMLParser):
    """The fields of each form of a page within `<main>`, as they would be sent."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[Fields] = []
        self._textarea = ""
        self._is_in_form = False
        self.feed(page[page.index("<main") : page.index("</main>")])

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        held = dict(attributes)
        if tag == "form":
            self.found.append({})
            self._is_in_form = True
        elif self._is_in_form and tag == "input" and _is_sent(held):
            self.found[-1].setdefault(held["name"] or "", []).append(held.get("value") or "")
        elif self._is_in_form and tag == "textarea":
            self._textarea = held["name"] or ""
            self.found[-1][self._textarea] = [""]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._is_in_form = False
        elif tag == "textarea":
            self._textarea = ""

    def handle_data(self, text: str) -> None:
        if self._textarea:
            self.found[-1][self._textarea][0] += text.removeprefix("\n")


def _is_sent(held: dict[str, str | None]) -> bool:
    return held.get("type") not in {"radio", "checkbox"} or "checked" in held


def form_on(page: HttpResponse, place: int = 0) -> Fields:
    """The fields of one form of a page."""
    return Forms(page.content.decode()).found[place]


def press(client: Client, url: str, *, form: int = 0, to: str = "", **typed: Any) -> Any:
    """Open a page, fill in a form of it and press a button, which is a field like any other."""
    fields = form_on(client.get(url), form)
    return client.post(to or url, fields | typed)
