from django.db import models

from . import clock
from .fields import personal, plain, special
from .ids import new_id


class Row(models.Model):
    """A row with an id that cannot be guessed."""

    id = plain(models.UUIDField(primary_key=True, default=new_id, editable=False))

    class Meta:
        abstract = True


class AuditEvent(Row):
    """What was done or looked at, by whom, when: plain ids that outlive the rows they name.

    It never drives a screen, except the page that tells a young person who has looked.
    """

    class Kind(models.TextChoices):
        CHANGE = "change"
        VIEW = "view"

    at = plain(models.DateTimeField(default=clock.now))
    kind = plain(models.CharField(max_length=6, choices=Kind))
    verb = plain(models.CharField(max_length=80))
    actor_id = personal(models.UUIDField(null=True))
    actor_role = plain(models.CharField(max_length=20))
    authority_id = plain(models.UUIDField(null=True))
    young_person_id = personal(models.UUIDField(null=True))
    thing = plain(models.CharField(max_length=60, blank=True))
    thing_id = plain(models.UUIDField(null=True))
    # The sitting on somebody else's device in which it was done, if it was.
    sitting_id = plain(models.UUIDField(null=True))

    class Meta:
        indexes = [
            models.Index(fields=["young_person_id", "kind", "at"], name="audit_by_young_person"),
            models.Index(fields=["authority_id", "at"], name="audit_by_authority"),
        ]


class Heartbeat(models.Model):
    """When something last went well that nobody would miss at once: the health page reads it."""

    class Of(models.TextChoices):
        DUE_WORK = "due_work"
        DUE_WORK_BEGUN = "due_work_begun"
        WRITING = "writing"

    of = plain(models.CharField(max_length=14, choices=Of, primary_key=True))
    at = plain(models.DateTimeField())


class SavedPost(models.Model):
    """A form that was saved once already: a retry of the same post finds it here and changes nothing."""

    id = plain(models.BigAutoField(primary_key=True))
    actor_id = plain(models.UUIDField())
    key = plain(models.CharField(max_length=40))
    saved_at = plain(models.DateTimeField(default=clock.now))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["actor_id", "key"], name="saved_post_once")]


class Turn(models.Model):
    """A costly answer that is being made: one of a kind for a person, and few of a kind for the whole service."""

    id = plain(models.BigAutoField(primary_key=True))
    kind = plain(models.CharField(max_length=20))
    person_id = plain(models.UUIDField())
    # None where only each person's are counted.
    place = plain(models.PositiveSmallIntegerField(null=True))
    # When it counts as over, whatever became of whoever made it.
    until = plain(models.DateTimeField())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "person_id"], name="one_turn_a_person"),
            models.UniqueConstraint(fields=["kind", "place"], name="one_turn_a_place"),
        ]


class OutgoingMail(models.Model):
    """A mail that has still to go out: the address and the words are sealed. Once sent, the row is gone."""

    id = plain(models.UUIDField(primary_key=True, default=new_id, editable=False))
    kind = plain(models.CharField(max_length=80))
    letter = special(models.TextField())
    # What is called once it went out, with the id of the row that notes it.
    on_sent = plain(models.CharField(max_length=200, blank=True))
    about_id = plain(models.UUIDField(null=True))
    tries = plain(models.PositiveSmallIntegerField(default=0))
    try_at = plain(models.DateTimeField(default=clock.now))
    until = plain(models.DateTimeField())

    class Meta:
        indexes = [models.Index(fields=["try_at"], name="outgoing_mail_due")]


class ErrorReport(models.Model):
    """That a kind of fault at a place was mailed to whoever keeps the service running; a hash of the two."""

    fault = plain(models.CharField(max_length=64, primary_key=True))
    mailed_at = plain(models.DateTimeField(default=clock.now))
