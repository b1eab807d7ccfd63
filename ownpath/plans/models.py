from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.core.fields import personal, plain, special
from ownpath.core.photos import PhotoRow
from ownpath.people.models import OfYoungPerson
from ownpath.surveys.models import AreaAnswer

from .enums import GoalState, StepDoer, WinSharing


def _author() -> "models.ForeignKey[User | None, User | None]":
    """Whose words they are. Empty: Ownpath's own, or nobody knows any more."""
    return plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"))


class Goal(OfYoungPerson):
    """What a young person wants, in "I want…" words. What it said before is kept in its versions.

    `written_by` is whose words it says now, `created_by` who started it. `change_unseen` while somebody else's words
    stand where the young person's own were, and they have not dealt with it: used theirs again, changed the line, said
    that it is not what they meant, or said that they have seen it.
    """

    words = special(models.CharField(max_length=300))
    area = plain(models.SlugField(max_length=40, blank=True))
    from_answer = plain(
        models.ForeignKey(AreaAnswer, on_delete=models.PROTECT, null=True, blank=True, related_name="goals")
    )
    state = plain(models.CharField(max_length=10, choices=GoalState, default=GoalState.OPEN))
    version = plain(models.PositiveIntegerField(default=1))
    written_by = _author()
    written_at = plain(models.DateTimeField(default=clock.now, db_default=Now()))
    change_unseen = plain(models.BooleanField(default=False, db_default=False))
    created_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+"))
    created_at = plain(models.DateTimeField(default=clock.now))

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="goal_says_something")]


class StepQuerySet(models.QuerySet["Step"]):
    def standing(self) -> "StepQuerySet":
        """Those that nobody has let go: done, or still to be done."""
        return self.filter(let_go_at=None)


class Step(OfYoungPerson):
    """One small thing that somebody does by a day, until it is done or let go because nobody needs it any more.

    Whose words it says, and whether a change of them is unseen, as for a goal.
    """

    goal = plain(models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="steps"))
    words = special(models.CharField(max_length=300))
    doer = plain(models.CharField(max_length=12, choices=StepDoer))
    doer_name = personal(models.CharField(max_length=120, blank=True, help_text="Who, where somebody else does it."))
    by_date = plain(models.DateField(null=True, blank=True))
    done_at = plain(models.DateTimeField(null=True, blank=True))
    done_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"))
    let_go_at = plain(models.DateTimeField(null=True, blank=True))
    let_go_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"))
    let_go_why = special(models.CharField(max_length=300, blank=True))
    version = plain(models.PositiveIntegerField(default=1))
    written_by = _author()
    written_at = plain(models.DateTimeField(default=clock.now, db_default=Now()))
    change_unseen = plain(models.BooleanField(default=False, db_default=False))
    created_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+"))
    created_at = plain(models.DateTimeField(default=clock.now))

    objects = StepQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["doer", "done_at", "by_date"], name="step_late")]
        constraints = [
            models.CheckConstraint(condition=Q(done_at=None) | Q(let_go_at=None), name="a_step_let_go_is_not_done"),
            models.CheckConstraint(condition=~Q(words=""), name="step_says_something"),
            models.CheckConstraint(condition=~Q(doer="other") | ~Q(doer_name=""), name="somebody_else_has_a_name"),
        ]


class GoalVersion(OfYoungPerson):
    """A goal as somebody saved it, and whose words they were. Rows are only added."""

    goal = plain(models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="versions"))
    version = plain(models.PositiveIntegerField())
    words = special(models.CharField(max_length=300))
    state = plain(models.CharField(max_length=10, choices=GoalState))
    written_by = _author()
    saved_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+"))
    saved_at = plain(models.DateTimeField(default=clock.now))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["goal", "version"], name="goal_version_once")]


