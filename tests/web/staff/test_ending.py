"""Ending a record by page, its page afterwards, and the list of records that ended."""

from datetime import date, timedelta
from html import unescape

import pytest
from django.core import mail

from ownpath.core import clock
from ownpath.organisations.models import Authority
from ownpath.people.enums import EndReason, Source
from ownpath.people.models import RecordEnd, YoungPerson
from ownpath.support.actions import StillOpen, end_record
from ownpath.support.enums import AskKind
from tests import factories
from tests.client import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def council() -> Authority:
    return factories.authority(name="Saltmarrow")


@pytest.fixture
def yara(council: Authority) -> YoungPerson:
    yara = factories.young_person(council, birth_date=date(2004, 5, 4), phone="07700 900123", email="yara@example.org")
    factories.allocate(yara, factories.adviser(council))
    return yara


@pytest.fixture
def as_manager(client: Client, council: Authority) -> Client:
    client.force_login(factories.manager(council, "Mo Made-Up"))
    return client


def typed(reason: str, day: date | None = None, **values: str) -> dict[str, str]:
    day = day or clock.today()
    days = {"on_date-day": str(day.day), "on_date-month": str(day.month), "on_date-year": str(day.year)}
    return days | {"reason": reason, "words": ""} | values


def text(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return unescape(response.content.decode())


def test_manager_ends_a_record_and_its_page_says_what_happened(as_manager: Client, yara: YoungPerson) -> None:
    page = f"/staff/people/{yara.pk}/"
    assert f"{page}end/" in text(as_manager, f"{page}details/")

    response = as_manager.post(f"{page}end/", typed("moved", date(2026, 11, 2), words="Lives in Leeds now."))

    assert response.headers["Location"] == page
    shown = text(as_manager, page)
    assert "This record ended on 2 November 2026." in shown
    assert "Moved to another authority." in shown
    assert "Lives in Leeds now." in shown
    assert "Written down by Mo Made-Up" in shown
    assert "Managers of Saltmarrow can read this record, and Yara Notreal can. Nobody else can." in shown


def test_page_of_an_ended_record_asks_nobody_for_anything(as_manager: Client, yara: YoungPerson) -> None:
    factories.record_end(yara)

    shown = text(as_manager, f"/staff/people/{yara.pk}/")

    for prompt in (
        "May need time now",
        "Nothing is waiting",
        "Nothing is planned",
        "Plan when to meet",
        "joined",
        "Ask how life is going",
        "Answer together",
        "Invite",
        "Change the adviser",
    ):
        assert prompt not in shown.partition("<main")[2], prompt
    assert f"/staff/people/{yara.pk}/contact/" in shown


def test_page_of_somebody_who_died_is_worded_with_care(as_manager: Client, yara: YoungPerson) -> None:
    as_manager.post(f"/staff/people/{yara.pk}/end/", typed("died", date(2026, 11, 24), is_certain="on"))

    with clock.held_at(clock.now() + timedelta(days=800)):
        shown = text(as_manager, f"/staff/people/{yara.pk}/").partition("<main")[2]

    assert "Yara Notreal died on 24 November 2026." in shown
    assert "4 May 2004 to 24 November 2026, aged 22" in shown
    assert "Managers of Saltmarrow can read this record. Nobody else can." in shown
    assert "Record a contact with their family" in shown
    for word in (
        "mailto:",
        "tel:",
        "07700 900123",
        "yara@example.org",
        "24</span>",
        "25</span>",
        "has not",
    ):
        assert word not in shown, word


@pytest.mark.parametrize("reason", EndReason)
def test_no_page_about_an_ended_record_is_broken_or_asks_how_life_is(
    reason: EndReason, as_manager: Client, yara: YoungPerson
) -> None:
    factories.record_end(yara, reason=reason)

    for place in (
        "",
        "about-me/",
        "conversation/",
        "plan/",
        "asks/",
        "contact/",
        "details/",
        "allowance/",
        "end/",
    ):
        shown = text(as_manager, f"/staff/people/{yara.pk}/{place}")
        assert "Ask how life is going" not in shown, place
    for place in ("invite/", "ask/", "together/", "adviser/", "meetings/plan/"):
        assert as_manager.get(f"/staff/people/{yara.pk}/{place}").status_code == 404, place


def test_a_death_needs_a_second_word(as_manager: Client, yara: YoungPerson) -> None:
    response = as_manager.post(f"/staff/people/{yara.pk}/end/", typed("died"))

    assert response.status_code == 422
    assert "I am certain that Yara Notreal has died" in unescape(response.content.decode())
    assert "Tick this if they died." in unescape(response.content.decode())
    assert not RecordEnd.objects.exists()


def test_day_is_not_in_the_future_and_25_not_before_25(as_manager: Client, yara: YoungPerson) -> None:
    page = f"/staff/people/{yara.pk}/end/"
    tomorrow = clock.today() + timedelta(days=1)
    YoungPerson.objects.update(birth_date=date(2001, 6, 10))
    with clock.held_at(clock.now().replace(year=2026, month=11, day=29)):
        assert as_manager.post(page, typed("moved", tomorrow)).status_code == 422
        before = as_manager.post(page, typed("done_at_25", date(2026, 6, 9)))
        assert before.status_code == 422
        assert "on or after their 25th birthday" in unescape(before.content.decode())
        assert as_manager.post(page, typed("done_at_25", date(2026, 6, 10))).status_code == 302


def test_who_is_not_safe_is_spoken_with_first(as_manager: Client, yara: YoungPerson) -> None:
    factories.ask(yara, kind=AskKind.NOT_SAFE)

    response = as_manager.post(f"/staff/people/{yara.pk}/end/", typed("moved", words="Leeds"))

    assert response.status_code == 422
    shown = unescape(response.content.decode())
    assert "They said that they don’t feel safe. Speak to them first, and record the contact." in shown
    assert "Leeds" in shown
    assert not RecordEnd.objects.exists()


def test_adviser_is_told_who_can_end_it_before_25_and_that_they_no_longer_see_it_after(
    client: Client, yara: YoungPerson
) -> None:
    client.force_login(yara.allocation_rows.get().adviser)
    page = f"/staff/people/{yara.pk}/end/"
    assert "Only a manager can end this record before they are 25." in text(client, page)
    assert client.post(page, typed("moved")).status_code == 404

    YoungPerson.objects.update(birth_date=date(2000, 5, 4))
    response = client.post(page, typed("done_at_25"), follow=True)

    assert response.redirect_chain == [("/staff/", 302)]
    assert "Managers can still read it. You can’t any more." in unescape(response.content.decode())
    assert client.get(f"/staff/people/{yara.pk}/").status_code == 404


def test_open_again_says_why_and_the_page_keeps_that_it_had_ended(as_manager: Client, yara: YoungPerson) -> None:
    factories.record_end(yara, on_date=date(2026, 11, 2))
    page = f"/staff/people/{yara.pk}/"

    as_manager.post(f"{page}open-again/", {"words": "Wrong person."})

    shown = text(as_manager, page)
    assert "This record had ended on 2 November 2026: Moved to another authority." in shown
    assert "Mo Made-Up opened it again" in shown
    assert "Wrong person." in shown
    assert as_manager.get(f"{page}open-again/").status_code == 404


def test_whoever_moved_and_died_since_is_only_asked_about_that(as_manager: Client, yara: YoungPerson) -> None:
    factories.record_end(yara)
    page = f"/staff/people/{yara.pk}/end/"

    shown = text(as_manager, page)
    assert 'value="died"' in shown
    assert 'value="moved"' not in shown

    as_manager.post(page, typed("died", is_certain="on"))
    assert RecordEnd.objects.get(reopened_at=None).reason == EndReason.DIED


def test_overview_counts_ended_records_and_leads_to_their_list(as_manager: Client, council: Authority) -> None:
    for name, reason, day in (("Ann A", "moved", 3), ("Bea B", "died", 9), ("Cal C", "moved", 6)):
        factories.record_end(factories.young_person(council, name), reason=reason, on_date=date(2026, 11, day))

    assert "3 records have ended" in text(as_manager, "/staff/overview/")
    everybody = text(as_manager, "/staff/ended/")
    assert [everybody.index(name) for name in ("Bea B", "Cal C", "Ann A")] == sorted(
        everybody.index(name) for name in ("Bea B", "Cal C", "Ann A")
    )
    moved = text(as_manager, "/staff/ended/?reason=moved")
    assert "Bea B" not in moved
    assert "Cal C" in moved


def test_a_form_pressed_twice_ends_it_once_and_nobody_is_mailed(as_manager: Client, yara: YoungPerson) -> None:
    page, posted = f"/staff/people/{yara.pk}/end/", typed("moved") | {"once": "k" * 20}

    as_manager.post(page, posted)
    as_manager.post(page, posted)

    assert RecordEnd.objects.count() == 1
    assert mail.outbox == []


def test_a_death_that_a_return_brought_has_no_day(client: Client) -> None:
    yara = factories.young_person(factories.authority())
    factories.record_end(yara, reason=EndReason.DIED, on_date=date(2026, 1, 7), source=Source.RETURN_FILE)
    client.force_login(factories.manager(yara.authority))

    page = client.get(f"/staff/people/{yara.pk}/").text

    assert "Yara Notreal has died: the return says so. It does not say on which day." in page
    assert "7 January 2026" not in page
    assert "<td>Not known</td>" in client.get("/staff/ended/").text


@pytest.mark.parametrize("kind", [AskKind.HELP, AskKind.HOME, AskKind.COMPLAINT])
def test_nothing_that_is_open_is_silenced_by_an_end(client: Client, kind: AskKind) -> None:
    yara = factories.young_person(factories.authority(), birth_date=date(2007, 5, 4))
    mo = factories.manager(yara.authority)
    ask = factories.ask(yara, kind=kind)
    factories.answer(factories.response(yara), "home", now=1)
    factories.not_right(factories.contact(yara))
    client.force_login(mo)

    page = client.post(
        f"/staff/people/{yara.pk}/end/",
        {"reason": "moved", "on_date_0": "1", "on_date_1": "11", "on_date_2": "2026", "on_date": "2026-11-01"},
    )

    assert not RecordEnd.objects.exists()
    assert page.status_code == 422
    with pytest.raises(StillOpen) as waiting:
        end_record(actor=factories.actor(mo), young_person_id=yara.pk, reason=EndReason.MOVED, on_date=clock.today())
    assert sorted(waiting.value.sentences) == sorted(
        [
            f"They asked: “{ask.title}”. Answer it first.",
            "They told us how life is, and nobody has come back to it. Read it and speak to them first.",
            "They said that something in their record is not right. Answer it first.",
        ]
    )
    end_record(
        actor=factories.actor(mo),
        young_person_id=yara.pk,
        reason=EndReason.DIED,
        on_date=clock.today(),
        is_certain=True,
    )
    assert RecordEnd.objects.get().reason == EndReason.DIED


def test_the_plan_of_an_ended_record_is_only_read(as_manager: Client, yara: YoungPerson) -> None:
    step = factories.step(factories.goal(yara, words="A dog"), words="Ask the shelter")
    change = f"/staff/people/{yara.pk}/plan/steps/{step.pk}/"
    assert change in text(as_manager, f"/staff/people/{yara.pk}/plan/")
    factories.record_end(yara, reason=EndReason.DIED)

    page = text(as_manager, f"/staff/people/{yara.pk}/plan/").partition("<main")[2]

    assert "Ask the shelter" in page
    for offered in (change, "Add a", "Note a review", "Take it up", "Not now", "<button"):
        assert offered not in page, offered
