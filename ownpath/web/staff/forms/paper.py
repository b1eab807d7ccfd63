"""A survey that came on paper: all areas on one page, each with the pack's own words."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ownpath.core import clock
from ownpath.surveys.packs import Area, Pack
from ownpath.surveys.rules import first_paper
from ownpath.web.forms.base import Form
from ownpath.web.forms.dates import ten_years_ago
from ownpath.web.forms.fields import ChoiceField, DateField, SelectField, TextField

NOT_SAID = _("Not said")
PLACES = (("first", _("First")), ("second", _("Second")), ("third", _("Third")))
QUESTIONS = ("scenario", "now", "change", "steadiness", "words")


class PaperForm(Form):
    """The day, what matters most, and four questions and words of each area."""

    filled_date = DateField(label=_("When was it filled in?"), earliest=ten_years_ago, latest=clock.today)

    def __init__(self, *args: Any, pack: Pack, birth_date: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.areas = pack.areas
        self.fields["filled_date"].earliest = lambda: first_paper(birth_date)  # type: ignore[attr-defined]
        titles = [(area.id, area.title) for area in pack.areas]
        for name, label in PLACES:
            self.fields[name] = SelectField(label=label, choices=titles, skip=NOT_SAID)
        for area in pack.areas:
            self._ask(area, pack)

    @property
    def parts(self) -> list[tuple[Area, list[forms.BoundField]]]:
        """Each area with its questions."""
        return [(area, [self[_name(area, question)] for question in QUESTIONS]) for area in self.areas]

    @property
    def places(self) -> list[forms.BoundField]:
        """What comes first, second, third."""
        return [self[name] for name, _label in PLACES]

    def clean(self) -> dict[str, Any]:
        """Something was said, and no part of life matters most twice."""
        cleaned = super().clean() or self.cleaned_data
        chosen = [cleaned[name] for name, _label in PLACES if cleaned.get(name)]
        if len(set(chosen)) < len(chosen):
            self.add_error("second", ValidationError(gettext("Choose each part once.")))
        if not self.errors and not self.answers():
            raise ValidationError(gettext("Type in at least one answer."))
        return cleaned

    def answers(self) -> dict[str, dict[str, Any]]:
        """What was said about each area of which anything was said."""
        said = {area.id: self._said(area) for area in self.areas}
        return {area: answer for area, answer in said.items() if any(answer.values())}

    def put_first(self) -> list[str]:
        """What matters most, in order."""
        return [self.cleaned_data[name] for name, _label in PLACES if self.cleaned_data[name]]

    def _said(self, area: Area) -> dict[str, Any]:
        typed = {question: self.cleaned_data.get(_name(area, question), "") for question in QUESTIONS}
        places = {name: int(typed[name]) if typed[name] else None for name in ("now", "steadiness")}
        return typed | places

    def _ask(self, area: Area, pack: Pack) -> None:
        asked = pack.questions
        choices: dict[str, tuple[str, list[tuple[Any, str]]]] = {
            "scenario": (asked.scenario, [(one.id, one.words) for one in area.scenarios]),
            "now": (asked.now, list(enumerate(area.now, start=1))),
            "change": (asked.change, list(area.change.items())),
            "steadiness": (asked.steadiness, list(enumerate(area.steadiness, start=1))),
        }
        for question, (label, answers) in choices.items():
            field = SelectField if question == "scenario" else ChoiceField
            self.fields[_name(area, question)] = field(label=label, choices=answers, skip=NOT_SAID)
        self.fields[_name(area, "words")] = TextField(label=_("In their own words"), rows=3, required=False)


def _name(area: Area, question: str) -> str:
    return f"{area.id}-{question}"
