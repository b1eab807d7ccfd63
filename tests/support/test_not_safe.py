"""“I don’t feel safe”: who is called, what happens when a mail does not go out, and when it climbs."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from ownpath.accounts.models import User
from ownpath.core import clock, outbox
from ownpath.core.access import NotAllowed
from ownpath.organisations import row_security
from ownpath.people.models import YoungPerson
from ownpath.support import actions, queries
from ownpath.support.enums import AskKind, Called, Decision
from ownpath.support.models import Ask, CallOut
from tests import factories

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 5, 4, 21, 0, tzinfo=UTC)


class BrokenLine(EmailBackend):
    """A mail server that hangs up."""

    def send_messages(self, messages: object) -> int:
        raise SMTPServerDisconnected


@pytest.fixture(autouse=True)
def _evening() -> Iterator[None]:
    with clock.held_at(NOW):
        yield


@pytest.fixture
def yara() -> YoungPerson:
    council = factories.authority()
    yara = factories.young_person(council, phone="07700 900123")
    factories.standards(council, duty_emails="duty@example.org\nnight@example.org", climb_minutes=60)
    team = factories.team(council)
    factories.allocate(yara, factories.adviser(council, team=team))
    factories.manager(council, "Mo Made-Up", team=team)
    factories.manager(council, "Mia Otherteam", team=factories.team(council, name="Far"))
    return yara


def not_safe(who: YoungPerson, capture: DjangoCaptureOnCommitCallbacks) -> Ask:
    with capture(execute=True):
        return actions.raise_ask(actor=factories.actor(who), kind=AskKind.NOT_SAFE, words="He is outside.")


def do_due_work(capture: DjangoCaptureOnCommitCallbacks) -> None:
    with capture(execute=True):
        call_command("do_due_work")


def addresses(called: Called) -> set[str]:
    return set(CallOut.objects.filter(called=called).values_list("address", flat=True))


def adviser_of(who: YoungPerson) -> User:
    adviser: User = who.allocation_rows.get().adviser
    return adviser


def test_adviser_and_duty_are_called_at_once_by_a_mail_that_says_nothing_about_anybody(
    yara: YoungPerson, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    not_safe(yara, django_capture_on_commit_callbacks)

    assert {letter.to[0] for letter in mail.outbox} == {adviser_of(yara).email, "duty@example.org", "night@example.org"}
    for letter in mail.outbox:
        assert letter.subject == "Ownpath: somebody needs you now"
        assert letter.body.startswith("Somebody needs you now. Sign in.")
        assert not any(word in letter.body for word in ("Yara", "Notreal", "outside", "safe", str(yara.pk)))
    assert not CallOut.objects.filter(sent_at=None).exists()


def test_asking_for_anything_else_calls_nobody(
    yara: YoungPerson, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        actions.raise_ask(actor=factories.actor(yara), kind=AskKind.HELP)

    assert (mail.outbox, CallOut.objects.count()) == ([], 0)


def test_without_an_adviser_duty_and_managers_are_called_at_once(
    yara: YoungPerson, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    alone = factories.young_person(yara.authority)

    not_safe(alone, django_capture_on_commit_callbacks)

    assert len(addresses(Called.MANAGER)) == 2
    assert addresses(Called.DUTY) == {"duty@example.org", "night@example.org"}
    assert addresses(Called.ADVISER) == set()


def test_what_did_not_go_out_is_not_said_to_have_and_is_tried_again(
    yara: YoungPerson,
    settings: Settings,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    settings.MAILERS = {"default": {"BACKEND": f"{__name__}.BrokenLine"}}
    ask = not_safe(yara, django_capture_on_commit_callbacks)
    assert CallOut.objects.filter(sent_at=None).count() == 3
    assert {call.sent_at for call in queries.help_now(actor=factories.actor(yara)).call_outs} == {None}

    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
    with clock.held_at(NOW + timedelta(minutes=2)):
        do_due_work(django_capture_on_commit_callbacks)
        do_due_work(django_capture_on_commit_callbacks)

    assert len(mail.outbox) == 3
    assert set(CallOut.objects.values_list("ask", "sent_at")) == {(ask.pk, NOW + timedelta(minutes=2))}


def test_whoever_sends_the_mails_sees_no_record_and_still_notes_that_they_went_out(yara: YoungPerson) -> None:
    actions.raise_ask(actor=factories.actor(yara), kind=AskKind.NOT_SAFE)

    with row_security.only(None):
        outbox.deliver()

    assert set(CallOut.objects.values_list("sent_at", flat=True)) == {NOW}


def test_unanswered_one_climbs_to_the_manager_of_the_team_once(
    yara: YoungPerson, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    not_safe(yara, django_capture_on_commit_callbacks)
    mo = User.objects.get(name="Mo Made-Up")

    with clock.held_at(NOW + timedelta(minutes=59)):
        do_due_work(django_capture_on_commit_callbacks)
        assert queries.unanswered(actor=factories.actor(mo)) == []
    with clock.held_at(NOW + timedelta(minutes=60)):
        assert [ask.young_person for ask in queries.unanswered(actor=factories.actor(mo))] == [yara]
        do_due_work(django_capture_on_commit_callbacks)
        do_due_work(django_capture_on_commit_callbacks)

    assert addresses(Called.MANAGER) == {mo.email}
    assert [letter.to for letter in mail.outbox].count([mo.email]) == 1


def test_only_speaking_with_them_ends_it_and_then_it_climbs_no_more(
    yara: YoungPerson, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    ask = not_safe(yara, django_capture_on_commit_callbacks)
    ines = factories.actor(adviser_of(yara))
    actions.write_answer(actor=ines, ask_id=ask.pk, words="I am on my way.")
    with pytest.raises(NotAllowed):
        actions.decide_ask(
            actor=ines, ask_id=ask.pk, decision=Decision.YES, reason="Sorted", decided_by="Ines", version=ask.version
        )
    assert queries.open_asks(actor=ines, young_person_id=yara.pk) == [ask]

    actions.answer_ask(actor=ines, ask_id=ask.pk, contact=factories.contact(yara))

    with clock.held_at(NOW + timedelta(hours=3)):
        do_due_work(django_capture_on_commit_callbacks)
    assert queries.open_asks(actor=ines, young_person_id=yara.pk) == []
    assert addresses(Called.MANAGER) == set()


def test_opened_again_calls_people_again_and_climbs_again(
    yara: YoungPerson, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    ask = not_safe(yara, django_capture_on_commit_callbacks)
    actions.answer_ask(actor=factories.actor(adviser_of(yara)), ask_id=ask.pk, contact=factories.contact(yara))

    with clock.held_at(NOW + timedelta(hours=5)), django_capture_on_commit_callbacks(execute=True):
        actions.open_again(actor=factories.actor(yara), ask_id=ask.pk)
    with clock.held_at(NOW + timedelta(hours=7)):
        do_due_work(django_capture_on_commit_callbacks)

    assert [letter.to for letter in mail.outbox].count(["duty@example.org"]) == 2
    assert len(addresses(Called.MANAGER)) == 1


def test_while_the_adviser_is_away_who_covers_is_called_too(
    yara: YoungPerson, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    cover = factories.adviser(yara.authority, "Ola Cover")
    factories.absence(adviser_of(yara), cover)

    not_safe(yara, django_capture_on_commit_callbacks)

    assert addresses(Called.COVER) == {cover.email}
    assert addresses(Called.ADVISER) == {adviser_of(yara).email}


@pytest.mark.parametrize("what", ["nobody covers", "cover is away", "cover has left", "adviser has left"])
def test_managers_are_called_at_once_where_nobody_is_there(
    yara: YoungPerson, what: str, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    cover = factories.adviser(yara.authority, "Ola Cover")
    gone = adviser_of(yara) if what == "adviser has left" else cover
    if what != "adviser has left":
        factories.absence(adviser_of(yara), cover)
    if what == "cover is away":
        factories.absence(cover, adviser_of(yara))
    elif what == "nobody covers":
        cover.membership.role = "manager"
        cover.membership.save()
    else:
        gone.membership.ended_at = NOW - timedelta(days=1)
        gone.membership.save()

    not_safe(yara, django_capture_on_commit_callbacks)

    assert addresses(Called.COVER) == set()
    assert {each.user.name for each in CallOut.objects.filter(called=Called.MANAGER)} == {"Mo Made-Up"}
    assert "duty@example.org" in addresses(Called.DUTY)


def test_who_is_there_for_the_cover_is_called(
    yara: YoungPerson, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    ola, tia = (factories.adviser(yara.authority, name) for name in ("Ola Cover", "Tia Third"))
    factories.absence(adviser_of(yara), ola)
    factories.absence(ola, tia)

    not_safe(yara, django_capture_on_commit_callbacks)

    assert addresses(Called.COVER) == {tia.email}
    assert addresses(Called.MANAGER) == set()
