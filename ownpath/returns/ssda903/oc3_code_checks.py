"""The Department's rules on the three codes of a care leaver (OC3). Numbers are the Department's.

A row with all three blank says nothing (153 allows it) and is not checked.
"""

from collections.abc import Collection

from django.utils.translation import gettext as _

from ownpath.returns import codes

from .checks import Check, Found
from .oc3_case import Oc3Case


def in_touch_is_a_code(case: Oc3Case) -> Found:
    """131."""
    if case.row.in_touch and case.row.in_touch not in codes.InTouch.values:
        sentence = _("This is not a code of IN_TOUCH: use YES, NO, DIED, REFU, NREQ or RHOM.")
        yield "IN_TOUCH", _in_capitals(case.row.in_touch, codes.InTouch.values) or sentence


def activity_is_a_code(case: Oc3Case) -> Found:
    """132. F3 and P3 are codes of earlier years: which of their two successors is meant cannot be known."""
    activity = case.row.activity
    if successors := codes.SUPERSEDED_ACTIVITIES.get(activity):
        sentence = _("{old} is no longer used: use {apprenticeship} (apprenticeship) or {other} (training or a job).")
        yield "ACTIV", sentence.format(old=activity, apprenticeship=successors[0], other=successors[1])
    elif activity and activity not in codes.Activity.values:
        sentence = _("This is not a code of ACTIV. Expected: {codes}.").format(codes=", ".join(codes.Activity.values))
        yield "ACTIV", _in_capitals(activity, codes.Activity.values) or sentence


def accommodation_is_a_code(case: Oc3Case) -> Found:
    """133. S (no fixed home) and X (in custody) exist only as unsuitable: S2, X2."""
    accommodation = case.row.accommodation
    if accommodation in ("S1", "X1"):
        yield "ACCOM", _("{place} is never suitable: use {place}2.").format(place=accommodation[0])
    elif accommodation and accommodation not in codes.ACCOMMODATIONS:
        sentence = _("This is not a code of ACCOM: a letter and 1 or 2, or 0 alone where it does not apply.")
        yield "ACCOM", _in_capitals(accommodation, codes.ACCOMMODATIONS) or sentence


def _in_capitals(value: str, known: Collection[str]) -> str:
    """What to write where only the capitals are missing."""
    return _("Write it in capitals: {code}.").format(code=value.upper()) if value.upper() in known else ""


def all_three_or_none(case: Oc3Case) -> Found:
    """153."""
    three = {"IN_TOUCH": case.row.in_touch, "ACTIV": case.row.activity, "ACCOM": case.row.accommodation}
    for column, value in three.items():
        if not value:
            yield column, _("{column} is missing: give all three codes or none.").format(column=column)


def gone_means_zero(case: Oc3Case) -> Found:
    """344: of somebody who died or went back to a parent, activity and accommodation are 0."""
    if case.row.in_touch in (codes.InTouch.DIED, codes.InTouch.RHOM):
        for column, value in (("ACTIV", case.row.activity), ("ACCOM", case.row.accommodation)):
            if value not in ("", codes.NOT_APPLICABLE):
                yield (
                    column,
                    _("With IN_TOUCH {code}, {column} must be 0.").format(code=case.row.in_touch, column=column),
                )


def in_touch_means_known(case: Oc3Case) -> Found:
    """345: of somebody the service is in touch with, neither activity nor accommodation is 0."""
    if case.row.in_touch == codes.InTouch.YES:
        for column, value in (("ACTIV", case.row.activity), ("ACCOM", case.row.accommodation)):
            if value == codes.NOT_APPLICABLE:
                yield column, _("With IN_TOUCH YES, {column} cannot be 0.").format(column=column)


def no_foyer_under_18(case: Oc3Case) -> Found:
    """347, as meant: nobody lives in a foyer (T1, T2) before 18, counted at the birthday that the row is about."""
    if case.row.accommodation in codes.FOYER and case.age < 18:
        yield "ACCOM", _("Nobody lives in a foyer (T) before 18.")


def no_staying_put_at_17(case: Oc3Case) -> Found:
    """3001: around the 17th birthday somebody cannot live with former foster carers (Z1, Z2)."""
    if case.row.accommodation in codes.FORMER_FOSTER_CARERS and case.age == 17:
        yield "ACCOM", _("At 17 nobody lives with former foster carers (Z).")


FAULTS: tuple[tuple[str, Check[Oc3Case]], ...] = (
    ("131", in_touch_is_a_code),
    ("132", activity_is_a_code),
    ("133", accommodation_is_a_code),
    ("153", all_three_or_none),
    ("344", gone_means_zero),
    ("345", in_touch_means_known),
    ("347", no_foyer_under_18),
    ("3001", no_staying_put_at_17),
)
