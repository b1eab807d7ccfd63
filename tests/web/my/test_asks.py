"""Asking, as a young person meets it: plain, light, and true about what happens next."""

import gzip
from datetime import UTC, date, datetime, timedelta
from html import unescape
from smtplib import SMTPServerDisconnected

import pytest
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from ownpath.core import clock
from ownpath.people.models import YoungPerson
from ownpath.support import actions
from ownpath.support.enums import AskKind, Decision
from ownpath.support.models import Ask
from tests import factories
from tests.client import Client
from tests.web.pressing import form_on, press

from .test_plain_words import is_plain

pytestmark = pytest.mark.django_db
MOST_BYTES = 5_000
NEW = "/my/asks/new/"


class BrokenLine(EmailBackend):
    """A mail server that hangs up."""

    def send_messages(self, messages: object) -> int:
        raise SMTPServerDisconnected


def text(client: Client, url: str) -> str:
    return unescape(b"".join(client.get(url)).decode())


def in_every_state(yara: YoungPerson) -> dict[str, str]:
    """An ask in each state, by the address of its page."""
    me = factories.actor(yara)
    ines = factories.actor(yara.allocation_rows.get().adviser)
    factories.manager(yara.authority)
    factories.standards(yara.authority, advocacy_name="Yara Notreal", advocacy_phone="01632 960 124")
    made = {kind: actions.raise_ask(actor=me, kind=kind, words="Please.") for kind in AskKind}
    for ask in (made[AskKind.LIFT], made[AskKind.FORM]):
        actions.write_answer(actor=ines, ask_id=ask.pk, words="Soon.")
    said = {"decision": Decision.PARTLY, "reason": "Half.", "decided_by": "Ines Invented", "version": 1}
    for ask in (made[AskKind.MONEY], made[AskKind.OTHER]):
        actions.decide_ask(actor=ines, ask_id=ask.pk, **said)
    actions.open_again(actor=me, ask_id=made[AskKind.OTHER].pk)
    Ask.objects.filter(kind=AskKind.COMPANY).update(hear_by=clock.today() - timedelta(days=2))
    return {kind: f"/my/asks/{ask.pk}/" for kind, ask in made.items()}


def test_every_page_is_plain_and_light(phone: Client, yara: YoungPerson) -> None:
    pages = in_every_state(yara)
    factories.offer_entry(yara.authority, youngest=16, oldest=25, who_for="Yara Notreal", evidence="", is_right=True)
    ines = factories.actor(yara.allocation_rows.get().adviser)
    others = [NEW, "/my/asks/", "/my/offer/", "/my/offer/home/", "/my/allowance/", "/my/help/"]

    for page in [*pages.values(), f"{pages[AskKind.MONEY]}again/", *others]:
        response = phone.get(page)
        assert response.status_code == 200
        is_plain(response)
        assert len(gzip.compress(response.content, 6)) <= MOST_BYTES, page

    line = {"kind": "agreed", "pence": 1000, "words": "A bed", "on_date": clock.today()}
    actions.record_allowance(actor=ines, young_person_id=yara.pk, **line)
    is_plain(phone.get("/my/allowance/"))


def test_ask_that_was_opened_again_shows_both_days_wherever_it_shows_one(phone: Client, yara: YoungPerson) -> None:
    with clock.held_at(datetime(2026, 10, 20, 9, tzinfo=UTC)):
        ask = actions.raise_ask(actor=factories.actor(yara), kind=AskKind.MONEY, words="Please.")
        call = actions.raise_ask(actor=factories.actor(yara), kind=AskKind.NOT_SAFE)
        spoke = factories.contact(yara, at=clock.now())
        ines = factories.actor(yara.allocation_rows.get().adviser)
        actions.answer_ask(actor=ines, ask_id=call.pk, contact=spoke)
        said = {"decision": Decision.NO, "reason": "Not now.", "decided_by": "Ines Invented", "version": 1}
        actions.decide_ask(actor=ines, ask_id=ask.pk, **said)
    with clock.held_at(datetime(2026, 11, 17, 9, tzinfo=UTC)):
        for each in (ask, call):
            actions.open_again(actor=factories.actor(yara), ask_id=each.pk)
    both = "Asked on 20 October, opened again on 17 November"

    with clock.held_at(datetime(2026, 11, 29, 9, tzinfo=UTC)):
        assert text(phone, "/my/asks/").count(both) == 2
        assert both in text(phone, f"/my/asks/{ask.pk}/")
        why = text(phone, "/my/why/")
        assert "Asked on 20 October: “Money”. Opened again on 17 November." in why
        assert "Said they don’t feel safe, on 20 October. Opened again on 17 November." in why
        assert "20 October 2026 at 10:00. Opened again: 17 November 2026 at 09:00" in text(phone, "/my/help/")
        whole = text(phone, "/my/everything-in-one-file/page/")
        assert whole.index("Last opened") < whole.index("17 November 2026")

        phone.force_login(yara.allocation_rows.get().adviser)
        for page in ("asks/", f"people/{yara.pk}/asks/", f"people/{yara.pk}/asks/{ask.pk}/"):
            staff = text(phone, f"/staff/{page}")
            assert f"{both}." in staff
            assert "Waits for 12 days since then." in staff
        ticks = text(phone, f"/staff/people/{yara.pk}/contact/")
        assert "asked on 20 October 2026, opened again on 17 November 2026: Please." in ticks
        first, again = "Tuesday 20 October at 10:00", "Tuesday 17 November at 09:00"
        assert f"Said “I don’t feel safe” at {first}, opened again at {again}" in text(phone, "/staff/")


