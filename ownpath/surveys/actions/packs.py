"""Loading survey packs. What is loaded stays as it is: answers point at its words."""

from itertools import zip_longest
from typing import Any

from django.db.models import QuerySet

from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.surveys.models import SurveyPack


class PackRefused(Exception):
    """The pack is right in itself but does not fit what is loaded. The message is a sentence that says what to do."""


@action
def load_pack(*, actor: Actor, document: dict[str, Any]) -> Audited[SurveyPack]:
    """Store a document that `read_pack` found right. Only from the command line: the actor is the system.

    Raises `PackRefused` for a version that was loaded before, for one below the newest of its language (it would never
    be asked), and for a translation whose ids differ from those of the same version in another language (its answers
    could not be read together).
    """
    assert actor.is_system
    versions = SurveyPack.objects.filter(slug=document["id"])
    _check_newer(versions.filter(language=document["language"]), document)
    _check_same_ids(versions.filter(version=document["version"]), document)
    stored = SurveyPack.objects.create(
        slug=document["id"], version=document["version"], language=document["language"], document=document
    )
    return Audited(stored, about=stored)


def _check_newer(loaded: QuerySet[SurveyPack], document: dict[str, Any]) -> None:
    newest = loaded.order_by("-version").values_list("version", flat=True).first()
    if newest is None or newest < document["version"]:
        return
    name = f"{document['id']} in {document['language']}"
    if loaded.filter(version=document["version"]).exists():
        reason = f"Version {document['version']} of {name} is loaded with other words, and answers point at them."
    else:
        reason = f"Version {newest} of {name} is loaded, so version {document['version']} would never be asked."
    raise PackRefused(f"{reason} Raise the version to {newest + 1}.")


def _check_same_ids(translations: QuerySet[SurveyPack], document: dict[str, Any]) -> None:
    for loaded in translations:
        if loaded.document.get("safety", []) != document.get("safety", []):
            raise PackRefused(
                f"Version {loaded.version} in {loaded.language} names other areas of safety, or in another order. "
                "A translation changes only words: give it the same ones."
            )
        for theirs, ours in zip_longest(_ids(loaded.document), _ids(document), fillvalue=("nothing", ())):
            if theirs != ours:
                raise PackRefused(
                    f"Version {loaded.version} in {loaded.language} has other ids, or the same in another order: "
                    f"{theirs[0]} there, {ours[0]} here. "
                    "A translation changes only words: give each area and each scenario the same id."
                )


def _ids(document: dict[str, Any]) -> list[tuple[str, tuple[str, ...]]]:
    return [(area["id"], tuple(scenario["id"] for scenario in area["scenarios"])) for area in document["areas"]]
