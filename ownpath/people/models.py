from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from ownpath.accounts.models import Invitation, User
from ownpath.core import clock
from ownpath.core.fields import personal, plain, special
from ownpath.organisations.models import OfAuthority

from .enums import (
    PLANNED_WAYS,
    CheckedHow,
    ContactResult,
    ContactWay,
    EndReason,
    MeetingEnding,
    ObservationKind,
    Source,
)


class YoungPersonQuerySet(models.QuerySet["YoungPerson"]):
    def current(self) -> Self:
        """Those whose record has not ended: of whom every list, count, reason, mail and due work is."""
        return self.filter(ended_date=None, merged_into=None)


class YoungPerson(OfAuthority):
    """A young person who is leaving or has left care.

    `name` is what they want to be called; people who came from a return file have none until somebody asks them.
    `ended_date` is the day of the open `RecordEnd`, written only together with it. A record that turned out to be a
    second one of the same person is `merged_into` the other, which holds its rows from then on.
    """

    user = plain(
        models.OneToOneField(User, on_delete=models.PROTECT, null=True, blank=True, related_name="young_person")
    )
    invitation = plain(
        models.OneToOneField(Invitation, on_delete=models.SET_NULL, null=True, blank=True, related_name="young_person")
    )
    name = personal(models.CharField(max_length=120, blank=True))
    email = personal(models.EmailField(blank=True))
    phone = personal(models.CharField(max_length=30, blank=True))
    birth_date = personal(models.DateField())
    child_id = personal(models.CharField(max_length=12, blank=True, help_text="CHILD in the SSDA903 return."))
    contact_every_days = plain(
        models.PositiveSmallIntegerField(null=True, blank=True, help_text="Agreed with them; empty: the authority's.")
    )
    # Who wrote the email address, and whether another one was on record before: then joining needs a second look.
    address_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"))
    is_address_new = plain(models.BooleanField(default=False, db_default=False))
    joined_date = plain(models.DateField(default=clock.today))
    ended_date = special(models.DateField(null=True, blank=True, db_index=True))
    merged_into = plain(
        models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged_rows")
    )
    version = plain(models.PositiveIntegerField(default=1))

    objects = YoungPersonQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "child_id"], condition=~Q(child_id=""), name="child_id_once_in_authority"
            )
        ]
        indexes = [models.Index(fields=["authority", "name"], name="young_person_by_name")]

    def __str__(self) -> str:
        return self.name or self.child_id

    @property
    def has_ended(self) -> bool:
        """Whether their record has ended, and has not been opened again."""
        return self.ended_date is not None

    @property
    def first_name(self) -> str:
        """What we call them to their face."""
        return self.name.split(" ")[0]

    def age_on(self, day: date) -> int:
        """Whole years on a day; somebody born on 29 February has their birthday on 1 March in other years."""
        had_birthday = (day.month, day.day) >= (self.birth_date.month, self.birth_date.day)
        return day.year - self.birth_date.year - (0 if had_birthday else 1)


class OfYoungPerson(OfAuthority):
    """A row of one young person's record."""

    young_person = plain(models.ForeignKey(YoungPerson, on_delete=models.PROTECT, related_name="%(class)s_rows"))

    class Meta:
        abstract = True


class RecordEnd(OfYoungPerson):
    """That a record ended: on which day, why, who wrote it down; and when and why it opened again, if it did. One is
    open at most. `came_back` says that it opened because they came back themselves.
    """

    reason = special(models.CharField(max_length=15, choices=EndReason))
    on_date = special(models.DateField())
    words = special(models.TextField(blank=True))
    source = plain(models.CharField(max_length=20, choices=Source))
    ended_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"))
    ended_at = plain(models.DateTimeField(default=clock.now))
    reopened_at = plain(models.DateTimeField(null=True, blank=True))
    reopened_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"))
    reopen_words = special(models.TextField(blank=True))
    came_back = plain(models.BooleanField(default=False))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["young_person"], condition=Q(reopened_at__isnull=True), name="record_ends_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(reopened_at__isnull=True) | Q(came_back=True) | ~Q(reopen_words=""),
                name="record_opens_again_for_a_reason",
            ),
        ]

    @property
    def is_death(self) -> bool:
        """Whether they died."""
        return self.reason == EndReason.DIED

    @property
    def is_day_known(self) -> bool:
        """Whether the day is that on which it happened: a return that says that somebody died gives no such day."""
        return not (self.is_death and self.source == Source.RETURN_FILE)


