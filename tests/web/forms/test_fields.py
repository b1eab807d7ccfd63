import re
from datetime import UTC, date, datetime

import pytest
from django.http import QueryDict
from django.template import engines

from ownpath.core.clock import held_at
from ownpath.web.forms import fields
from ownpath.web.forms.base import Form


class EverythingForm(Form):
    name = fields.CharField(label="What is it called?", hint="A few words", most=10)
    words = fields.TextField(label="In your own words", required=False)
    who = fields.ChoiceField(label="Who?", choices=[("me", "Me"), ("adviser", "My adviser")])
    how = fields.ChoiceField(label="How?", choices=[("well", "Well"), ("so", "So so")], skip="Skip this")
    areas = fields.MultipleChoiceField(label="Which?", choices=[("home", "Home"), ("money", "Money")], required=False)
    day = fields.DateField(label="By when?", required=False)
    at = fields.DateTimeField(label="When was it?", required=False)
    many = fields.SelectField(label="Pick one", choices=[("a", "A"), ("b", "B")], required=False)
    agreed = fields.BooleanField(label="I have read this", required=False)
    version = fields.VersionField()


def posted(query: str) -> EverythingForm:
    return EverythingForm(QueryDict(query))


def drawn(source: str, **values: object) -> str:
    return engines["jinja2"].from_string(source).render(values)


def test_one_line_draws_label_hint_and_control() -> None:
    html = drawn("{{ form.name }}", form=EverythingForm())
    assert '<label class="govuk-label govuk-label--s" for="id_name">' in html
    assert 'id="id_name-hint"' in html
    assert 'aria-describedby="id_name-hint"' in html


@pytest.mark.parametrize("name", list(EverythingForm.base_fields))
def test_every_field_draws_what_was_typed_without_escaping_twice(name: str) -> None:
    html = drawn("{{ form[name] }}", form=posted("name=%3Cb%3E&words=%3Cb%3E&version=%3Cb%3E"), name=name)
    assert "<b>" not in html
    assert "&amp;lt;" not in html


def test_a_fault_is_named_at_the_field_and_at_the_top_and_linked() -> None:
    form = posted("name=")
    assert "Write something here." in drawn("{{ form.name }}", form=form)
    assert 'href="#id_name"' in drawn("{{ error_summary(form) }}", form=form)
    assert 'href="#id_who"' in drawn("{{ error_summary(form) }}", form=form)


def test_a_text_that_is_too_long_comes_back_whole() -> None:
    form = posted("name=twelve chars")
    html = drawn("{{ form.name }}", form=form)
    assert "2 letters too long" in html
    assert 'value="twelve chars"' in html
    assert "maxlength" not in html


def test_a_line_break_that_stands_first_is_kept() -> None:
    html = drawn("{{ form.words }}", form=posted("words=%0D%0Aafter a gap"))
    assert ">\n\r\nafter a gap</textarea>" in html.replace("&#13;", "\r")


@pytest.mark.parametrize(
    ("query", "day"),
    [
        ("day-day=27&day-month=3&day-year=2026", date(2026, 3, 27)),
        ("day-day=27&day-month=mar&day-year=2026", date(2026, 3, 27)),
        ("day-day=&day-month=&day-year=", None),
    ],
)
def test_a_day_is_read_from_its_boxes(query: str, day: date | None) -> None:
    form = posted(f"name=x&who=me&{query}")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["day"] == day


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("day-day=27", "Write the day, month and year, like 3 5 2026."),
        ("day-day=31&day-month=2&day-year=2026", "There is no such day. Write a date like 3 5 2026."),
        ("day-day=1&day-month=2&day-year=26", "Write the year with four numbers, like 2026."),
        ("day-day=one&day-month=2&day-year=2026", "There is no such day. Write a date like 3 5 2026."),
        ("day-day=1&day-month=99999999999&day-year=2026", "There is no such day. Write a date like 3 5 2026."),
    ],
)
def test_a_wrong_day_is_explained(query: str, sentence: str) -> None:
    with held_at(datetime(2026, 5, 3, 12, tzinfo=UTC)):
        assert posted(query).errors["day"] == [sentence]


@pytest.mark.parametrize("typed", ["14:30", "14.30", "1430", "2.30pm", "2:30 PM", "2.30 p.m."])
def test_a_time_is_read_as_people_write_it(typed: str) -> None:
    form = posted("name=x&who=me&at-day=3&at-month=7&at-year=2026")
    form.data = form.data.copy()
    form.data["at-time"] = typed
    assert form.is_valid(), form.errors
    assert form.cleaned_data["at"].astimezone(UTC) == datetime(2026, 7, 3, 13, 30, tzinfo=UTC)


@pytest.mark.parametrize("typed", ["", "25:00", "14:60", "13pm", "soon"])
def test_a_wrong_time_is_explained(typed: str) -> None:
    form = posted(f"at-day=3&at-month=7&at-year=2026&at-time={typed}")
    assert form.errors["at"] == ["Write the time like 14:30 or 2.30pm."]


def test_nothing_chosen_where_a_choice_is_needed_is_explained_and_skipping_is_a_choice() -> None:
    assert posted("").errors["who"] == ["Choose one."]
    assert "how" not in posted("").errors
    assert "Skip this" in drawn("{{ form.how }}", form=EverythingForm())


@pytest.mark.parametrize(("typed", "number"), [("3", 3), ("", 0), ("three", 0), ("²", 0), ("9" * 40, 0)])
def test_a_version_that_makes_no_sense_is_a_version_that_never_was(typed: str, number: int) -> None:
    form = posted(f"name=x&who=me&version={typed}")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["version"] == number


def test_what_was_typed_before_a_session_ended_fills_the_form_again() -> None:
    query = QueryDict("name=x&day-day=31&day-month=2&day-year=2026&areas=home&areas=money&agreed=on&who=me&many=b")
    form = EverythingForm(initial=EverythingForm.typed(query))
    page = drawn("{% for field in form %}{{ field }}{% endfor %}", form=form)
    assert page.count(" checked") == 4
    assert page.count(" selected") == 1
    assert re.search(r'name="day-day"[^>]* value="31"', page)


def test_a_day_that_is_known_stands_in_its_boxes() -> None:
    at = datetime(2026, 7, 3, 13, 30, tzinfo=UTC)
    page = drawn("{{ form.day }}{{ form.at }}", form=EverythingForm(initial={"day": date(2026, 3, 27), "at": at}))
    assert 'value="27"' in page
    assert 'value="14:30"' in page
