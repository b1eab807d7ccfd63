"""Days and times as people in London read them, in the language of the page."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from babel import Locale, UnknownLocaleError, dates, lists, numbers
from django.utils.translation import get_language, get_language_bidi, gettext, to_locale

from ownpath.core import clock
from ownpath.core.wording import isolated

DAYS_OF_WEEK = 7


def format_date(day: date) -> str:
    """Such as "3 May 2026". A moment is read as its day in London."""
    return dates.format_date(_in_london(day), "long", locale=locale())


def format_day(day: date) -> str:
    """Such as "3 May", with the year only where it is not this one."""
    in_london = _in_london(day)
    if in_london.year != clock.today().year:
        return format_date(day)
    return dates.format_skeleton("MMMMd", in_london, locale=locale())


def format_recent(day: date) -> str:
    """Such as "today", "yesterday", "on Tuesday" within a week, else "on 3 May"; for the end of a sentence."""
    in_london = _in_london(day)
    in_london = in_london.date() if isinstance(in_london, datetime) else in_london
    ago = (clock.today() - in_london).days
    if ago in (0, 1):
        return gettext("yesterday") if ago else gettext("today")
    is_this_week = 1 < ago < DAYS_OF_WEEK
    named = dates.format_date(in_london, "EEEE", locale=locale()) if is_this_week else format_day(in_london)
    return gettext("on %(day)s") % {"day": named}


def format_month(day: date) -> str:
    """Such as "May 2026"."""
    return dates.format_skeleton("yMMMM", _in_london(day), locale=locale())


def format_weekday_time(moment: datetime) -> str:
    """Such as "Sunday 3 May at 14:30", for what is near."""
    day = dates.format_skeleton("MMMMEEEEd", _in_london(moment), locale=locale())
    time = dates.format_time(_in_london(moment), "short", locale=locale())
    return gettext("%(day)s at %(time)s") % {"day": day, "time": time}


def format_moment(moment: datetime) -> str:
    """Such as "14:30" for a moment of today, and with its day for any other."""
    in_london = _in_london(moment)
    if in_london.date() != clock.today():
        return format_weekday_time(moment)
    return dates.format_time(in_london, "short", locale=locale())


def format_day_time(moment: datetime) -> str:
    """Such as "3 May 2026 at 14:30"."""
    time = dates.format_time(_in_london(moment), "short", locale=locale())
    return gettext("%(day)s at %(time)s") % {"day": format_date(moment), "time": time}


def format_near(moment: datetime) -> str:
    """Such as "14:30" where it is today, else "Sunday 3 May at 14:30"."""
    if clock.day_of(moment) != clock.today():
        return format_weekday_time(moment)
    return str(dates.format_time(_in_london(moment), "short", locale=locale()))


def format_names(names: Iterable[str]) -> str:
    """Such as "Rosa, Mo and the duty team"."""
    return str(lists.format_list([isolated(name) for name in names], locale=locale()))


def language_name(code: str) -> str:
    """What a language is called in that of the page, such as "Arabic"."""
    try:
        return Locale.parse(code, sep="-").get_display_name(locale()) or code
    except (UnknownLocaleError, ValueError):
        return code


def locale() -> Locale:
    """The language of the page as Babel knows it; for one that it does not know, that without a country."""
    code = get_language() or "en-gb"
    try:
        return Locale.parse(to_locale(code))
    except UnknownLocaleError:
        return Locale.parse(code.partition("-")[0])


def format_money(pence: int) -> str:
    """Such as "£45.50", with pence only where there are some: as on every price tag here, in every language."""
    pattern = "¤#,##0.00;-¤#,##0.00" if pence % 100 else "¤#,##0;-¤#,##0"
    amount = Decimal(pence) / 100
    money = numbers.format_currency(amount, "GBP", pattern, locale="en_GB", currency_digits=False)
    return f"\u2066{money}\u2069" if get_language_bidi() else money


def _in_london[Day: date](day: Day) -> Day:
    return day.astimezone(clock.LONDON) if isinstance(day, datetime) else day
