"""The gallery draws every piece; what is true of it is true of each page that uses them."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/gallery/", "/gallery/my/", "/gallery/staff/"])
def test_every_piece_draws_in_every_layout(client: Client, path: str) -> None:
    page = client.get(path).content.decode()
    assert page.count("<fieldset") == 15
    assert " style=" not in page
    assert page.count("<script") == page.count("<script src=")  # nothing inline


def test_no_id_stands_twice(client: Client) -> None:
    ids = [part.split('"')[0] for part in client.get("/gallery/").content.decode().split(' id="')[1:]]
    assert len(ids) == len(set(ids))
