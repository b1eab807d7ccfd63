"""The address one signs in with is changed by oneself, with a code from the old mailbox and one from the new."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from ownpath.accounts import codes
from ownpath.accounts.models import User
from ownpath.core import clock, outbox
from ownpath.core.access import NotAllowed
from ownpath.core.actor import Actor
from ownpath.core.models import AuditEvent
from ownpath.core.versions import StaleEdit
from ownpath.people.actions import change_own_address, set_details
from ownpath.people.models import AddressChange, YoungPerson
from tests import factories
from tests.client import Client as Looker

pytestmark = pytest.mark.django_db

NEW = "yara.new@example.org"
CODE = re.compile(r"\w{4}-\w{4}")


@pytest.fixture
def yara() -> YoungPerson:
    council = factories.authority(help_now_name="Night team", help_now_phone="01632 960001")
    person = factories.young_person(council)
    ines = factories.adviser(council, phone="01632 960002")
    factories.allocate(person, ines)
    return person


def signed_in(user: User | None) -> Looker:
    assert user is not None
    browser = Looker()
    browser.force_login(user, backend="ownpath.web.sign_in.SignInBackend")
    return browser


@pytest.fixture
def hers(yara: YoungPerson) -> Looker:
    return signed_in(yara.user)


def letters() -> list[Any]:
    """What has gone out since this was last asked."""
    outbox.deliver()
    found = list(mail.outbox)
    mail.outbox.clear()
    return found


def codes_asked_for(browser: Client, address: str = NEW) -> dict[str, str]:
    """The codes that came, by field."""
    assert browser.post("/address/", {"address": address}).headers["Location"] == "/address/codes/"
    found = [next(line for line in letter.body.splitlines() if CODE.fullmatch(line)) for letter in letters()]
    return dict(zip(("old_code", "new_code"), found, strict=True))


def address_of(person: YoungPerson) -> str:
    return User.objects.get(pk=person.user_id).email


def says(response: Any, words: str) -> bool:
    return words in response.content.decode()


def test_both_codes_change_it_and_the_old_address_is_told_whom_to_call(yara: YoungPerson, hers: Client) -> None:
    old = address_of(yara)
    asked = hers.post("/address/", {"address": NEW})
    assert asked.headers["Location"] == "/address/codes/"
    to_old, to_new = letters()
    assert (to_old.to, to_new.to) == ([old], [NEW])
    assert "Don’t give this code to anyone" in to_old.body
    typed = {
        "old_code": CODE.findall(to_old.body)[0].lower(),
        "new_code": CODE.findall(to_new.body)[0].replace("-", " "),
    }

    answer = hers.post("/address/codes/", typed, follow=True)

    assert says(answer, "from now on.")
    assert address_of(yara) == NEW
    (told,) = letters()
    assert told.to == [old]
    assert NEW not in told.body
    assert "Ines Invented: 01632 960002" in told.body
    assert "Night team: 01632 960001" in told.body


def test_other_sessions_end_and_this_one_goes_on(yara: YoungPerson, hers: Client) -> None:
    elsewhere = signed_in(yara.user)
    assert elsewhere.get("/my/").status_code == 200

    hers.post("/address/codes/", codes_asked_for(hers))

    assert hers.get("/my/").status_code == 200
    assert elsewhere.get("/my/").headers["Location"] == "/sign-in/?next=/my/"


def test_it_is_in_the_audit_and_she_reads_it_where_she_reads_who_looked(yara: YoungPerson, hers: Client) -> None:
    hers.post("/address/codes/", codes_asked_for(hers))

    event = AuditEvent.objects.get(verb="people.change_own_address")
    assert (event.actor_id, event.young_person_id) == (yara.user_id, yara.pk)
    change = AddressChange.objects.get()
    assert (change.after, change.user_id) == (NEW, yara.user_id)
    assert says(hers.get("/my/looked/"), "you changed the address you sign in with")


def test_staff_change_theirs_and_tell_a_manager_if_it_was_not_them(yara: YoungPerson) -> None:
    ines = yara.allocation_rows.get().adviser
    browser = signed_in(ines)
    browser.post("/address/codes/", codes_asked_for(browser, "ines.new@example.org"))

    assert User.objects.get(pk=ines.pk).email == "ines.new@example.org"
    (told,) = letters()
    assert "A manager of" in told.body
    assert not AddressChange.objects.exists()


@pytest.mark.parametrize("is_the_same", [True, False])
def test_where_we_write_follows_if_it_was_the_same(yara: YoungPerson, hers: Client, is_the_same: bool) -> None:
    before = address_of(yara) if is_the_same else "by.post@example.org"
    YoungPerson.objects.filter(pk=yara.pk).update(email=before)

    hers.post("/address/codes/", codes_asked_for(hers))

    yara.refresh_from_db()
    assert yara.email == (NEW if is_the_same else "by.post@example.org")


def test_asking_is_the_same_for_an_address_that_is_somebodys_which_only_its_mailbox_learns(
    yara: YoungPerson, hers: Client
) -> None:
    taken = factories.young_person(yara.authority, "Zane Notreal").user
    assert taken is not None
    seen = []
    for address in (taken.email, "nobody.here@example.org"):
        asked = hers.post("/address/", {"address": address})
        page = hers.get("/address/codes/").content.decode()
        sent = [(letter.subject, CODE.sub("", letter.body)) for letter in letters() if letter.to == [address]]
        said = re.sub(r'value="[^"]*"', "", page.replace(address, ""))
        seen.append((asked.status_code, asked.headers["Location"], said, sent))
    assert seen[0] == seen[1]

    answer = hers.post("/address/codes/", codes_asked_for(hers, taken.email), follow=True)

    assert says(answer, "Another account signs in with that address.")
    assert address_of(yara) != taken.email
    assert not AddressChange.objects.exists()


def test_one_code_alone_changes_nothing_and_says_which_is_wrong(yara: YoungPerson, hers: Client) -> None:
    right = codes_asked_for(hers)

    for field in right:
        answer = hers.post("/address/codes/", right | {field: "WRNG-CODE"})
        assert answer.status_code == 422
        assert answer.content.decode().count('class="govuk-error-message"') == 1
    assert address_of(yara) != NEW
    assert not AuditEvent.objects.filter(verb="people.change_own_address").exists()


def test_three_wrong_tries_end_the_asking_right_codes_or_not(yara: YoungPerson, hers: Client) -> None:
    right = codes_asked_for(hers)
    answers = [hers.post("/address/codes/", right | {"new_code": "WRNG-CODE"}) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [422, 422, 302]
    assert hers.post("/address/codes/", right).headers["Location"] == "/address/"
    assert address_of(yara) != NEW


def test_codes_are_asked_for_six_times_an_hour_by_one_person(hers: Client) -> None:
    answers = [hers.post("/address/", {"address": f"try.{each}@example.org"}).status_code for each in range(7)]

    assert answers == [302] * 6 + [422]
    assert says(hers.post("/address/", {"address": "more@example.org"}), "That was tried too often.")


def test_code_that_ran_out_changes_nothing(yara: YoungPerson, hers: Client) -> None:
    right = codes_asked_for(hers)

    with clock.held_at(clock.now() + codes.SAME_FOR + timedelta(seconds=1)):
        assert hers.post("/address/codes/", right).headers["Location"] == "/address/"
    assert address_of(yara) != NEW


def test_codes_work_once(yara: YoungPerson, hers: Client) -> None:
    right = codes_asked_for(hers)
    hers.post("/address/codes/", right)
    letters()
    again = codes_asked_for(hers, "third@example.org")

    assert hers.post("/address/codes/", right).status_code == 422
    assert address_of(yara) == NEW
    assert hers.post("/address/codes/", again).status_code == 302
    assert address_of(yara) == "third@example.org"


def test_of_two_tabs_the_one_that_asked_last_counts(yara: YoungPerson, hers: Client) -> None:
    first = codes_asked_for(hers, "first@example.org")
    hers.post("/address/", {"address": NEW})
    (letter,) = (one for one in letters() if one.to == [NEW])
    second = {"old_code": first["old_code"], "new_code": CODE.findall(letter.body)[0]}

    assert hers.post("/address/codes/", first).status_code == 422
    assert hers.post("/address/codes/", second).status_code == 302
    assert hers.post("/address/codes/", second).headers["Location"] == "/address/"
    assert address_of(yara) == NEW


def test_codes_of_one_person_open_nothing_for_another_nor_the_way_in(yara: YoungPerson, hers: Client) -> None:
    zane = factories.young_person(yara.authority, "Zane Notreal")
    right = codes_asked_for(hers, zane.user.email)
    other = signed_in(zane.user)
    codes_asked_for(other, NEW)
    assert other.post("/address/codes/", right).status_code == 422

    stranger = Client()
    stranger.post("/sign-in/", {"email": zane.user.email})
    assert stranger.post("/sign-in/code/", {"code": right["new_code"]}).status_code == 200


def test_code_that_was_mailed_to_the_old_address_opens_nothing_afterwards(yara: YoungPerson, hers: Client) -> None:
    waiting = Client()
    waiting.post("/sign-in/", {"email": address_of(yara)})
    (letter,) = letters()

    hers.post("/address/codes/", codes_asked_for(hers))

    answer = waiting.post("/sign-in/code/", {"code": CODE.findall(letter.body)[0]})
    assert says(answer, "That is not the code.")


def test_new_address_signs_in_and_the_old_one_no_longer(yara: YoungPerson, hers: Client) -> None:
    old = address_of(yara)
    hers.post("/address/codes/", codes_asked_for(hers))
    letters()

    anew = Client()
    anew.post("/sign-in/", {"email": old})
    assert letters() == []
    anew.post("/sign-in/", {"email": NEW})
    (letter,) = letters()
    answer = anew.post("/sign-in/code/", {"code": CODE.findall(letter.body)[0]})
    assert answer.headers["Location"] == "/home/"


@pytest.mark.parametrize(
    "typed",
    [
        f"  {NEW} ",
        "Yara.New@Example.ORG",
        "\u200f\u202a" + NEW + "\u200b",
        "".join(chr(ord(sign) + 0xFEE0) for sign in NEW),
        f"\u00a0{NEW}\u3000",
    ],
)
def test_address_is_taken_as_people_paste_it(yara: YoungPerson, hers: Client, typed: str) -> None:
    hers.post("/address/codes/", codes_asked_for(hers, typed))

    assert address_of(yara) == NEW


@pytest.mark.parametrize("typed", ["", "yara", "yara @example.org", "يارا@example.org", "a@b@example.org", "x" * 6000])
def test_what_is_no_address_comes_back(hers: Client, typed: str) -> None:
    assert hers.post("/address/", {"address": typed}).status_code == 422
    assert letters() == []


def test_the_same_address_again_is_said_to_be_it(yara: YoungPerson, hers: Client) -> None:
    answer = hers.post("/address/", {"address": address_of(yara).upper()})

    assert says(answer, "You sign in with this address already.")
    assert letters() == []


def test_mails_are_in_the_language_of_their_reader(yara: YoungPerson, hers: Client) -> None:
    User.objects.filter(pk=yara.user_id).update(language="ar")
    hers.post("/address/", {"address": NEW})
    sent = letters()
    right = dict(zip(("old_code", "new_code"), (CODE.findall(one.body)[0] for one in sent), strict=True))
    hers.post("/address/codes/", right)

    subjects = [one.subject for one in (*sent, *letters())]
    assert [bool(re.search("[\u0600-\u06ff]", subject)) for subject in subjects] == [True, True, True]


def test_on_a_lent_device_it_cannot_be_changed(yara: YoungPerson) -> None:
    sitting = Actor(role="young_person", authority_id=yara.authority_id, young_person_id=yara.pk, sitting_id=yara.pk)

    with pytest.raises(NotAllowed):
        change_own_address(actor=sitting, address=NEW, code_ids=[])


def test_whoever_edits_her_details_meanwhile_is_told(yara: YoungPerson, hers: Client) -> None:
    YoungPerson.objects.filter(pk=yara.pk).update(email=address_of(yara))
    ines = factories.actor(yara.allocation_rows.get().adviser)
    version = yara.version
    hers.post("/address/codes/", codes_asked_for(hers))

    with pytest.raises(StaleEdit):
        set_details(
            actor=ines,
            young_person_id=yara.pk,
            name="Yara",
            email="",
            phone="",
            contact_every_days=None,
            status="",
            version=version,
        )
