"""All that I said about one area before, from my own start."""

from django.http import HttpResponse

from ownpath.accounts.enums import Permission
from ownpath.core import clock
from ownpath.core.access import NotVisible
from ownpath.surveys import queries
from ownpath.web.access import Needs
from ownpath.web.views.base import Page


class Before(Page):
    """Every time that somebody sent, in the words of the time, and one line through them."""

    access = Needs(Permission.KEEP_OWN_RECORD, on_lent_device=True)
    template = "my/before.html"

    def get(self, *_args: object, area: str) -> HttpResponse:
        """The page; nothing sent about the area is no page."""
        assert self.actor.young_person_id is not None
        said = queries.area_history(actor=self.actor, young_person_id=self.actor.young_person_id, area=area)
        if not said:
            raise NotVisible
        days = [clock.day_of(one.answer.response.sent_at) for one in said if one.answer.response.sent_at]
        line = [(day, one.answer.now) for day, one in zip(days, said, strict=True) if one.answer.now]
        return self.page(area=said[-1].area, line=line, said=list(zip(days, said, strict=True)))
