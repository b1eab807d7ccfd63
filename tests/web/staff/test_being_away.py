"""How young people reach an adviser, and who covers while they are away."""

from datetime import date, timedelta

import pytest

from ownpath.accounts.models import Absence, Membership, User
from ownpath.core import clock
from ownpath.organisations.models import Authority
from tests import factories
from tests.client import Client
from tests.web.pressing import form_on, press

pytestmark = pytest.mark.django_db


@pytest.fixture
def council() -> Authority:
    return factories.authority()


@pytest.fixture
def ines(council: Authority) -> User:
    return factories.adviser(council)


@pytest.fixture
def sol(council: Authority) -> User:
    return factories.adviser(council, "Sol Someone")


@pytest.fixture
def laptop(client: Client, ines: User) -> Client:
    client.force_login(ines)
    return client


def days(name: str, day: date) -> dict[str, str]:
    return {f"{name}-{part}": str(getattr(day, part)) for part in ("day", "month", "year")}


def away(ines: User, sol: User, first: date, last: date) -> dict[str, str]:
    return {"user": str(ines.pk), "covered_by": str(sol.pk)} | days("from_date", first) | days("to_date", last)


def test_adviser_says_how_to_reach_them(laptop: Client, ines: User) -> None:
    press(laptop, "/staff/reach/", phone="07700 900 123", words="Text me.")

    assert form_on(laptop.get("/staff/reach/"))["words"] == ["Text me."]
    assert Membership.objects.get(user=ines).phone == "07700 900 123"


def test_what_is_too_long_is_kept_and_said(laptop: Client) -> None:
    page = press(laptop, "/staff/reach/", words="x" * 20_000)

    assert page.status_code == 422
    assert "letters too long" in page.text


def test_adviser_is_away_and_a_colleague_covers(laptop: Client, ines: User, sol: User, council: Authority) -> None:
    yara = factories.young_person(council)
    factories.allocate(yara, ines)
    today = clock.today()

    press(laptop, "/staff/away/", form=1, **away(ines, sol, today, today + timedelta(days=6)))

    assert "Ines Invented is away from" in laptop.get("/staff/away/").text
    other = Client()
    other.force_login(sol)
    listed = other.get("/staff/").text
    assert "Yara Notreal" in listed
    assert "You cover for Ines Invented" in listed
    assert "You cover for" not in laptop.get("/staff/").text


def test_calling_it_off_closes_the_record(laptop: Client, ines: User, sol: User, council: Authority) -> None:
    yara = factories.young_person(council)
    factories.allocate(yara, ines)
    absence = factories.absence(ines, sol)

    press(laptop, "/staff/away/", to=f"/staff/away/{absence.pk}/")

    other = Client()
    other.force_login(sol)
    assert other.get(f"/staff/people/{yara.pk}/").status_code == 404
    assert "Nobody is down as away." in laptop.get("/staff/away/").text


def test_faults_are_said_and_nothing_is_noted(laptop: Client, ines: User, sol: User) -> None:
    today, later = clock.today(), clock.today() + timedelta(days=2)
    faulty = {
        "The last day is before the first.": away(ines, sol, later, today),
        "Choose somebody other than who is away.": away(ines, ines, today, later),
        "Choose who is away.": away(ines, sol, today, later) | {"user": ""},
        "Choose one of these.": away(sol, ines, today, later),
    }

    for sentence, fields in faulty.items():
        page = press(laptop, "/staff/away/", form=len(form_places(laptop)) - 1, **fields)
        assert page.status_code == 422, sentence
        assert sentence in page.text
    assert not Absence.objects.exists()


def form_places(laptop: Client) -> list[str]:
    return laptop.get("/staff/away/").text.partition("<main")[2].split("<form")[1:]


def test_manager_says_it_of_anybody(client: Client, council: Authority, ines: User, sol: User) -> None:
    client.force_login(factories.manager(council))
    today = clock.today()

    press(client, "/staff/away/", form=1, **away(sol, ines, today, today))

    assert Absence.objects.get().user == sol


