"""Whether words are as plain as Ownpath promises young people: a reading age of 9 to 11, and no more.

No single measure can tell. The grade formulas (Flesch-Kincaid and its kin) average over many sentences: alone, "I
belong." comes out five years older than "I feel at home.", and one hard sentence hides among fifty easy ones. So a text
is held to three things at once:

- all of it together, where there are 100 words or more: Flesch-Kincaid, whose US school grade plus five is the age;
- each sentence: its number of words;
- each word: none that is both long (three syllables or more) and rare. Known are the 3,000 words of Dale and Chall's
  list, which four in five ten-year-olds know, their regular forms, and the few words of our own below.
"""

import re
from collections.abc import Iterable, Iterator

import textstat

OLDEST_READING_AGE = 11
MOST_WORDS_IN_A_SENTENCE = 20
FEWEST_WORDS_TO_TELL_AN_AGE = 100
LONG_WORD_SYLLABLES = 3

# Words that a page needs and its readers meet every week.
OUR_WORDS = {"adviser", "advocate", "celebrate"}
# The name of the office that watches over data has to be given as it is.
OUR_WORDS |= {"information", "commissioner", "commission"}

# What regular forms add to a word, and what stands there instead in the word itself.
_ENDINGS = {
    "s": [""],
    "es": [""],
    "ies": ["y"],
    "d": [""],
    "ed": [""],
    "ied": ["y"],
    "ing": ["", "e"],
    "r": [""],
    "er": [""],
    "ier": ["y"],
    "est": ["", "e"],
    "iest": ["y"],
    "ly": [""],
    "ily": ["y"],
    "'s": [""],
}


def faults_in(texts: Iterable[str]) -> list[str]:
    """Each reason why the texts of one page are too hard to read, as a sentence; none when all is well."""
    ended = [text if text[-1] in ".?!" else f"{text}." for text in texts if text]
    faults = [fault for sentence in _sentences(ended) for fault in _faults_of(sentence)]
    age = reading_age(" ".join(ended))
    if age is not None and age > OLDEST_READING_AGE:
        faults.append(f"All together it takes a reading age of {age:.0f}; at most {OLDEST_READING_AGE} is right.")
    return faults


def reading_age(text: str) -> float | None:
    """The age at which a child in England can read the text, or None where it is too short to tell."""
    if textstat.lexicon_count(text) < FEWEST_WORDS_TO_TELL_AN_AGE:
        return None
    return float(textstat.flesch_kincaid_grade(text)) + 5


def rare_long_words(text: str) -> list[str]:
    """The words that many ten-year-olds would not know."""
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", text.replace("’", "'"))
    return [word for word in words if textstat.syllable_count(word) >= LONG_WORD_SYLLABLES and not _is_known(word)]


def _faults_of(sentence: str) -> Iterator[str]:
    length = len(sentence.split())
    if length > MOST_WORDS_IN_A_SENTENCE:
        yield f"“{sentence}” has {length} words; at most {MOST_WORDS_IN_A_SENTENCE} are right."
    for word in rare_long_words(sentence):
        yield f"“{sentence}” has a long word that few ten-year-olds know: {word}."


def _sentences(texts: list[str]) -> Iterator[str]:
    for text in texts:
        yield from re.split(r"(?<=[.?!])\s+", text.strip())


def _is_known(word: str) -> bool:
    return any(form in OUR_WORDS or not textstat.is_difficult_word(form, 0) for form in _forms(word.lower()))


def _forms(word: str) -> Iterator[str]:
    yield word
    for ending, instead in _ENDINGS.items():
        if word.endswith(ending):
            yield from (word.removesuffix(ending) + letters for letters in instead)
