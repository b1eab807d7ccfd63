import pytest

from ownpath.about_me import queries
from ownpath.about_me.enums import Heading
from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson
from ownpath.surveys.actions import request_answers
from ownpath.surveys.models import SurveyRequest
from tests import factories

pytestmark = pytest.mark.django_db


def test_unsaid_counts_as_safe(ines: Actor, yara: YoungPerson) -> None:
    assert queries.safe_contact(actor=ines, young_person_id=yara.pk) == queries.SafeContact()
    factories.told(yara, Heading.CONTACT, words="Text me.", may_call="yes")

    assert queries.safe_contact(actor=ines, young_person_id=yara.pk) == queries.SafeContact("Text me.")
    assert yara.user is not None
    assert queries.address_of(actor=ines, young_person_id=yara.pk) == yara.user.email


def test_no_means_no(ines: Actor, yara: YoungPerson) -> None:
    factories.told(yara, Heading.CONTACT, words="", may_email="no", may_call="no")

    none = queries.SafeContact(may_email=False, may_ring=False, may_text=False)
    assert queries.safe_contact(actor=ines, young_person_id=yara.pk) == none
    assert queries.brief(actor=ines, young_person_id=yara.pk).contact == none
    assert not none.may_call
    assert queries.address_of(actor=ines, young_person_id=yara.pk) == ""


@pytest.mark.parametrize(
    ("may_call", "may_ring", "may_text"),
    [("", True, True), ("yes", True, True), ("text", False, True), ("ring", True, False), ("no", False, False)],
)
def test_the_way_that_is_safe_comes_with_their_own_number(
    ines: Actor, yara: YoungPerson, may_call: str, may_ring: bool, may_text: bool
) -> None:
    factories.told(yara, Heading.CONTACT, words="", phone="07700 900555", may_call=may_call)

    contact = queries.safe_contact(actor=ines, young_person_id=yara.pk)

    assert (contact.phone, contact.may_ring, contact.may_text) == ("07700 900555", may_ring, may_text)
    assert contact.may_call is (may_ring or may_text)
    assert queries.brief(actor=ines, young_person_id=yara.pk).contact == contact


def test_who_has_not_joined_has_no_address_and_a_stranger_learns_nothing(ines: Actor, yara: YoungPerson) -> None:
    new = factories.young_person(yara.authority, "New Notreal", with_user=False)
    manager = factories.actor(factories.manager(yara.authority))
    assert queries.address_of(actor=manager, young_person_id=new.pk) == ""

    factories.told(new, Heading.CONTACT, words="Text me.")
    assert queries.safe_contact(actor=ines, young_person_id=new.pk).words == ""
    with pytest.raises(NotVisible):
        queries.address_of(actor=ines, young_person_id=new.pk)


@pytest.mark.parametrize(("may_email", "mails"), [("no", 0), ("yes", 1), ("", 1)])
def test_asking_how_life_is_mails_only_whom_it_is_safe_to_mail(
    ines: Actor,
    yara: YoungPerson,
    may_email: str,
    mails: int,
    mailoutbox: list[object],
    django_capture_on_commit_callbacks: object,
) -> None:
    factories.told(yara, Heading.CONTACT, words="Text me.", may_email=may_email)

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        request_answers(actor=ines, young_person_id=yara.pk)

    assert SurveyRequest.objects.count() == 1
    assert len(mailoutbox) == mails
