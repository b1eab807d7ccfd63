"""Somebody whose record has ended, for whatever reason: on no list, in no count, in no mail, in no due work."""

from datetime import timedelta

import pytest
from django.core import mail

from ownpath.attention.queries import overview
from ownpath.core import clock
from ownpath.organisations.due import do_due_work
from ownpath.people.actions.ending import close_record
from ownpath.people.enums import EndReason, Source
from ownpath.people.models import YoungPerson
from tests import factories

from .visiting import ROUTES, ask, signed_in, text_of
from .world import PRIVATE, SHARED, World, build

pytestmark = pytest.mark.django_db

# The one list of those whose records ended, for managers.
OF_ENDED = {"staff:ended"}
LISTS = sorted(route for route in ROUTES if route.startswith("staff:") and not ROUTES[route].needs)


def ended(reason: EndReason) -> tuple[World, YoungPerson]:
    """The world, once Yara's record has ended."""
    world = build()
    yara = YoungPerson.objects.get(pk=world.things["young_person_id"])
    mo = world.people["Mo"]
    assert mo is not None
    close_record(factories.actor(mo), yara, reason=reason, on_date=clock.today(), words="", source=Source.ADVISER)
    return world, yara


@pytest.mark.parametrize("reason", EndReason)
def test_no_list_shows_anybody_whose_record_has_ended(reason: EndReason) -> None:
    world, yara = ended(reason)
    cookies = signed_in(world)
    opened = set()

    for route in LISTS:
        for persona in ("Ines", "Sol", "Mo", "Dot"):
            response = ask(world, cookies[persona], "get", route)
            if response.status_code != 200 or route in OF_ENDED:
                continue
            opened.add(route)
            page = text_of(response)
            assert str(yara.pk) not in page, (route, persona)
            assert SHARED not in page, (route, persona)
            assert PRIVATE not in page, (route, persona)
    assert {"staff:list", "staff:overview", "staff:waiting", "staff:asks", "staff:unallocated"} <= opened


@pytest.mark.parametrize("reason", EndReason)
def test_no_count_and_no_due_work_holds_anybody_whose_record_has_ended(reason: EndReason) -> None:
    world, _yara = ended(reason)
    mo = world.people["Mo"]
    assert mo is not None

    groups = overview(actor=factories.actor(mo))
    mail.outbox.clear()
    with clock.held_at(clock.now() + timedelta(days=400)):
        assert do_due_work() == 0

    assert sum(group.everybody.count for group in groups) == 1  # Zane
    assert sum(number.count for group in groups for number in group.kinds.values()) <= 1
    assert mail.outbox == []
