"""Which survey a young person is asked, and which are loaded."""

from typing import Any

from django.conf import settings
from django.db.models import Case, IntegerField, Subquery, Value, When
from django.db.models.functions import Coalesce

from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.organisations.models import Authority
from ownpath.surveys.models import SurveyPack
from ownpath.surveys.packs import preferred


def current_pack(*, actor: Actor) -> SurveyPack:
    """The pack that the actor's authority asks from now: its own choice, else the starter pack; the newest version.

    The language of the page comes first, then English, even where another has a newer version: words that one
    understands matter more. Raises `NotVisible` while no such pack is loaded. One query; `pack_of` gives its words.
    """
    chosen = Authority.objects.filter(pk=actor.authority_id).exclude(survey_pack="").values("survey_pack")
    packs = SurveyPack.objects.filter(slug=Coalesce(Subquery(chosen), Value(settings.DEFAULT_SURVEY_PACK)))
    found = packs.defer("document").order_by(_own_language_first(), "-version").first()
    if found is None:
        raise NotVisible
    return found


def _own_language_first() -> Case:
    codes = list(preferred())
    places = [When(language__iexact=language, then=place) for place, language in enumerate(codes)]
    return Case(*places, default=len(codes), output_field=IntegerField())


def loaded_pack(*, actor: Actor, document: dict[str, Any]) -> SurveyPack | None:
    """The pack that was loaded from this very document, if any; packs are the same for everybody. One query."""
    assert actor.is_system
    versions = SurveyPack.objects.filter(slug=document["id"], version=document["version"])
    found = versions.filter(language=document["language"]).first()
    return found if found is not None and found.document == document else None
