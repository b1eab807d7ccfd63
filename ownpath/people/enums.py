from django.db import models
from django.utils.translation import gettext_lazy as _


class ContactWay(models.TextChoices):
    """How a contact happened or was tried."""

    MEETING = "meeting", _("Met up")
    VISIT = "visit", _("Visit at home")
    CALL = "call", _("Call")
    VIDEO = "video", _("Video call")
    MESSAGE = "message", _("Message")


# How something can be planned, said before it happens.
PLANNED_WAYS = (
    (ContactWay.MEETING, _("Meet up")),
    (ContactWay.VISIT, _("Visit at home")),
    (ContactWay.CALL, _("Call")),
    (ContactWay.VIDEO, _("Video call")),
)


class ContactResult(models.TextChoices):
    """Whether the young person and the adviser reached each other."""

    REACHED = "reached", _("We were in touch")
    TRIED = "tried", _("I tried, and did not reach them")


class MeetingEnding(models.TextChoices):
    """Why something planned is no longer ahead."""

    RECORDED = "recorded", _("It is written down as a contact")
    MOVED = "moved", _("Moved")
    CANCELLED = "cancelled", _("Cancelled")


class ObservationKind(models.TextChoices):
    """What a dated fact for the return is about (SSDA903 table OC3)."""

    IN_TOUCH = "in_touch", _("In touch")
    ACTIVITY = "activity", _("Main activity")
    ACCOMMODATION = "accommodation", _("Accommodation")


class Source(models.TextChoices):
    """Where a dated fact or a care period came from."""

    RETURN_FILE = "return_file", _("The Department's return file")
    ADVISER = "adviser", _("An adviser")
    DEMONSTRATION = "demonstration", _("The demonstration")
