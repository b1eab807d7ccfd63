from django.db import models
from django.utils.translation import gettext_lazy as _


class AskKind(models.TextChoices):
    """What somebody asks for."""

    NOT_SAFE = "not_safe", _("I don’t feel safe")
    HELP = "help", _("I’d like help with this")
