from typing import Any

import pytest
from django.test import Client

from tests import factories

pytestmark = pytest.mark.django_db


def test_adviser_reads_why_somebody_may_need_time_in_sentences_and_their_own_words(client: Client) -> None:
    council = factories.authority()
    ines, yara = factories.adviser(council), factories.young_person(council)
    factories.allocate(yara, ines)
    factories.ask(yara, words="The meter is <empty>.")
    client.force_login(ines)

    page = client.get("/staff/").content.decode()

    assert "Yara Notreal" in page
    assert "Asked for help with “Money”, today." in page
    assert "The meter is &lt;empty&gt;." in page


def test_adviser_of_nobody_is_told_so(client: Client) -> None:
    client.force_login(factories.adviser(factories.authority()))

    assert "You are not the adviser of anybody yet." in client.get("/staff/").content.decode()


def test_list_takes_few_queries_however_many_people(client: Client, django_assert_max_num_queries: Any) -> None:
    council = factories.authority()
    ines = factories.adviser(council)
    client.force_login(ines)
    for _ in range(30):
        factories.allocate(factories.young_person(council), ines)

    with django_assert_max_num_queries(14):  # two of them set row security, on PostgreSQL alone
        assert client.get("/staff/").content.decode().count("Has never been asked") == 30
