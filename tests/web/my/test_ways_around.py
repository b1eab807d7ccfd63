"""Where one is: the way around that is marked, and a title of its own for every page."""

import re

import pytest

from ownpath.surveys.models import Response
from tests import factories
from tests.client import Client

pytestmark = pytest.mark.django_db

WAYS = [
    ("/my/", "Home"),
    ("/my/survey/home/", "How it is"),
    ("/my/plan/meaning/", "My plan"),
    ("/my/wins/", "Everything"),
    ("/my/wins/add/", "Everything"),
    ("/my/about-me/", "Everything"),
    ("/my/everything/", "Everything"),
]


@pytest.mark.parametrize(("page", "way"), WAYS)
def test_one_way_is_marked_and_it_leads_to_the_page(phone: Client, draft: Response, page: str, way: str) -> None:
    marked = re.findall(r'<a href="[^"]+" aria-current="page">(?:<svg.*?</svg>)?\s*([^<]+)', phone.get(page).text, re.S)

    assert marked == [way]


def test_pages_about_one_area_are_told_apart_by_their_titles(phone: Client, sent: Response, draft: Response) -> None:
    factories.answer(sent, "home", now=2)
    pages = ["/my/", "/my/survey/home/", "/my/survey/home/before/", "/my/road/home/"]
    titles = [re.findall(r"<title>(.*?) – Ownpath</title>", phone.get(page).text)[0] for page in pages]

    assert titles == ["Home", "How it is: Home", "Home: what I said before", "My road: Home"]
