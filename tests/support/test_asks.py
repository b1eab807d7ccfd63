from datetime import timedelta

import pytest

from ownpath.core import clock
from ownpath.core.access import NotAllowed, NotVisible
from ownpath.core.models import AuditEvent
from ownpath.people.enums import ContactResult
from ownpath.support import actions, queries
from ownpath.support.enums import AskKind
from ownpath.support.models import Ask
from tests import factories

pytestmark = pytest.mark.django_db


def test_ask_is_open_and_kept_as_it_was_said() -> None:
    yara = factories.young_person(factories.authority())
    me = factories.actor(yara)

    made = actions.raise_ask(actor=me, kind=AskKind.HELP, area="money", area_title="Money", words=" No heating. ")

    assert queries.open_asks(actor=me, young_person_id=yara.pk) == [made]
    assert (made.area_title, made.words, made.answered_at) == ("Money", "No heating.", None)
    assert AuditEvent.objects.get().verb == "support.raise_ask"


@pytest.mark.parametrize(
    ("kind", "about", "title"),
    [
        (AskKind.LIFT, {"area_title": "Money"}, "A lift somewhere: Money"),
        (AskKind.OTHER, {"area_title": "Money"}, "Money"),
        (AskKind.LIFT, {"area_title": "Money", "about": "See the bank"}, "See the bank"),
        (AskKind.LIFT, {}, "A lift somewhere"),
        (AskKind.HELP, {"area_title": "Money"}, "Help with “Money”"),
    ],
)
def test_title_says_what_is_asked_and_about_what(kind: AskKind, about: dict[str, str], title: str) -> None:
    yara = factories.young_person(factories.authority())

    assert factories.ask(yara, kind=kind, **{"area_title": ""} | about).title == title


def test_staff_cannot_ask_in_a_young_persons_name() -> None:
    ines = factories.adviser(factories.authority())

    with pytest.raises(NotAllowed):
        actions.raise_ask(actor=factories.actor(ines), kind=AskKind.NOT_SAFE)

    assert not Ask.objects.exists()


def test_ask_closes_in_a_contact_in_which_they_spoke() -> None:
    council = factories.authority()
    ines, yara = factories.adviser(council), factories.young_person(council)
    factories.allocate(yara, ines)
    ask, spoke = factories.ask(yara), factories.contact(yara)
    actor = factories.actor(ines)

    answered = actions.answer_ask(actor=actor, ask_id=ask.pk, contact=spoke)

    assert (answered.answered_in, answered.answered_by_id) == (spoke, ines.pk)
    assert queries.open_asks(actor=actor, young_person_id=yara.pk) == []


def test_answered_ask_keeps_its_first_answer() -> None:
    council = factories.authority()
    mo, yara = factories.manager(council), factories.young_person(council)
    first, second = factories.contact(yara), factories.contact(yara)
    ask = factories.ask(yara)
    actions.answer_ask(actor=factories.actor(mo), ask_id=ask.pk, contact=first)

    actions.answer_ask(actor=factories.actor(mo), ask_id=ask.pk, contact=second)

    ask.refresh_from_db()
    assert ask.answered_in == first


def test_ask_stays_open_when_nobody_was_reached_or_the_contact_was_before_it_or_with_somebody_else() -> None:
    council = factories.authority()
    mo, yara, other = factories.manager(council), factories.young_person(council), factories.young_person(council)
    ask = factories.ask(yara)
    not_about_it = [
        factories.contact(yara, result=ContactResult.TRIED),
        factories.contact(yara, at=clock.now() - timedelta(days=1)),
        factories.contact(other),
    ]

    for contact in not_about_it:
        with pytest.raises(NotAllowed):
            actions.answer_ask(actor=factories.actor(mo), ask_id=ask.pk, contact=contact)

    ask.refresh_from_db()
    assert ask.answered_at is None


def test_ask_is_not_there_for_former_adviser_or_other_authority_or_another_young_person() -> None:
    council = factories.authority()
    yara, former = factories.young_person(council), factories.adviser(council)
    factories.allocate(yara, former, ended_at=clock.now())
    strangers = [former, factories.manager(factories.authority()), factories.young_person(council)]
    ask, spoke = factories.ask(yara), factories.contact(yara)

    for stranger in strangers:
        actor = factories.actor(stranger)
        assert queries.open_asks(actor=actor, young_person_id=yara.pk) == []
        with pytest.raises(NotVisible):
            actions.answer_ask(actor=actor, ask_id=ask.pk, contact=spoke)
