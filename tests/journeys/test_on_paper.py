"""A page that is printed shows what is folded on the screen: paper cannot be pressed."""

import pytest
from playwright.sync_api import Page
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

from ownpath.plans import actions
from tests import factories
from tests.factories.whole_plan import WholePlan, whole_plan

from .walker import Walker


@pytest.fixture
def plan() -> WholePlan:
    """With a goal that said something else before."""
    made = whole_plan()
    actions.edit_goal(actor=made.owner, goal_id=made.goal.pk, words="I want a moped", version=made.goal.version)
    return made


def printed(page: Page) -> str:
    """The words of the printed page."""
    return " ".join(" ".join(one.get_textpage().get_text_range() for one in PdfDocument(page.pdf())).split())


def test_folds_are_open_on_paper_without_script(walker_without_script: Walker, plan: WholePlan) -> None:
    walker = walker_without_script
    walker.is_signed_in_as(plan.yara)
    walker.opens("/my/plan/")
    walker.finds_hidden("I want a bike")
    assert "I want a bike" in printed(walker.page)

    walker.is_signed_in_as(factories.manager(plan.yara.authority))
    walker.opens("/staff/overview/")
    walker.finds_hidden("Ines Invented")
    assert "Ines Invented" in printed(walker.page)


def test_an_older_browser_unfolds_by_script_and_folds_again(walker: Walker, plan: WholePlan) -> None:
    walker.is_signed_in_as(plan.yara)
    walker.opens("/my/plan/")
    walker.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    walker.reads("I want a bike")
    walker.page.evaluate("dispatchEvent(new Event('afterprint'))")
    walker.finds_hidden("I want a bike")
