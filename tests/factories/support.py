from typing import Any

from ownpath.core import clock
from ownpath.organisations.models import Authority
from ownpath.people.models import YoungPerson
from ownpath.support.enums import AskKind, OfferHeading
from ownpath.support.models import Ask, OfferEntry, Standards


def ask(of: YoungPerson, **values: Any) -> Ask:
    defaults: dict[str, Any] = {"kind": AskKind.HELP, "area": "money", "area_title": "Money"}
    defaults["opened_at"] = values.get("asked_at") or clock.now()
    return Ask.objects.create(authority_id=of.authority_id, young_person=of, **defaults | values)


def standards(of: Authority, **values: Any) -> Standards:
    return Standards.objects.create(authority=of, **values)


def offer_entry(of: Authority, slug: str = "cot", **values: Any) -> OfferEntry:
    defaults: dict[str, Any] = {
        "place": 1,
        "heading": OfferHeading.HOME,
        "title": "A cot for your baby",
        "words": "We buy it with you.",
        "is_right": False,
        "review_date": clock.months_after(clock.today(), 12),
    }
    return OfferEntry.objects.create(authority=of, slug=slug, **defaults | values)
