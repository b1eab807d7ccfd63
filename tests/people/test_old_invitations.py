from datetime import timedelta

import pytest
from django.core.management import call_command

from ownpath.accounts.models import Invitation
from ownpath.core import clock
from tests import factories

pytestmark = pytest.mark.django_db


def invitation(email: str, *, ran_out_days_ago: int, is_used: bool = False) -> Invitation:
    return Invitation.objects.create(
        authority=factories.authority(),
        email=email,
        name="Nobody Notreal",
        role="young_person",
        expires_at=clock.now() - timedelta(days=ran_out_days_ago),
        accepted_at=clock.now() if is_used else None,
    )


def test_due_work_ends_what_nobody_used_long_after_it_ran_out() -> None:
    old = invitation("old@example.org", ran_out_days_ago=61)
    person = factories.young_person(old.authority, with_user=False, invitation=old)
    invitation("late@example.org", ran_out_days_ago=59)
    invitation("used@example.org", ran_out_days_ago=61, is_used=True)

    call_command("do_due_work")
    call_command("do_due_work")

    assert set(Invitation.objects.values_list("email", flat=True)) == {"late@example.org", "used@example.org"}
    person.refresh_from_db()
    assert person.invitation is None
