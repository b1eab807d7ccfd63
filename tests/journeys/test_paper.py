"""A survey on paper: printed, filled in with a pen, typed in by the adviser, looked over by its author."""

from collections.abc import Callable

from ownpath.core import clock
from ownpath.surveys.models import AreaAnswer
from tests import factories

from .walker import Walker

FIRST_PDF = 30_000  # what makes PDFs is loaded with the first of them, and it is large


def test_paper_is_printed_typed_in_and_put_right(new_walker: Callable[..., Walker]) -> None:
    factories.pack()
    council = factories.authority()
    yara, ines = factories.young_person(council), factories.adviser(council)
    factories.allocate(yara, ines)
    phone, laptop = new_walker(), new_walker()
    phone.is_signed_in_as(yara)
    laptop.is_signed_in_as(ines)

    phone.opens("/my/everything/")
    phone.presses("The survey on paper")
    phone.reads_heading("A small survey for tests")
    phone.reads("Keep the parts that are just for you")
    pdf = phone.page.request.get(phone.home + "/my/paper/survey.pdf", timeout=FIRST_PDF)
    assert (pdf.headers["content-type"], pdf.body()[:5]) == ("application/pdf", b"%PDF-")

    laptop.opens(f"/staff/people/{yara.pk}/")
    laptop.presses("Type in a paper")
    today = clock.today()
    for label, number in (("Day", today.day), ("Month", today.month), ("Year", today.year)):
        laptop.writes(label, str(number))
    laptop.page.get_by_label("First").select_option("Home")
    laptop.page.get_by_text("home hard", exact=True).click()
    laptop.page.get_by_label("In their own words").nth(0).fill("It is lamp.")
    laptop.page.get_by_label("In their own words").nth(1).fill("I save a little.")
    laptop.presses("Save what they shared")
    laptop.reads("The paper is typed in. They are asked to check it.")
    laptop.reads("Not checked yet")

    phone.opens("/my/")
    phone.page.locator('a[href="/my/paper/check/"]').click()
    phone.reads_heading("Check what was typed in")
    phone.reads("Ines Invented typed in what you wrote on paper")
    phone.reads("It is lamp.")
    phone.chooses("Home")
    phone.presses("I have checked it")
    phone.reads_heading("Home")
    phone.writes("Say more about home, if you like.", "It is damp.")
    phone.chooses("Share with my adviser")
    phone.presses("Save and go on")
    phone.presses("Send it")
    phone.reads_heading("Thank you, Yara")
    assert set(AreaAnswer.objects.standing().values_list("words", flat=True)) == {"It is damp.", "I save a little."}

    laptop.opens(f"/staff/people/{yara.pk}/conversation/")
    laptop.reads("It is damp.")
    laptop.reads("I save a little.")
    laptop.does_not_read("It is lamp.")
