"""Choosing the language, before and after signing in."""

from typing import Any

import pytest
from django.core import mail
from django.utils import translation

from ownpath.accounts.messages import InvitationMail
from ownpath.accounts.models import User
from ownpath.core import outbox
from ownpath.core.mail import Mail
from ownpath.core.models import AuditEvent
from ownpath.people.actions import invite_young_person
from ownpath.people.models import YoungPerson
from tests import factories
from tests.client import Client

pytestmark = pytest.mark.django_db

ARABIC_FRONT = "<h1>حياتك بعد الرعاية، بكلماتك أنت</h1>"


@pytest.fixture
def yara() -> YoungPerson:
    return factories.young_person(factories.authority())


def choose(client: Client, language: str = "ar", **fields: str) -> Any:
    return client.post("/language/", {"language": language} | fields)


def html_of(client: Client, path: str) -> str:
    page: str = client.get(path, follow=True).content.decode()
    return page[page.index("<html") :].partition(">")[0] + ">"


def test_the_first_page_offers_each_language_by_its_own_name(client: Client) -> None:
    page = client.get("/").content.decode()
    assert '<html lang="en-gb">' in page
    assert 'name="language" value="ar" lang="ar" dir="rtl">العربية</button>' in page


def test_one_press_puts_the_first_page_into_arabic_and_keeps_it_on_this_device(client: Client) -> None:
    response = choose(client, next="/")
    assert response["Location"] == "/"
    assert response.cookies["language"].value == "ar"
    page = client.get("/").content.decode()
    assert '<html lang="ar" dir="rtl">' in page
    assert ARABIC_FRONT in page
    assert "لم يراجع هذه الكلمات بعد أحد يتكلم العربية" in page


def test_the_device_says_the_language_until_somebody_chooses(client: Client) -> None:
    page = client.get("/", headers={"accept-language": "ar-SY,ar;q=0.9,en;q=0.8"})
    assert ARABIC_FRONT in page.content.decode()
    choose(client, "en-gb")
    page = client.get("/", headers={"accept-language": "ar-SY,ar;q=0.9,en;q=0.8"})
    assert '<html lang="en-gb">' in page.content.decode()


@pytest.mark.parametrize("code", ["", "xx", "ar\x00", "AR", "en", "../../etc", "ع" * 20_000])
def test_a_language_that_we_do_not_have_changes_nothing_and_is_answered(
    client: Client, yara: YoungPerson, code: str
) -> None:
    client.force_login(yara.user)
    response = choose(client, code)
    assert response.status_code == 422
    assert "We do not have that language yet. Nothing was changed." in response.content.decode()
    assert "language" not in response.cookies
    assert User.objects.get(pk=yara.user_id).language == ""


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "", "\x00", "my/"],
)
def test_it_leads_to_no_page_but_ours(client: Client, elsewhere: str) -> None:
    assert choose(client, next=elsewhere)["Location"] == "/"
    assert "evil" not in client.get("/language/", {"next": elsewhere}).content.decode()


def test_it_leads_back_to_the_page_with_all_of_its_address(client: Client) -> None:
    assert choose(client, next="/sign-in/?next=/my/plan/")["Location"] == "/sign-in/?next=/my/plan/"


def test_the_choice_is_the_persons_own_and_follows_them_to_another_phone(client: Client, yara: YoungPerson) -> None:
    client.force_login(yara.user)
    choose(client)
    assert User.objects.get(pk=yara.user_id).language == "ar"
    event = AuditEvent.objects.get(verb="accounts.choose_language")
    assert (event.actor_id, event.young_person_id) == (yara.user_id, yara.pk)
    other_phone = Client()
    other_phone.force_login(yara.user)
    assert html_of(other_phone, "/my/") == '<html lang="ar" dir="rtl">'


def test_whoever_chose_a_language_reads_it_on_a_shared_phone_too(client: Client, yara: YoungPerson) -> None:
    User.objects.filter(pk=yara.user_id).update(language="en-gb")
    choose(client)
    client.force_login(yara.user)
    assert html_of(client, "/my/") == '<html lang="en-gb">'


def test_what_was_chosen_before_the_first_sign_in_is_kept_with_the_person(client: Client, yara: YoungPerson) -> None:
    choose(client)
    client.post("/sign-in/", {"email": yara.user.email})
    outbox.deliver()
    code = next(line for line in mail.outbox[0].body.splitlines() if "-" in line and " " not in line)
    client.post("/sign-in/code/", {"code": code})
    assert mail.outbox[0].subject == "رمزك لدخول Ownpath"
    assert User.objects.get(pk=yara.user_id).language == "ar"


def test_staff_read_english_until_their_pages_are_complete(client: Client) -> None:
    ines = factories.adviser(factories.authority())
    choose(client)
    client.force_login(ines)
    assert client.get("/staff/").headers["Content-Language"] == "en-gb"
    page = client.get("/staff/").content.decode()
    assert '<html lang="en-gb">' in page
    assert "العربية" not in page
    assert choose(client).status_code == 422
    assert User.objects.get(pk=ines.pk).language == ""


def test_the_page_of_languages_says_which_nobody_has_checked(client: Client, yara: YoungPerson) -> None:
    client.force_login(yara.user)
    page = client.get("/language/").content.decode()
    assert page.count("لم يراجع هذه الكلمات بعد أحد يتكلم العربية. قد يكون بعضها خطأ.") == 1
    assert 'class="my"' in page


def test_an_invitation_says_in_each_language_that_it_is_there(yara: YoungPerson) -> None:
    lines = InvitationMail(to="n@example.org", name="N", inviter="I", authority="A", link="L").lines
    assert lines[-1] == "يمكنك قراءة كل شيء بالعربية أيضًا."
    with translation.override("ar"):
        lines = InvitationMail(to="n@example.org", name="N", inviter="I", authority="A", link="L").lines
    assert lines[-1] == "You can read everything in English too."


def test_whoever_joins_keeps_the_language_in_which_they_read_the_invitation(client: Client) -> None:
    council = factories.authority()
    manager, nour = factories.actor(factories.manager(council)), factories.young_person(council, with_user=False)
    about = {"young_person_id": nour.pk, "name": "Nour Notreal", "email": "nour@example.org"}
    invitation = invite_young_person(actor=manager, **about)
    choose(client)
    born = {"birth_date-day": "4", "birth_date-month": "5", "birth_date-year": "2007"}
    client.post(f"/invitation/{invitation.pk}/", born)
    assert User.objects.get(email="nour@example.org").language == "ar"


class AskingMail(Mail):
    """A message for this test."""

    @property
    def subject(self) -> str:
        return translation.gettext("You are invited")

    @property
    def lines(self) -> list[str]:
        return [translation.gettext("Join")]


@pytest.mark.parametrize(("language", "subject"), [("ar", "لديك دعوة"), ("", "You are invited")])
def test_a_mail_is_in_the_language_of_whoever_gets_it(
    yara: YoungPerson, language: str, subject: str, django_capture_on_commit_callbacks: Any
) -> None:
    User.objects.filter(pk=yara.user_id).update(language=language)
    with translation.override("en-gb" if language else "ar"), django_capture_on_commit_callbacks(execute=True):
        AskingMail(to=yara.user.email).send_after_commit()
    assert mail.outbox[0].subject == subject
