"""Filling in the form of a page as somebody without script does: all that it carried, and some words."""

from html.parser import HTMLParser


class _Hidden(HTMLParser):
    """The hidden fields of the main form of a page, the one whose post is saved once."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.is_over = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        field = dict(attrs)
        if tag == "form" and "once" not in self.fields:
            self.fields = {}
        if tag == "input" and field.get("type") == "hidden" and field.get("name") and not self.is_over:
            self.fields[field["name"] or ""] = field.get("value") or ""

    def handle_endtag(self, tag: str) -> None:
        self.is_over |= tag == "form" and "once" in self.fields


def filled(page: str, **words: str) -> dict[str, str]:
    """What is posted from the page when these words are typed into it."""
    reader = _Hidden()
    reader.feed(page)
    assert "once" in reader.fields, "The page has no form."
    return reader.fields | words
