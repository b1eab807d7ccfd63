"""The list of what is wrong stands in the order of the page: whoever goes down the list goes down the page."""

import re

import pytest
from django.core.cache import cache
from django.db import transaction

from tests.client import Client

from .test_drawing_time import Found, forms
from .visiting import text_of
from .world import build

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

SUMMARY = re.compile(r'govuk-error-summary__list">(.*?)</ul>', re.DOTALL)
# Too long, no number, no day, no address; or nothing at all; or only what a form asks to be said with something else.
WRONG = ("x" * 6000, "", "zz")


def test_faults_are_listed_in_the_order_of_the_page() -> None:
    out_of_order, lists = {}, 0
    for kind, found in forms(build()).items():
        for typed in WRONG:
            listed, places = faults(found, typed)
            lists += len(listed) > 1
            if places != sorted(places):
                out_of_order[kind] = [name for _place, name in sorted(zip(places, listed, strict=True))]

    assert out_of_order == {}
    assert lists > 15


def faults(found: Found, typed: str) -> tuple[list[str], list[int]]:
    """Where the links of the list lead, and where that stands on the page."""
    wrong = dict.fromkeys(found.fields(are_typed=False), "zz") if typed == "zz" else {}
    drawn = {each.name: each.value for each in found.form.fields if each.kind == "hidden"}
    page = sent(found, wrong | drawn | dict.fromkeys(found.fields(are_typed=True), typed))
    summary = SUMMARY.search(page)
    listed = re.findall(r'href="#([^"]+)"', summary[1]) if summary else []
    return listed, [page.index(f'id="{name}"') for name in listed]


def sent(found: Found, given: dict[str, str]) -> str:
    client = Client(raise_request_exception=False)
    client.cookies.load(found.cookies)
    cache.clear()
    with transaction.atomic():
        page = text_of(client.post(found.form.action, given))
        transaction.set_rollback(True)
    return page
