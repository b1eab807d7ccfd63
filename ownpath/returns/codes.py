"""The codes of the Department's return (SSDA903) that Ownpath stores, with what they mean.

Sources: the Department's validation rules 131 to 133 (table OC3) and 143 to 149 (episodes); meanings in our own words.
"""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NOT_APPLICABLE = "0"


class InTouch(models.TextChoices):
    """IN_TOUCH: whether the service and the young person are in touch."""

    YES = "YES", _("In touch")
    NO = "NO", _("Not in touch")
    DIED = "DIED", _("Died after leaving care")
    REFU = "REFU", _("Does not want contact")
    NREQ = "NREQ", _("No longer needs the service")
    RHOM = "RHOM", _("Back with a parent for six months or more")


class Activity(models.TextChoices):
    """ACTIV: what somebody mainly does. F is full time, P part time."""

    F1 = "F1", _("Higher education, full time")
    P1 = "P1", _("Higher education, part time")
    F2 = "F2", _("Other education, full time")
    P2 = "P2", _("Other education, part time")
    F4 = "F4", _("Apprenticeship, full time")
    P4 = "P4", _("Apprenticeship, part time")
    F5 = "F5", _("Training or a job, full time")
    P5 = "P5", _("Training or a job, part time")
    G4 = "G4", _("Not in education, work or training: illness or disability")
    G5 = "G5", _("Not in education, work or training: other reasons")
    G6 = "G6", _("Not in education, work or training: pregnant or a parent")
    NONE = NOT_APPLICABLE, _("Does not apply")


# Codes of earlier years, and what replaced them.
SUPERSEDED_ACTIVITIES = {"F3": ("F4", "F5"), "P3": ("P4", "P5")}

PLACES: dict[str, Promise] = {
    "B": _("With parents or relatives"),
    "C": _("Children’s home or residential care"),
    "D": _("Self-contained, with support"),
    "E": _("Supported lodgings"),
    "G": _("Gone abroad"),
    "H": _("Deported"),
    "K": _("Ordinary lodgings"),
    "R": _("Not known where"),
    "S": _("No fixed home"),
    "T": _("Foyer or similar"),
    "U": _("Own place"),
    "V": _("Emergency place"),
    "W": _("Bed and breakfast"),
    "X": _("In custody"),
    "Y": _("Another place"),
    "Z": _("With former foster carers"),
}
NEVER_SUITABLE = {"S", "X"}
FOYER = {"T1", "T2"}
FORMER_FOSTER_CARERS = {"Z1", "Z2"}

# ACCOM: a place and whether it is suitable (1) or not (2); having no fixed home and custody never are.
ACCOMMODATIONS = frozenset(
    {NOT_APPLICABLE} | {place + digit for place in PLACES for digit in ("12" if place not in NEVER_SUITABLE else "2")}
)

REASONS_BEGAN = frozenset("SPLTUB")
LEGAL_STATUSES = frozenset({"C1", "C2", "D1", "E1", "V2", "V3", "V4", "J1", "J2", "J3", "L1", "L2", "L3"})
# An agreed series of short breaks: no time that makes somebody a care leaver (rule 1001).
SHORT_BREAKS = frozenset({"V3", "V4"})
# The codes of every year from 2022/23 to 2025/26: an episode keeps the code of the year in which it ended.
PLACEMENTS = frozenset(
    {"A3", "A4", "A5", "A6", "H5", "K1", "K2", "K3", "P1", "P2", "P3", "R1", "R2", "R3", "R5", "S1"}
    | {"T0", "T1", "T2", "T3", "T4", "U1", "U2", "U3", "U4", "U5", "U6", "Z1", "Z11", "Z12", "Z13", "Z14"}
)
NEXT_EPISODE = "X1"
DIED_IN_CARE = "E2"
MOVED_TO_ANOTHER_AUTHORITY = "E3"
ADOPTED = frozenset({"E11", "E12"})
REASONS_ENDED = (
    {NEXT_EPISODE, DIED_IN_CARE, MOVED_TO_ANOTHER_AUTHORITY}
    | ADOPTED
    | {"E4A", "E4B", "E5", "E6", "E7", "E8", "E9", "E13", "E14", "E15", "E16", "E17"}
    | {"E41", "E45", "E46", "E47", "E48"}
)
