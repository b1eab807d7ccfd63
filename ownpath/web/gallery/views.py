"""The gallery, in each of the three layouts."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse

from ownpath.accounts.enums import RoleCode
from ownpath.attention.enums import ReasonKind
from ownpath.attention.reason import Reason
from ownpath.core.actor import Actor
from ownpath.web.access import Public
from ownpath.web.views.base import Page

from .forms import every_state

_NOWHERE = UUID(int=0)
_SHOWN_TO = {
    "public": None,
    "my": Actor(RoleCode.YOUNG_PERSON, _NOWHERE, name="Yara Notreal"),
    "staff": Actor(RoleCode.MANAGER, _NOWHERE, name="Mo Made-Up"),
}
_EXAMPLES: dict[str, Any] = {
    "levels": ["Very hard", "Hard", "So so", "Good", "Great"],
    "answers": [(date(2025, 5, 3), 2), (date(2025, 11, 9), 4), (date(2026, 5, 1), 3), (date(2026, 11, 2), 4)],
    "one_answer": [(date(2026, 11, 2), 3)],
    "counts": [4, 11, 23, 31, 9],
    "path": ["done", "done", "not-now", "done", "here", *["ahead"] * 8],
    "reason_rows": [
        Reason(ReasonKind.HELP, _NOWHERE, date(2026, 11, 20), "Yara asked for help.", "I need a fridge."),
        Reason(ReasonKind.PROMISE, _NOWHERE, date(2026, 11, 12), "We said we would call the landlord by 12 November."),
    ],
}


class Gallery(Page):
    """Every component in every state; signed in or not, it is shown as it looks for one of three readers."""

    access = Public("Only invented words, and only where the demonstration is installed.")
    template = "gallery/gallery.html"
    layout = "public"

    def get(self, *_args: object) -> HttpResponse:
        """The page."""
        self.request.actor = _SHOWN_TO[self.layout]
        return self.page(layout=f"layouts/{self.layout}.html", states=every_state(), **_EXAMPLES)
