"""A young person has two minutes: up to three parts of life, and the adviser finds them beside the rest."""

from collections.abc import Callable
from datetime import timedelta

from ownpath.core import clock
from ownpath.surveys.models import Response
from tests import factories

from .walker import Walker


def test_quick_check_in_from_the_first_page_to_the_conversation(new_walker: Callable[..., Walker]) -> None:
    factories.pack()
    council = factories.authority()
    yara, ines = factories.young_person(council), factories.adviser(council)
    factories.allocate(yara, ines)
    before = factories.response(yara, sent_at=clock.now() - timedelta(days=90))
    factories.answer(before, "home", words="The stairs are loud.")
    factories.answer(before, "money", words="I am short at the end.")
    factories.prioritise(before, "money")

    phone = new_walker()
    phone.is_signed_in_as(yara)
    phone.opens("/my/")
    phone.presses("Say how it is")
    phone.presses("Choose the parts")
    phone.finds_chosen("Money")
    phone.chooses("Friends")
    phone.presses("Start the check-in")

    phone.reads_heading("Money")
    phone.reads("1 of 2")
    phone.chooses("money good")
    phone.writes("Say more about money, if you like.", "The new job pays on time.")
    phone.chooses("Share with my adviser")
    phone.presses("Save and go on")
    phone.reads_heading("Friends")
    phone.writes("Say more about friends, if you like.", "This is for nobody else.")
    phone.presses("Save and go on")
    phone.reads_heading("What I said")
    phone.presses("Send it")
    phone.reads_heading("Thank you, Yara")
    assert Response.objects.latest("sent_at").asks == ["money", "friends"]

    laptop = new_walker()
    laptop.is_signed_in_as(ines)
    laptop.opens(f"/staff/people/{yara.pk}/conversation/")
    laptop.reads("The new job pays on time.")
    laptop.reads("The stairs are loud.")
    laptop.does_not_read("This is for nobody else.")
