"""A young person draws the people in their life, shares the map, puts a wish on the plan, and takes it back."""

from collections.abc import Callable

import pytest

from ownpath.circle.models import Connection
from ownpath.people.models import YoungPerson
from tests import factories

from .walker import NARROW, Walker


@pytest.fixture
def yara() -> YoungPerson:
    """A young person with an adviser."""
    factories.pack()
    whom = factories.young_person(factories.authority())
    factories.allocate(whom, factories.adviser(whom.authority))
    return whom


def test_a_map_drawn_with_the_keyboard_alone_on_a_narrow_phone(
    walker_without_script: Walker, yara: YoungPerson
) -> None:
    walker = walker_without_script
    walker.page.set_viewport_size(NARROW)
    walker.is_signed_in_as(yara)
    walker.opens("/my/people/")
    walker.tabs_to("Add somebody")
    walker.presses_key("Enter")
    walker.tabs_to("Their name, or what you call them")
    walker.types("Mimi")
    walker.presses_key("Tab")
    walker.presses_key("ArrowDown")
    walker.presses_key("ArrowDown")
    walker.tabs_to("Put them on my map")
    walker.presses_key("Enter")

    walker.stands_on("/my/people/")
    walker.reads("Mimi is on your map.")
    walker.tabs_to("Mimi")
    walker.presses_key("Enter")
    walker.tabs_to("Move closer")
    walker.presses_key("Enter")
    walker.stands_on("/my/people/#*")
    assert list(Connection.objects.order_by("version").values_list("name", "ring")) == [("Mimi", 3), ("Mimi", 2)]


def test_a_map_is_shared_used_and_taken_back(new_walker: Callable[..., Walker], yara: YoungPerson) -> None:
    mimi = factories.connection(yara, "Mimi", wish="find")
    factories.connection(yara, "Bee", is_left_out=True)
    phone, adviser = new_walker(), new_walker()
    phone.is_signed_in_as(yara)
    adviser.is_signed_in_as(yara.allocation_rows.get().adviser)
    adviser.opens(f"/staff/people/{yara.pk}/")
    adviser.does_not_read("Mimi")
    adviser.does_not_read("map")

    phone.opens("/my/people/")
    phone.presses("Share it with my adviser")
    phone.presses("Share my map")
    phone.reads("Your map is shared now.")
    phone.opens(f"/my/people/{mimi.who}/")
    phone.opens(f"/my/people/{mimi.who}/remove/")

    adviser.opens(f"/staff/people/{yara.pk}/")
    adviser.presses("The map that they share with you")
    adviser.reads("We lost touch. I would like to find them again")
    adviser.does_not_read("Bee")
    adviser.presses("Put this on the plan Mimi")
    adviser.reads("I want to find Mimi again")

    phone.opens("/my/plan/")
    phone.reads("I want to find Mimi again")
    phone.opens("/my/people/")
    phone.presses("Stop sharing it")
    phone.presses("Stop sharing my map")
    adviser.opens(f"/staff/people/{yara.pk}/circle/")
    adviser.finds_no_page()


def test_no_name_burst_its_label_and_no_label_covers_another(walker: Walker, yara: YoungPerson) -> None:
    names = [
        "Wolfeschlegelsteinhausenbergerdorff",
        "WWWWWWWWWWWWWWWW MMMMMMMMMMMMMM",
        "李小龍李小龍李小龍",
        "محمد بن عبد الله الطويل",
    ]
    for number in range(40):
        factories.connection(yara, names[number % len(names)], ring=1 + number % 3)
    walker.is_signed_in_as(yara)
    walker.opens("/my/people/")
    walker.page.set_viewport_size(NARROW)

    burst = walker.page.evaluate(
        """() => [...document.querySelectorAll("svg.circle a")].flatMap((label) => {
            const box = label.querySelector("rect").getBoundingClientRect();
            return [...label.querySelectorAll("text")].map((text) => text.getBoundingClientRect())
                .filter((text) => text.left < box.left || text.right > box.right)
                .map((text) => [box.width, text.width]);
        })"""
    )
    covered = walker.page.evaluate(
        """() => {
            const boxes = [...document.querySelectorAll("svg.circle a rect")].map((one) => one.getBoundingClientRect());
            return boxes.flatMap((one, place) => boxes.slice(place + 1).filter((other) =>
                one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom));
        }"""
    )
    assert (burst, covered) == ([], [])
