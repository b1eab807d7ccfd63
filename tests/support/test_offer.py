"""The local offer: its file, its command, and what somebody of one age can get."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from ownpath.core import clock
from ownpath.core.access import NotAllowed, NotVisible
from ownpath.core.documents.faults import FaultyFile
from ownpath.people.enums import CareLeaverStatus
from ownpath.people.models import YoungPerson
from ownpath.support import actions, queries
from ownpath.support.enums import AskKind, OfferHeading
from ownpath.support.models import OfferEntry
from ownpath.support.offer.file import read_offer
from tests import factories

pytestmark = pytest.mark.django_db
WHOLE = """offer:
  - id: cot
    heading: home
    title: A cot
    words: We buy it with you.
    by: extra
    youngest: 16
    oldest: 25
    review: 2027-05-31
  - id: adviser
    heading: relationships
    title: An adviser
    words: Until 25.
    by: right
    review: 2027-05-31
"""
HEADINGS = "health, relationships, education, employment, home, participation or money"
INVENTED = Path(settings.BASE_DIR) / "ownpath/demonstration/words/offer.yaml"


def faults(text: str) -> list[str]:
    with pytest.raises(FaultyFile) as refused:
        read_offer(text.encode())
    return [str(fault) for fault in refused.value.faults]


def write(folder: Path, text: str) -> str:
    path = folder / "offer.yaml"
    path.write_text(text)
    return str(path)


def aged(years: int) -> YoungPerson:
    born = clock.months_after(clock.today(), -12 * years) - timedelta(days=30)
    return factories.young_person(factories.authority(), birth_date=born)


def test_right_file_has_entries_in_their_order() -> None:
    cot, adviser = read_offer(WHOLE.encode())

    assert (cot.slug, cot.values["is_right"], cot.values["youngest"], cot.values["lives"]) == ("cot", False, 16, "both")
    assert (adviser.values["place"], adviser.values["is_right"], adviser.values["oldest"]) == (1, True, None)
    assert adviser.values["review_date"] == date(2027, 5, 31)


def test_offer_of_the_demonstration_is_right_and_has_every_heading() -> None:
    entries = read_offer(INVENTED.read_bytes())

    assert {entry.values["heading"] for entry in entries} == set(OfferHeading)


def test_every_fault_is_told_with_its_line() -> None:
    broken = WHOLE.replace("heading: home", "heading: house").replace("oldest: 25", "oldest: 15")
    broken = broken.replace("id: adviser", "id: cot").replace("Until 25.\n    by: right", "Until 25.\n    buy: right")
    broken = broken.replace("2027-05-31\n  -", "2027-02-31\n  -")

    assert faults(broken) == [
        f"line 3: offer › cot › heading: this must be {HEADINGS}, but it is “house”.",
        "line 8: offer › cot › oldest: this is below the youngest, which is 16.",
        "line 9: offer › cot › review: there is no such day as “2027-02-31”. Write one such as 2027-05-31.",
        "line 10: offer › cot: “by” is missing.",
        "line 10: offer › cot › id: “cot” stands here again; it is in line 2 already.",
        "line 14: offer › cot › buy: there is no such name here. Did you mean “by”?",
    ]


@pytest.mark.parametrize(
    "text", ["", "offer", "offer: []", "offer: {}", "- offer", "offer:\n  - cot", "\t", "offer: &a"]
)
def test_whatever_else_stands_in_a_file_is_refused_with_a_sentence(text: str) -> None:
    assert faults(text)


def test_command_loads_all_and_again_changes_nothing_and_takes_out_what_is_gone(tmp_path: Path) -> None:
    council = factories.authority()
    elsewhere = factories.offer_entry(factories.authority())
    call_command("load_local_offer", council.code, write(tmp_path, WHOLE))
    before = dict(OfferEntry.objects.filter(authority=council).values_list("slug", "pk"))

    call_command("load_local_offer", council.code, write(tmp_path, WHOLE.replace("A cot", "A cot for your baby")))
    call_command("load_local_offer", council.code, write(tmp_path, WHOLE.partition("  - id: adviser")[0]))

    rows = OfferEntry.objects.filter(authority=council)
    assert dict(rows.values_list("slug", "pk")) == before
    assert [(row.slug, row.title) for row in rows.filter(retired_at=None)] == [("cot", "A cot")]
    elsewhere.refresh_from_db()
    assert elsewhere.retired_at is None


def test_command_loads_nothing_of_a_faulty_file_or_for_nobody(tmp_path: Path) -> None:
    council = factories.authority()

    for code, text in ((council.code, WHOLE.replace("by: right", "by: luck")), ("nowhere", WHOLE)):
        with pytest.raises(CommandError):
            call_command("load_local_offer", code, write(tmp_path, text))
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("load_local_offer", council.code, str(tmp_path / "missing.yaml"))

    assert not OfferEntry.objects.exists()


def test_what_is_for_my_age_stands_apart_and_rights_apart_from_extras() -> None:
    yara = aged(19)
    right = factories.offer_entry(yara.authority, "right", is_right=True)
    extra = factories.offer_entry(yara.authority, "extra", youngest=19, oldest=19)
    older = factories.offer_entry(yara.authority, "older", youngest=20)
    younger = factories.offer_entry(yara.authority, "younger", oldest=18)
    factories.offer_entry(yara.authority, "gone", retired_at=clock.now())
    factories.offer_entry(factories.authority(), "elsewhere")

    (home,) = queries.my_offer(actor=factories.actor(yara)).headings

    assert (home.heading, home.rights, home.extras) == (OfferHeading.HOME, [right], [extra])
    assert set(home.for_others) == {older, younger}


def test_what_is_for_my_status_stands_apart_once_somebody_has_written_it_down() -> None:
    yara = aged(19)
    adviser = factories.adviser(yara.authority)
    factories.allocate(yara, adviser)
    mine = factories.offer_entry(yara.authority, "mine", statuses=["relevant", "former_relevant"])
    other = factories.offer_entry(yara.authority, "other", statuses=["qualifying"])
    both = factories.offer_entry(yara.authority, "both")
    me = factories.actor(yara)
    assert [one.extras for one in queries.my_offer(actor=me).headings] == [[mine, other, both]]
    assert queries.my_offer(actor=me).status is None

    factories.status(yara, CareLeaverStatus.QUALIFYING, on_date=clock.today() - timedelta(days=400))
    factories.status(yara, CareLeaverStatus.FORMER_RELEVANT)

    offer = queries.my_offer(actor=me)
    assert (offer.age, offer.status) == (19, CareLeaverStatus.FORMER_RELEVANT)
    assert [(one.extras, one.for_others) for one in offer.headings] == [([mine, both], [other])]


def test_money_skills_show_where_the_authority_shows_them() -> None:
    yara = aged(19)
    factories.offer_entry(yara.authority, heading=OfferHeading.MONEY)
    me = factories.actor(yara)
    assert [one.heading for one in queries.my_offer(actor=me).headings] == [OfferHeading.MONEY]

    factories.standards(yara.authority, shows_money_skills=False)

    assert queries.my_offer(actor=me).headings == []


def test_asking_for_an_entry_keeps_which_also_when_it_is_taken_out_later() -> None:
    yara = aged(19)
    entry, elsewhere = factories.offer_entry(yara.authority), factories.offer_entry(factories.authority())
    me = factories.actor(yara)

    ask = actions.raise_ask(actor=me, kind=AskKind.OTHER, words="Please", offer_entry_id=entry.pk)
    OfferEntry.objects.filter(pk=entry.pk).update(retired_at=clock.now())

    assert queries.conversation(actor=me, ask_id=ask.pk).ask.title == "A cot for your baby"
    for not_there in (entry, elsewhere):
        with pytest.raises(NotVisible):
            actions.raise_ask(actor=me, kind=AskKind.OTHER, words="Please", offer_entry_id=not_there.pk)


def test_whole_offer_is_for_staff() -> None:
    yara = aged(19)
    entry = factories.offer_entry(yara.authority)

    assert queries.whole_offer(actor=factories.actor(factories.adviser(yara.authority))) == [entry]
    with pytest.raises(NotAllowed):
        queries.whole_offer(actor=factories.actor(yara))
