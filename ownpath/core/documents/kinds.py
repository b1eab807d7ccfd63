"""What a file is that is no text of the kind that was asked for."""

_BEGINNINGS = (
    (b"PK\x03\x04", "a spreadsheet, a Word file or a zip file"),
    (b"PK\x05\x06", "a zip file"),
    (b"\xd0\xcf\x11\xe0", "an Excel or Word file of the old kind"),
    (b"\x1f\x8b", "a compressed file"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a text with formatting (RTF)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"SQLite format 3", "a database"),
)
_LOOKED_AT = 2_000


def other_kind(content: bytes) -> str:
    """What the file is, from its first bytes: \"a PDF\", \"XML\"; '' where it may well be plain text."""
    begins = next((name for start, name in _BEGINNINGS if content.startswith(start)), "")
    if begins:
        return begins
    start = content[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")) or (start.startswith(b"<") and b"<html" in start):
        return "a web page (HTML): perhaps an error, or a page to sign in"
    return "XML" if start.startswith(b"<") else ""
