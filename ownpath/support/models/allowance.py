from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.core.fields import plain, special
from ownpath.people.models import OfYoungPerson
from ownpath.support.enums import AllowanceKind


class AllowanceLine(OfYoungPerson):
    """One line of the itemised record of the setting-up-home allowance: what was agreed, what was bought.

    A line is never changed: money that came back, and what was written down wrongly, is a line below nothing with its
    reason.
    """

    kind = plain(models.CharField(max_length=10, choices=AllowanceKind))
    on_date = special(models.DateField(default=clock.today))
    words = special(models.CharField(max_length=200))
    pence = special(models.IntegerField())
    reason = special(models.CharField(max_length=300, blank=True))
    recorded_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+"))
    recorded_at = plain(models.DateTimeField(default=clock.now))

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(pence=0), name="allowance_line_is_about_money"),
            models.CheckConstraint(condition=Q(pence__gt=0) | ~Q(reason=""), name="allowance_below_nothing_has_reason"),
        ]
        indexes = [models.Index(fields=["young_person", "on_date"], name="allowance_by_person")]

    @property
    def in_words(self) -> str:
        """What happened: what was bought and given back is money back."""
        is_back = self.kind == AllowanceKind.SPENT and self.pence < 0
        return _("Money back") if is_back else str(self.get_kind_display())

    @property
    def amount(self) -> str:
        """How much, such as -£85.00."""
        return f"{'-' if self.pence < 0 else ''}£{abs(self.pence) / 100:.2f}"