def test_what_is_asked_for_is_kept_as_said_and_leads_to_who_has_it(phone: Client, yara: YoungPerson) -> None:
    response = press(phone, NEW, kind="home", words="A cot, <b>please</b>.", about="area:home")

    ask = Ask.objects.get()
    assert response["Location"] == f"/my/asks/{ask.pk}/"
    assert (ask.kind, ask.words, ask.area, ask.area_title) == ("home", "A cot, <b>please</b>.", "home", "Home")
    assert text(phone, response["Location"]).count("Ines Invented has it.") == 1
    assert text(phone, "/my/asks/").count("Ines Invented has it.") == 1


def test_it_can_be_about_a_step_of_mine_and_about_nobody_elses(phone: Client, yara: YoungPerson) -> None:
    mine = factories.step(factories.goal(yara), words="Ring the college")
    theirs = factories.step(factories.goal(factories.young_person(yara.authority)))

    press(phone, NEW, kind="company", words="Come with me.", about=f"step:{mine.pk}")
    refused = press(phone, NEW, kind="company", words="Come with me.", about=f"step:{theirs.pk}")

    assert Ask.objects.get().about == "Ring the college"
    assert refused.status_code == 422


@pytest.mark.parametrize(
    "typed", [{}, {"kind": "home"}, {"kind": "not_safe", "words": "x"}, {"kind": "home", "words": "x" * 20_000}]
)
def test_what_says_too_little_too_much_or_nonsense_asks_nothing(phone: Client, typed: dict[str, str]) -> None:
    assert press(phone, NEW, **typed).status_code == 422
    assert not Ask.objects.exists()


def test_same_form_twice_asks_once(phone: Client) -> None:
    fields = form_on(phone.get(NEW)) | {"kind": "lift", "words": "To the hospital.\x00"}

    phone.post(NEW, fields)
    again = phone.post(NEW, fields)

    assert (again["Location"], Ask.objects.get().words) == ("/my/asks/", "To the hospital.")


def test_complaint_says_who_reads_it_and_who_does_not_and_names_an_advocate(phone: Client, yara: YoungPerson) -> None:
    page = text(phone, in_every_state(yara)[AskKind.COMPLAINT])

    assert "Mo Made-Up has it." in page
    assert "Only managers read this. Ines Invented cannot see it." in page
    assert "01632 960 124" in page


