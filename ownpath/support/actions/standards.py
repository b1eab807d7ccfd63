"""What the authority promises."""

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction

from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.core.versions import StaleEdit
from ownpath.organisations.models import Authority
from ownpath.support.models import Standards
from ownpath.support.queries import standards
from ownpath.support.rules import can_set_standards


@action
def set_standards(*, actor: Actor, version: int, values: Mapping[str, Any]) -> Audited[Standards]:
    """Set what the authority promises from now on: a manager. What was promised to somebody before stays as it was.

    `values` are fields of `Standards`, all of them. The number for help at night is also where every page reads it.
    Raises `StaleEdit` with the standards of now where somebody set others since `version`.
    """
    require(can_set_standards(actor))
    current = standards(actor=actor)
    if current.version != version:
        raise StaleEdit(current)
    made = Standards(authority_id=actor.authority_id, version=version + 1, set_by_id=actor.user_id, **values)
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError:  # somebody else saved this very version at the same moment
        raise StaleEdit(standards(actor=actor)) from None
    Authority.objects.filter(pk=actor.authority_id).update(
        help_now_name=made.help_now_name, help_now_phone=made.help_now_phone
    )
    return Audited(made, about=made)
