"""Up to three steps that were agreed, each for a goal there is or for a new one."""

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
from ownpath.web.forms.lines import NameField
from ownpath.web.forms.plan import DOERS_AS_STAFF_SAY, LONGEST_LINE, LONGEST_NAME, in_five_years

NUMBERS = (1, 2, 3)
PARTS = ("words", "doer", "doer_name", "by_date", "goal", "new_goal")


class AgreedStepsForm(Form):
    """The steps. A step without words is no step."""

    def __init__(self, *args: Any, at_hand: AtHand, **options: Any) -> None:
        super().__init__(*args, **options)
        self.at_hand = at_hand
        self.newest = str(at_hand.goals[0].pk) if at_hand.goals else ""
        for number in NUMBERS:
            self.offer(f"step_{number}_goal", [(str(goal.pk), goal.words) for goal in at_hand.goals])
            self.fields[f"step_{number}_goal"].initial = self.newest
            self.fields[f"step_{number}_doer"].initial = StepDoer.YOUNG_PERSON

    def rows(self) -> list[dict[str, BoundComponent]]:
        """The fields of each step, for the template."""
        return [{part: self[f"step_{number}_{part}"] for part in PARTS} for number in NUMBERS]

    def clean(self) -> dict[str, Any]:
        """Each step says what and, where we promise it, by when. Unless somebody chose otherwise, the young person does
        it, for the newest of their goals. A new goal may also be agreed without a step.
        """
        cleaned = super().clean() or self.cleaned_data
        cleaned["new_goal"], cleaned["steps"], latest = "", [], ""
        for number in NUMBERS:
            latest = self._part(number, "new_goal").strip() or latest
            step = self._step(number, latest)
            if step is not None:
                cleaned["steps"].append(step)
            elif self._part(number, "new_goal").strip() and not cleaned["new_goal"]:
                cleaned["new_goal"] = latest
        return cleaned

    def _part(self, number: int, part: str) -> Any:
        return self.cleaned_data.get(f"step_{number}_{part}") or ""

    def _step(self, number: int, new_goal: str) -> AgreedStep | None:
        """The step of this number; `new_goal` is what was typed as one last, here or in a step above."""
        words, doer, doer_name, by_date = (self._part(number, part) for part in PARTS[:4])
        if not words:
            if doer_name or by_date or doer not in ("", StepDoer.YOUNG_PERSON):
                self._fault(number, "words", _now("Write what the step is."))
            return None
        if doer == StepDoer.OTHER and not doer_name:
            self._fault(number, "doer_name", _now("Write who does it."))
        if doer == StepDoer.ADVISER and not by_date:
            self._fault(number, "by_date", _now("Write by when we promise it."))
        goal = self._goal(number)
        if not goal and not new_goal:
            self._fault(number, "new_goal", _now("Write the goal that the step is for, or choose one of their goals."))
        content = StepContent(words, doer or StepDoer.YOUNG_PERSON, doer_name, by_date or None)
        return AgreedStep(content, UUID(goal) if goal else None, "" if goal else new_goal)

    def _goal(self, number: int) -> str:
        """The goal that was chosen; the newest where nothing was to choose or to type."""
        name = f"step_{number}_goal"
        is_left_out = self.add_prefix(name) not in self.data and not self._part(number, "new_goal")
        return self.newest if is_left_out else self._part(number, "goal")

    def _fault(self, number: int, part: str, sentence: str) -> None:
        name = f"step_{number}_{part}"
        if name not in self.errors:
            self.add_error(name, sentence)


def _fields(number: int) -> dict[str, forms.Field]:
    """What one step is made of, in the order of `PARTS`."""
    parts: tuple[forms.Field, ...] = (
        CharField(label=_("What is the step?"), required=False, most=LONGEST_LINE),
        SelectField(label=_("Who does it?"), choices=DOERS_AS_STAFF_SAY, required=False),
        NameField(label=_("Who?"), hint=_("Only for “Somebody else”."), required=False, most=LONGEST_NAME),
        DateField(label=_("By when?"), required=False, earliest=clock.today, latest=in_five_years),
        SelectField(label=_("What is it for?"), skip=_("A new goal")),
        TextField(
            label=_("The new goal"), hint=_("“I want…”, in their own words."), rows=2, required=False, most=LONGEST_LINE
        ),
    )
    return {f"step_{number}_{part}": field for part, field in zip(PARTS, parts, strict=True)}


# Three alike, by number: written out they would be fifteen fields.
for _number in NUMBERS:
    AgreedStepsForm.base_fields.update(_fields(_number))
