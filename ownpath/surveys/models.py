from django.db import models
from django.db.models import Exists, OuterRef, Q

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.core.fields import personal, plain, special
from ownpath.core.models import Row
from ownpath.people.models import OfYoungPerson

from .enums import NOW_RANGE, STEADINESS_RANGE, Change, How, Sharing

MOST_PRIORITIES = 3

# When a response was sent, and the id that decides between two of one moment: as a response and as an answer name them.
RESPONSE, ANSWER = ("sent_at", "pk"), ("response__sent_at", "response_id")
NOTHING_SAID = {"words": "", "scenario": "", "now": None, "change": "", "steadiness": None}


def _is_later(inner: tuple[str, str], outer: tuple[str, str]) -> Q:
    """Sent after the row of the outer query."""
    (at, pk), (outer_at, outer_pk) = inner, outer
    return Q(**{f"{at}__gt": OuterRef(outer_at)}) | Q(**{at: OuterRef(outer_at), f"{pk}__gt": OuterRef(outer_pk)})


class SurveyPack(Row):
    """One version of a survey in one language, exactly as it was loaded. Never changed: answers point at its words."""

    slug = plain(models.SlugField(max_length=60))
    version = plain(models.PositiveIntegerField())
    language = plain(models.CharField(max_length=10))
    document = plain(models.JSONField())
    loaded_at = plain(models.DateTimeField(default=clock.now))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["slug", "version", "language"], name="pack_version_once")]


class SurveyRequest(OfYoungPerson):
    """Somebody of the service asked a young person how life is going."""

    requested_at = plain(models.DateTimeField(default=clock.now))
    requested_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+"))


class Sitting(OfYoungPerson):
    """One time that a young person had the device of somebody of the service, to answer on it as themselves."""

    lent_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, related_name="+"))
    began_at = plain(models.DateTimeField(default=clock.now))
    ended_at = plain(models.DateTimeField(null=True, blank=True))
    # How often a wrong PIN was typed after it; the PIN itself is with the session of the device, hashed.
    wrong_pins = plain(models.PositiveSmallIntegerField(default=0, db_default=0))


class ResponseQuerySet(models.QuerySet["Response"]):
    def whole(self) -> "ResponseQuerySet":
        """Those that asked the whole pack; only they ask what matters most."""
        return self.filter(asks=[])

    def latest_whole(self) -> "ResponseQuerySet":
        """The whole survey of each young person that was sent last, whichever others this set holds."""
        sent = Response.objects.whole().filter(young_person=OuterRef("young_person"), sent_at__isnull=False)
        return self.whole().filter(~Exists(sent.filter(_is_later(RESPONSE, RESPONSE))), sent_at__isnull=False)


class Response(OfYoungPerson):
    """One time of answering. Until it is sent it is a draft that only its author sees; afterwards it stands.

    `asks` holds the areas of a short check-in; it is empty for the whole survey, which asks every area of its pack.
    One that was begun together, on a lent device, has its `sitting`.
    """

    pack = plain(models.ForeignKey(SurveyPack, on_delete=models.PROTECT, related_name="+"))
    started_at = plain(models.DateTimeField(default=clock.now))
    sent_at = plain(models.DateTimeField(null=True, blank=True))
    asks = plain(models.JSONField(default=list, blank=True))
    how = plain(models.CharField(max_length=8, choices=How, default=How.ALONE, db_default=How.ALONE))
    sitting = plain(models.ForeignKey(Sitting, on_delete=models.PROTECT, null=True, related_name="responses"))
    # A draft that was begun before an account was checked gives way to a new one, and is there again afterwards.
    put_aside_at = plain(models.DateTimeField(null=True, blank=True))

    objects = ResponseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["young_person"],
                condition=Q(sent_at__isnull=True, sitting__isnull=True, put_aside_at__isnull=True),
                name="one_draft_alone_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["sitting"], condition=Q(sent_at__isnull=True), name="one_draft_in_a_sitting_at_a_time"
            ),
        ]
        indexes = [models.Index(fields=["young_person", "sent_at"], name="response_by_sending")]

    @property
    def is_whole(self) -> bool:
        """Whether it asks the whole pack."""
        return not self.asks


def _no_whole_since() -> Q:
    """The whole survey was not sent again after the response of this row."""
    sent = Response.objects.whole().filter(young_person=OuterRef("young_person"), sent_at__isnull=False)
    return Q(~Exists(sent.filter(_is_later(RESPONSE, ANSWER))))


class Paper(OfYoungPerson):
    """That a response was filled in on paper: when, who typed it in, and when the young person looked it over."""

    response = plain(models.OneToOneField(Response, on_delete=models.PROTECT, related_name="paper"))
    filled_date = plain(models.DateField())
    entered_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, related_name="+"))
    entered_at = plain(models.DateTimeField(default=clock.now))
    checked_at = plain(models.DateTimeField(null=True, blank=True))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["young_person", "filled_date"], name="one_paper_of_a_day")]


class Reminder(OfYoungPerson):
    """A young person chose to be reminded of what they have begun. A new choice stops the one before."""

    response = plain(models.ForeignKey(Response, on_delete=models.PROTECT, related_name="+"))
    chosen_at = plain(models.DateTimeField(default=clock.now))
    due_at = plain(models.DateTimeField())
    sent_at = plain(models.DateTimeField(null=True, blank=True))
    stopped_at = plain(models.DateTimeField(null=True, blank=True))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["young_person"],
                condition=Q(sent_at__isnull=True, stopped_at__isnull=True),
                name="one_reminder_at_a_time",
            )
        ]