class Merge(OfYoungPerson):
    """That another record of the same person was merged into this one, and which rows came from it: their ids by the
    label of their model. `taken_over` names the fields that the other record gave up.
    """

    other = plain(models.ForeignKey(YoungPerson, on_delete=models.PROTECT, related_name="+"))
    merged_at = plain(models.DateTimeField(default=clock.now))
    merged_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, related_name="+"))
    moved = plain(models.JSONField(default=dict))
    taken_over = plain(models.JSONField(default=list))


class DifferentPeople(OfAuthority):
    """That a manager says of two records that look alike that they are of two people."""

    one = plain(models.ForeignKey(YoungPerson, on_delete=models.PROTECT, related_name="+"))
    other = plain(models.ForeignKey(YoungPerson, on_delete=models.PROTECT, related_name="+"))
    decided_at = plain(models.DateTimeField(default=clock.now))
    decided_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, related_name="+"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="different_people_once")]


class Joining(OfYoungPerson):
    """That somebody joined as this young person: with which address, who invited them, and who wrote that address.

    While it is `unchecked_since`, what was kept private before then is shut to them, until somebody who neither invited
    them nor wrote the address says that it is really them. A wrong one is undone, and stays to be read.
    """

    user = plain(models.OneToOneField(User, on_delete=models.PROTECT, related_name="joining"))
    email = personal(models.EmailField())
    joined_at = plain(models.DateTimeField(default=clock.now))
    invited_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"))
    address_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"))
    unchecked_since = plain(models.DateTimeField(null=True, blank=True))
    disputed_at = plain(models.DateTimeField(null=True, blank=True, help_text="When somebody said: not them."))
    checked_at = plain(models.DateTimeField(null=True, blank=True))
    checked_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"))
    checked_how = plain(models.CharField(max_length=10, choices=CheckedHow, blank=True))
    undone_at = plain(models.DateTimeField(null=True, blank=True))
    undone_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"))
    undone_words = special(models.CharField(max_length=300, blank=True))

    class Meta:
        indexes = [models.Index(fields=["young_person", "unchecked_since"], name="joining_to_check")]
        constraints = [
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True) | ~Q(undone_words=""), name="joining_is_undone_for_a_reason"
            )
        ]

    @property
    def waits(self) -> bool:
        """Whether somebody still has to check that it is really them."""
        return self.unchecked_since is not None and self.undone_at is None


class AddressChange(OfYoungPerson):
    """That a young person signs in with another address, from when on, and which it was before."""

    user = plain(models.ForeignKey(User, on_delete=models.PROTECT, related_name="+"))
    before = personal(models.EmailField())
    after = personal(models.EmailField())
    changed_at = plain(models.DateTimeField(default=clock.now))


class BirthDate(OfYoungPerson):
    """That a date of birth was put right, and what it was before."""

    before = personal(models.DateField())
    after = personal(models.DateField())
    written_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, related_name="+"))
    written_at = plain(models.DateTimeField(default=clock.now))


