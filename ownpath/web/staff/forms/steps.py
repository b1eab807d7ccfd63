"""Up to three steps that were agreed, each for a goal there is or for one new goal."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ownpath.core import clock
from ownpath.plans.actions import AgreedStep, StepContent
from ownpath.plans.enums import StepDoer
from ownpath.plans.queries import AtHand
from ownpath.web.forms.base import Form
from ownpath.web.forms.component import BoundComponent
from ownpath.web.forms.fields import CharField, DateField, SelectField, TextField
from ownpath.web.forms.plan import DOERS_AS_STAFF_SAY, LONGEST_LINE, LONGEST_NAME, in_five_years

NUMBERS = (1, 2, 3)
PARTS = ("words", "doer", "doer_name", "by_date", "goal")


class AgreedStepsForm(Form):
    """The steps. A step without words is no step."""

    new_goal = TextField(
        label=_("A new goal"),
        hint=_("“I want…”, in the young person’s own words. Only if none of their goals fits."),
        rows=2,
        required=False,
        most=LONGEST_LINE,
    )

    def __init__(self, *args: Any, at_hand: AtHand, **options: Any) -> None:
        super().__init__(*args, **options)
        self.at_hand = at_hand
        for number in NUMBERS:
            goal = self.fields[f"step_{number}_goal"]
            goal.choices = [(goal.pk, goal.words) for goal in at_hand.goals]  # type: ignore[attr-defined]

    def rows(self) -> list[dict[str, BoundComponent]]:
        """The fields of each step, for the template."""
        return [{part: self[f"step_{number}_{part}"] for part in PARTS} for number in NUMBERS]

    def clean(self) -> dict[str, Any]:
        """Each step says what, who and, where we promise it, by when; and what it is for."""
        cleaned = super().clean() or self.cleaned_data
        cleaned["steps"] = [step for number in NUMBERS if (step := self._step(number)) is not None]
        if any(step.goal_id is None for step in cleaned["steps"]) and not cleaned.get("new_goal"):
            self.add_error("new_goal", _now("Write the goal that the step is for, or choose one of their goals."))
        return cleaned

    def _step(self, number: int) -> AgreedStep | None:
        words, doer, doer_name, by_date, goal = (self.cleaned_data.get(f"step_{number}_{part}") for part in PARTS)
        if not words:
            if doer or doer_name or by_date:
                self._fault(number, "words", _now("Write what the step is."))
            return None
        if not doer:
            self._fault(number, "doer", _now("Choose who does it."))
        if doer == StepDoer.OTHER and not doer_name:
            self._fault(number, "doer_name", _now("Write who does it."))
        if doer == StepDoer.ADVISER and not by_date:
            self._fault(number, "by_date", _now("Write by when we promise it."))
        content = StepContent(words, doer or StepDoer.YOUNG_PERSON, doer_name or "", by_date)
        return AgreedStep(content, UUID(goal) if goal else None)

    def _fault(self, number: int, part: str, sentence: str) -> None:
        name = f"step_{number}_{part}"
        if name not in self.errors:
            self.add_error(name, sentence)


def _fields(number: int) -> dict[str, forms.Field]:
    """What one step is made of, in the order of `PARTS`."""
    parts: tuple[forms.Field, ...] = (
        CharField(label=_("What is the step?"), required=False, most=LONGEST_LINE),
        SelectField(label=_("Who does it?"), choices=DOERS_AS_STAFF_SAY, required=False),
        CharField(label=_("Who is that?"), hint=_("Only for somebody else."), required=False, most=LONGEST_NAME),
        DateField(label=_("By when?"), required=False, earliest=clock.today, latest=in_five_years),
        SelectField(label=_("What is it for?"), skip=_("A new goal")),
    )
    return {f"step_{number}_{part}": field for part, field in zip(PARTS, parts, strict=True)}


# Three alike, by number: written out they would be fifteen fields.
for _number in NUMBERS:
    AgreedStepsForm.base_fields.update(_fields(_number))
