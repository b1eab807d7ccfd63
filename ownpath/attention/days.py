"""Days as the sentences of reasons name them."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def named(day: date, today: date) -> str:
    """ "3 May", with its year when that is another year than today's."""
    return date_format(day, "j F" if day.year == today.year else "j F Y")


def on(day: date, today: date) -> str:
    """ "today", "yesterday" or "on 3 May"."""
    if day == today:
        return _("today")
    if (today - day).days == 1:
        return _("yesterday")
    return _("on %(day)s") % {"day": named(day, today)}


def every(days: int) -> str:
    """ "every 8 weeks", or "every 10 days" where those are not whole weeks."""
    weeks, rest = divmod(days, 7)
    if rest:
        return ngettext("every day", "every %(days)s days", days) % {"days": days}
    return ngettext("every week", "every %(weeks)s weeks", weeks) % {"weeks": weeks}
