from django.db import models
from django.utils.translation import gettext_lazy as _


class StepDoer(models.TextChoices):
    """Who does a step. `ADVISER` is a promise of the service: when it is late, we are late."""

    YOUNG_PERSON = "young_person", _("Me")
    ADVISER = "adviser", _("My adviser")
    OTHER = "other", _("Somebody else")


class GoalState(models.TextChoices):
    """Where a goal is."""

    OPEN = "open", _("Working on it")
    REACHED = "reached", _("Got there")
    PUT_AWAY = "put_away", _("Not now")


class WinSharing(models.TextChoices):
    """Who a win is for, as the young person chooses each time. Nothing chosen means private."""

    PRIVATE = "private", _("Just for me")
    ADVISER = "adviser", _("For my adviser too")
    TOGETHER = "together", _("To celebrate together")
