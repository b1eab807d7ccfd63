"""The last net: PostgreSQL itself hides the rows of other authorities, whatever a query asks for."""

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from ownpath.core import heartbeats
from ownpath.core.models import AuditEvent
from ownpath.organisations import row_security
from ownpath.organisations.models import OfAuthority, Team
from ownpath.people.models import YoungPerson
from tests import factories
from tests.client import Client

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no row-level security."),
]


def test_role_of_the_product_cannot_step_over_the_policies() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False, False)


def test_every_table_of_an_authority_has_its_policy_also_against_its_owner() -> None:
    of_authority = {model._meta.db_table for model in apps.get_models() if issubclass(model, OfAuthority)}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class JOIN pg_policy ON polrelid = pg_class.oid"
            " WHERE relrowsecurity AND relforcerowsecurity AND polname = 'by_authority'"
        )
        protected = {name for (name,) in cursor.fetchall()}

    assert protected == of_authority | {AuditEvent._meta.db_table}


def test_table_whose_policy_is_gone_or_not_forced_is_a_fault_and_the_monitor_hears_of_it(client: Client) -> None:
    heartbeats.beat(heartbeats.Of.DUE_WORK)
    assert row_security.fault() is None
    assert client.get("/health/").status_code == 200

    for undo in ("NO FORCE ROW LEVEL SECURITY", "DISABLE ROW LEVEL SECURITY"):
        with connection.cursor() as cursor:
            cursor.execute(f"ALTER TABLE {YoungPerson._meta.db_table} {undo}")
        assert "forced row-level security" in (row_security.fault() or "")
        assert client.get("/health/").status_code == 503
        row_security.protect_tables()
        assert row_security.fault() is None


def test_a_query_that_forgets_the_authority_still_sees_one_only() -> None:
    here, elsewhere = factories.authority(), factories.authority()
    mine, theirs = factories.young_person(here), factories.young_person(elsewhere)

    with row_security.only(here.pk):
        assert list(YoungPerson.objects.all()) == [mine]
        assert YoungPerson.objects.filter(pk=theirs.pk).update(name="Taken") == 0

    theirs.refresh_from_db()
    assert theirs.name == "Yara Notreal"


def test_a_row_cannot_be_written_into_another_authority() -> None:
    here, elsewhere = factories.authority(), factories.authority()

    with row_security.only(here.pk), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Team.objects.create(authority=elsewhere, name="Slipped in")

    assert not Team.objects.exists()


def test_nothing_set_means_nothing_seen() -> None:
    factories.young_person(factories.authority())

    with row_security.only(None):
        assert not YoungPerson.objects.exists()
    with connection.cursor() as cursor:
        cursor.execute("RESET ownpath.authority")
    assert not YoungPerson.objects.exists()


def test_what_was_set_before_is_set_again_afterwards() -> None:
    here = factories.authority()
    factories.young_person(here)

    with row_security.only(here.pk):
        with row_security.only(None):
            assert not YoungPerson.objects.exists()
        assert YoungPerson.objects.exists()
