"""The adviser's day: their young people, and why some of them may need time now."""

from django.http import HttpResponse

from ownpath.accounts.enums import Permission
from ownpath.attention import queries as attention
from ownpath.core import clock
from ownpath.web.access import Needs
from ownpath.web.views.base import Page


class MyYoungPeople(Page):
    """Everybody whom one is the adviser of: those with reasons first, the others after them."""

    access = Needs(Permission.WORK_WITH)
    template = "staff/list.html"

    def get(self, *_args: object) -> HttpResponse:
        """The list."""
        rows = attention.attention_list(actor=self.actor)
        return self.page(
            today=clock.today(),
            waiting=[row for row in rows if row.reasons],
            others=[row for row in rows if not row.reasons],
        )