def test_not_safe_says_who_was_told_only_when_it_went_out(
    phone: Client,
    yara: YoungPerson,
    settings: Settings,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    settings.MAILERS = {"default": {"BACKEND": f"{__name__}.BrokenLine"}}
    with django_capture_on_commit_callbacks(execute=True):
        press(phone, "/my/help/", go="not_safe")
    page = text(phone, "/my/help/")
    assert "We haven’t reached anyone yet" in page
    assert "It’s on Ines’s screen, but our email hasn’t gone out." in page
    assert "The email to them has not gone out." in page
    assert "We’ve told" not in page
    assert "was told by email" not in page

    yara.callout_rows.update(sent_at=clock.now())
    page = text(phone, "/my/help/")
    assert "Ines Invented was told by email" in page
    assert "We’ve told Ines" in page
    assert "If nobody has spoken to you by" in page

    with clock.held_at(clock.now() + timedelta(hours=2)):
        assert "Nobody has spoken to you in time." in text(phone, "/my/help/")


def test_words_of_other_kinds_do_not_press_for_help(phone: Client) -> None:
    press(phone, "/my/help/", go="complaint")

    assert not Ask.objects.exists()


def test_one_press_asks_for_an_entry_of_the_offer_and_pressed_again_leads_to_the_same(
    phone: Client, yara: YoungPerson
) -> None:
    entry = factories.offer_entry(yara.authority)
    path = f"/my/offer/{entry.pk}/ask/"
    assert f'formaction="{path}"' in text(phone, "/my/offer/home/")
    assert phone.get(path)["Location"] == f"/my/offer/home/#entry-{entry.pk}"

    places = {phone.post(path)["Location"] for _ in range(2)}

    ask = Ask.objects.get()
    assert places == {f"/my/asks/{ask.pk}/"}
    assert (ask.kind, ask.words, ask.offer_entry, ask.title) == ("other", "", entry, entry.title)
    page = text(phone, f"/my/asks/{ask.pk}/")
    assert f"<h1>{entry.title}</h1>" in page
    assert "Anything to add?" in page
    assert "What do you need?" not in page


def test_what_was_decided_can_be_asked_for_anew(phone: Client, yara: YoungPerson) -> None:
    path = f"/my/offer/{factories.offer_entry(yara.authority).pk}/ask/"
    phone.post(path)
    said = {"decision": Decision.NO, "reason": "Not yet.", "decided_by": "Ines Invented", "version": 1}
    ines = factories.actor(yara.allocation_rows.get().adviser)
    actions.decide_ask(actor=ines, ask_id=Ask.objects.get().pk, **said)

    phone.post(path)

    assert Ask.objects.count() == 2


@pytest.mark.parametrize("kind", ["meet", "records"])
def test_one_press_asks_for_what_its_button_names(phone: Client, yara: YoungPerson, kind: str) -> None:
    assert phone.get(f"/my/asks/new/{kind}/")["Location"] == f"/my/asks/new/?kind={kind}"

    places = {phone.post(f"/my/asks/new/{kind}/")["Location"] for _ in range(2)}

    assert places == {f"/my/asks/{Ask.objects.get().pk}/"}
    assert Ask.objects.get().kind == kind


def test_home_and_the_plan_ask_for_a_time_in_one_press(phone: Client, yara: YoungPerson) -> None:
    factories.review(yara, clock.today() + timedelta(days=30))

    for page, form in (("/my/", 'action="/my/asks/new/meet/"'), ("/my/plan/", 'formaction="/my/asks/new/meet/"')):
        assert form in text(phone, page)


@pytest.mark.parametrize("kind", ["home", "money", "records", "meet"])
def test_a_form_that_opens_from_a_known_thing_never_asks_what(phone: Client, yara: YoungPerson, kind: str) -> None:
    page = text(phone, f"{NEW}?kind={kind}")
    assert f"<h1>{AskKind(kind).label}</h1>" in page
    assert "What do you need?" not in page

    press(phone, f"{NEW}?kind={kind}", words="A line of it is wrong.")

    assert list(Ask.objects.values_list("kind", "words")) == [(kind, "A line of it is wrong.")]


@pytest.mark.parametrize("kind", ["money", "not_safe", "complaint", "nonsense"])
def test_what_needs_words_is_not_asked_for_in_one_press(phone: Client, yara: YoungPerson, kind: str) -> None:
    assert phone.get(f"/my/asks/new/{kind}/").status_code == 404
    assert phone.post(f"/my/asks/new/{kind}/").status_code == 404
    assert not Ask.objects.exists()


def test_a_press_for_help_that_is_still_open_is_one_but_not_being_safe_is_heard_each_time(yara: YoungPerson) -> None:
    me = factories.actor(yara)
    for _ in range(2):
        for area in ("home", "money"):
            actions.raise_ask(actor=me, kind=AskKind.HELP, area=area, area_title=area.title())
        actions.raise_ask(actor=me, kind=AskKind.NOT_SAFE)

    assert sorted(Ask.objects.values_list("kind", "area")) == [
        ("help", "home"),
        ("help", "money"),
        ("not_safe", ""),
        ("not_safe", ""),
    ]


@pytest.mark.parametrize("page", ["/my/asks/", "/my/offer/", "/my/allowance/"])
def test_number_of_queries_does_not_grow(phone: Client, yara: YoungPerson, page: str) -> None:
    counts = []
    for count in (1, 29):
        for number in range(count):
            factories.ask(
                yara, kind=AskKind.HOME, offer_entry=factories.offer_entry(yara.authority, f"{count}-{number}")
            )
        with CaptureQueriesContext(connection) as asked:
            phone.get(page)
        counts.append(len(asked))

    assert counts[0] == counts[1]


@pytest.mark.parametrize("page", ["/my/looked/", "/my/recorded/"])
def test_a_complaint_about_data_has_its_own_clock_owner_and_regulator(
    phone: Client, yara: YoungPerson, page: str
) -> None:
    mo = factories.manager(yara.authority)
    assert f'<a href="{NEW}?kind=data">Complain about how my data was handled</a>' in text(phone, page)
    form = text(phone, f"{NEW}?kind=data")
    assert "A manager reads this. Your adviser does not." in form
    assert "Information Commissioner’s Office (ICO)" in form

    with clock.held_at(datetime(2026, 11, 2, 9, tzinfo=UTC)):
        press(phone, f"{NEW}?kind=data", words="My cousin works there and read it all.")

    ask = Ask.objects.get()
    assert (ask.kind, ask.held_by, ask.about_adviser) == (AskKind.DATA, mo, yara.allocation_rows.get().adviser)
    assert (ask.hear_by, ask.decide_by) == (date(2026, 11, 5), date(2026, 12, 2))
    said = text(phone, f"/my/asks/{ask.pk}/")
    assert "Only managers read this. Ines Invented cannot see it." in said
    assert "0303 123 1113" in said
    adviser, manager = Client(), Client()
    adviser.force_login(ask.about_adviser)
    manager.force_login(mo)
    assert adviser.get(f"/staff/people/{yara.pk}/asks/{ask.pk}/").status_code == 404
    assert "My cousin works there" in text(manager, f"/staff/people/{yara.pk}/asks/{ask.pk}/")
