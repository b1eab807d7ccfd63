"""docs/licences.md names every package that a server runs, and no other."""

import re

import pytest
from django.conf import settings


@pytest.mark.any_database
def test_every_package_of_the_lock_has_its_licence_listed() -> None:
    lock = (settings.BASE_DIR / "requirements.lock").read_text()
    page = (settings.BASE_DIR / "docs/licences.md").read_text()
    named = re.findall(r"^([a-z0-9-]+)==(.+)$", lock, re.MULTILINE)
    listed = set(re.findall(r"^\| ([a-z0-9][a-z0-9-]*) \| .+ \|$", page, re.MULTILINE)) - {"package"}

    assert len(listed) > 30
    elsewhere = ("win32", "!= 'CPython'")  # packages for other systems
    assert listed == {name for name, where in named if not any(each in where for each in elsewhere)}, "run `make sbom`"
