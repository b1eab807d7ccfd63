"""What is planned with a young person, on the staff's side."""

from datetime import datetime, timedelta

import pytest

from ownpath.core import clock
from ownpath.people.models import Contact, Meeting, YoungPerson
from tests import factories
from tests.client import Client
from tests.web.pressing import form_on, press

pytestmark = pytest.mark.django_db


@pytest.fixture
def yara() -> YoungPerson:
    whom = factories.young_person(factories.authority())
    factories.allocate(whom, factories.adviser(whom.authority))
    return whom


@pytest.fixture
def laptop(client: Client, yara: YoungPerson) -> Client:
    client.force_login(yara.allocation_rows.get().adviser)
    return client


def when(at: datetime) -> dict[str, str]:
    local = at.astimezone(clock.LONDON)
    parts = {"day": local.day, "month": local.month, "year": local.year, "time": f"{local:%H:%M}"}
    return {f"at-{part}": str(value) for part, value in parts.items()}


def test_planning_moving_and_cancelling(laptop: Client, yara: YoungPerson) -> None:
    of_her, soon = f"/staff/people/{yara.pk}/", clock.now() + timedelta(days=3)

    press(laptop, f"{of_her}meetings/plan/", place="The café", **when(soon))
    planned = Meeting.objects.get()
    assert (planned.place, planned.with_whom, planned.way) == ("The café", "Ines Invented", "meeting")
    assert "The café" in laptop.get(of_her).text

    later = soon + timedelta(days=1)
    press(laptop, f"{of_her}meetings/{planned.pk}/move/", reason="The café is shut.", place="The park", **when(later))
    page = laptop.get(of_her).text
    assert "The park" in page
    assert "The café is shut." in page

    moved = Meeting.objects.get(instead_of=planned)
    press(laptop, f"{of_her}meetings/{moved.pk}/cancel/", reason="I am ill.")
    page = laptop.get(of_her).text
    assert "Nothing is planned." in page
    assert "I am ill." in page


def test_the_past_an_empty_reason_and_nonsense_change_nothing(laptop: Client, yara: YoungPerson) -> None:
    of_her, planned = f"/staff/people/{yara.pk}/meetings/", factories.meeting(yara)
    past = when(clock.now() - timedelta(minutes=5))

    assert press(laptop, f"{of_her}plan/", **past).status_code == 422
    assert press(laptop, f"{of_her}plan/", **when(clock.now() + timedelta(days=900))).status_code == 422
    assert press(laptop, f"{of_her}plan/", place="x" * 20_000, **when(planned.at)).status_code == 422
    assert press(laptop, f"{of_her}plan/", with_whom="\x00", **when(planned.at)).status_code == 422
    assert press(laptop, f"{of_her}{planned.pk}/move/", reason="").status_code == 422
    assert press(laptop, f"{of_her}{planned.pk}/cancel/", reason=" ").status_code == 422
    assert Meeting.objects.get().ended_at is None


def test_what_was_changed_meanwhile_is_said_on_the_record(laptop: Client, yara: YoungPerson) -> None:
    planned = factories.meeting(yara)
    cancel = f"/staff/people/{yara.pk}/meetings/{planned.pk}/cancel/"
    fields = form_on(laptop.get(cancel)) | {"reason": "Ill"}
    Meeting.objects.update(ended_at=clock.now(), ending="moved")

    sent = laptop.post(cancel, fields, follow=True)

    assert "Somebody changed this meanwhile." in sent.text
    assert Meeting.objects.get().ending == "moved"


def test_what_was_planned_becomes_the_contact_that_it_was(laptop: Client, yara: YoungPerson) -> None:
    planned = factories.meeting(yara, at=clock.now() - timedelta(hours=2), way="visit")
    record = f"/staff/people/{yara.pk}/contact/"

    page = laptop.get(f"{record}?meeting={planned.pk}")
    fields = form_on(page)
    assert fields["at-time"] == [f"{planned.at.astimezone(clock.LONDON):%H:%M}"]
    sent = laptop.post(record, fields | {"way": "visit", "result": "reached", "words": "We talked."})

    assert sent.status_code == 302
    planned.refresh_from_db()
    assert (planned.ending, planned.contact) == ("recorded", Contact.objects.get())


@pytest.mark.parametrize("meeting", ["x", "", "\x00", "01a20575-d9af-7886-a298-eae428dbc56a"])
def test_a_meeting_that_is_not_hers_is_none(laptop: Client, yara: YoungPerson, meeting: str) -> None:
    assert laptop.get(f"/staff/people/{yara.pk}/contact/", {"meeting": meeting}).status_code in {200, 404}


def test_what_has_passed_is_asked_about_with_a_press_for_each_answer(laptop: Client, yara: YoungPerson) -> None:
    of_her = f"/staff/people/{yara.pk}/"
    planned = factories.meeting(yara, at=clock.now() - timedelta(minutes=3))

    page = laptop.get(of_her).text
    assert page.index("Did it happen?") < page.index("Nothing is planned.")
    for way in (f"contact/?meeting={planned.pk}", *(f"meetings/{planned.pk}/{way}/" for way in ("cancel", "missed"))):
        assert f'href="{of_her}{way}"' in page
    cancel, missed = (f"{of_her}meetings/{planned.pk}/{way}/" for way in ("cancel", "missed"))
    assert form_on(laptop.get(cancel))["reason"] == ["Yara couldn’t make it."]
    assert "What was planned with Yara Notreal did not happen" in laptop.get(cancel).text

    press(laptop, missed)

    page = laptop.get(of_her).text
    assert "Did it happen?" not in page
    assert "We missed it. That’s on us." in page
    phone = Client()
    phone.force_login(yara.user)  # type: ignore[arg-type]
    assert "did not happen. We missed it. That’s on us." in phone.get("/my/").text


def test_planning_on_a_day_away_says_so_and_keeps_what_was_typed(laptop: Client, yara: YoungPerson) -> None:
    ines = yara.allocation_rows.get().adviser
    soon = clock.now() + timedelta(days=3)
    factories.absence(ines, factories.adviser(yara.authority, "Sol Someone"), from_date=clock.day_of(soon))

    page = press(laptop, f"/staff/people/{yara.pk}/meetings/plan/", place="The library", **when(soon))

    assert page.status_code == 422
    assert "Ines Invented is away on" in page.text
    assert "Sol Someone covers. Choose another day, or somebody else." in page.text
    assert "The library" in page.text
    assert not Meeting.objects.exists()
