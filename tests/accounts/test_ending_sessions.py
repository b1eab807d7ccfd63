"""Whoever runs the service signs somebody out from the machine."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from ownpath.accounts.models import User
from tests import factories
from tests.client import Client

pytestmark = pytest.mark.django_db


def device_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def is_signed_in(device: Client) -> bool:
    return device.get("/home/").headers["Location"] != "/sign-in/?next=/home/"


def end(**whose: object) -> str:
    out = StringIO()
    call_command("end_sessions", stdout=out, **whose)
    return out.getvalue()


def test_one_person_is_signed_out_on_every_device_and_nobody_else() -> None:
    council = factories.authority()
    ines, mo = factories.adviser(council), factories.manager(council)
    devices = [device_of(ines), device_of(ines), device_of(mo)]

    assert end(email=f" {ines.email.upper()} ") == "2 sessions ended.\n"

    assert [is_signed_in(device) for device in devices] == [False, False, True]


def test_everybody_is_signed_out() -> None:
    council = factories.authority()
    devices = [device_of(factories.adviser(council)), device_of(factories.manager(council))]

    assert end(everybody=True) == "2 sessions ended.\n"

    assert [is_signed_in(device) for device in devices] == [False, False]


def test_unknown_address_ends_nothing_and_is_not_repeated() -> None:
    device = device_of(factories.adviser(factories.authority()))

    with pytest.raises(CommandError, match=r"^Nobody signs in with this address\. Nothing was changed\.$"):
        end(email="nobody@example.org")

    assert is_signed_in(device)