def test_colleague_who_is_away_is_marked_and_refused(laptop: Client, ines: User, sol: User, council: Authority) -> None:
    first = clock.today() + timedelta(days=1)
    factories.absence(sol, factories.adviser(council, "Tia Third"), from_date=first, to_date=first)
    day = f"{first.day} {first:%B}"
    assert f"Sol Someone (away on {day})" in laptop.get("/staff/away/").text.replace(f" {first.year}", "")

    page = press(laptop, "/staff/away/", **away(ines, sol, clock.today(), clock.today() + timedelta(days=3)))

    assert page.status_code == 422
    assert f"Sol Someone is away on {day}" in page.text
    assert page.text.count("Choose somebody who is there on all of these days.") == 2  # above, and at the field
    assert not Absence.objects.filter(user=ines).exists()


def test_away_page_says_who_is_there_when_the_cover_is_away_too(
    laptop: Client, ines: User, sol: User, council: Authority
) -> None:
    today = clock.today()
    factories.absence(ines, sol, to_date=today + timedelta(days=4))
    factories.absence(sol, factories.adviser(council, "Tia Third"), to_date=today)

    page = laptop.get("/staff/away/").text

    assert "Sol Someone is away too: Tia Third covers on" in page
    assert "Sol Someone covers from" in page


def test_manager_reads_first_for_whom_nobody_covers(client: Client, council: Authority, ines: User, sol: User) -> None:
    client.force_login(factories.manager(council))
    for name in ("Yara Notreal", "Zane Notreal"):
        factories.allocate(factories.young_person(council, name), ines)
    factories.absence(ines, sol)
    assert "Nobody covers" not in client.get("/staff/overview/").text

    sol.membership.ended_at = clock.now()
    sol.membership.save()
    page = client.get("/staff/overview/").text

    above, _, _ = page.partition("Who may need time now, and why")
    assert "Nobody covers for Ines Invented:" in above
    assert "2 young people" in above
    assert f"/staff/overview/waiting/?adviser={ines.pk}&amp;who=everybody" in above


def test_what_is_planned_and_who_is_covered_too_is_seen_and_settled_before_saving(
    laptop: Client, ines: User, sol: User, council: Authority
) -> None:
    today, mia = clock.today(), factories.adviser(council, "Mia Away")
    yara = factories.young_person(council)
    factories.allocate(yara, ines)
    meeting = factories.meeting(yara, with_whom="Ines", place="The library")
    factories.absence(mia, ines, to_date=today + timedelta(days=1))

    first = press(laptop, "/staff/away/", form=1, **away(ines, sol, today, today + timedelta(days=6)))
    assert first.status_code == 302
    page = laptop.get(first.url).text
    assert "Ines also covers for Mia Away from" in page
    assert "Sol will cover for both." in page
    assert "One meeting is planned with Ines on these days" in page
    assert "The library" in page
    assert f"/staff/people/{yara.pk}/meetings/{meeting.pk}/move/" in page
    assert not Absence.objects.filter(user=ines).exists()

    assert press(laptop, first.url).status_code == 422
    assert not Absence.objects.filter(user=ines).exists()

    press(laptop, first.url, **{f"how_{meeting.pk}": "covered"})
    assert Absence.objects.get(user=ines).covered_by == sol
    phone = Client()
    phone.force_login(yara.user)  # type: ignore[arg-type]
    home = phone.get("/my/").text
    assert "Meet up with Sol Someone" in home
    assert "Before, it was with Ines. Ines is away that day." in home


def test_before_away_without_days_leads_back(laptop: Client, ines: User, sol: User) -> None:
    for query in ("", "?user=nobody", f"?user={ines.pk}&covered_by={sol.pk}&from_date-day=40"):
        page = laptop.get(f"/staff/away/before/{query}")
        assert (page.status_code, page["Location"]) == (302, "/staff/away/")
