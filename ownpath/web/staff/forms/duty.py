"""What happened when somebody rang or met a young person who does not feel safe."""

from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ownpath.people.enums import ContactResult
from ownpath.support.queries import NotSafe
from ownpath.support.rules import is_since, is_way_to_answer
from ownpath.web.forms.fields import ChoiceField, TextField

from .contact import InTouchForm

OVER, OPEN = "over", "open"


class RecordCallForm(InTouchForm):
    """When, how, whether they were reached, a line; and whether that ends it or why it stays open."""

    ending = ChoiceField(
        label=_("If you spoke: can it end now?"),
        choices=[
            (OVER, _("Yes: we have spoken, and nobody has to ring again now")),
            (OPEN, _("No: it stays open, and somebody rings again")),
        ],
        required=False,
    )
    why_open = TextField(
        label=_("If not: why does it stay open?"),
        hint=_("They read it. So does whoever rings next."),
        required=False,
        rows=2,
        most=1000,
    )
    field_order = ("at", "way", "result", "words", "ending", "why_open")

    def __init__(self, *args: Any, found: NotSafe, **options: Any) -> None:
        super().__init__(*args, **options)
        self.found = found

    def clean(self) -> dict[str, Any]:
        """Where they were reached it ends, or somebody says why not; trying ends nothing."""
        cleaned = super().clean()
        ending, result = cleaned.get("ending"), cleaned.get("result")
        if result == ContactResult.TRIED and ending == OVER:
            self.add_error("ending", _now("You did not reach them, so it stays open."))
        elif result == ContactResult.REACHED and ending == OVER:
            self._check_end(cleaned)
        elif result == ContactResult.REACHED and not ending:
            self.add_error("ending", _now("Choose whether it can end now."))
        elif result == ContactResult.REACHED and not (cleaned.get("why_open") or "").strip():
            self.add_error("why_open", _now("Write why it stays open."))
        return cleaned

    def _check_end(self, cleaned: dict[str, Any]) -> None:
        at, way = cleaned.get("at"), cleaned.get("way")
        if way and not all(is_way_to_answer(ask, way) for ask in self.found.asks):
            self.add_error("ending", _now("A message is not enough to end it: somebody has to speak with them."))
        elif at and not all(is_since(ask, at) for ask in self.found.asks):
            self.add_error("ending", _now("They said that they don’t feel safe later than the time above."))

    def came_of_it(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        typed = {name: self.cleaned_data[name] for name in ("at", "way", "result", "words")}
        is_over = self.cleaned_data["ending"] == OVER
        return typed | {"is_over": is_over, "why_open": "" if is_over else self.cleaned_data["why_open"]}
