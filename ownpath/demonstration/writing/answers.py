"""What somebody was asked and answered over the years."""

from datetime import date, datetime, timedelta

from ownpath.core import clock
from ownpath.demonstration import moments, sentences
from ownpath.demonstration.courses import course
from ownpath.demonstration.life import Life
from ownpath.surveys.enums import STEADINESS_RANGE, Change, How, Sharing
from ownpath.surveys.models import MOST_PRIORITIES, AreaAnswer, Paper, Priority, Response, SurveyRequest

HALF_A_YEAR, GETTING_TO_KNOW = timedelta(days=183), timedelta(days=14)
NOT_NOW = 0.05
CHECKING_IN = 0.15
ASKED_SOON, ANSWERING = 0.4, 0.3
LEFT_OUT = 0.08  # how often a single question is skipped


def write(life: Life) -> None:
    """Requests, sent responses, and perhaps a draft."""
    if life.story.is_new:
        if life.user and (life.story.is_asked or life.rng.random() < ASKED_SOON):
            request(life, moments.days_ago(2))
        return
    days = answering_days(life)
    is_answering = _is_answering(life, days)
    times = len(days) + is_answering
    areas = [area["id"] for area in life.pack.document["areas"]]
    levels = {area: course(life.rng, area, life.story.arcs, life.story.usual, times) for area in areas}
    for place, day in enumerate(days):
        sent = respond(life, day, {area: levels[area][max(0, place - 1) : place + 1] for area in areas})
        if place + 1 < len(days) and life.rng.random() < CHECKING_IN:
            check_in(life, day + HALF_A_YEAR / 2, {area: levels[area][place : place + 1] for area in areas})
        if life.story.is_on_paper and place + 1 == len(days):
            on_paper(life, sent, day)
    latest = days[-1] if days else life.person.joined_date
    if is_answering:
        begin(life, {area: levels[area][-2:] for area in areas})
    elif life.user and latest + HALF_A_YEAR < life.today:
        request(life, latest + HALF_A_YEAR)


def _is_answering(life: Life, days: list[date]) -> bool:
    """Whether there is a draft: in some, when the latest response is about half a year ago."""
    since = (life.today - days[-1]).days if days else 0
    return 120 < since <= HALF_A_YEAR.days and life.rng.random() < ANSWERING


def answering_days(life: Life) -> list[date]:
    """The days on which responses were sent, oldest first: about every six months since the person joined."""
    day = life.today - timedelta(days=life.rng.randint(*life.story.answers_until_days_ago))
    days: list[date] = []
    while life.user and day > life.person.joined_date + GETTING_TO_KNOW:
        days.insert(0, day)
        day -= HALF_A_YEAR + timedelta(days=life.rng.randint(-12, 20))
    return days


def request(life: Life, day: date) -> None:
    """The adviser asks how life is going, where there is one."""
    at = moments.at_work(life.rng, day)
    adviser = life.adviser_at(at)
    if adviser is not None:
        life.rows.add(SurveyRequest(**life.owned(), requested_at=at, requested_by=adviser))


def respond(life: Life, day: date, levels: dict[str, list[int]]) -> Response:
    """Asked, some days later answered and sent: each area with its level now and, if there was one, before."""
    request(life, day - timedelta(days=life.rng.randint(3, 9)))
    sent_at = moments.whenever(life.rng, day)
    response = Response(**life.owned(), pack=life.pack, started_at=sent_at - _while(life), sent_at=sent_at)
    life.rows.add(response)
    answered = [answer(life, response, area, latest, sent_at) for area, latest in levels.items()]
    prioritise(life, response, [row for row in answered if not row.is_not_now])
    return response


def check_in(life: Life, day: date, levels: dict[str, list[int]]) -> None:
    """Two minutes on what matters most to them, half way to the next time."""
    asks = [area for area in life.story.matters if area in levels]
    if asks:
        sent_at = moments.whenever(life.rng, day)
        response = Response(**life.owned(), pack=life.pack, started_at=sent_at - timedelta(minutes=2), sent_at=sent_at)
        response.asks = asks
        life.rows.add(response)
        for area in asks:
            answer(life, response, area, levels[area], sent_at)


def on_paper(life: Life, response: Response, day: date) -> None:
    """It was filled in with a pen, handed in and typed in; the young person has not looked it over yet."""
    response.how = How.PAPER
    entered_at = min(moments.at_work(life.rng, day + timedelta(days=4)), clock.now())
    entered_by = life.adviser_at(entered_at)
    life.rows.add(
        Paper(**life.owned(), response=response, filled_date=day, entered_by=entered_by, entered_at=entered_at)
    )
    for row in life.answers:
        if row.response is response:
            row.sharing = Sharing.SHARED


