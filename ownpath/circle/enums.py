from django.db import models
from django.utils.translation import gettext_lazy as _


class Ring(models.IntegerChoices):
    """How near somebody stands to me. There is no better and worse place."""

    CLOSE = 1, _("Close to me")
    AROUND = 2, _("Around me")
    FURTHER = 3, _("Further away")


class Kind(models.TextChoices):
    """What somebody is to me."""

    FRIEND = "friend", _("A friend")
    FAMILY = "family", _("Family")
    PARTNER = "partner", _("My partner")
    WORKER = "worker", _("Somebody who works with me")
    CARE = "care", _("Somebody from my time in care")
    OTHER = "other", _("Somebody else")


class Feel(models.TextChoices):
    """How it is with somebody, as one would say it."""

    GOOD = "good", _("It does me good")
    MIXED = "mixed", _("Some days good, some days not")
    HARD = "hard", _("It is hard for me")


class AtNight(models.TextChoices):
    """Whether I could call somebody at night."""

    YES = "yes", _("Yes")
    MAYBE = "maybe", _("Maybe")
    NO = "no", _("No")


class Wish(models.TextChoices):
    """What I would like with somebody."""

    MORE = "more", _("I would like to see more of them")
    FIND = "find", _("We lost touch. I would like to find them again")
    FINE = "fine", _("It is fine as it is")
