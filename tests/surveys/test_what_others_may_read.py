from datetime import UTC, datetime

import pytest

from ownpath.surveys.enums import Sharing
from ownpath.surveys.models import AreaAnswer, Response
from tests import factories

pytestmark = pytest.mark.django_db


def test_shared_is_what_was_sent_shared_and_not_skipped() -> None:
    yara = factories.young_person(factories.authority())
    sent, draft = factories.response(yara), factories.response(yara, sent_at=None)
    told = factories.answer(sent, "home")
    factories.answer(sent, "money", sharing=Sharing.PRIVATE)
    factories.answer(sent, "friends", is_not_now=True)
    factories.answer(draft, "home")

    assert list(AreaAnswer.objects.shared()) == [told]


def test_latest_whole_survey_is_one_for_each_person_even_of_two_sent_at_one_moment() -> None:
    council = factories.authority()
    yara, zane = factories.young_person(council), factories.young_person(council)
    factories.young_person(council)
    earlier, later = datetime(2025, 5, 1, tzinfo=UTC), datetime(2025, 11, 1, tzinfo=UTC)
    first = factories.response(yara, sent_at=earlier)
    factories.response(yara, sent_at=later)
    newest = factories.response(yara, sent_at=later)
    factories.response(yara, sent_at=later, asks=["home"])
    factories.response(yara, sent_at=None)
    only = factories.response(zane, sent_at=earlier)

    assert set(Response.objects.latest_whole()) == {newest, only}
    assert list(Response.objects.filter(sent_at=earlier).latest_whole()) == [only]
    assert first.pk < newest.pk
