"""The adviser's day: their young people, and why some of them may need time now."""

from collections.abc import Iterable

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from ownpath.accounts.enums import Permission
from ownpath.accounts.rules import can_see_overview
from ownpath.attention import queries as attention
from ownpath.attention.reason import Reason
from ownpath.core import clock
from ownpath.support import queries as support
from ownpath.web.access import Needs
from ownpath.web.views.base import Page


def has_own_words(reasons: Iterable[Reason]) -> bool:
    """Whether a list that shows these reasons shows somebody's own words."""
    return any(reason.own_words for reason in reasons)


class MyYoungPeople(Page):
    """Who does not feel safe; then everybody whom one is the adviser of, those with reasons first."""

    access = Needs(Permission.WORK_WITH)
    template = "staff/list.html"

    def get(self, *_args: object) -> HttpResponse:
        """The list; a manager’s day begins with the overview."""
        if can_see_overview(self.actor):
            return HttpResponseRedirect(reverse("staff:overview"))
        rows, unsafe = attention.attention_list(actor=self.actor), support.not_safe(actor=self.actor)
        shown = [row.young_person.pk for row in rows if has_own_words(row.reasons)]
        self.request.also_shown = list(dict.fromkeys([found.young_person.pk for found in unsafe] + shown))
        return self.page(
            today=clock.today(),
            unsafe=unsafe,
            waiting=[row for row in rows if row.reasons],
            others=[row for row in rows if not row.reasons],
        )
