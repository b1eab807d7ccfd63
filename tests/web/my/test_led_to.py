import pytest

from ownpath.people.models import YoungPerson
from ownpath.surveys.models import Response
from tests import factories
from tests.client import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("page", ["/my/survey/home/", "/my/survey/end/summary/"])
def test_each_area_shows_the_steps_that_it_led_to(
    phone: Client, yara: YoungPerson, sent: Response, draft: Response, page: str
) -> None:
    factories.answer(sent, "home")
    for area in ("home", "money"):
        factories.answer(draft, area)
    assert "Since last time:" not in phone.get(page).content.decode()

    factories.step(factories.goal(yara, area="home", words="I want a lock"), words="Ring the landlord")

    text = phone.get(page).content.decode()
    assert text.count("Since last time:") == 1
    assert text.index("I want a lock") < text.index("Ring the landlord")
    assert "I want a lock" not in phone.get("/my/survey/money/").content.decode()


def test_what_matters_most_leads_to_the_plan_where_it_was_shared(
    phone: Client, yara: YoungPerson, sent: Response
) -> None:
    answers = {area: factories.answer(sent, area) for area in ("home", "friends")}
    answers["money"] = factories.answer(sent, "money", sharing="private")
    factories.prioritise(sent, "money", "home")

    text = phone.get("/my/survey/end/sent/").content.decode()

    assert {area for area, answer in answers.items() if str(answer.pk) in text} == {"home"}
    assert f"/my/plan/goals/add/from/{answers['home'].pk}/" in text
