"""When staff could read what was shared, and who read it: the adviser, before they spoke with them about it."""

from datetime import datetime, timedelta
from uuid import UUID

from ownpath.core import clock
from ownpath.demonstration.life import Life
from ownpath.people.enums import ContactResult, ContactWay
from ownpath.surveys.enums import Sharing
from ownpath.surveys.models import AnswerReading, Paper

READ_BEFORE_SPEAKING, READ_ONLY = 0.9, 0.4


def write(life: Life) -> None:
    """A reading before most conversations; what came after the last one was perhaps read, or waits."""
    papers = {paper.response_id: paper.entered_at for paper in life.rows.of(Paper)[-1:]}
    waiting: list[datetime] = []
    for row in life.answers:
        if row.sharing == Sharing.SHARED and row.response.sent_at is not None:
            row.shared_at = papers.get(row.response_id, row.response.sent_at)
            waiting.append(row.shared_at)
    for contact in sorted(life.contacts, key=lambda contact: contact.at):
        is_spoken = contact.result == ContactResult.REACHED and contact.way != ContactWay.MESSAGE
        new = [moment for moment in waiting if moment <= contact.at]
        if is_spoken and new and life.rng.random() < READ_BEFORE_SPEAKING:
            _read(life, contact.recorded_by_id, max(*new, contact.at - timedelta(minutes=life.rng.randint(3, 50))))
            waiting = [moment for moment in waiting if moment > contact.at]
    adviser = life.adviser_at(clock.now())
    if waiting and adviser is not None and life.rng.random() < READ_ONLY:
        _read(life, adviser.pk, min(max(waiting) + timedelta(hours=life.rng.randint(2, 30)), clock.now()))


def _read(life: Life, reader_id: UUID | None, read_at: datetime) -> None:
    life.rows.add(AnswerReading(**life.owned(), reader_id=reader_id, read_at=read_at))
