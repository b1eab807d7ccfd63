"""What our templates write is valid HTML, by the Nu HTML checker."""

from pathlib import Path

import pytest
from django.test import Client

from .html_checker import html_faults

PAGES = ["/", "/sign-in/", "/nowhere/", "/gallery/", "/gallery/my/", "/gallery/staff/"]


@pytest.mark.django_db
def test_every_page_is_valid(client: Client, tmp_path: Path) -> None:
    assert html_faults({path: client.get(path).content for path in PAGES}, tmp_path) == []
