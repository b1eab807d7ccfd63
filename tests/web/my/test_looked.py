import re
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

import pytest

from ownpath.core import audit, clock
from ownpath.core.models import AuditEvent
from ownpath.people import queries
from ownpath.people.models import YoungPerson
from ownpath.web.my.page_names import has_name
from tests import factories
from tests.client import Client
from tests.guards.access import routes

pytestmark = pytest.mark.django_db


def text(response: Any) -> str:
    return unescape(response.content.decode())


def test_page_names_who_looked_when_and_at_what(phone: Client, yara: YoungPerson) -> None:
    mo = factories.manager(yara.authority)
    with clock.held_at(datetime(2026, 11, 9, 14, tzinfo=UTC)):
        audit.viewed(factories.actor(mo), "staff:person", yara.pk)
    audit.viewed(factories.actor(mo), "staff:person", factories.young_person(yara.authority).pk)

    page = text(phone.get("/my/looked/"))

    assert page.count("Mo Made-Up") == 1
    assert "<span>Manager</span>" in page
    assert "<h2>9 November 2026</h2>" in page
    assert "<li>your page</li>" in page


def test_the_list_of_what_was_asked_for_is_a_look_at_whose_words_it_showed(client: Client, yara: YoungPerson) -> None:
    silent = factories.young_person(yara.authority)
    factories.ask(yara, kind="lift", words="To the dentist")
    factories.ask(silent, kind="lift")
    client.force_login(factories.manager(yara.authority))

    client.get("/staff/asks/")

    assert [look.pages for look in queries.looks(actor=factories.actor(yara))] == [("staff:asks",)]
    assert queries.looks(actor=factories.actor(silent)) == []


def test_a_list_that_showed_ones_own_words_is_a_look(client: Client, yara: YoungPerson) -> None:
    adviser = yara.allocation_rows.get().adviser
    client.force_login(adviser)
    client.get("/staff/")
    assert queries.looks(actor=factories.actor(yara)) == []

    factories.ask(yara, words="My shower is cold.")
    assert "My shower is cold." in text(client.get("/staff/"))

    (look,) = queries.looks(actor=factories.actor(yara))
    assert (look.name, look.pages) == ("Ines Invented", ("staff:list",))


def test_every_look_is_on_one_of_the_pages_and_in_the_file(phone: Client, yara: YoungPerson) -> None:
    """More than the thousand at which the page once ended, each on a day of its own."""
    adviser, now = factories.actor(yara.allocation_rows.get().adviser), clock.now()
    AuditEvent.objects.bulk_create(
        AuditEvent(
            kind="view",
            verb="staff:person",
            at=now - timedelta(days=days),
            actor_id=adviser.user_id,
            actor_role="adviser",
            authority_id=yara.authority_id,
            young_person_id=yara.pk,
        )
        for days in range(1205)
    )

    seen, url = 0, "/my/looked/"
    for _ in range(13):
        page = text(phone.get(url))
        seen += page.count("<li>your page</li>")
        more = re.search(r'href="(\?page=\d+)" rel="next"', page)
        url = "/my/looked/" + (more[1] if more else "")

    assert (seen, more) == (1205, None)
    assert len(queries.looks(actor=factories.actor(yara))) == 1205


def test_page_says_that_nobody_looked(phone: Client) -> None:
    assert "Nobody has looked yet." in text(phone.get("/my/looked/"))


@pytest.mark.parametrize("views", [1, 30])
def test_page_takes_few_queries_however_often_somebody_looked(
    phone: Client, yara: YoungPerson, views: int, django_assert_max_num_queries: Any
) -> None:
    for _ in range(views):
        audit.viewed(factories.actor(factories.adviser(yara.authority)), "staff:details", yara.pk)

    with django_assert_max_num_queries(10):  # PostgreSQL is told whose rows it may show: two more
        assert text(phone.get("/my/looked/")).count("Ines Invented") == views


def test_every_page_of_a_record_has_a_name_for_the_person_whose_record_it_is() -> None:
    nameless = [name for name, route in routes().items() if "young_person_id" in route.needs and not has_name(name)]

    assert nameless == [], "Name them in ownpath/web/my/page_names.py."
