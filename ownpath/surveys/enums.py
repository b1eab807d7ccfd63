from django.db import models
from django.utils.translation import gettext_lazy as _

# How life is in an area now, from hardest (1) to best (5), and how steady it is, from shaky (1) to steady (4).
# The pack holds the words. The numbers order answers of one person; they are never added up or compared.
NOW_RANGE = range(1, 6)
STEADINESS_RANGE = range(1, 5)
UNSTEADY = (1, 2)
HARDEST_NOW, SHAKIEST = NOW_RANGE.start, STEADINESS_RANGE.start


class Change(models.TextChoices):
    """Against six months ago."""

    BETTER = "better", _("Better")
    SAME = "same", _("About the same")
    WORSE = "worse", _("Worse")
    UP_AND_DOWN = "up_and_down", _("Up and down")


class RemindIn(models.TextChoices):
    """In how many days somebody wants to be reminded."""

    ONE_DAY = "1", _("Tomorrow")
    THREE_DAYS = "3", _("In three days")
    ONE_WEEK = "7", _("Next week")
    NEVER = "never", _("Don’t remind me")


class How(models.TextChoices):
    """In which way somebody answered."""

    ALONE = "alone", _("By myself")
    TOGETHER = "together", _("Together, on an adviser’s device")
    PAPER = "paper", _("On paper")


class Sharing(models.TextChoices):
    """Who may read an answer. Nothing chosen means private."""

    PRIVATE = "private", _("Just for me")
    SHARED = "shared", _("Share with my adviser")
