"""Asks, as those who answer meet them."""

from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.people.models import YoungPerson
from ownpath.support import actions
from ownpath.support.enums import AskKind
from ownpath.support.models import AllowanceLine, Ask, Standards
from tests import factories
from tests.client import Client
from tests.web.pressing import form_on, press

pytestmark = pytest.mark.django_db
SECRET = "quincunx"


@pytest.fixture
def yara() -> YoungPerson:
    yara = factories.young_person(factories.authority())
    factories.allocate(yara, factories.adviser(yara.authority, "Ines Invented"))
    return yara


@pytest.fixture
def ines(yara: YoungPerson, client: Client) -> Client:
    client.force_login(yara.allocation_rows.get().adviser)
    return client


def manager_of(yara: YoungPerson) -> User:
    return factories.manager(yara.authority, "Mo Made-Up")


def of(ask: Ask, page: str = "") -> str:
    return f"/staff/people/{ask.young_person_id}/asks/{ask.pk}/{page}"


def test_complaint_is_nowhere_in_what_the_adviser_sees_and_the_manager_sees_it(yara: YoungPerson, ines: Client) -> None:
    mo = manager_of(yara)
    ask = actions.raise_ask(actor=factories.actor(yara), kind=AskKind.COMPLAINT, words=SECRET)
    pages = ["", "asks/", f"people/{yara.pk}/", f"people/{yara.pk}/asks/", f"people/{yara.pk}/contact/"]

    for page in pages:
        seen = ines.get(f"/staff/{page}").content.decode()
        assert SECRET not in seen
        assert "complain" not in seen.replace("A complaint is written down", "")
    assert ines.get(of(ask)).status_code == 404
    ines.force_login(mo)
    assert SECRET in ines.get(of(ask)).content.decode()


def test_decision_without_reason_or_name_or_whom_it_went_to_is_sent_back(yara: YoungPerson, ines: Client) -> None:
    ask = factories.ask(yara, kind=AskKind.HOME)

    nothing = press(ines, of(ask, "decide/"), decided_by="")
    nobody = press(ines, of(ask, "decide/"), decision="passed_on", reason="They do beds.", passed_to=" ")

    assert (nothing.status_code, nobody.status_code) == (422, 422)
    assert "Nothing is closed without one." in nothing.content.decode()
    assert "Write to whom it was passed on." in nobody.content.decode()
    ask.refresh_from_db()
    assert ask.is_open


def test_second_decision_shows_the_first(yara: YoungPerson, ines: Client) -> None:
    ask = factories.ask(yara, kind=AskKind.HOME)
    actions.decide_ask(
        actor=factories.actor(manager_of(yara)),
        ask_id=ask.pk,
        decision="no",
        reason="There is no money for it.",
        decided_by="Mo Made-Up",
        version=1,
    )

    response = press(ines, of(ask, "decide/"), decision="yes", reason="Yes.", version="1")

    assert response.status_code == 409
    assert "There is no money for it." in response.content.decode()


def test_whoever_decides_reads_first_why_it_was_opened_again(yara: YoungPerson, ines: Client) -> None:
    ask = factories.ask(yara, kind=AskKind.HOME, answered_at=clock.now(), decision="no", reason="No.", decided_by="Mo")
    opened_before = {"decision": "yes", "reason": "Yes.", "decided_by": "Ines Invented", "version": ask.version}
    actions.open_again(actor=factories.actor(yara), ask_id=ask.pk, words="The leg broke.")

    response = ines.post(of(ask, "decide/"), opened_before)

    assert response.status_code == 409
    assert "The leg broke." in response.content.decode()
    assert Ask.objects.get().is_open


def test_manager_cannot_put_down_the_adviser_as_who_decided_about_them(yara: YoungPerson, ines: Client) -> None:
    ask = actions.raise_ask(actor=factories.actor(yara), kind=AskKind.COMPLAINT, words="Never rings.")
    ines.force_login(manager_of(yara))

    response = press(ines, of(ask, "decide/"), decision="no", reason="No.", decided_by="ines invented")

    assert response.status_code == 422
    assert "This is about Ines Invented, who cannot decide it." in response.content.decode()


