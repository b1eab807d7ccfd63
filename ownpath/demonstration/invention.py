"""Everyone of one authority: dealt, named, given an adviser, and each life written."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.people.models import Allocation, YoungPerson
from ownpath.support.enums import AskKind
from ownpath.support.models import Standards
from ownpath.surveys.models import SurveyPack

from . import moments, names, tour
from .cards import Card, deal
from .chapters import chapters
from .life import Life
from .names import Names
from .rows import Rows
from .service import Service, person
from .stories import Story, story_for
from .writing import (
    about_me,
    answers,
    asks,
    care,
    circle,
    contacts,
    goals,
    looks,
    meetings,
    needs,
    readings,
    reviews,
    told,
    wins,
)

DAUGHTER, SON = {"she": "she", "him": "her", "his": "her"}, {"she": "he", "him": "him", "his": "his"}
UNALLOCATED_EVERY = 33
OPEN_HELP_EVERY, NOT_SAFE_AT = 45, 30
CHANGED_ADVISER, LONG_ENOUGH_FOR_TWO = 0.3, 150
MOVED_HERE_LATER = 0.15
HAS_PHONE = 0.9
FACTS = ("age", "is_looked_after", "came_alone", "activity", "home", "suitability")


def lives(rng: Random, rows: Rows, known: Names, service: Service, pack: SurveyPack, people: int) -> Iterator[Life]:
    """Write one life after the other."""
    heard: Counter[str] = Counter()
    invited = [(guide.name, guide.card, guide.story) for guide in tour.young_people(service.authority.code)]
    for place, card in enumerate(dealt_around([card for _, card, _ in invited], deal(rng, people))):
        own = Random(rng.getrandbits(64))  # noqa: S311 - a fixed seed is the point
        if place < len(invited):
            name, _, story = invited[place]
        else:
            name, story = known.young_person(card), story_for(own, card)
        life = begin(own, rows, service, pack, card, story, name)
        life.heard = heard
        allocate(life, service, place)
        write(life, place, service.standards)
        needs.write(life, service.standards, service.manager_of(life.adviser_at(clock.now())))
        yield life


def dealt_around(wanted: list[Card], cards: list[Card]) -> list[Card]:
    """The wanted cards first; each takes the place of the dealt card that is most like it."""
    for card in wanted:
        cards.remove(max(cards, key=lambda dealt: sum(getattr(dealt, name) == getattr(card, name) for name in FACTS)))
    return wanted + cards


def begin(rng: Random, rows: Rows, service: Service, pack: SurveyPack, card: Card, story: Story, name: str) -> Life:
    """A young person with a name, a birthday and a day on which they came to the service."""
    row = YoungPerson(authority=service.authority, name=name, birth_date=_birth_date(rng, card.age))
    row.joined_date = _joined_date(rng, row, story, service.years)
    if not story.is_new or story.is_asked or rng.random() < 0.6:
        row.user = person(rows, name)
        row.email = row.user.email
    row.phone = names.phone(rng) if story.told or rng.random() < HAS_PHONE else ""
    life = Life(rng, rows, rows.add(row), card, story, pack, chapters(rng, row, card, story))
    life.slots = {"name": name.split()[0]} | rng.choice((DAUGHTER, SON))
    return life


def write(life: Life, place: int, standards: Standards) -> None:
    """Every part of the record."""
    care.write_care(life)
    care.write_observations(life)
    care.write_status(life)
    if life.story.told:
        told.write(life, life.story.told, standards)
    else:
        for part in (answers, contacts, goals, wins, reviews):
            part.write(life)
        asks.write(life, standards, open_ask=_open_ask(place))
    circle.write(life)
    about_me.write(life, place)
    looks.write(life)
    readings.write(life)
    if not life.story.told:
        meetings.write(life, place)


def allocate(life: Life, service: Service, place: int) -> None:
    """Whose young person they are: most have one adviser, some had another before, a few have none now."""
    began = moments.at_work(life.rng, life.person.joined_date)
    if place % UNALLOCATED_EVERY == UNALLOCATED_EVERY - 1:
        if not life.story.is_new:
            gone = life.rng.choice(service.left)
            _allocation(life, service, gone.user, began, gone.ended_at)
        return
    adviser, changed = _adviser(service, place), _changed_adviser_on(life)
    if changed is not None:
        others = [user for user in service.advisers + [gone.user for gone in service.left] if user is not adviser]
        former = others[0] if life.story.new_adviser_days_ago else life.rng.choice(others)
        changed_at = moments.at_work(life.rng, changed)
        _allocation(life, service, former, began, changed_at)
        began = changed_at
    _allocation(life, service, adviser, began, None)


def _changed_adviser_on(life: Life) -> date | None:
    if life.story.new_adviser_days_ago:
        return moments.days_ago(life.story.new_adviser_days_ago)
    days = (life.today - life.person.joined_date).days
    is_changed = days > LONG_ENOUGH_FOR_TWO and life.rng.random() < CHANGED_ADVISER
    return moments.days_ago(life.rng.randint(100, days - 20)) if is_changed else None


def _allocation(life: Life, service: Service, adviser: User, began: object, ended: object) -> None:
    row = Allocation(**life.owned(), adviser=adviser, began_at=began, ended_at=ended, allocated_by=service.head)
    life.allocations.append(life.rows.add(row))


def _adviser(service: Service, place: int) -> User:
    """The first adviser has the first so many people, where that is settled; the rest are shared evenly."""
    if place < service.first_caseload:
        return service.advisers[0]
    sharing = service.advisers[1:] if service.first_caseload else service.advisers
    return sharing[place % len(sharing)]


def _open_ask(place: int) -> AskKind | None:
    if place == NOT_SAFE_AT:
        return AskKind.NOT_SAFE
    return AskKind.HELP if place % OPEN_HELP_EVERY == OPEN_HELP_EVERY // 2 else None


def _birth_date(rng: Random, age: int) -> date:
    """So old today, with a birthday some time in the year behind."""
    return clock.months_after(clock.today(), -12 * age) - timedelta(days=rng.randint(8, 360))


def _joined_date(rng: Random, row: YoungPerson, story: Story, years: int) -> date:
    """So many years ago, when the service began with Ownpath; later for those who turned 16 or moved here since."""
    sixteen = clock.months_after(row.birth_date, 12 * 16)
    if story.joined_days_ago is not None:
        joined = clock.today() - timedelta(days=story.joined_days_ago)
    elif story.is_new:
        joined = clock.today() - timedelta(days=rng.randint(4, 40))
    else:
        began = clock.months_after(clock.today(), -12 * years)
        moved_here = timedelta(days=rng.randint(60, 280 * years) if rng.random() < MOVED_HERE_LATER else 0)
        joined = max(began + moved_here, sixteen) + timedelta(days=rng.randint(1, 45))
    return moments.working_day(min(max(joined, sixteen), clock.today() - timedelta(days=4)))
