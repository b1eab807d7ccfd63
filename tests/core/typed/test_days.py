from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from ownpath.core.clock import held_at
from ownpath.core.typed.days import day
from ownpath.core.typed.months import month
from ownpath.core.typed.unclear import Unclear

from .scripts import SCRIPTS, in_script

pytestmark = pytest.mark.any_database

# Each month as it is written in English; in Egypt and the Gulf; in Syria and its neighbours; in Algeria and Tunisia; in
# Morocco; in Mauritania; and in French.
MONTHS = {
    1: "January Jan jan. JANUARY يناير جانفي janvier",
    2: "February Feb فبراير شباط فيفري février",
    3: "March Mar مارس آذار اذار mars",
    4: "April Apr أبريل ابريل نيسان أفريل إبريل avril",
    5: "May مايو أيار ايار ماي mai",
    6: "June Jun يونيو حزيران جوان juin",
    7: "July Jul يوليو تموز جويلية جويليه يوليوز juillet",
    8: "August Aug أغسطس اغسطس آب اب أوت اوت غشت أغشت août",
    9: "September Sept Sep سبتمبر أيلول ايلول شتنبر شتمبر septembre",
    10: "October Oct أكتوبر اكتوبر octobre",
    11: "November Nov نوفمبر نونبر نُوفَمبر novembre",
    12: "December Dec ديسمبر دجنبر دجمبر ديســمبر décembre",
}
IN_TWO_WORDS = {
    1: ("كانون الثاني", "كانون ثاني", "كانون ثانى"),
    10: ("تشرين الأول", "تشرين اول", "تشرين الاول"),
    11: ("تشرين الثاني", "تشرين ثاني"),
    12: ("كانون الأول", "كانون أول", "كانون\N{NO-BREAK SPACE}الأول"),
}


@pytest.mark.parametrize("language", ["en-gb", "ar"])
def test_a_month_is_known_by_name_whatever_the_language_of_the_page(language: str) -> None:
    names = [(number, name) for number, text in MONTHS.items() for name in text.split()]
    names += [(number, name) for number, several in IN_TWO_WORDS.items() for name in several]
    with override(language):
        assert [(name, month(name)) for number, name in names] == [(name, number) for number, name in names]


@pytest.mark.parametrize(
    "name", ["", "Ja", "Ju", "J", "كانون", "تشرين", "spring", "محرم", "Janx", "\N{ZERO WIDTH SPACE}" * 3]
)
def test_a_month_that_could_be_two_or_none_is_no_month(name: str) -> None:
    assert month(name) is None


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(SCRIPTS))
def test_a_day_comes_back_from_every_script(some_day: date, script: str) -> None:
    assert day(*(in_script(str(part), script) for part in (some_day.day, some_day.month, some_day.year))) == some_day


@pytest.mark.parametrize(
    "parts", [("١٥", "١", "٢٠٢٧"), ("15", "Jan", "2027"), ("١٥", "كانون الثاني", "٢٠٢٧"), ("１５", "０１", "２０２７")]
)
def test_a_day_is_read_from_three_boxes(parts: tuple[str, str, str]) -> None:
    assert day(*parts) == date(2027, 1, 15)


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        (("27", "", ""), "Write the day, month and year, like 3 5 2026."),
        (("\N{ZERO WIDTH SPACE}", "3", "2026"), "Write the day, month and year, like 3 5 2026."),
        (("29", "2", "2027"), "There is no such day. Write a date like 3 5 2026."),
        (("31", "4", "2027"), "There is no such day. Write a date like 3 5 2026."),
        (("1_0", "2", "2027"), "There is no such day. Write a date like 3 5 2026."),
        (("0", "2", "2027"), "There is no such day. Write a date like 3 5 2026."),
        (("1", "0", "2027"), "There is no such day. Write a date like 3 5 2026."),
        (("1", "13", "2027"), "There is no such day. Write a date like 3 5 2026."),
        (("1", "2", "20270"), "There is no such day. Write a date like 3 5 2026."),
        (("²", "2", "2027"), "There is no such day. Write a date like 3 5 2026."),
        (("1", "2", "27"), "Write the year with four numbers, like 2026."),
        (("1", "2", "202"), "Write the year with four numbers, like 2026."),
        (("1", "2", "0202"), "Write the year as it is counted in Britain, like 2026."),
        (("1", "2", "0027"), "Write the year as it is counted in Britain, like 2026."),
        (("1", "2", "1448"), "Write the year as it is counted in Britain, like 2026."),
        (("1", "2", "2569"), "Write the year as it is counted in Britain, like 2026."),
    ],
)
def test_what_is_no_day_is_asked_about(parts: tuple[str, str, str], sentence: str) -> None:
    with held_at(datetime(2026, 5, 3, 12, tzinfo=UTC)), pytest.raises(Unclear) as why:
        day(*parts)
    assert str(why.value) == sentence


def test_the_29th_of_february_is_a_day_in_leap_years() -> None:
    assert day("29", "Feb", "2028") == date(2028, 2, 29)


@given(st.text(), st.text(), st.text())
def test_whatever_is_written_is_read_or_asked_about(one: str, two: str, three: str) -> None:
    with suppress(Unclear):
        assert 1900 <= day(one, two, three).year <= 2199
