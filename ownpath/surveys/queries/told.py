"""What somebody said, in the very words that were asked at the time. Nothing here asks the database, but for a pack."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Self

from ownpath.core.access import NotVisible
from ownpath.surveys.enums import HARDEST_NOW, SHAKIEST, Change, Sharing
from ownpath.surveys.models import AreaAnswer, Response
from ownpath.surveys.packs import Area, Pack, pack_with_id, preferred


@dataclass(frozen=True, slots=True)
class Said:
    """One answer with the area of the pack that asked. What was left open has no words."""

    area: Area
    answer: AreaAnswer

    @classmethod
    def of(cls, answer: AreaAnswer) -> Self:
        """An answer, loaded with its response. No query, but one for a pack not read before."""
        return cls(pack_with_id(answer.response.pack_id).area(answer.area), answer)

    @property
    def scenario(self) -> str:
        """The scenario that sounded most like them."""
        return self.area.scenario_words(self.answer.scenario)

    @property
    def now(self) -> str:
        """How it is now."""
        return self.area.now_words(self.answer.now)

    @property
    def change(self) -> str:
        """How it is against six months before."""
        return self.area.change_words(self.answer.change)

    @property
    def steadiness(self) -> str:
        """How steady it is."""
        return self.area.steadiness_words(self.answer.steadiness)

    @property
    def asked_in(self) -> str:
        """The code of the language in which they read the questions, where it is not that of the page; else empty."""
        was, (page, base, _english) = self.answer.language, preferred()
        return "" if was in ("", page, base) else was

    @property
    def sent_at(self) -> datetime:
        """When it was sent; only of what was."""
        sent_at: datetime | None = self.answer.response.sent_at
        assert sent_at is not None
        return sent_at

    @property
    def is_shared(self) -> bool:
        """Whether the adviser may read it, once it is sent."""
        return self.answer.sharing == Sharing.SHARED

    @property
    def is_hard_and_private(self) -> bool:
        """Whether something in it is as hard as it gets, and they keep it to themselves: only ever asked for them."""
        answer = self.answer
        is_hard = answer.now == HARDEST_NOW or answer.change == Change.WORSE or answer.steadiness == SHAKIEST
        return is_hard and not self.is_shared and not answer.is_not_now

    @property
    def is_open(self) -> bool:
        """Whether nothing was said: the area was skipped, or left for another time."""
        answer = self.answer
        said = (answer.words, answer.scenario, answer.now, answer.change, answer.steadiness)
        return answer.is_not_now or not any(said)


@dataclass(frozen=True, slots=True)
class Told:
    """One response: its pack, what was said about each area so far, and which areas matter most, in order.

    A check-in asks only some areas of the pack.
    """

    response: Response
    pack: Pack
    said: Mapping[str, Said]
    priorities: tuple[Area, ...] = ()

    @property
    def areas(self) -> tuple[Area, ...]:
        """What is asked, in the order of the pack."""
        asks = self.response.asks
        return tuple(area for area in self.pack.areas if area.id in asks) if asks else self.pack.areas

    def area(self, area_id: str) -> Area:
        """One area; raises `NotVisible` for one that is not asked."""
        area = self.pack.area(area_id)
        if area not in self.areas:
            raise NotVisible
        return area

    @property
    def goes_on_at(self) -> Area | None:
        """Where somebody goes on who comes back: at what they half typed, else after the area saved last. None at the
        end.
        """
        if not self.said:
            return self.areas[0]
        newest = max(self.said.values(), key=lambda said: said.answer.saved_at)
        return newest.area if newest.answer.is_half_typed else self.after(newest.area.id)

    def after(self, area_id: str) -> Area | None:
        """The next area that was not opened yet, then those before it; None when all were opened."""
        here = [area.id for area in self.areas].index(area_id)
        rest = (*self.areas[here + 1 :], *self.areas[:here])
        return next((area for area in rest if area.id not in self.said), None)


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """One area of the draft beside what was said about it the time before. The words of then are those asked then."""

    area: Area
    now: Said | None
    then: Said | None

    @property
    def is_answered(self) -> bool:
        """Whether anything was said now."""
        return self.now is not None and not self.now.is_open

    @property
    def is_drawn(self) -> bool:
        """Whether both times said how it was, so that a chart has two ends."""
        return bool(self.now and self.then and self.now.answer.now and self.then.answer.now)


@dataclass(frozen=True, slots=True)
class Survey:
    """Where a young person is with answering: the draft they are in, what they sent last, and for each area of the
    draft what they said the last time that they spoke about it.
    """

    draft: Told | None = None
    latest: Told | None = None
    then: Mapping[str, Said] = field(default_factory=dict)

    def areas(self) -> Iterator[ThenAndNow]:
        """Each area of the draft in its order, with what was said now and last time."""
        if self.draft is not None:
            yield from (self.area(area.id) for area in self.draft.areas)

    def area(self, area_id: str) -> ThenAndNow:
        """One area of the draft; raises `NotVisible` for one that is not asked."""
        assert self.draft is not None
        return ThenAndNow(self.draft.area(area_id), self.draft.said.get(area_id), self.then.get(area_id))
