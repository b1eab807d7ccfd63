"""The forms of a plan. The young person and staff write in the same ones; only who "me" is differs."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ownpath.core import clock
from ownpath.plans.enums import StepDoer
from ownpath.web.formats import format_date

from .base import Form
from .fields import ChoiceField, DateField, TextField, VersionField
from .lines import NameField

LONGEST_LINE = 300
LONGEST_NAME = 120
DOERS_AS_I_SAY = StepDoer.choices
DOERS_AS_STAFF_SAY = [
    (StepDoer.YOUNG_PERSON, _("The young person")),
    (StepDoer.ADVISER, _("I will (this is a promise)")),
    (StepDoer.OTHER, _("Somebody else")),
]


def in_five_years() -> date:
    """The latest day for which anybody may plan."""
    return clock.months_after(clock.today(), 60)


def years_ago() -> date:
    """The earliest day that anybody notes as that of a review."""
    return clock.months_after(clock.today(), -60)


class WantField(TextField):
    """What somebody wants, in their own words. "I want" alone says nothing yet."""

    BEGINNING = _("I want ")

    def __init__(self, **options: Any) -> None:
        super().__init__(rows=2, most=LONGEST_LINE, missing=_("Write what you want."), **options)

    def validate(self, value: str) -> None:
        """Refuse the bare beginning that the field starts with."""
        super().validate("" if value == str(self.BEGINNING).strip() else value)


class WhoAndWhenForm(Form):
    """Who does a step, and by when."""

    doer = ChoiceField(label=_("Who does it?"), choices=DOERS_AS_I_SAY)
    doer_name = NameField(
        label=_("Who is that?"), hint=_("Only if somebody else does it."), most=LONGEST_NAME, width=20, required=False
    )
    by_date = DateField(
        label=_("By when?"),
        hint=_("You can leave this empty."),
        earliest=clock.today,
        latest=in_five_years,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Somebody else has a name."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("doer") == StepDoer.OTHER and not cleaned.get("doer_name") and "doer_name" not in self.errors:
            self.add_error("doer_name", ValidationError(gettext("Write who does it.")))
        return cleaned


class StepForm(WhoAndWhenForm):
    """One small step."""

    words = TextField(
        label=_("What is the small step?"),
        rows=2,
        hint=_("One thing that somebody can do in a day."),
        missing=_("Write what the step is."),
        most=LONGEST_LINE,
    )
    version = VersionField()
    field_order = ("words", "doer", "doer_name", "by_date", "version")

    def __init__(self, *args: Any, due: date | None = None, **options: Any) -> None:
        """`due` is the day of a step that is changed: one that is late may stay so."""
        super().__init__(*args, **options)
        by_date = self.fields["by_date"]
        if due is not None and due < clock.today() and isinstance(by_date, DateField):
            by_date.earliest = lambda: due


class StaffStepForm(StepForm):
    """One small step, written by staff."""

    doer = ChoiceField(label=_("Who does it?"), choices=DOERS_AS_STAFF_SAY)


class GoalForm(WhoAndWhenForm):
    """A new goal, with its first step if somebody knows one."""

    words = WantField(label=_("What do you want?"), hint=_("In your own words. Small is fine."), size="m")
    first_step = TextField(
        label=_("What is a first small step?"),
        rows=2,
        hint=_("You can leave this empty and add steps later."),
        most=LONGEST_LINE,
        required=False,
    )
    doer = ChoiceField(label=_("Who does it?"), choices=DOERS_AS_I_SAY, required=False)
    field_order = ("words", "first_step", "doer", "doer_name", "by_date")

    def clean(self) -> dict[str, Any]:
        """Who does a first step must be known. Without a step nobody is asked, but nothing typed is dropped."""
        typed = self.cleaned_data
        if not typed.get("first_step"):
            if typed.get("doer_name") or typed.get("by_date"):
                self.add_error("first_step", ValidationError(gettext("Write what the step is.")))
            return typed
        if not typed.get("doer"):
            self.add_error("doer", ValidationError(gettext("Choose who does the first step.")))
        return super().clean()


class StaffGoalForm(GoalForm):
    """A new goal, written by staff with the young person."""

    words = WantField(label=_("What do they want?"), hint=_("“I want…”, in the young person’s own words."), size="m")
    doer = ChoiceField(label=_("Who does it?"), choices=DOERS_AS_STAFF_SAY, required=False)


class GoalWordsForm(Form):
    """A goal in other words."""

    words = WantField(label=_("What do you want?"), is_heading=True)
    version = VersionField()


class StaffGoalWordsForm(GoalWordsForm):
    """A goal in other words, written by staff with the young person."""

    words = WantField(label=_("What do they want?"), is_heading=True)


class NotMeantForm(Form):
    """What somebody meant instead, if they want to say."""

    words = TextField(
        label=_("What did you mean?"), rows=2, hint=_("You can leave this empty."), most=LONGEST_LINE, required=False
    )


class AnswerForm(Form):
    """What staff answer to "this isn't what I meant"."""

    words = TextField(label=_("Your answer"), rows=2, hint=_("The young person reads this."), most=LONGEST_LINE)


class LetGoForm(Form):
    """Why a step is let go, if somebody wants to say."""

    why = TextField(
        label=_("Why is it not needed?"), rows=2, hint=_("You can leave this empty."), most=LONGEST_LINE, required=False
    )


class StaffLetGoForm(Form):
    """Why staff let go of a step: it may be something that somebody counts on."""

    why = TextField(
        label=_("Why is it not needed?"),
        rows=2,
        hint=_("The young person reads this."),
        missing=_("Write why: somebody may count on this step."),
        most=LONGEST_LINE,
    )


class StaffWinForm(Form):
    """One line about something that went well, noted by staff."""

    words = TextField(
        label=_("What went well?"),
        rows=2,
        hint=_("In their words, if they said it."),
        missing=_("Write a line."),
        most=LONGEST_LINE,
    )


class ReviewForm(Form):
    """When the plan was looked at together, if it was, and when it will be next."""

    held_date = DateField(
        label=_("When did you look at the plan together?"),
        hint=_("Leave this empty to set or move the day only."),
        earliest=years_ago,
        latest=clock.today,
        required=False,
    )
    next_date = DateField(
        label=_("When will you look at it next?"),
        hint=_("Within six months, or sooner if that was agreed or asked for."),
        earliest=clock.today,
    )

    @staticmethod
    def too_late(latest: date) -> str:
        """What to write instead of a day that is too late."""
        return gettext("Write a date that is not after %(latest)s.") % {"latest": format_date(latest)}
