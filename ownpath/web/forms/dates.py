"""A day, or a day and a time, typed into separate boxes."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, ClassVar, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ownpath.core import clock
from ownpath.core.typed import days, times
from ownpath.web.formats import format_date, format_day_time

from .component import BoundComponent, Component, asked


def ten_years_ago() -> date:
    """Nothing here is older: people are with the service from 16 to 25."""
    return clock.months_after(clock.today(), -120)


class Typed(NamedTuple):
    """What was typed, box by box."""

    day: str = ""
    month: str = ""
    year: str = ""
    time: str = ""


class BoxesWidget(forms.Widget):
    """Reads the boxes of one field; the field draws them."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Typed:
        """The boxes as they were typed."""
        return Typed(*((data.get(f"{name}-{part}") or "").strip()[:201] for part in Typed._fields))

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Whether the form did not carry the field at all."""
        return all(f"{name}-{part}" not in data for part in Typed._fields)


class DateField(Component):
    """A day. `earliest` and `latest` are asked when the form is checked, so that "today" is today. `autocomplete` is
    what a browser may fill in, `bday` for somebody's own date of birth.
    """

    macro = "date-input"
    widget = BoxesWidget
    first_control_suffix = "-day"
    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Write the day, month and year, like %(example)s."),
        "too_early": _("Write a date that is not before %(limit)s."),
        "too_late": _("Write a date that is not after %(limit)s."),
    }

    def __init__(
        self,
        *,
        earliest: Callable[[], date] | None = None,
        latest: Callable[[], date] | None = None,
        autocomplete: str = "off",
        **options: Any,
    ) -> None:
        self.earliest, self.latest, self.autocomplete = earliest, latest, autocomplete
        super().__init__(**options)

    def clean(self, value: Any) -> Any:
        """The day, or None where nothing was typed and nothing must be."""
        typed = value if isinstance(value, Typed) else Typed()
        if not any(typed):
            if self.required:
                raise self.fault("required")
            return None
        return self.parsed(typed)

    def parsed(self, typed: Typed) -> Any:
        """What was typed, as a day within its limits."""
        day = self.day(typed)
        if self.earliest and day < self.earliest():
            raise self.fault("too_early", limit=format_date(self.earliest()))
        if self.latest and day > self.latest():
            raise self.fault("too_late", limit=format_date(self.latest()))
        return day

    def day(self, typed: Typed) -> date:
        """The typed day, whatever its limits."""
        return asked(days.day, typed.day, typed.month, typed.year)

    def fault(self, code: str, **values: Any) -> ValidationError:
        """A sentence about what is wrong, with an example."""
        today = clock.today()
        example = {"example": f"{today.day} {today.month} {today.year}"}
        return ValidationError(self.error_messages[code], code=code, params=example | values)

    def boxes(self, value: Any) -> Typed:
        """What stands in the boxes: as typed, or a day written out."""
        if isinstance(value, datetime):
            return self.boxes(clock.day_of(value))._replace(time=times.written(value))
        if isinstance(value, date):
            return Typed(str(value.day), str(value.month), str(value.year))
        return value if isinstance(value, Typed) else Typed()

    def params(self, bound: BoundComponent) -> dict[str, Any]:
        """The boxes in a fieldset."""
        boxes = self.boxes(bound.value())
        return {
            "fieldset": {"legend": self.label_of(bound, "fieldset__legend")},
            "items": [
                self.box(bound, "day", gettext("Day"), boxes.day, 2),
                self.box(bound, "month", gettext("Month"), boxes.month, 2),
                self.box(bound, "year", gettext("Year"), boxes.year, 4),
            ],
        }

    def box(self, bound: BoundComponent, part: str, label: str, value: str, width: int) -> dict[str, Any]:
        """One box."""
        error = " govuk-input--error" if bound.errors else ""
        return {
            "id": f"{bound.auto_id}-{part}",
            "name": f"{bound.html_name}-{part}",
            "label": label,
            "value": value,
            "classes": f"govuk-input--width-{width}{error}",
            "inputmode": "text" if part == "time" else "numeric",
            "autocomplete": "off" if self.autocomplete == "off" else f"{self.autocomplete}-{part}",
        }

    def in_words(self, value: Any) -> str:
        """The day written out."""
        return format_date(value) if value else ""


class DateTimeField(DateField):
    """A day and a time in London."""

    def parsed(self, typed: Typed) -> datetime:
        """What was typed, as a moment."""
        return asked(times.moment, super().parsed(typed), typed.time)

    def params(self, bound: BoundComponent) -> dict[str, Any]:
        """The boxes of the day, and one for the time."""
        params = super().params(bound)
        params["items"].append(self.box(bound, "time", gettext("Time"), self.boxes(bound.value()).time, 5))
        return params

    def in_words(self, value: Any) -> str:
        """The moment written out."""
        return format_day_time(value) if value else ""
