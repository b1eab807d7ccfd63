from django.conf import settings
from django.db import models

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.core.fields import personal, plain
from ownpath.organisations.models import OfAuthority
from ownpath.support.enums import ASKED_IN_WORDS, AskKind

# Days to a first answer where the authority has set none. Ours, except for records: volume 3 of the Children Act 1989
# guidance (4.21 and after) says ten working days to acknowledge; ten days are never later than that.
USUAL_DAYS = dict.fromkeys((AskKind.HELP, *ASKED_IN_WORDS), 3) | {
    AskKind.HELP: 2,
    AskKind.ADVISER: 5,
    AskKind.RECORDS: 10,
}


class Standards(OfAuthority):
    """What an authority promises, and whom to turn to, from one moment on; a change is a new row, the latest holds.

    Complaints: volume 3, chapter 9, has 14 days for the informal stage. Records: one month, and two more where it is
    complex and they are told so in time. Allowance: the Department recommends at least 3,000 pounds (volume 3, 8.19).
    """

    version = plain(models.PositiveIntegerField(default=1, db_default=1))
    set_at = plain(models.DateTimeField(default=clock.now))
    set_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+"))
    answer_days = plain(models.JSONField(default=dict))
    complaint_days = plain(models.PositiveSmallIntegerField(default=14))
    records_months = plain(models.PositiveSmallIntegerField(default=1))
    climb_minutes = plain(models.PositiveSmallIntegerField(default=60))
    duty_emails = personal(models.TextField(blank=True, help_text="One address a line."))
    help_now_name = personal(models.CharField(max_length=120, blank=True))
    help_now_phone = personal(models.CharField(max_length=30, blank=True))
    advocacy_name = personal(models.CharField(max_length=120, blank=True))
    advocacy_phone = personal(models.CharField(max_length=30, blank=True))
    allowance_pence = plain(models.PositiveIntegerField(default=300_000))
    shows_money_skills = plain(models.BooleanField(default=True))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "version"], name="standards_once_in_a_version")]

    def days_for(self, kind: AskKind) -> int | None:
        """Days to a first answer; none where nobody should wait for days."""
        days: int | None = self.answer_days.get(kind, USUAL_DAYS.get(kind))
        return days

    data_complaint_days = property(lambda self: settings.DATA_COMPLAINT_DAYS)
    regulator_name = property(lambda self: settings.DATA_REGULATOR)
    regulator_phone = property(lambda self: settings.DATA_REGULATOR_PHONE)

    @property
    def duty_addresses(self) -> list[str]:
        """The e-mail addresses of the duty cover."""
        return self.duty_emails.split()