class StepVersion(OfYoungPerson):
    """A step as somebody saved it, and whose words they were. Rows are only added."""

    step = plain(models.ForeignKey(Step, on_delete=models.PROTECT, related_name="versions"))
    version = plain(models.PositiveIntegerField())
    words = special(models.CharField(max_length=300))
    doer = plain(models.CharField(max_length=12, choices=StepDoer))
    doer_name = personal(models.CharField(max_length=120, blank=True))
    by_date = plain(models.DateField(null=True, blank=True))
    is_done = plain(models.BooleanField(default=False))
    is_let_go = plain(models.BooleanField(default=False))
    written_by = _author()
    saved_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+"))
    saved_at = plain(models.DateTimeField(default=clock.now))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["step", "version"], name="step_version_once")]


class NotMeant(OfYoungPerson):
    """ "This isn't what I meant": a young person's word beside a goal or a step, kept with it."""

    goal = plain(models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="not_meant"))
    step = plain(models.ForeignKey(Step, on_delete=models.PROTECT, null=True, blank=True, related_name="not_meant"))
    line = special(models.CharField(max_length=300, help_text="The text that was not meant, as it stood."))
    words = special(models.CharField(max_length=300, blank=True))
    said_at = plain(models.DateTimeField(default=clock.now))
    answer = special(models.CharField(max_length=300, blank=True, help_text="Empty where the line itself was edited."))
    settled_at = plain(models.DateTimeField(null=True, blank=True))
    settled_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"))


class WinQuerySet(models.QuerySet["Win"]):
    def shared(self) -> "WinQuerySet":
        """The wins that are not for the young person alone: all that anybody else ever reads, counts or is told of."""
        return self.exclude(sharing=WinSharing.PRIVATE)


class Win(OfYoungPerson):
    """An everyday success of any size, in somebody's own words, and whom it is for.

    `kept_at` is empty where staff noted it and the young person has not said yet that they keep it.
    """

    words = special(models.CharField(max_length=300))
    sharing = plain(
        models.CharField(
            max_length=8, choices=WinSharing, default=WinSharing.PRIVATE, db_default=WinSharing.PRIVATE.value
        )
    )
    on_date = plain(models.DateField(default=clock.today))
    kept_at = plain(models.DateTimeField(null=True, blank=True))
    version = plain(models.PositiveIntegerField(default=1, db_default=1))
    written_by = _author()
    added_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+"))
    added_at = plain(models.DateTimeField(default=clock.now))

    objects = WinQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="win_says_something")]


class WinVersion(OfYoungPerson):
    """A win as somebody saved it, and whose words they were. Rows are only added, and go when the win is removed."""

    win = plain(models.ForeignKey(Win, on_delete=models.CASCADE, related_name="versions"))
    version = plain(models.PositiveIntegerField())
    words = special(models.CharField(max_length=300))
    sharing = plain(models.CharField(max_length=8, choices=WinSharing))
    written_by = _author()
    saved_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+"))
    saved_at = plain(models.DateTimeField(default=clock.now))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["win", "version"], name="win_version_once")]


class WinPhoto(PhotoRow, OfYoungPerson):
    """The photo of a win, and what can be seen on it in the young person's words. It goes where its win goes."""

    win = plain(models.OneToOneField(Win, on_delete=models.CASCADE, related_name="photo"))
    alt = special(models.CharField(max_length=200, blank=True))


class Statement(OfYoungPerson):
    """What doing well means to a young person, in their words, as it was written one time. Rows are only added; the one
    with the highest version holds, and empty words take it back.
    """

    words = special(models.TextField(blank=True))
    version = plain(models.PositiveIntegerField())
    said_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+"))
    said_at = plain(models.DateTimeField(default=clock.now))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["young_person", "version"], name="statement_version_once")]


class Review(OfYoungPerson):
    """When the plan is to be looked at together, at most six months on (Care Leavers Regulations 2010, reg. 7(2))."""

    due_date = plain(models.DateField())
    held_date = plain(models.DateField(null=True, blank=True))
    set_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+"))
    set_at = plain(models.DateTimeField(default=clock.now))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["young_person"], condition=Q(held_date__isnull=True), name="one_review_ahead"
            )
        ]
