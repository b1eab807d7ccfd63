from django.db import models
from django.utils.translation import gettext_lazy as _


class Measure(models.TextChoices):
    """What is counted of an area."""

    NOW = "now", _("How it is now")
    MOVED = "moved", _("Since their last answer")
    STEADINESS = "steadiness", _("How steady it is")

    @property
    def column(self) -> str:
        """Where `insight.said.said` has it."""
        return "moved" if self == Measure.MOVED else f"current_{self}"


class Moved(models.TextChoices):
    """One's own answer against one's own answer before; never against anybody else's."""

    HARDER = "harder", _("Harder than before")
    SAME = "same", _("The same as before")
    BETTER = "better", _("Better than before")
    FIRST = "first", _("Nothing before to compare with")


class Silence(models.TextChoices):
    """Why there is nothing to count. Skipped and kept private are one: nobody is told which."""

    NOT_SAID = "not-said", _("Did not say")
    NOT_ANSWERED = "not-answered", _("Not answered yet")
    NOT_ASKED = "not-asked", _("Not asked")
