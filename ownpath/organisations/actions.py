"""Setting up an authority."""

from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action

from .models import Authority, Team


@action
def create_authority(*, actor: Actor, code: str, name: str, teams: list[str]) -> Audited[Authority]:
    """A new authority with its teams. Only from the command line: the actor is the system.

    Raises `django.db.IntegrityError` where the code is taken.
    """
    assert actor.is_system
    authority = Authority.objects.create(code=code, name=name)
    Team.objects.bulk_create(Team(authority=authority, name=team) for team in dict.fromkeys(teams))
    return Audited(authority, about=authority)


@action
def choose_survey(*, actor: Actor, authority: Authority, slug: str) -> Audited[None]:
    """Whoever begins to answer from now on is asked from the survey pack of this slug, which must be loaded.

    Only from the command line: the actor is the system. Begun and sent responses keep the pack that they began with.
    """
    assert actor.is_system
    authority.survey_pack = slug
    authority.save(update_fields=["survey_pack"])
    return Audited(None, about=authority)
