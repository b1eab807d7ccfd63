"""Asking for something, in one's own words."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ownpath.plans.queries import ToAskAbout
from ownpath.support.enums import ASKED_IN_WORDS, FOR_MANAGERS, AskKind
from ownpath.web.forms.base import Form
from ownpath.web.forms.fields import ChoiceField, SelectField, TextField

AREA, STEP = "area:", "step:"
READ_BY_MANAGERS = _("A manager reads this. Your adviser does not.")
HINTS: dict[str, Any] = {
    AskKind.HOME: _("Like a cot, a bed or curtains"),
    AskKind.MONEY: _("Like for a deposit, or food today"),
    AskKind.COMPANY: _("To the doctor, the job centre, a first day"),
    **dict.fromkeys(FOR_MANAGERS, READ_BY_MANAGERS),
}


class LineForm(Form):
    """Something more to say."""

    words = TextField(label=_("Anything to add?"), rows=3, missing=_("Write what you want to say."))


class AgainForm(Form):
    """What is still missing, for whoever wants to say."""

    words = TextField(label=_("What is still missing?"), hint=_("You can leave this empty."), rows=3, required=False)


class AskForm(Form):
    """What one needs, in one's own words, and what it is about. Where the page before named what, nobody asks again."""

    kind = ChoiceField(
        label=_("What do you need?"),
        choices=[(kind, kind.label) for kind in ASKED_IN_WORDS],
        hints=HINTS,
        size="m",
    )
    words = TextField(
        label=_("Say it in your own words"),
        hint=_("What would help, and when do you need it?"),
        rows=4,
        missing=_("Write a line about what you need."),
        size="m",
    )
    about = SelectField(label=_("Is it about one of these?"), skip=_("No, or I’m not sure"))

    def __init__(self, *args: Any, at_hand: ToAskAbout, known: AskKind | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.known = known
        areas = [(f"{AREA}{area}", title) for area, title in at_hand.areas]
        steps = [(f"{STEP}{step.pk}", gettext("My step: %(step)s") % {"step": step.words}) for step in at_hand.steps]
        self.offer("about", [*steps, *areas])
        if known:
            del self.fields["kind"], self.fields["about"]

    def asked(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        about: str = self.cleaned_data.get("about", "")
        return {
            "kind": self.known or AskKind(self.cleaned_data["kind"]),
            "words": self.cleaned_data["words"],
            "area": about.removeprefix(AREA) if about.startswith(AREA) else "",
            "step_id": UUID(about.removeprefix(STEP)) if about.startswith(STEP) else None,
        }
