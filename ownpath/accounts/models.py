from datetime import datetime, timedelta

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from ownpath.core import clock
from ownpath.core.fields import personal, plain, special
from ownpath.core.ids import new_id
from ownpath.core.models import Row
from ownpath.core.photos import PhotoRow
from ownpath.organisations.models import Authority, OfAuthority, Team

from .enums import RoleCode

INVITATION_DAYS = 14
SENT_WITHIN = timedelta(days=2)
# How often a day somebody may type the wrong date of birth with one invitation.
MOST_TRIES = 3


class UserManager(BaseUserManager["User"]):
    def with_email(self, email: str, name: str, language: str = "") -> "User":
        """A new user without a password: one signs in by a code sent to the address."""
        user = self.model(email=self.normalize_email(email).lower(), name=name, language=language)
        user.set_unusable_password()
        user.save()
        return user


class User(AbstractBaseUser, Row):
    """Somebody who can sign in. What they may do comes from their membership or from their own record."""

    email = personal(models.EmailField(unique=True))
    name = personal(models.CharField(max_length=120))
    # Empty until somebody chose: the page's own language then. Personal, because it tells where somebody may be from.
    language = personal(models.CharField(max_length=10, blank=True))
    is_active = plain(models.BooleanField(default=True))
    joined_at = plain(models.DateTimeField(default=clock.now))

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    def __str__(self) -> str:
        return self.name


def display_name(user: User) -> str:
    """The name by which pages and mails address a user."""
    return user.name


class Membership(Row):
    """A member of staff: one user, one authority, one role.

    It names its authority but is not behind row-level security: signing in reads it before the authority is known.
    """

    authority = plain(models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="memberships"))
    user = plain(models.OneToOneField(User, on_delete=models.PROTECT, related_name="membership"))
    role = plain(models.CharField(max_length=20, choices=RoleCode))
    team = plain(models.ForeignKey(Team, on_delete=models.PROTECT, null=True, blank=True, related_name="memberships"))
    phone = personal(models.CharField(max_length=30, blank=True))
    reach_words = personal(models.CharField(max_length=200, blank=True, help_text="How and when to reach them."))
    ended_at = plain(models.DateTimeField(null=True, blank=True))

    class Meta:
        indexes = [models.Index(fields=["authority", "role"], name="membership_by_role")]


class FacePhoto(PhotoRow, OfAuthority):
    """The face of a member of staff, as they choose to show it to their young people. One replaced is not kept."""

    membership = plain(models.OneToOneField(Membership, on_delete=models.CASCADE, related_name="face"))


def bytes_of_face(user: str) -> list[str]:
    """The fields that a query leaves out when it only asks whether this user shows a face."""
    return [f"{user}__membership__face__{size}" for size in ("large", "small")]


class Absence(OfAuthority):
    """That somebody is away from one day to another, and who covers for them then. Called off, it stays to be read."""

    user = plain(models.ForeignKey(User, on_delete=models.PROTECT, related_name="absences"))
    from_date = plain(models.DateField())
    to_date = plain(models.DateField(help_text="The last day away."))
    covered_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, related_name="covers"))
    said_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+"))
    said_at = plain(models.DateTimeField(default=clock.now))
    called_off_at = plain(models.DateTimeField(null=True, blank=True))
    called_off_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"))

    class Meta:
        indexes = [models.Index(fields=["covered_by", "to_date"], name="absence_by_cover")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(to_date__gte=models.F("from_date")), name="absence_ends_after_it_began"
            ),
            models.CheckConstraint(condition=~models.Q(covered_by=models.F("user")), name="somebody_else_covers"),
        ]


def in_two_weeks() -> datetime:
    """The moment at which an invitation made now runs out."""
    return clock.now() + timedelta(days=INVITATION_DAYS)


class Invitation(Row):
    """An invitation by e-mail; its id is the secret in the link. Read before the authority is known, as Membership."""

    authority = plain(models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="+"))
    email = personal(models.EmailField())
    name = personal(models.CharField(max_length=120))
    role = plain(models.CharField(max_length=20, choices=RoleCode))
    team = plain(models.ForeignKey(Team, on_delete=models.PROTECT, null=True, blank=True, related_name="+"))
    invited_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+"))
    invited_at = plain(models.DateTimeField(default=clock.now))
    sent_at = plain(models.DateTimeField(null=True, blank=True))
    expires_at = plain(models.DateTimeField(default=in_two_weeks))
    accepted_at = plain(models.DateTimeField(null=True, blank=True))
    # How often somebody who opened it typed a wrong date of birth, on the last day on which anybody did.
    wrong_tries = plain(models.PositiveSmallIntegerField(default=0, db_default=0))
    tried_date = plain(models.DateField(null=True, blank=True))

    @property
    def is_being_sent(self) -> bool:
        """Whether its mail has not gone out and is still tried."""
        return self.sent_at is None and clock.now() < self.invited_at + SENT_WITHIN

    @property
    def waits(self) -> bool:
        """Whether a wrong date of birth was typed so often today that it can be tried again only tomorrow."""
        return self.tried_date == clock.today() and self.wrong_tries >= MOST_TRIES


class SentCode(models.Model):
    """The code that an address was last sent to sign in with, sealed; the address itself is not here, only a hash."""

    id = plain(models.UUIDField(primary_key=True, default=new_id, editable=False))
    whose = personal(models.CharField(max_length=64))
    code = special(models.CharField(max_length=255))
    made_at = plain(models.DateTimeField(default=clock.now))
    mails = plain(models.PositiveSmallIntegerField(default=1))

    class Meta:
        indexes = [models.Index(fields=["whose", "made_at"], name="sent_code_by_address")]


class CodesAsked(models.Model):
    """How many codes one place or account asked for since a moment; a hash of which."""

    whence = personal(models.CharField(max_length=64, primary_key=True))
    since = plain(models.DateTimeField(default=clock.now))
    times = plain(models.PositiveIntegerField(default=1))