class AreaAnswerQuerySet(models.QuerySet["AreaAnswer"]):
    def shared(self) -> "AreaAnswerQuerySet":
        """What was sent and shared: all that anybody but its author ever reads, counts or is told of."""
        return self.filter(sharing=Sharing.SHARED, is_not_now=False, withdrawn_at=None, response__sent_at__isnull=False)

    def readable(self) -> "AreaAnswerQuerySet":
        """What staff can read: shared, with something in it."""
        return self.shared().exclude(**NOTHING_SAID)

    def finished(self) -> "AreaAnswerQuerySet":
        """Those in which something was said, in a response that is no draft any more, the newest first."""
        rows = self.filter(is_not_now=False, withdrawn_at=None, response__sent_at__isnull=False)
        return rows.exclude(**NOTHING_SAID).order_by("-response__sent_at", "-response_id")

    def newest(self) -> "AreaAnswerQuerySet":
        """Of those in which something was said and sent, the newest of each person and area."""
        said = self.filter(is_not_now=False, withdrawn_at=None, response__sent_at__isnull=False)
        said = said.exclude(**NOTHING_SAID)
        same = said.filter(young_person=OuterRef("young_person"), area=OuterRef("area"))
        return said.filter(~Exists(same.filter(_is_later(ANSWER, ANSWER))))

    def since_last_whole(self) -> "AreaAnswerQuerySet":
        """Those of the whole survey that each person sent last, and of every check-in since."""
        return self.filter(_no_whole_since())

    def standing(self) -> "AreaAnswerQuerySet":
        """What holds now for everybody but the author: the newest that was shared of each person and area, since the
        whole survey was sent last. What a check-in does not ask, or keeps private, stands as it was shared before.
        """
        return self.shared().newest().since_last_whole()


class AreaAnswer(OfYoungPerson):
    """What was said about one area in one response. Every question may be empty; `is_not_now` skips the area, and
    `is_half_typed` marks what a phone kept by itself before its page was saved.
    """

    response = plain(models.ForeignKey(Response, on_delete=models.PROTECT, related_name="answers"))
    area = plain(models.SlugField(max_length=40))
    scenario = special(models.SlugField(max_length=40, blank=True))
    now = special(models.PositiveSmallIntegerField(null=True, blank=True))
    change = special(models.CharField(max_length=12, choices=Change, blank=True))
    steadiness = special(models.PositiveSmallIntegerField(null=True, blank=True))
    words = special(models.TextField(blank=True))
    # In which the questions were read when this was said; what somebody wrote may be in any.
    language = personal(models.CharField(max_length=10, blank=True))
    sharing = plain(models.CharField(max_length=8, choices=Sharing, default=Sharing.PRIVATE))
    is_not_now = plain(models.BooleanField(default=False))
    is_half_typed = plain(models.BooleanField(default=False, db_default=False))
    version = plain(models.PositiveIntegerField(default=1))
    saved_at = plain(models.DateTimeField(default=clock.now))
    # When staff could first read it: once it was sent, typed in from paper, or shared later. Empty while only its
    # author can. What was said is new to the service from then on.
    shared_at = plain(models.DateTimeField(null=True, blank=True))
    # Typed in from paper, and not what was written there: kept with the record, and counts for nothing.
    withdrawn_at = plain(models.DateTimeField(null=True, blank=True))

    objects = AreaAnswerQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["young_person", "area"], name="answer_by_area"),
            models.Index(fields=["young_person", "shared_at"], name="answer_by_sharing"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["response", "area"], name="one_answer_for_each_area"),
            models.CheckConstraint(
                condition=Q(now__isnull=True) | Q(now__gte=NOW_RANGE.start, now__lt=NOW_RANGE.stop),
                name="now_within_its_scale",
            ),
            models.CheckConstraint(
                condition=Q(steadiness__isnull=True)
                | Q(steadiness__gte=STEADINESS_RANGE.start, steadiness__lt=STEADINESS_RANGE.stop),
                name="steadiness_within_its_scale",
            ),
        ]


class AnswerReading(OfYoungPerson):
    """That somebody of the service opened what a young person shared, and read all of it that was there at the time.

    `no_contact_reason` says why nobody needs to speak with them about it, where the reader said so later.
    """

    reader = plain(models.ForeignKey(User, on_delete=models.PROTECT, related_name="+"))
    read_at = plain(models.DateTimeField(default=clock.now))
    no_contact_reason = special(models.CharField(max_length=300, blank=True))
    closed_at = plain(models.DateTimeField(null=True, blank=True))

    class Meta:
        indexes = [models.Index(fields=["young_person", "read_at"], name="answer_reading_by_time")]


class PriorityQuerySet(models.QuerySet["Priority"]):
    def newest(self) -> "PriorityQuerySet":
        """What mattered most when each person was last asked: in the whole survey that they sent last."""
        return self.filter(_no_whole_since(), response__sent_at__isnull=False)

    def standing(self) -> "PriorityQuerySet":
        """The same for everybody but the author: nothing, where nothing was shared when they were asked."""
        return self.newest().filter(Exists(AreaAnswer.objects.shared().filter(response=OuterRef("response"))))


class Priority(OfYoungPerson):
    """An area that matters most now, in the young person's own order: 1 comes first."""

    response = plain(models.ForeignKey(Response, on_delete=models.PROTECT, related_name="priorities"))
    area = plain(models.SlugField(max_length=40))
    place = plain(models.PositiveSmallIntegerField())

    objects = PriorityQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["response", "area"], name="priority_area_once"),
            models.CheckConstraint(condition=Q(place__gte=1, place__lte=MOST_PRIORITIES), name="few_priorities"),
        ]
