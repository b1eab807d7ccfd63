"""What became of each row: taken in one of four ways, or left out for one reason."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Outcome(models.TextChoices):
    """The words of the report, in its order."""

    ADDED = "added", _("added")
    ENDED = "ended", _("on record as open, now with their end")
    UNCHANGED = "unchanged", _("already on record")
    DIFFERENT = "different", _("on record with other facts, which stay")

    BROKEN = "broken", _("left out: the line cannot be split into columns")
    FAULTY = "faulty", _("left out: faulty")
    REPEATED = "repeated", _("left out: says again what an earlier line says")
    FAULTY_HEADER = "faulty_header", _("left out: the header row of the child is faulty")
    NOT_TAKEN = "not_taken", _("left out: the child is left out, see the header file")
    BLANK = "blank", _("left out: all three codes are blank")

    OTHER_BIRTH_DATE = "other_birth_date", _("left out: on record with another date of birth")
    NOT_YET_16 = "not_yet_16", _("left out: not yet 16 at the end of the return year")
    OVER_25 = "over_25", _("left out: over 25 at the end of the return year")
    DIED = "died", _("left out: died")
    ADOPTED = "adopted", _("left out: adopted")
    TRANSFERRED = "transferred", _("left out: another authority took over the care")
    FAULTY_EPISODE = "faulty_episode", _("left out: it hangs on a faulty episode row")
    FAULTY_OC3 = "faulty_oc3", _("left out: only a care leaver row speaks for them, and it is faulty")
    SHORT_BREAKS = "short_breaks", _("left out: only short breaks (V3, V4) at 16 or over")
    LEFT_BEFORE_16 = "left_before_16", _("left out: left care before 16")
    NOTHING = "nothing", _("left out: no episode and no care leaver row")


TAKEN = (Outcome.ADDED, Outcome.ENDED, Outcome.UNCHANGED, Outcome.DIFFERENT)
