from enum import StrEnum

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
    MISSED = "missed", _("We missed it")


class CheckedHow(models.TextChoices):
    """How somebody made sure that whoever joined is the young person."""

    FACE = "face", _("I asked them face to face")
    CALL = "call", _("I called them on a number that we had before")


class MeetingSettling(models.TextChoices):
    """What becomes of something planned with somebody who is away then."""

    COVERED = "covered", _("Whoever covers goes instead")
    CANCELLED = "cancelled", _("It is cancelled")


class ObservationKind(models.TextChoices):
    """What a dated fact is about: those for the return (SSDA903 table OC3), and the status in law."""

    IN_TOUCH = "in_touch", _("In touch")
    ACTIVITY = "activity", _("Main activity")
    ACCOMMODATION = "accommodation", _("Accommodation")
    STATUS = "status", _("Status in law")


class CareLeaverStatus(models.TextChoices):
    """What somebody is in law, which says what is theirs by right: Children Act 1989, Schedule 2 paragraph 19B and
    sections 23A, 23C and 24.
    """

    ELIGIBLE = "eligible", _("Eligible")
    RELEVANT = "relevant", _("Relevant")
    FORMER_RELEVANT = "former_relevant", _("Former relevant")
    QUALIFYING = "qualifying", _("Qualifying")

    @property
    def in_words(self) -> str:
        """Its name in law, and what that means."""
        return f"{self.label} ({_MEANINGS[self]})"


_MEANINGS = {
    CareLeaverStatus.ELIGIBLE: _("16 or 17, and in care"),
    CareLeaverStatus.RELEVANT: _("16 or 17, and no longer in care"),
    CareLeaverStatus.FORMER_RELEVANT: _("18 or older, and was in care for long enough"),
    CareLeaverStatus.QUALIFYING: _("was in care, for a shorter time"),
}


class EndReason(models.TextChoices):
    """Why a record ended."""

    DIED = "died", _("Died")
    MOVED = "moved", _("Moved to another authority")
    TRANSFERRED = "transferred", _("Another authority took over their care")
    ADOPTED = "adopted", _("Adopted")
    DONE_AT_25 = "done_at_25", _("25, and done")
    DOES_NOT_WANT_US = "not_wanted", _("Does not want us")


class Source(models.TextChoices):
    """Where a dated fact or a care period came from."""

    RETURN_FILE = "return_file", _("The Department's return file")
    ADVISER = "adviser", _("An adviser")
    DEMONSTRATION = "demonstration", _("The demonstration")


class Likeness(StrEnum):
    """How somebody on record is like somebody who is being added: a near name, no name yet, the same address."""

    NAME = "name"
    NAMELESS = "nameless"
    ADDRESS = "address"