class CarePeriod(OfYoungPerson):
    """One episode of being looked after, as the return holds it. `ended_date` is empty while it lasted at the time."""

    began_date = special(models.DateField())
    ended_date = special(models.DateField(null=True, blank=True))
    legal_status = special(models.CharField(max_length=2, blank=True))
    placement = special(models.CharField(max_length=3, blank=True))
    reason_began = special(models.CharField(max_length=1, blank=True))
    reason_ended = special(models.CharField(max_length=3, blank=True))
    source = plain(models.CharField(max_length=20, choices=Source))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["young_person", "began_date"], name="care_period_once"),
            models.CheckConstraint(
                condition=Q(ended_date__isnull=True) | Q(ended_date__gte=models.F("began_date")),
                name="care_period_ends_after_it_began",
            ),
        ]


class Allocation(OfYoungPerson):
    """Whose adviser somebody is, from when to when. A change of adviser ends one row and begins another."""

    adviser = plain(models.ForeignKey(User, on_delete=models.PROTECT, related_name="allocations"))
    began_at = plain(models.DateTimeField(default=clock.now))
    ended_at = plain(models.DateTimeField(null=True, blank=True))
    allocated_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+"))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["young_person"], condition=Q(ended_at__isnull=True), name="one_adviser_at_a_time"
            )
        ]
        indexes = [models.Index(fields=["adviser", "ended_at"], name="allocation_by_adviser")]


class Contact(OfYoungPerson):
    """A meeting, visit, call or message that happened or was tried."""

    at = personal(models.DateTimeField())
    way = plain(models.CharField(max_length=10, choices=ContactWay))
    result = plain(models.CharField(max_length=10, choices=ContactResult, default=ContactResult.REACHED))
    who_was_there = special(models.CharField(max_length=200, blank=True))
    words = special(models.TextField(blank=True))
    recorded_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+"))
    recorded_at = plain(models.DateTimeField(default=clock.now))

    class Meta:
        indexes = [models.Index(fields=["young_person", "result", "at"], name="contact_by_day")]


class Meeting(OfYoungPerson):
    """A meeting, visit or call that is planned. Moving it ends one row and begins another, so that both can be read."""

    at = personal(models.DateTimeField())
    way = plain(models.CharField(max_length=10, choices=ContactWay))
    place = special(models.CharField(max_length=200, blank=True))
    with_whom = personal(models.CharField(max_length=120))
    planned_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+"))
    planned_at = plain(models.DateTimeField(default=clock.now))
    instead_of = plain(
        models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="moved_to")
    )
    cannot_at = plain(models.DateTimeField(null=True, blank=True, help_text="When they said they can't make it."))
    cannot_words = special(models.CharField(max_length=300, blank=True))
    ended_at = plain(models.DateTimeField(null=True, blank=True))
    ended_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"))
    ending = plain(models.CharField(max_length=10, choices=MeetingEnding, blank=True))
    reason = special(models.CharField(max_length=300, blank=True, help_text="Why it was moved or cancelled."))
    contact = plain(
        models.OneToOneField(Contact, on_delete=models.PROTECT, null=True, blank=True, related_name="meeting")
    )

    class Meta:
        indexes = [models.Index(fields=["young_person", "ended_at", "at"], name="meeting_ahead")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ending="") | (Q(ended_at__isnull=False) & ~Q(ending="")),
                name="meeting_ends_somehow",
            )
        ]

    @property
    def planned_way(self) -> str:
        """How it is to happen, in words."""
        return str(dict(PLANNED_WAYS).get(ContactWay(self.way), self.get_way_display()))


class Observation(OfYoungPerson):
    """A dated fact: a code of SSDA903's IN_TOUCH, ACTIV or ACCOM, or a `CareLeaverStatus`, true on a day."""

    kind = plain(models.CharField(max_length=15, choices=ObservationKind))
    code = special(models.CharField(max_length=20))
    on_date = special(models.DateField())
    source = plain(models.CharField(max_length=20, choices=Source))
    recorded_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+"))
    recorded_at = plain(models.DateTimeField(default=clock.now))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["young_person", "kind", "on_date", "source"], name="observation_once")
        ]
