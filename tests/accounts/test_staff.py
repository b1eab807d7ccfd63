from io import StringIO

import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from ownpath.accounts.actions import invite_staff
from ownpath.accounts.enums import RoleCode
from ownpath.accounts.models import Invitation, Membership
from ownpath.core.access import NotAllowed
from ownpath.organisations.models import Authority, Team
from ownpath.people.actions import accept_invitation
from tests import factories
from tests.client import Client

pytestmark = pytest.mark.django_db

SET_UP = ["create_authority", "madeupshire", "Madeupshire Council", "--manager-name", "Mo Made-Up"]


def test_manager_invites_an_adviser_who_joins_their_team() -> None:
    council = factories.authority()
    north = factories.team(council)
    actor = factories.actor(factories.manager(council))

    invitation = invite_staff(
        actor=actor, email="New@Example.org", name="Nia Newly", role=RoleCode.ADVISER, team_id=north.pk
    )
    joined = factories.actor(accept_invitation(token=invitation.pk))

    assert (joined.role, joined.authority_id, joined.team_id) == (RoleCode.ADVISER, council.pk, north.pk)


def test_manager_invites_a_duty_worker_who_lands_on_who_is_not_safe(client: Client) -> None:
    council = factories.authority()
    client.force_login(factories.manager(council))

    client.post("/staff/invite/", {"name": "Dot Nightjar", "email": "dot@example.org", "role": "duty", "team": ""})
    invitation = Invitation.objects.get()
    client.logout()
    page = client.post(f"/invitation/{invitation.pk}/", follow=True)

    assert [way for way, _status in page.redirect_chain] == ["/home/", "/staff/duty/"]
    assert Membership.objects.get(user__email="dot@example.org").role == RoleCode.DUTY


def test_adviser_invites_no_staff() -> None:
    actor = factories.actor(factories.adviser(factories.authority()))

    with pytest.raises(NotAllowed):
        invite_staff(actor=actor, email="a@example.org", name="A", role=RoleCode.MANAGER)

    assert not Invitation.objects.exists()


def test_nobody_is_invited_into_a_team_of_another_authority() -> None:
    elsewhere = factories.team(factories.authority())
    actor = factories.actor(factories.manager(factories.authority()))

    with pytest.raises(NotAllowed):
        invite_staff(actor=actor, email="a@example.org", name="A", role=RoleCode.ADVISER, team_id=elsewhere.pk)


def test_a_manager_cannot_invite_somebody_as_the_system() -> None:
    actor = factories.actor(factories.manager(factories.authority()))

    with pytest.raises(NotAllowed):
        invite_staff(actor=actor, email="a@example.org", name="A", role="system")


def test_an_authority_is_set_up_with_teams_and_its_first_manager(django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        call_command(
            *SET_UP, "--manager-email", "mo@example.org", "--team", "North", "--team", "South", stdout=StringIO()
        )

    council = Authority.objects.get(code="madeupshire")
    assert list(Team.objects.filter(authority=council).order_by("name").values_list("name", flat=True)) == [
        "North",
        "South",
    ]
    manager = accept_invitation(token=Invitation.objects.get().pk)
    assert (factories.actor(manager).role, factories.actor(manager).authority_id) == (RoleCode.MANAGER, council.pk)
    assert mail.outbox[0].subject == "Madeupshire Council invites you to Ownpath"
    assert "\nMadeupshire Council would like you to join Ownpath.\n" in mail.outbox[0].body


def test_a_name_in_the_command_is_kept_without_signs_that_nobody_sees() -> None:
    arguments = [
        "create_authority",
        "madeupshire\u200b",
        "Madeupshire\u00a0Council",
        "--manager-name",
        "Mo\u200b Made-Up",
    ]
    call_command(*arguments, "--manager-email", "mo@example.org\u200b", "--team", " North ", stdout=StringIO())

    assert Authority.objects.get(code="madeupshire").name == "Madeupshire Council"
    assert (Invitation.objects.get().name, Invitation.objects.get().email) == ("Mo Made-Up", "mo@example.org")
    assert Team.objects.get().name == "North"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([*SET_UP, "--manager-email", "nonsense"], "Enter a valid email address."),
        (["create_authority", "two words", *SET_UP[2:], "--manager-email", "mo@example.org"], "Enter a valid “slug”"),
        ([*SET_UP, "--manager-email", "mo@example.org", "--team", "\u200b"], "--team: Write a name with at least one"),
        (
            [*SET_UP[:2], "\u3164", *SET_UP[3:], "--manager-email", "mo@example.org"],
            "name: Write a name with at least one",
        ),
        ([*SET_UP[:4], "\u202ebcd", "--manager-email", "mo@example.org"], "--manager-name: There are hidden signs"),
    ],
)
def test_a_faulty_set_up_changes_nothing(arguments: list[str], sentence: str) -> None:
    with pytest.raises(CommandError, match=sentence):
        call_command(*arguments)

    assert not Authority.objects.exists()


def test_setting_up_the_same_authority_twice_is_refused_kindly() -> None:
    factories.authority(code="madeupshire")

    with pytest.raises(CommandError, match="already"):
        call_command(*SET_UP, "--manager-email", "mo@example.org")
