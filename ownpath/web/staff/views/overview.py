"""A manager's view: who is waiting and why, how people say it is, and the people behind every number."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse

from ownpath.accounts.enums import Permission
from ownpath.attention import queries as attention
from ownpath.attention.enums import ReasonKind
from ownpath.core import clock
from ownpath.core.access import NotVisible
from ownpath.core.turns import Kind
from ownpath.insight import queries as insight
from ownpath.people import queries as people
from ownpath.support import queries as support
from ownpath.web.access import Needs
from ownpath.web.views.base import Page
from ownpath.web.views.costly import CostlyPage

from .people import has_own_words

A_PAGE = 100


class Overview(CostlyPage):
    """Who does not feel safe; team by team who is waiting and why; area by area how people say it is."""

    access = Needs(Permission.SEE_OVERVIEW)
    counted_as = Kind("overview", at_once=4)
    template = "staff/overview.html"

    def get(self, *_args: object) -> HttpResponse:
        """The page: one read of each of the rooms that it shows. Who does not feel safe is a look at their record."""
        unsafe = support.not_safe(actor=self.actor)
        self.request.also_shown = [found.young_person.pk for found in unsafe]
        return self.page(
            groups=attention.overview(actor=self.actor),
            areas=insight.area_tallies(actor=self.actor),
            unsafe=unsafe,
            not_covered=people.not_covered(actor=self.actor),
            today=clock.today(),
            ended=people.ended_records(actor=self.actor).count(),
        )


class ListPage(Page):
    """The people behind a number, a hundred a page."""

    access = Needs(Permission.SEE_OVERVIEW)

    def has_own_words(self, row: Any) -> bool:
        """Whether a row shows somebody's own words: that is recorded as a look at their record."""
        raise NotImplementedError

    def show(self, people: list[Any], **context: Any) -> HttpResponse:
        """The page of the list that was asked for; the nearest there is."""
        paginator = Paginator(people, A_PAGE)
        rows = paginator.get_page(self.request.GET.get("page"))
        self.request.also_shown = [row.young_person.pk for row in rows if self.has_own_words(row)]
        return self.page(rows=rows, count=paginator.count, today=clock.today(), **context)


class WaitingList(ListPage):
    """The people behind a number of who is waiting."""

    template = "staff/waiting.html"

    def get(self, *_args: object) -> HttpResponse:
        """The list that the address chooses."""
        choice = self.choice()
        return self.show(attention.waiting(actor=self.actor, choice=choice), choice=choice)

    def has_own_words(self, row: Any) -> bool:
        """Those of its reasons."""
        return has_own_words(row.reasons)

    def choice(self) -> attention.Choice:
        """What the address asks for; raises `NotVisible` for a kind or an id that cannot be."""
        asked = self.request.GET
        try:
            return attention.Choice(
                group=asked.get("group", ""),
                adviser_id=UUID(asked["adviser"]) if asked.get("adviser") else None,
                kind=ReasonKind(asked["kind"]) if asked.get("kind") else None,
                is_everybody=asked.get("who") == "everybody",
                is_only_imported=asked.get("who") == "imported",
            )
        except ValueError:
            raise NotVisible from None


class AreaList(ListPage):
    """The people behind a number of how people say it is."""

    template = "staff/area_list.html"

    def get(self, *_args: object, **kwargs: Any) -> HttpResponse:
        """The list."""
        voices = insight.area_list(actor=self.actor, **kwargs)
        return self.show(voices.people, voices=voices)

    def has_own_words(self, row: Any) -> bool:
        """What they said about the area."""
        return bool(row.words)
