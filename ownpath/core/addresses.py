"""How an address is shown to somebody who should know theirs again, and nobody else's."""


def masked(address: str) -> str:
    """An address by its first letters: `r…@e….org` for `rosa@example.org`."""
    name, at, host = address.rpartition("@")
    if not (name and at and host):
        return "…"
    first, _dot, last = host.rpartition(".")
    return f"{name[0]}…@{first[:1]}….{last}" if first else f"{name[0]}…@{host[0]}…"
