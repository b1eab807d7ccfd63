"""Which status in law the dates allow.

Children Act 1989: eligible, schedule 2 paragraph 19B (aged 16 or 17 and looked after); relevant, section 23A (16 or 17
and looked after no longer); former relevant, section 23C (18 or older); qualifying, section 24 (16 or older). How long
somebody was in care is not judged here: what is not known excludes nothing.
"""

from .enums import CareLeaverStatus

_ADULT, _YOUNGEST = 18, 16
_BEFORE_ADULT = (CareLeaverStatus.ELIGIBLE, CareLeaverStatus.RELEVANT)


def fits_age(status: CareLeaverStatus, age: int) -> bool:
    """Whether somebody of this age, in whole years, can have the status."""
    if status in _BEFORE_ADULT:
        return _YOUNGEST <= age < _ADULT
    return age >= (_ADULT if status == CareLeaverStatus.FORMER_RELEVANT else _YOUNGEST)