def test_ask_is_given_to_a_colleague(yara: YoungPerson, ines: Client) -> None:
    mo, ask = manager_of(yara), factories.ask(yara, kind=AskKind.HOME)

    fields = form_on(ines.get(of(ask, "give/")))
    ines.post(of(ask, "give/"), fields | {"to": str(mo.pk), "words": "Money question."})

    ask.refresh_from_db()
    assert ask.held_by == mo
    assert "Ines Invented gave it to Mo Made-Up" in ines.get(of(ask)).content.decode()


def test_call_that_did_not_go_out_is_said(yara: YoungPerson, ines: Client) -> None:
    ask = actions.raise_ask(actor=factories.actor(yara), kind=AskKind.NOT_SAFE)

    assert "The email has not gone out." in ines.get(of(ask)).content.decode()


def test_overview_names_whom_nobody_spoke_with_in_time(yara: YoungPerson, ines: Client) -> None:
    factories.ask(yara, kind=AskKind.NOT_SAFE, asked_at=clock.now() - timedelta(minutes=61))
    ines.force_login(manager_of(yara))

    page = unescape(ines.get("/staff/overview/").content.decode())

    assert "in time. The managers have it since" in page
    assert page.index("in time") < page.index("Who may need time now, and why")


def test_standards_are_set_and_nonsense_is_sent_back(yara: YoungPerson, ines: Client) -> None:
    ines.force_login(manager_of(yara))
    url = "/staff/standards/"

    for wrong in ({"days_home": "soon"}, {"climb_minutes": "0"}, {"allowance_pence": "lots"}, {"duty_emails": "x"}):
        assert press(ines, url, **wrong).status_code == 422
    assert not Standards.objects.exists()
    done = press(ines, url, days_home="4", allowance_pence="£3,250.50", duty_emails="duty@example.org\n")

    assert done.status_code == 302
    row = Standards.objects.get()
    assert (row.answer_days["home"], row.allowance_pence, row.duty_addresses) == (4, 325_050, ["duty@example.org"])


def test_purchase_and_money_back_are_lines(yara: YoungPerson, ines: Client) -> None:
    url = f"/staff/people/{yara.pk}/allowance/"
    press(ines, url, what="agreed", words="As agreed", pence="100")
    press(ines, url, what="spent", words="A mop", pence="4.50")

    refused = press(ines, url, what="back", words="A mop", pence="4.50")
    nothing = press(ines, url, what="spent", words="Air", pence="0")
    unclear = press(ines, url, what="spent", words="A lamp", pence="45,50")
    press(ines, url, what="back", words="A mop", pence="4.50", reason="It snapped")

    assert (refused.status_code, nothing.status_code, unclear.status_code) == (422, 422, 422)
    assert "We can’t tell how much “45,50” is." in unclear.content.decode()
    page = ines.get(url).content.decode()
    assert (page.count("As agreed"), page.count("It snapped")) == (1, 1)
    assert list(AllowanceLine.objects.order_by("pk").values_list("pence", flat=True)) == [10_000, 450, -450]


@pytest.mark.parametrize("page", ["/staff/asks/", "/staff/asks/?which=ended", "/staff/people/{}/asks/"])
def test_number_of_queries_does_not_grow(yara: YoungPerson, ines: Client, page: str) -> None:
    counts = []
    for count in (1, 29):
        for _ in range(count):
            factories.ask(yara, kind=AskKind.HOME)
            factories.ask(yara, kind=AskKind.HOME, answered_at=clock.now(), decision="no", reason="No", decided_by="Mo")
        with CaptureQueriesContext(connection) as asked:
            ines.get(page.format(yara.pk))
        counts.append(len(asked))

    assert counts[0] == counts[1]
