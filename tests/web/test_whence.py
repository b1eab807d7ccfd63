"""Where a request comes from, as far as our own proxies say so."""

import pytest
from django.test import RequestFactory
from pytest_django import Settings

from ownpath.web.whence import whence


@pytest.mark.parametrize(
    ("proxies", "forwarded", "direct", "found"),
    [
        (0, None, "192.0.2.7", "192.0.2.7"),
        (0, "198.51.100.1", "192.0.2.7", "192.0.2.7"),
        (1, "198.51.100.1", "10.0.0.1", "198.51.100.1"),
        (1, "203.0.113.5, 198.51.100.1", "10.0.0.1", "198.51.100.1"),
        (2, "203.0.113.5, 198.51.100.1, 10.0.0.2", "10.0.0.1", "198.51.100.1"),
        (1, "198.51.100.1:4711", "10.0.0.1", "198.51.100.1"),
        (1, "[2001:db8:1:2:3::4]:4711", "10.0.0.1", "2001:db8:1:2::"),
        (1, "2001:db8:1:2:ffff::1", "10.0.0.1", "2001:db8:1:2::"),
        (1, "::ffff:198.51.100.1", "10.0.0.1", "198.51.100.1"),
        # What tells nobody apart counts nobody: a proxy that says nothing, fewer than there should be, a socket.
        (1, None, "10.0.0.1", ""),
        (2, "198.51.100.1", "10.0.0.1", ""),
        (1, "unknown", "10.0.0.1", ""),
        (0, None, "", ""),
        (1, "198.51.100.1", "", "198.51.100.1"),
    ],
)
def test_only_what_our_own_proxies_wrote_is_believed(
    settings: Settings, proxies: int, forwarded: str | None, direct: str, found: str
) -> None:
    settings.TRUSTED_PROXY_COUNT = proxies
    headers = {"X-Forwarded-For": forwarded} if forwarded is not None else {}

    assert whence(RequestFactory().get("/", headers=headers, REMOTE_ADDR=direct)) == found
