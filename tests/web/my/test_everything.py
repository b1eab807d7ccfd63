"""The page that leads to every other."""

import pytest

from ownpath.web.navigation import EVERYTHING, MY
from tests.client import Client

pytestmark = pytest.mark.django_db


def test_every_place_stands_there_once_with_its_line(phone: Client) -> None:
    page = phone.get("/my/everything/").content.decode().partition("<main")[2]

    for place in EVERYTHING:
        assert page.count(f'>{place.label}</a> <p class="quiet small">{place.line}</p>') == 1


def test_each_group_has_one_heading_and_each_place_a_line() -> None:
    groups = [str(place.group) for place in EVERYTHING]

    assert sorted(set(groups)) == sorted(group for at, group in enumerate(groups) if group not in groups[at - 1 : at])
    assert all(place.line for place in EVERYTHING)


def test_whatever_the_main_navigation_leads_to_is_there_too() -> None:
    ways = {place.url_name for place in MY} - {"my:home", "my:everything"}

    assert ways <= {place.url_name for place in EVERYTHING}
