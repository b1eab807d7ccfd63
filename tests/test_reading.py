import pytest

from tests.reading import faults_in, rare_long_words, reading_age

PLAIN = "I have a place to stay. I like it there. My friends live close by. We cook and laugh a lot. "
COUNCIL = "Please indicate the extent to which your current accommodation arrangements are suitable. "


def test_council_language_is_refused_word_by_word() -> None:
    assert faults_in([PLAIN, "Is your accommodation suitable?"]) == [
        "“Is your accommodation suitable?” has a long word that few ten-year-olds know: accommodation.",
        "“Is your accommodation suitable?” has a long word that few ten-year-olds know: suitable.",
    ]


def test_one_hard_sentence_does_not_hide_among_easy_ones() -> None:
    assert reading_age(PLAIN * 20 + COUNCIL) < 9
    assert len(faults_in([PLAIN] * 20 + [COUNCIL])) >= 3


def test_long_sentence_of_short_words_is_refused() -> None:
    sentence = " ".join(["so"] * 21)

    assert faults_in([sentence]) == [f"“{sentence}.” has 21 words; at most 20 are right."]
    assert faults_in([" ".join(["so"] * 20)]) == []


def test_text_that_is_hard_as_a_whole_is_refused() -> None:
    text = "Local services assess all tenants when landlords request background details about previous income. " * 10

    assert faults_in([text])[-1].startswith("All together it takes a reading age of 1")


def test_age_is_not_told_of_a_short_text() -> None:
    assert reading_age("I belong somewhere.") is None
    assert reading_age(PLAIN * 10) == pytest.approx(3.3, abs=0.1)


def test_regular_forms_and_our_own_words_are_known() -> None:
    assert rare_long_words("Your adviser’s happier, easily belonging, remembering families.") == []
    assert rare_long_words("Assessing tenancies") == ["Assessing", "tenancies"]
