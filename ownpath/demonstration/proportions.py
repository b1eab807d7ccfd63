"""In what proportions the invented people live, and where each figure comes from.

Published figures: Department for Education, "Children looked after in England including adoptions", 2025, national
tables "care leavers by activity" and "care leavers by accommodation suitability" (Open Government Licence v3.0).
Counts as published, to the nearest 10. What no published table in hand gives is marked "ours".
"""

UNKNOWN = ""

# Care leavers of 22 to 25 are published by contact, not by activity (2024, aged 22: 30% in education, employment or
# training, 26% not). Theirs keep that ratio; how each half divides is ours.
ACTIVITY: dict[str, dict[str, int]] = {
    "17 to 18": {"F2": 7150, "F1": 420, "F4": 280, "F5": 1590, "G4": 520, "G5": 3710, "G6": 260, UNKNOWN: 870},
    "19 to 21": {"F2": 8030, "F1": 2390, "F4": 740, "F5": 9600, "G4": 3390, "G5": 10290, "G6": 1610, UNKNOWN: 2390},
    "22 to 25": {"F2": 600, "F1": 500, "F4": 100, "F5": 3800, "G4": 1300, "G5": 2200, "G6": 830, UNKNOWN: 600},
}

SUITABLE, UNSUITABLE = "1", "2"
SUITABILITY: dict[str, dict[str, int]] = {
    "17 to 18": {SUITABLE: 13380, UNSUITABLE: 500, UNKNOWN: 870},
    "19 to 21": {SUITABLE: 33810, UNSUITABLE: 2040, UNKNOWN: 2340},
    "22 to 25": {SUITABLE: 33810, UNSUITABLE: 2040, UNKNOWN: 2340},  # ours: as at 19 to 21
}

# Ours, in the return's letters: U own tenancy or university, D supported housing, B with family, Z staying put,
# E supported lodgings, K lodgings, T foyer, Y other; S no fixed home, V hostel, W bed and breakfast, X custody.
HOMES: dict[str, dict[str, int]] = {
    SUITABLE: {"U": 38, "D": 22, "B": 13, "Z": 10, "E": 7, "K": 4, "T": 3, "Y": 3},
    UNSUITABLE: {"X": 40, "S": 20, "V": 15, "W": 15, "K": 10},
}

# Care leavers of 17 to 18 (14,750) and 19 to 21 (38,440) as published; at 22, 6,780 asked for and had support, at 23
# 43% of 11,320 were in touch (same source). At 16, at 17 and still looked after, and at 24 and 25: ours.
AGES: dict[int, int] = {
    16: 2800, 17: 5500, 18: 11800, 19: 12800, 20: 12800, 21: 12840, 22: 6780, 23: 4870, 24: 3600, 25: 1900
}  # fmt: skip
STILL_LOOKED_AFTER_AT_17 = 0.5  # ours

# ADCS, Safeguarding Pressures 9: 18% of care leavers with a 17th to 25th birthday in 2023-24 came to the country
# alone; the Department's own site says "a quarter".
CAME_ALONE = 0.21


def band(age: int) -> str:
    """The age group of the published tables."""
    if age <= 18:
        return "17 to 18"
    return "19 to 21" if age <= 21 else "22 to 25"
