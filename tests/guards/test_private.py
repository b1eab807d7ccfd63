"""Private stays private: what Yara keeps to herself is not told, counted or hinted at anywhere but on her own pages.

Two nets. The first plants a word of its own in every private field and looks for it in whatever anybody else gets:
pages, pictures, files, faults, mails, logs. The second renders everything that staff can open, gives her more that is
private, and renders it again: not one letter may differ, so no number, order or gap gives anything away.
"""

import logging
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command

from ownpath.accounts.models import User
from ownpath.circle.models import MapSharing
from ownpath.core import clock
from ownpath.people.models import Joining, YoungPerson
from ownpath.plans import actions as plans
from ownpath.plans.models import Win, WinPhoto
from ownpath.surveys.enums import Sharing
from ownpath.surveys.models import AreaAnswer, Priority, Response
from tests import factories

from .access import METHODS
from .visiting import ROUTES, ask, signed_in, text_of
from .world import World, build, holds_words, is_private, rows_of

# One database is enough, and the one without row security is the stricter.
pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

STAFF = ("Ines", "Mo", "Sol")  # her adviser, the manager, and an adviser who covers for hers
OTHERS = (*STAFF, "Fred", "Mia", "Zane", "nobody")
# What differs from one look to the next: keys of forms, and what time it is.
PASSING = re.compile(r'(name="(?:csrfmiddlewaretoken|once|typed_by)" value=")[^"]*')


@pytest.fixture
def world() -> World:
    """Sol covers for Ines, and Yara shares her map no longer: everybody on it is hers alone."""
    world = build()
    ines, sol = (world.people[name] for name in ("Ines", "Sol"))
    assert isinstance(ines, User)
    assert isinstance(sol, User)
    factories.absence(ines, sol)
    MapSharing.objects.update(ended_at=clock.now())
    return world


@pytest.fixture
def yara(world: World) -> YoungPerson:
    return YoungPerson.objects.get(pk=world.things["young_person_id"])


@pytest.fixture
def secrets(yara: YoungPerson) -> dict[str, str]:
    """A word of its own in every private field, by where it was planted."""
    planted = {}
    for number, row in enumerate(filter(is_private, rows_of(yara))):
        for field in filter(holds_words, row._meta.local_fields):
            where = f"{row._meta.label}.{field.name} {number}"
            planted[where] = f"bilby{number}{field.name}"[: field.max_length].replace("_", "")
            row._meta.model.objects.filter(pk=row.pk).update(**{field.name: planted[where]})
    return planted


def looked(world: World, persona: str) -> Iterator[tuple[str, str]]:
    """Everything that somebody can open or send an empty form to, by method and route."""
    cookies = signed_in(world)[persona]
    for route in sorted(ROUTES):
        for method in METHODS:
            yield f"{method} {route}", text_of(ask(world, cookies, method, route))


def found_in(text: str, secrets: dict[str, str]) -> list[str]:
    return [where for where, word in secrets.items() if word in text.lower()]


def test_a_word_is_planted_in_every_private_kind(secrets: dict[str, str]) -> None:
    kinds = {where.split(" ")[0] for where in secrets}

    assert kinds >= {
        "about_me.Told.words",
        "circle.Connection.name",
        "plans.Statement.words",
        "plans.Win.words",
        "plans.WinPhoto.alt",
        "plans.WinVersion.words",
        "surveys.AreaAnswer.words",
    }


@pytest.mark.parametrize("persona", OTHERS)
def test_no_private_word_reaches_anybody_else(
    persona: str, world: World, secrets: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        leaks = {place: found for place, text in looked(world, persona) if (found := found_in(text, secrets))}

    assert leaks == {}
    assert found_in(caplog.text, secrets) == []
    assert found_in("".join(f"{one.subject} {one.body}" for one in mail.outbox), secrets) == []


def test_her_own_pages_do_show_what_is_private(world: World, secrets: dict[str, str]) -> None:
    """So that the search above is known to be able to find something: her file holds all of it."""
    assert set(found_in("".join(text for _, text in looked(world, "Yara")), secrets)) == set(secrets)


def test_nothing_that_was_private_opens_to_an_account_that_nobody_checked(
    world: World, yara: YoungPerson, secrets: dict[str, str]
) -> None:
    """Whoever joined as her could be anybody who reads her mail and knows her birthday."""
    Joining.objects.filter(young_person=yara).update(unchecked_since=clock.now())

    assert {place: found for place, text in looked(world, "Yara") if (found := found_in(text, secrets))} == {}


def test_no_private_word_is_sent_or_logged_when_work_is_due_and_when_she_asks_for_help(
    world: World, secrets: dict[str, str], caplog: pytest.LogCaptureFixture, django_capture_on_commit_callbacks: Any
) -> None:
    cookies = signed_in(world)["Yara"]
    with caplog.at_level(logging.INFO), django_capture_on_commit_callbacks(execute=True):
        for route in ROUTES:
            if route.startswith("my:"):
                ask(world, cookies, "post", route)
        call_command("do_due_work", verbosity=0)

    assert found_in("".join(f"{one.subject} {one.body}" for one in mail.outbox), secrets) == []
    assert found_in(caplog.text, secrets) == []


def more_that_is_private(yara: YoungPerson) -> None:
    """As much again of everything that she keeps to herself, and other words in what there was."""
    her = factories.actor(yara)
    draft = Response.objects.get(young_person=yara, sent_at=None)
    sent = Response.objects.exclude(sent_at=None).get(young_person=yara, how="alone")
    factories.answer(draft, "money", words="More")
    factories.answer(sent, "friends", words="More", sharing=Sharing.PRIVATE)
    Priority.objects.create(authority_id=yara.authority_id, young_person=yara, response=draft, area="money", place=3)
    for number in range(3):
        plans.record_win(actor=her, young_person_id=yara.pk, words=f"More {number}", photo=factories.photo())
        factories.connection(yara, name=f"More {number}", wish="find")
    AreaAnswer.objects.filter(response=draft).update(now=1, change="worse", steadiness=1, sharing=Sharing.SHARED)
    AreaAnswer.objects.filter(sharing=Sharing.PRIVATE).update(now=1, change="worse", steadiness=1)
    private = Win.objects.filter(sharing="private")
    private.update(words="Other", kept_at=None)
    WinPhoto.objects.filter(win__in=private).update(alt="Other", width=9, height=9)


@pytest.mark.parametrize("persona", STAFF)
def test_more_that_is_private_changes_nothing_that_staff_see(persona: str, world: World, yara: YoungPerson) -> None:
    now = clock.now()
    with clock.held_at(now):
        before = {place: PASSING.sub(r"\1", text) for place, text in looked(world, persona)}
        more_that_is_private(yara)
        after = {place: PASSING.sub(r"\1", text) for place, text in looked(world, persona)}

    assert [place for place in before if before[place] != after[place]] == []


def test_the_second_net_sees_a_single_number(world: World, yara: YoungPerson) -> None:
    cookies = signed_in(world)["Ines"]
    before = text_of(ask(world, cookies, "get", "staff:plan"))
    plans.record_win(actor=factories.actor(yara), young_person_id=yara.pk, words="Shared", sharing="adviser")

    assert PASSING.sub(r"\1", before) != PASSING.sub(r"\1", text_of(ask(world, cookies, "get", "staff:plan")))