def begin(life: Life, levels: dict[str, list[int]]) -> None:
    """A response that is not sent yet: the first few areas."""
    started_at = clock.now() - timedelta(days=life.rng.randint(0, 5), minutes=life.rng.randint(5, 600))
    request(life, clock.day_of(started_at) - timedelta(days=3))
    response = life.rows.add(Response(**life.owned(), pack=life.pack, started_at=started_at))
    for area in list(levels)[: life.rng.randint(2, 9)]:
        answer(life, response, area, levels[area], started_at + timedelta(minutes=2))


def answer(life: Life, response: Response, area: str, levels: list[int], at: datetime) -> AreaAnswer:
    """One area of one response: skipped for now, or answered and shared or kept private."""
    row = AreaAnswer(**life.owned(), response=response, area=area, saved_at=at)
    if life.rng.random() < NOT_NOW and area not in life.story.matters:
        row.is_not_now = True
    else:
        _fill(life, row, levels)
    if response.sent_at is not None:
        life.answers.append(row)
    return life.rows.add(row)


def prioritise(life: Life, response: Response, answered: list[AreaAnswer]) -> None:
    """Up to three areas that matter most now: the story's own first."""
    wanted = [row for area in life.story.matters for row in answered if row.area == area]
    others = [row for row in answered if row not in wanted]
    life.rng.shuffle(others)
    count = life.rng.choices((0, 1, 2, MOST_PRIORITIES), (8, 12, 25, 55))[0]
    for place, row in enumerate((wanted + others)[:count], start=1):
        life.rows.add(Priority(**life.owned(), response=response, area=row.area, place=place))
        life.matters.add(row.pk)


def _fill(life: Life, row: AreaAnswer, levels: list[int]) -> None:
    rng, level = life.rng, levels[-1]
    change = _change(life, levels)
    row.now = None if rng.random() < LEFT_OUT else level
    row.change = "" if rng.random() < LEFT_OUT else change
    row.steadiness = None if rng.random() < LEFT_OUT else _steadiness(life, level, change)
    row.scenario = "" if rng.random() < LEFT_OUT else scenario(life, row.area, level, row.saved_at)
    row.sharing = Sharing.PRIVATE if rng.random() < life.story.keeps_private else Sharing.SHARED
    row.words = _words(life, row.area, level, change, row.saved_at) if rng.random() < life.story.talks else ""


def _change(life: Life, levels: list[int]) -> Change:
    if len(levels) == 1 or levels[0] == levels[1]:
        return life.rng.choices((Change.SAME, Change.UP_AND_DOWN, Change.BETTER), (7, 2, 1))[0]
    return Change.BETTER if levels[1] > levels[0] else Change.WORSE


def _steadiness(life: Life, level: int, change: Change) -> int:
    calm = change == Change.SAME or (change == Change.BETTER and life.rng.random() < 0.5)
    steady = 1 + (level >= 2) + (level >= 4) + calm + life.rng.choice((-1, 0, 0, 0, 0, 1))
    return max(STEADINESS_RANGE.start, min(STEADINESS_RANGE.stop - 1, steady - (change == Change.UP_AND_DOWN)))


def scenario(life: Life, area: str, level: int, at: datetime) -> str:
    """The scenario of the pack that sounds most like it; empty where the words know none that this pack has."""
    asked = next(each["scenarios"] for each in life.pack.document["areas"] if each["id"] == area)
    known = sentences.scenarios(area, level, life.tags(at))
    fitting = [each["id"] for each in asked if each["id"] in known]
    return life.rng.choice(fitting) if fitting else ""


def _words(life: Life, area: str, level: int, change: Change, at: datetime) -> str:
    """How it is, how it changed, or both."""
    state = sentences.states(area, level, life.tags(at))
    turn = sentences.turns(area, level, change, life.tags(at))
    wanted = [state] if not turn else life.rng.choice(([state], [turn], [state, turn]))
    found = (sentences.freshest(life, each) for each in wanted)
    return " ".join(words for words in found if words)


def _while(life: Life) -> timedelta:
    """How long answering took: mostly one evening, sometimes several days with breaks."""
    return timedelta(minutes=life.rng.choice((9, 12, 15, 22, 40, 60 * 20, 60 * 50)))
