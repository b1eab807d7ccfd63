from datetime import date
from typing import Any

import pytest

from ownpath.attention.enums import ReasonKind
from ownpath.attention.kinds import matters
from ownpath.people.enums import ContactResult, ContactWay
from ownpath.people.models import YoungPerson
from ownpath.surveys.enums import Change, Sharing
from ownpath.surveys.models import Response
from tests import factories

from .days import at

pytestmark = pytest.mark.django_db
TODAY = date(2026, 5, 4)
SENT = date(2026, 5, 1)


@pytest.fixture
def yara() -> YoungPerson:
    return factories.young_person(factories.authority())


def said(of: YoungPerson, on: date = SENT, *, matters_most: bool = True, **values: Any) -> Response:
    """A response about home that was sent on a day; without values nothing got worse and all is steady."""
    response = factories.response(of, sent_at=at(on))
    factories.answer(response, "home", **values)
    if matters_most:
        factories.prioritise(response, "home")
    return response


def found() -> list[str]:
    return [reason.sentence for reason in matters.find(YoungPerson.objects.all(), TODAY)]


SINCE = ", and it is one of the things that matter most. We have not spoken since 1 May."
WORSE, UNSTEADY = f"“Home” got worse{SINCE}", f"“Home” is not steady{SINCE}"
BOTH = f"“Home” got worse and is not steady{SINCE}"


@pytest.mark.parametrize(
    ("change", "steadiness", "sentences"),
    [
        (Change.WORSE, 3, [WORSE]),
        (Change.WORSE, None, [WORSE]),
        (Change.SAME, 2, [UNSTEADY]),
        ("", 1, [UNSTEADY]),
        (Change.WORSE, 1, [BOTH]),
        (Change.SAME, 3, []),
        (Change.BETTER, 4, []),
        (Change.UP_AND_DOWN, None, []),
    ],
)
def test_what_got_worse_or_is_unsteady_is_a_reason(
    yara: YoungPerson, change: str, steadiness: int | None, sentences: list[str]
) -> None:
    said(yara, change=change, steadiness=steadiness)

    assert found() == sentences


def test_reason_counts_from_the_day_it_was_sent_and_carries_their_own_words(yara: YoungPerson) -> None:
    said(yara, change=Change.WORSE, words="It is damp.")

    (reason,) = matters.find(YoungPerson.objects.all(), TODAY)

    assert (reason.kind, reason.since, reason.own_words) == (ReasonKind.MATTERS, SENT, "It is damp.")


def test_on_the_day_itself_nobody_could_have_come_back_to_it_yet(yara: YoungPerson) -> None:
    said(yara, TODAY, change=Change.WORSE)

    assert found() == ["“Home” got worse, and it is one of the things that matter most. Said today."]


def test_what_is_not_among_the_things_that_matter_most_is_no_reason(yara: YoungPerson) -> None:
    said(yara, change=Change.WORSE, steadiness=1, matters_most=False)

    assert found() == []


def test_what_was_kept_private_is_never_a_reason(yara: YoungPerson) -> None:
    said(yara, change=Change.WORSE, steadiness=1, sharing=Sharing.PRIVATE)

    assert found() == []


def test_skipped_area_is_no_reason_even_if_something_was_said_before_skipping(yara: YoungPerson) -> None:
    said(yara, change=Change.WORSE, steadiness=1, is_not_now=True)

    assert found() == []


def test_draft_is_no_reason_and_hides_nothing_that_was_sent(yara: YoungPerson) -> None:
    said(yara, change=Change.WORSE)
    draft = factories.response(yara, sent_at=None)
    factories.answer(draft, "money", change=Change.WORSE)
    factories.prioritise(draft, "money")

    assert found() == [WORSE]


def test_only_the_latest_response_counts(yara: YoungPerson) -> None:
    said(yara, date(2026, 1, 1), change=Change.WORSE)
    said(yara, SENT, change=Change.BETTER)

    assert found() == []


def test_reason_ends_with_a_step_agreed_about_it_since(yara: YoungPerson) -> None:
    said(yara, change=Change.WORSE)
    home = factories.goal(yara, area="home")
    factories.step(home, created_at=at(date(2026, 4, 30)))
    factories.step(factories.goal(yara, area="money"), created_at=at(date(2026, 5, 2)))
    assert found() == [WORSE]

    factories.step(home, created_at=at(date(2026, 5, 2)))

    assert found() == []


@pytest.mark.parametrize(
    ("contact", "is_still_a_reason"),
    [
        ({"at": at(SENT, 0, 1)}, True),
        ({"at": at(SENT, 23, 59)}, False),
        ({"at": at(TODAY), "way": ContactWay.VISIT}, False),
        ({"at": at(date(2026, 4, 30), 23, 59)}, True),
        ({"at": at(TODAY), "way": ContactWay.MESSAGE}, True),
        ({"at": at(TODAY), "result": ContactResult.TRIED}, True),
    ],
)
def test_reason_ends_when_they_have_been_spoken_with(
    yara: YoungPerson, contact: dict[str, Any], is_still_a_reason: bool
) -> None:
    said(yara, change=Change.WORSE)

    factories.contact(yara, **contact)

    assert bool(found()) is is_still_a_reason
