from django.db import models
from django.utils.translation import gettext_lazy as _


class Heading(models.TextChoices):
    """What one may write about, in plain words for the headings of the PRSB's "About Me" standard (version 2.0)."""

    MATTERS = "matters", _("What matters to me")
    TALKING = "talking", _("How to talk with me")
    HELPS = "helps", _("What helps when it is hard")
    PLEASE_DO = "please-do", _("Please do")
    PLEASE_DONT = "please-dont", _("Please don’t")
    PROUD = "proud", _("What I am proud of")
    NAME = "name", _("My name, and he, she or they")
    CONTACT = "contact", _("How to reach me safely")


class Safe(models.TextChoices):
    """Whether a way to reach somebody is safe for them. Nothing said counts as yes."""

    YES = "yes", _("Yes")
    NO = "no", _("No")


class SafeCall(models.TextChoices):
    """In which way it is safe to ring or text somebody. Nothing said counts as any way."""

    YES = "yes", _("Yes, either is fine")
    TEXT = "text", _("Text me, don’t ring")
    RING = "ring", _("Ring me, don’t text")
    NO = "no", _("No, neither")
