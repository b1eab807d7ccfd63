"""Nobody unheard: whatever somebody whose record has ended tells the service opens it again, and reaches somebody."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from pytest_django import DjangoCaptureOnCommitCallbacks

from ownpath.about_me.actions import tell
from ownpath.about_me.enums import Heading
from ownpath.attention.enums import ReasonKind
from ownpath.attention.queries import Choice, waiting
from ownpath.circle.actions import share_map
from ownpath.core import clock
from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.people.enums import ContactWay, EndReason
from ownpath.people.models import RecordEnd, YoungPerson
from ownpath.people.queries import unallocated
from ownpath.plans.actions import add_step, say_goal_not_meant, say_what_doing_well_means, start_goal
from ownpath.plans.enums import StepDoer
from ownpath.sharing.actions import say_not_right, share_area
from ownpath.sharing.enums import EntryKind
from ownpath.support import actions, queries
from ownpath.support.enums import AskKind, Decision
from ownpath.support.models import CallOut
from ownpath.surveys.actions import enter_paper, send_response
from ownpath.surveys.enums import Sharing
from tests import factories

pytestmark = pytest.mark.django_db

ENDINGS = [reason for reason in EndReason if reason != EndReason.DIED]


@pytest.fixture
def yara() -> YoungPerson:
    council = factories.authority()
    factories.standards(council, duty_emails="duty@example.org", climb_minutes=60)
    factories.manager(council, "Mo Made-Up")
    factories.pack()
    return factories.young_person(council)


def manager_of(who: YoungPerson) -> Actor:
    return factories.actor(who.authority.memberships.get(role="manager").user)


def is_back(who: YoungPerson) -> bool:
    who.refresh_from_db()
    end = RecordEnd.objects.get()
    return who.ended_date is None and end.came_back and end.reopened_at is not None


@pytest.mark.parametrize("reason", ENDINGS)
def test_who_does_not_feel_safe_is_on_every_list_again_and_managers_and_duty_are_called(
    reason: EndReason, yara: YoungPerson, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    factories.record_end(yara, reason=reason)
    mo = manager_of(yara)

    with django_capture_on_commit_callbacks(execute=True):
        actions.raise_ask(actor=factories.actor(yara), kind=AskKind.NOT_SAFE)

    assert is_back(yara)
    assert set(CallOut.objects.values_list("called", flat=True)) == {"manager", "duty"}
    assert {letter.to[0] for letter in mail.outbox} >= {"duty@example.org"}
    assert list(unallocated(actor=mo)) == [yara]
    (row,) = waiting(actor=mo, choice=Choice())
    assert [one.kind for one in row.reasons][:2] == [ReasonKind.NOT_SAFE, ReasonKind.CAME_BACK]
    with clock.held_at(clock.now() + timedelta(hours=2)):
        assert [ask.young_person_id for ask in queries.unanswered(actor=mo)] == [yara.pk]


def test_over_25_the_call_still_reaches_managers_and_duty(yara: YoungPerson) -> None:
    yara.birth_date = clock.today() - timedelta(days=27 * 366)
    yara.save()
    factories.record_end(yara, reason=EndReason.DONE_AT_25)

    actions.raise_ask(actor=factories.actor(yara), kind=AskKind.NOT_SAFE)

    assert is_back(yara)
    assert set(CallOut.objects.values_list("called", flat=True)) == {"manager", "duty"}


def ask_again(yara: YoungPerson) -> Callable[[], object]:
    ended = {"answered_at": clock.now(), "decision": Decision.NO, "reason": "No money", "decided_by": "Mo"}
    ask = factories.ask(yara, kind=AskKind.HOME, **ended)
    return lambda: actions.open_again(actor=factories.actor(yara), ask_id=ask.pk)


def say_more(yara: YoungPerson) -> Callable[[], object]:
    ask = factories.ask(yara, kind=AskKind.HOME)
    return lambda: actions.add_line(actor=factories.actor(yara), ask_id=ask.pk, words="Still nothing")


def send_shared(yara: YoungPerson) -> Callable[[], object]:
    draft = factories.response(yara, sent_at=None)
    factories.answer(draft, "home", sharing=Sharing.SHARED)
    factories.answer(draft, "money", sharing=Sharing.PRIVATE)
    return lambda: send_response(actor=factories.actor(yara), response_id=draft.pk)


def share_what_was_private(yara: YoungPerson) -> Callable[[], object]:
    factories.answer(factories.response(yara, sent_at=clock.now()), "home", sharing=Sharing.PRIVATE)
    return lambda: share_area(actor=factories.actor(yara), area="home", sharing=Sharing.SHARED)


def say_that_the_end_is_not_right(yara: YoungPerson) -> Callable[[], object]:
    def say() -> object:
        end = RecordEnd.objects.get()
        return say_not_right(
            actor=factories.actor(yara), kind=EntryKind.END, entry_id=end.pk, words="I never said I’d move"
        )

    return say


def say_not_meant(yara: YoungPerson) -> Callable[[], object]:
    goal = factories.goal(yara)
    return lambda: say_goal_not_meant(actor=factories.actor(yara), goal_id=goal.pk, words="No")


def want_something(yara: YoungPerson) -> Callable[[], object]:
    return lambda: start_goal(actor=factories.actor(yara), young_person_id=yara.pk, words="I want to get away")


def take_a_step(yara: YoungPerson) -> Callable[[], object]:
    goal = factories.goal(yara)
    me = StepDoer.YOUNG_PERSON
    return lambda: add_step(actor=factories.actor(yara), goal_id=goal.pk, words="Ring you", doer=me)


def say_what_doing_well_is(yara: YoungPerson) -> Callable[[], object]:
    return lambda: say_what_doing_well_means(actor=factories.actor(yara), words="A door that locks", version=0)


def write_about_me(yara: YoungPerson) -> Callable[[], object]:
    return lambda: tell(actor=factories.actor(yara), heading=Heading.PROUD, words="My garden", version=0)


def share_people(yara: YoungPerson) -> Callable[[], object]:
    return lambda: share_map(actor=factories.actor(yara))


def have_it_written_down(yara: YoungPerson) -> Callable[[], object]:
    return lambda: actions.write_ask_down(
        actor=manager_of(yara), young_person_id=yara.pk, kind=AskKind.HOME, words="A cot"
    )


def hand_in_a_paper(yara: YoungPerson) -> Callable[[], object]:
    yesterday = clock.today() - timedelta(days=1)

    def hand_in() -> object:
        RecordEnd.objects.update(on_date=yesterday)
        YoungPerson.objects.update(ended_date=yesterday)
        return enter_paper(
            actor=manager_of(yara),
            young_person_id=yara.pk,
            filled_date=clock.today(),
            answers={"home": {"scenario": "", "now": 1, "change": "", "steadiness": None, "words": ""}},
        )

    return hand_in


@pytest.mark.parametrize(
    "way",
    [
        ask_again,
        say_more,
        send_shared,
        share_what_was_private,
        say_that_the_end_is_not_right,
        say_not_meant,
        want_something,
        take_a_step,
        say_what_doing_well_is,
        write_about_me,
        share_people,
        have_it_written_down,
        hand_in_a_paper,
    ],
)
def test_each_way_to_tell_the_service_something_opens_the_record(
    way: Callable[[YoungPerson], Callable[[], object]], yara: YoungPerson
) -> None:
    tell_them = way(yara)
    factories.record_end(yara)

    tell_them()

    assert is_back(yara)
    (row,) = waiting(actor=manager_of(yara), choice=Choice(kind=ReasonKind.CAME_BACK))
    assert row.young_person == yara
    assert "Came back today. Nobody has spoken to them since." in [one.sentence for one in row.reasons]


def test_what_is_just_for_oneself_opens_nothing(yara: YoungPerson) -> None:
    draft = factories.response(yara, sent_at=None)
    factories.answer(draft, "home", sharing=Sharing.PRIVATE)
    factories.record_end(yara)

    send_response(actor=factories.actor(yara), response_id=draft.pk)

    yara.refresh_from_db()
    assert yara.ended_date == clock.today()


def test_who_came_back_stays_a_reason_until_somebody_has_spoken_with_them(yara: YoungPerson) -> None:
    factories.record_end(yara)
    actions.raise_ask(actor=factories.actor(yara), kind=AskKind.OTHER, about="I’d like to come back")
    mo = manager_of(yara)

    factories.contact(yara, way=ContactWay.MESSAGE)
    assert len(waiting(actor=mo, choice=Choice(kind=ReasonKind.CAME_BACK))) == 1

    factories.contact(yara, way=ContactWay.CALL)
    assert waiting(actor=mo, choice=Choice(kind=ReasonKind.CAME_BACK)) == []


def test_nothing_opens_the_record_of_somebody_who_died_by_itself(yara: YoungPerson) -> None:
    factories.record_end(yara, reason=EndReason.DIED)

    with pytest.raises(NotVisible):
        actions.write_ask_down(actor=manager_of(yara), young_person_id=yara.pk, kind=AskKind.HOME, words="A cot")
    call_command("do_due_work")

    yara.refresh_from_db()
    assert yara.ended_date == clock.today()
