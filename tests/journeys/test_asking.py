"""From the local offer to an ask, an answer, a decision, and open again because it did not help."""

from collections.abc import Callable

from ownpath.support.enums import OfferHeading
from ownpath.support.models import Ask
from tests import factories

from .walker import Walker


def test_what_was_asked_for_is_answered_decided_and_opened_again(new_walker: Callable[..., Walker]) -> None:
    yara = factories.young_person(factories.authority())
    factories.pack()
    factories.allocate(yara, factories.adviser(yara.authority, "Ines Invented"))
    factories.offer_entry(yara.authority, title="A cot for your baby", heading=OfferHeading.HOME)
    her, hers = new_walker(), new_walker(has_script=False)
    her.is_signed_in_as(yara)
    hers.is_signed_in_as(yara.allocation_rows.get().adviser)

    her.opens("/my/everything/")
    her.presses("What I can get")
    her.presses("A place to live")
    her.presses("Ask for this A cot for your baby")
    her.reads_heading("A cot for your baby")
    her.reads("Ines Invented has it.")
    her.reads("You hear by")

    hers.opens("/staff/")
    hers.reads("“A cot for your baby”")
    hers.presses("Asks")
    hers.presses("A cot for your baby")
    hers.writes("Your answer", "I have found two. Which one?")
    hers.presses("Send the answer")
    hers.presses("Write the decision")
    hers.presses("Send the decision")
    hers.reads("Write the reason. Nothing is closed without one.")
    hers.page.get_by_label("Partly").check()
    hers.writes("Why?", "A used one, this week.")
    hers.presses("Send the decision")
    hers.reads("Ines Invented decided: Partly")

    her.opens("/my/asks/")
    her.presses("A cot for your baby")
    her.reads("I have found two. Which one?")
    her.reads("A used one, this week.")
    her.presses("No, it did not help")
    her.writes("What is still missing?", "It is broken.")
    her.presses("Open it again")
    her.reads("Ines Invented has it.")
    her.reads("A used one, this week.")

    hers.opens("/staff/asks/")
    hers.reads("A cot for your baby")
    assert Ask.objects.get().is_open
