"""What is hardest in what somebody shared: safety, home and mind before all others, as the pack names them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ownpath.core.wording import isolated
from ownpath.surveys.enums import HARDEST_NOW, SHAKIEST, UNSTEADY, Change
from ownpath.surveys.packs import Area, Pack, pack_with_id

QUESTIONS = ("now", "change", "steadiness")


@dataclass(frozen=True, slots=True)
class Hard:
    """One area of one response in which something is as hard as it gets, with those answers in the pack's words."""

    answer_id: UUID
    title: str
    in_words: str
    own_words: str
    is_about_safety: bool
    order: tuple[int, ...]


def hardest_of(answers: Iterable[Any]) -> list[Hard]:
    """The hard areas of one person's answers (`AreaAnswer` with its response, and `is_put_first`), hardest first.

    Hard is the lowest *now*, "harder now", the least steady, and, in what they put first, anything not steady. Each
    question stands for itself: only a later answer to that very question, one that is not hard, takes it back.
    """
    rows = sorted(answers, key=lambda row: (row.response.sent_at, row.response_id))
    found = [hard for row in rows if (hard := _hard(row, _taken_back(row, rows)))]
    return sorted(found, key=lambda hard: hard.order)


def _taken_back(row: Any, rows: list[Any]) -> set[str]:
    """The questions that they answered again later, and not as hard."""
    later = [one for one in rows[rows.index(row) + 1 :] if one.area == row.area]
    answered = {question: [one for one in later if getattr(one, question)] for question in QUESTIONS}
    return {question for question, ones in answered.items() if ones and question not in set(_questions(ones[-1]))}


def _questions(row: Any) -> Iterator[str]:
    """The questions to which this answer is hard."""
    if row.now == HARDEST_NOW:
        yield "now"
    if row.change == Change.WORSE:
        yield "change"
    if row.steadiness == SHAKIEST or (row.is_put_first and row.steadiness in UNSTEADY):
        yield "steadiness"


def _hard(row: Any, taken_back: set[str]) -> Hard | None:
    questions = [question for question in _questions(row) if question not in taken_back]
    if not questions:
        return None
    pack = pack_with_id(row.response.pack_id)
    area = pack.area(row.area)
    place = pack.safety.index(area.id) if area.id in pack.safety else len(pack.safety)
    return Hard(
        answer_id=row.pk,
        title=area.title,
        in_words=", ".join(_quoted(words) for words in _words(area, row, questions)),
        own_words=row.words,
        is_about_safety=place < len(pack.safety),
        order=(place, "now" not in questions, -len(questions), not row.words, _place(pack, area)),
    )


def _words(area: Area, row: Any, questions: list[str]) -> list[str]:
    words = {
        "now": area.now_words(row.now),
        "change": area.change_words(row.change),
        "steadiness": area.steadiness_words(row.steadiness),
    }
    return [words[question] for question in questions]


def _quoted(words: str) -> str:
    return _("“%(words)s”") % {"words": isolated(words)}


def _place(pack: Pack, area: Area) -> int:
    return pack.areas.index(area)
