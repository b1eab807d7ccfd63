from django.db import models
from django.utils.translation import gettext_lazy as _


class EntryKind(models.TextChoices):
    """What others record about a young person, one row each."""

    CONTACT = "contact", _("Being in touch")
    OBSERVATION = "observation", _("A fact for the yearly count")
    ADVISER = "adviser", _("Your adviser")
    CARE = "care", _("Time in care")
    ASKED = "asked", _("Asking you how it is going")
    REVIEW = "review", _("Looking at your plan together")
    MONEY = "money", _("Money for setting up your home")
    END = "end", _("The end of your record")


class Sees(models.TextChoices):
    """Whether somebody sees one part of a record."""

    ALL = "all", _("Yes")
    SHARED = "shared", _("I choose")
    NOTHING = "nothing", _("No")
