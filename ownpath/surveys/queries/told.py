"""What somebody said, in the very words that were asked at the time. Nothing here asks the database."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ownpath.surveys.enums import Sharing
from ownpath.surveys.models import AreaAnswer, Response
from ownpath.surveys.packs import Area, Pack, preferred


@dataclass(frozen=True, slots=True)
class Said:
    """One answer with the area of the pack that asked. What was left open has no words."""

    area: Area
    answer: AreaAnswer

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
    def is_shared(self) -> bool:
        """Whether the adviser may read it, once it is sent."""
        return self.answer.sharing == Sharing.SHARED

    @property
    def is_open(self) -> bool:
        """Whether nothing was said: the area was skipped, or left for another time."""
        answer = self.answer
        said = (answer.words, answer.scenario, answer.now, answer.change, answer.steadiness)
        return answer.is_not_now or not any(said)


@dataclass(frozen=True, slots=True)
class Told:
    """One response: its pack, what was said about each area so far, and which areas matter most, in order."""

    response: Response
    pack: Pack
    said: Mapping[str, Said]
    priorities: tuple[Area, ...] = ()

    @property
    def goes_on_at(self) -> Area | None:
        """Where somebody goes on who comes back: at what they half typed, else after the area saved last. None at the
        end.
        """
        if not self.said:
            return self.pack.areas[0]
        newest = max(self.said.values(), key=lambda said: said.answer.saved_at)
        return newest.area if newest.answer.is_half_typed else self.after(newest.area.id)

    def after(self, area_id: str) -> Area | None:
        """The next area that was not opened yet; None when there is none further on."""
        places = [area.id for area in self.pack.areas]
        rest = self.pack.areas[places.index(area_id) + 1 :]
        return next((area for area in rest if area.id not in self.said), None)


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """One area of the draft beside the same area in the response before. The words of then are those asked then."""

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
    """Where a young person is with answering: the draft they are in, and what they sent last."""

    draft: Told | None = None
    latest: Told | None = None

    def areas(self) -> Iterator[ThenAndNow]:
        """Each area of the draft in its order, with what was said now and last time."""
        if self.draft is not None:
            yield from (self.area(area.id) for area in self.draft.pack.areas)

    def area(self, area_id: str) -> ThenAndNow:
        """One area of the draft; raises `NotVisible` for one that is not asked."""
        assert self.draft is not None
        then = self.latest.said.get(area_id) if self.latest else None
        return ThenAndNow(self.draft.pack.area(area_id), self.draft.said.get(area_id), then)
