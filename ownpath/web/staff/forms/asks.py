"""What staff write about an ask."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ownpath.support.enums import ASKED_IN_WORDS, FOR_MANAGERS, Decision
from ownpath.support.queries import Conversation
from ownpath.support.rules import same_name
from ownpath.web.forms.base import Form
from ownpath.web.forms.fields import ChoiceField, SelectField, TextField, VersionField
from ownpath.web.forms.lines import NameField


class AnswerForm(Form):
    """An answer, or how it goes."""

    words = TextField(
        label=_("Your answer"),
        hint=_("They read it as you write it. What have you done, and what comes next?"),
        rows=4,
        missing=_("Write your answer."),
    )


class DecideForm(Form):
    """How an ask ends: what was decided, why, and by whom."""

    decision = ChoiceField(label=_("What was decided?"), choices=Decision.choices)
    passed_to = NameField(
        label=_("Passed on to whom?"),
        hint=_("Only where it was passed on: a person and where they work."),
        most=120,
        required=False,
    )
    reason = TextField(
        label=_("Why?"),
        hint=_("In plain words, to them. They read this."),
        missing=_("Write the reason. Nothing is closed without one."),
    )
    decided_by = NameField(
        label=_("Who decided?"), hint=_("A name."), missing=_("Write the name of who decided."), most=120
    )
    version = VersionField()

    def __init__(self, *args: Any, found: Conversation, **options: Any) -> None:
        super().__init__(*args, **options)
        self.found = found

    def clean_decided_by(self) -> str:
        """Not the one whom it is about."""
        name: str = self.cleaned_data["decided_by"].strip()
        about = self.found.ask.about_adviser
        if about is not None and same_name(about.name, name):
            raise ValidationError(_now("This is about %(name)s, who cannot decide it.") % {"name": about.name})
        return name

    def clean(self) -> dict[str, Any]:
        """Whoever it is passed on to has a name."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("decision") == Decision.PASSED_ON and not (cleaned.get("passed_to") or "").strip():
            self.add_error("passed_to", _now("Write to whom it was passed on."))
        return cleaned


class GiveForm(Form):
    """Which colleague has it from now on."""

    to = ChoiceField(label=_("Who has it from now on?"))
    words = TextField(
        label=_("A line about it"), hint=_("The young person reads it, too."), rows=2, required=False, most=1000
    )

    def __init__(self, *args: Any, found: Conversation, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer("to", [(key or ADVISER, name) for key, name in found.colleagues])


ADVISER = "adviser"


class WriteDownForm(Form):
    """What somebody asked for aloud."""

    kind = SelectField(label=_("What do they need?"), choices=[(kind, kind.label) for kind in ASKED_IN_WORDS])
    words = TextField(
        label=_("In their words"), hint=_("As they said it. They can read it."), missing=_("Write what they said.")
    )


FOR_MANAGERS_SAID = _("It has gone to the managers. Only they and the young person can read it.")


def goes_to_managers(kind: str) -> bool:
    """Whether an adviser who writes it down will not see it again."""
    return kind in FOR_MANAGERS
