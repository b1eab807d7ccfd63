from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.core.fields import personal, plain, special
from ownpath.core.wording import isolated
from ownpath.people.models import Contact, OfYoungPerson
from ownpath.support.enums import QUICK, AskKind, Decision, EntryKind

from .offer import OfferEntry

_OPEN = Q(answered_at__isnull=True, answered_in__isnull=True, decision="")
_SPOKEN_ABOUT = Q(kind__in=QUICK, answered_at__isnull=False, answered_in__isnull=False, decision="")
_DECIDED = (
    Q(answered_at__isnull=False, answered_in__isnull=True, decision__in=Decision.values)
    & ~Q(kind__in=QUICK)
    & ~Q(reason="")
    & ~Q(decided_by="")
)


class Ask(OfYoungPerson):
    """Something a young person asks for, as it stands now; how it came to that is in its entries.

    The quick kinds end only in a contact in which somebody spoke with them; the others only with a decision, a reason
    and the name of who decided. `opened_at` is when it was asked, or opened again; from then everybody counts.
    """

    kind = plain(models.CharField(max_length=10, choices=AskKind))
    area = plain(models.SlugField(max_length=40, blank=True))
    area_title = plain(models.CharField(max_length=80, blank=True, help_text="The pack's words at the time."))
    about = special(models.CharField(max_length=300, blank=True, db_default="", help_text="A step's words, then."))
    offer_entry = plain(
        models.ForeignKey(OfferEntry, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    )
    words = special(models.TextField(blank=True))
    asked_at = plain(models.DateTimeField(default=clock.now))
    written_by = plain(
        models.ForeignKey(
            User, on_delete=models.PROTECT, null=True, blank=True, related_name="+", help_text="Where it was spoken."
        )
    )
    about_adviser = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"))
    held_by = plain(
        models.ForeignKey(
            User,
            on_delete=models.PROTECT,
            null=True,
            blank=True,
            related_name="+",
            help_text="A manager; empty: their adviser of now.",
        )
    )
    opened_at = plain(models.DateTimeField(default=clock.now, db_default=Now()))
    hear_by = plain(models.DateField(null=True, blank=True, help_text="Our promise, by the standard of that day."))
    decide_by = plain(models.DateField(null=True, blank=True))
    heard_at = plain(models.DateTimeField(null=True, blank=True, help_text="Our first word since it was opened."))
    answered_at = plain(models.DateTimeField(null=True, blank=True))
    answered_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"))
    answered_in = plain(models.ForeignKey(Contact, on_delete=models.PROTECT, null=True, blank=True, related_name="+"))
    decision = plain(models.CharField(max_length=10, choices=Decision, blank=True, db_default=""))
    reason = special(models.TextField(blank=True, db_default=""))
    decided_by = personal(models.CharField(max_length=120, blank=True, db_default=""))
    passed_to = personal(models.CharField(max_length=120, blank=True, db_default=""))
    version = plain(models.PositiveIntegerField(default=1, db_default=1))

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=_OPEN | _SPOKEN_ABOUT | _DECIDED, name="ask_ends_in_a_contact_or_a_decision"
            ),
            models.CheckConstraint(
                condition=~Q(decision=Decision.PASSED_ON) | ~Q(passed_to=""), name="ask_passed_on_says_to_whom"
            ),
            models.CheckConstraint(
                condition=Q(about_adviser__isnull=True)
                | Q(answered_by__isnull=True)
                | ~Q(answered_by=F("about_adviser")),
                name="nobody_decides_about_themselves",
            ),
        ]
        indexes = [models.Index(fields=["young_person", "answered_at"], name="ask_open_by_person")]

    @property
    def is_quick(self) -> bool:
        """Whether it ends in a contact, not with a decision."""
        return self.kind in QUICK

    @property
    def is_open(self) -> bool:
        """Whether it still waits for its end."""
        return self.answered_at is None

    @property
    def opened_again_at(self) -> datetime | None:
        """When they opened it again because what was done did not help; None where they have not."""
        return self.opened_at if self.opened_at > self.asked_at else None

    @property
    def title(self) -> str:
        """What it is about, in as few words as there are."""
        if self.kind == AskKind.HELP and self.area_title:
            return _("Help with “%(area)s”") % {"area": self.area_title}
        if self.is_quick:
            return str(self.get_kind_display())
        if self.offer_entry is not None:
            return str(self.offer_entry.title)
        if self.area_title and not self.about and self.kind != AskKind.OTHER:
            return _("%(what)s: %(area)s") % {"what": self.get_kind_display(), "area": isolated(self.area_title)}
        return str(self.about or self.area_title or self.get_kind_display())


class AskEntry(OfYoungPerson):
    """One dated line of the conversation about an ask; never changed."""

    ask = plain(models.ForeignKey(Ask, on_delete=models.PROTECT, related_name="entries"))
    kind = plain(models.CharField(max_length=10, choices=EntryKind))
    words = special(models.TextField(blank=True))
    by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+"))
    at = plain(models.DateTimeField(default=clock.now))
    given_to = personal(models.CharField(max_length=120, blank=True))
    decision = plain(models.CharField(max_length=10, choices=Decision, blank=True))
    decided_by = personal(models.CharField(max_length=120, blank=True))

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind=EntryKind.DECIDED) | (~Q(decision="") & ~Q(words="") & ~Q(decided_by="")),
                name="decision_has_reason_and_name",
            )
        ]
        indexes = [models.Index(fields=["ask", "at"], name="ask_entry_by_time")]
