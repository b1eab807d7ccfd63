import pytest

from ownpath.core.actor import Actor, system
from ownpath.core.audit import Audited, NotAudited, action
from ownpath.core.models import AuditEvent
from ownpath.organisations.models import Authority
from tests import factories

pytestmark = pytest.mark.django_db


@action
def rename(*, actor: Actor, authority: Authority, name: str) -> Audited[str]:
    authority.name = name
    authority.save()
    return Audited(name, about=authority)


@action
def rename_and_forget_the_audit(*, actor: Actor, authority: Authority, name: str) -> Audited[str]:
    authority.name = name
    authority.save()
    return name  # type: ignore[return-value]


def test_action_writes_one_event_that_names_actor_verb_and_thing() -> None:
    council = factories.authority(name="Before")

    assert rename(actor=system(council.pk), authority=council, name="After") == "After"

    event = AuditEvent.objects.get()
    assert (event.verb, event.kind, event.actor_role) == ("tests.core.test_audit.rename", "change", "system")
    assert (event.thing, event.thing_id, event.authority_id) == ("organisations.Authority", council.pk, council.pk)


def test_action_without_an_event_changes_nothing() -> None:
    council = factories.authority(name="Before")

    with pytest.raises(NotAudited):
        rename_and_forget_the_audit(actor=system(council.pk), authority=council, name="After")

    council.refresh_from_db()
    assert council.name == "Before"
