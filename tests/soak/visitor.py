"""Somebody with a browser, without script: asks for pages, finds their links and forms, and posts these."""

import time
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPConnection, HTTPException
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlencode, urljoin, urlsplit

TIMEOUT = 60
# A browser opens another connection instead of one that has lain idle; the server closes those after two seconds.
IDLE = 1


@dataclass(slots=True)
class Field:
    name: str
    kind: str
    value: str


@dataclass(slots=True)
class Form:
    action: str
    fields: list[Field] = field(default_factory=list)

    @property
    def is_saved_once(self) -> bool:
        return any(each.name == "once" for each in self.fields)


class Page(HTMLParser):
    """The links and the posted forms of a page."""

    def __init__(self, path: str, text: str) -> None:
        super().__init__()
        self.path = path
        self.links: set[str] = set()
        self.forms: list[Form] = []
        self._form: Form | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "a" and given.get("href", "").startswith("/"):
            self.links.add(given["href"].partition("#")[0])
        elif tag == "form" and given.get("method", "").lower() == "post":
            self._form = Form(urljoin(self.path, given.get("action") or self.path))
            self.forms.append(self._form)
        elif self._form is not None and given.get("name") and tag in {"input", "textarea", "select", "button"}:
            kind = given.get("type", "text") if tag == "input" else tag
            self._form.fields.append(Field(given["name"], kind, given.get("value", "")))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None


class Visitor:
    """One browser, on one connection that is opened again when it breaks."""

    def __init__(self, port: int, session: str = "", session_name: str = "sessionid") -> None:
        self.port = port
        self.cookies = {session_name: session} if session else {}
        self._connection = HTTPConnection("127.0.0.1", port, timeout=TIMEOUT)
        self._used_at = 0.0

    def asks(self, method: str, path: str, form: list[tuple[str, str]] | bytes = b"") -> tuple[int, bytes]:
        """One request; status and body. Raises OSError or HTTPException when the connection breaks."""
        body = form if isinstance(form, bytes) else urlencode(form, errors="surrogatepass").encode()
        return self._asks(method, path, body, "application/x-www-form-urlencoded")

    def sends_a_file(self, path: str, fields: dict[str, str], name: str, photo: bytes) -> int:
        """A form with a photo; status. Raises as `asks` does."""
        end = "made-up-end"
        parts = [f'{field}"\r\n\r\n{value}'.encode() for field, value in fields.items()]
        parts.append(f'{name}"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'.encode() + photo)
        begins = f'--{end}\r\nContent-Disposition: form-data; name="'.encode()
        body = b"".join(begins + part + b"\r\n" for part in parts) + f"--{end}--\r\n".encode()
        return self._asks("POST", path, body, f"multipart/form-data; boundary={end}")[0]

    def _asks(self, method: str, path: str, body: bytes, kind: str) -> tuple[int, bytes]:
        if time.monotonic() - self._used_at > IDLE:
            self._connection.close()
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if method == "POST":
            headers["Content-Type"] = kind
        try:
            self._connection.request(method, path, body if method == "POST" else None, headers)
            response = self._connection.getresponse()
            text = response.read()
        except (OSError, HTTPException):
            self._connection.close()
            raise
        self._used_at = time.monotonic()
        for line in response.headers.get_all("Set-Cookie") or []:
            self._take(line)
        return response.status, text

    def looks(self, path: str) -> tuple[int, Page]:
        """A page, with its links and forms."""
        status, text = self.asks("GET", path)
        return status, Page(urlsplit(path).path, text.decode(errors="replace"))

    def _take(self, line: str) -> None:
        try:
            for name, morsel in SimpleCookie(line).items():
                if morsel.value and morsel["max-age"] != "0":
                    self.cookies[name] = morsel.value
                else:
                    self.cookies.pop(name, None)
        except CookieError:
            return


def kind_of(path: str) -> str:
    """A path without what names one row, as it is counted and printed: ids and secrets left out."""
    parts = urlsplit(path).path.split("/")
    return "/".join("…" if len(part) > 18 or any(sign.isdigit() for sign in part) else part for part in parts)
