"""Which survey a young person is asked, and which are loaded."""

from typing import Any

from django.conf import settings
from django.db.models import Case, IntegerField, Subquery, Value, When
from django.db.models.functions import Coalesce

from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.organisations.models import Authority
from ownpath.surveys.models import SurveyPack

FALLBACK_LANGUAGE = "en"


def current_pack(*, actor: Actor, language: str = FALLBACK_LANGUAGE) -> SurveyPack:
    """The pack that the actor's authority asks from now: its own choice, else the starter pack; the newest version.

    A version in the language asked for comes first, even where English has a newer one: words that one understands
    matter more. Raises `NotVisible` while no such pack is loaded. One query; `pack_of` gives its words.
    """
    chosen = Authority.objects.filter(pk=actor.authority_id).exclude(survey_pack="").values("survey_pack")
    in_order = Case(
        When(language=language, then=0),
        When(language=FALLBACK_LANGUAGE, then=1),
        default=2,
        output_field=IntegerField(),
    )
    packs = SurveyPack.objects.filter(slug=Coalesce(Subquery(chosen), Value(settings.DEFAULT_SURVEY_PACK)))
    found = packs.defer("document").order_by(in_order, "-version").first()
    if found is None:
        raise NotVisible
    return found


def loaded_pack(*, actor: Actor, document: dict[str, Any]) -> SurveyPack | None:
    """The pack that was loaded from this very document, if any; packs are the same for everybody. One query."""
    assert actor.is_system
    versions = SurveyPack.objects.filter(slug=document["id"], version=document["version"])
    found = versions.filter(language=document["language"]).first()
    return found if found is not None and found.document == document else None
