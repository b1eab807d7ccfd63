"""Reads about authorities."""

from .models import Authority


def authority_with_code(code: str) -> Authority | None:
    """The authority of a code, for commands on the server. One query."""
    return Authority.objects.filter(code=code).first()
