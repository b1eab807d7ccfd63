"""Where a request comes from, so that limits count people one by one."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest


def whence(request: HttpRequest) -> str:
    """The address of whoever asks; empty where nothing that can be trusted tells it. Of IPv6 the network of one home.

    Each proxy adds to `X-Forwarded-For` who it was asked by, at the end. As many as there are proxies of ours are true;
    what stands before them anybody may have written.
    """
    proxies = settings.TRUSTED_PROXY_COUNT
    chain = request.headers.get("X-Forwarded-For", "").split(",")
    if proxies and len(chain) >= proxies and (found := _address(chain[-proxies])):
        return found
    return "" if proxies else _address(request.META.get("REMOTE_ADDR", ""))


def _address(text: str) -> str:
    text = text.strip().strip('"')
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        found: IPv4Address | IPv6Address = ip_address(text)
    except ValueError:
        return ""
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped or ip_network((found, 64), strict=False).network_address)
    return str(found)
