"""Looks that the database could not take when they happened: each in a file, until the due work brings it in.

A file holds ids, a page's name and a time, as a row of the audit does, and no word of any record.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import serializers

from .ids import new_id
from .models import AuditEvent


def keep(looks: Iterable[AuditEvent]) -> None:
    """Keep them through a power cut, readable by their owner only. Raises `OSError` where that cannot be."""
    folder = _folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    half = folder / f"{new_id()}.half"
    with open(os.open(half, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
        file.write(serializers.serialize("json", looks))
        file.flush()
        os.fsync(file.fileno())
    half.rename(half.with_suffix(".json"))
    into = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(into)
    finally:
        os.close(into)


def bring_in() -> None:
    """Make rows of them; safe to repeat and to do twice at once, as each has its id already."""
    for file in sorted(_folder().glob("*.json")):
        try:
            looks: list[Any] = [each.object for each in serializers.deserialize("json", file.read_text())]
        except FileNotFoundError:
            continue  # somebody else brought it in
        AuditEvent.objects.bulk_create(looks, ignore_conflicts=True)
        file.unlink(missing_ok=True)


def _folder() -> Path:
    return Path(settings.LATE_LOOKS)
