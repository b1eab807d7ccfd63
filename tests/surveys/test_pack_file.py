import json

import pytest
import yaml
from jsonschema import Draft202012Validator

from ownpath.core.documents.faults import FaultyFile
from ownpath.core.documents.nodes import MOST_BYTES
from ownpath.surveys.packs.file import SCHEMA, STARTER, read_pack
from tests.factories.surveys import document

from .pack_text import TEXT, with_change


def faults(content: bytes) -> list[str]:
    with pytest.raises(FaultyFile) as refused:
        read_pack(content)
    return [str(fault) for fault in refused.value.faults]


def test_right_pack_is_read_as_it_stands() -> None:
    assert read_pack(TEXT.encode()) == yaml.safe_load(TEXT)
    assert read_pack(STARTER.read_bytes()) == yaml.safe_load(STARTER.read_text(encoding="utf-8"))


def test_schema_is_itself_right_and_takes_what_tests_store() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert read_pack(yaml.safe_dump(document()).encode()) == document()
    assert read_pack(json.dumps(document()).encode()) == document()


def test_words_are_taken_as_typed_and_put_on_one_line() -> None:
    folded = with_change("about: Made for tests.", "about: >\n  Made for\n\n  tests,   يوم جيد.\n")
    windows = b"\xef\xbb\xbf" + with_change("Nobody", "No").replace(b"\n", b"\r\n")

    assert read_pack(folded)["about"] == "Made for tests, يوم جيد."
    assert read_pack(windows)["credit"] == "No"


HTML = "a web page (HTML): perhaps an error, or a page to sign in"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("title: A small survey\n", "", "line 1: “title” is missing."),
        ("    title: Home\n", "", "line 14: areas › home: “title” is missing."),
        ("worse: Worse, ", "", "line 22: areas › home › change: “worse” is missing."),
        ("version: 1", "version: one", "line 2: version: this must be a whole number, but it is words."),
        ("version: 1", "version: 0", "line 2: version: this must be 1 or more, but it is 0."),
        ("id: test-pack", "id: Test pack",
            "line 1: id: this must be small letters, digits and hyphens, such as who-i-am, but it is “Test pack”."),
        ("language: en", "language: english",
            "line 3: language: this must be a code of a language, such as en, cy or zh-Hant, but it is “english”."),
        ("title: A small survey", "title:", "line 4: title: the words are missing."),
        ("title: A small survey", f"title: {'x' * 81}", "line 4: title: this has 81 characters; at most 80 fit."),
        ("about: Made for tests.", "about: 12",
            "line 5: about: this must be words, but it is a number. Put it between quotes."),
        ("about: Made for tests.", "about: [a]", "line 5: about: this must be words, but it is a list."),
        ("Very hard, ", "", "line 21: areas › home › now: there must be five, there are four."),
        ("[Shaky, A bit shaky, Fairly steady, Steady]", "[Shaky]",
            "line 23: areas › home › steadiness: there must be four, there is one."),
        ("    now: [Very hard, Hard, So so, Good, Great]", "    now: Great",
            "line 21: areas › home › now: this must be a list, but it is words."),
        ("So so", "Good",
            "line 21: areas › home › now › number 4: “Good” stands here again; it is in line 21 already."),
        ("Steady]", "Shaky]",
            "line 23: areas › home › steadiness › number 4: “Shaky” stands here again; it is in line 23 already."),
        ("      - {id: moving, words: I move a lot.}\n", "",
            "line 17: areas › home › scenarios: there must be three or four, there are two."),
        ("{id: moving, words: I move a lot.}", "I move a lot.",
            "line 20: areas › home › scenarios › number 3: this must be names with values, but it is words."),
        ("id: moving", "id: mine",
            "line 20: areas › home › scenarios › mine › id: “mine” stands here again; it is in line 18 already."),
        ("id: money", "id: home", "line 25: areas › home › id: “home” stands here again; it is in line 14 already."),
        ("  - id: money", "  - id: 7",
            "line 25: areas › number 2 › id: this must be words, but it is a number. Put it between quotes."),
        ("{id: mine,", "{id: mine, colour: red,",
            "line 18: areas › home › scenarios › mine › colour: there is no such name here. Names here: id, words."),
    ],
)  # fmt: skip
def test_fault_in_what_the_pack_says_has_its_line_its_place_and_its_sentence(old: str, new: str, said: str) -> None:
    assert said in faults(with_change(old, new))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("title: A small survey", "title: A small survey\ntitle: Another",
            "line 5: “title” stands here again; it is in line 4 already."),
        ("about: Made for tests.", "? [about]\n: Made\nabout: Made.", "line 5: a name must be one word."),
        ("about: Made for tests.", "about: &made Made for tests.",
            "line 5: the word that begins with & cannot stand here. Leave it out."),
        ("about: Made for tests.", "about: *made",
            "line 5: “*made” repeats another part. Write the words out, or put them between quotes."),
        ("about: Made for tests.", "about: !!python/object/apply:os.system [ls]",
            "line 5: the word that begins with ! cannot stand here. Leave it out."),
        ("about: Made for tests.", 'about: "Made\\0"', "line 5: there is a character that cannot be shown."),
        ("about: Made for tests.", 'about: "Made \\ud800"', "line 5: there is a character that cannot be shown."),
        (
            "about: Made for tests.",
            "about: Made \u202eback",
            "line 5: a hidden sign here turns the words around. Type them again.",
        ),
        ("about: Made for tests.", "about: Made\x07", "line 5: there is a character that cannot be shown."),
        ("    title: Home", "\ttitle: Home",
            "line 15: there is a tab. Only spaces may stand before a name or a hyphen."),
        ("about: Made for tests.", "about: Made: for tests.",
            "line 5: there is a colon too many. Put words with a colon between quotes."),
        ("about: Made for tests.", "about Made for tests.", "line 5: a colon is missing after the name."),
        ("about: Made for tests.", "about: 'Made for tests.",
            "line 5: the words begin with a quote that is never closed."),
        ("    title: Home", "   title: Home",
            "line 15: the line does not begin below the one that it belongs with. Mind the spaces."),
        ("about: Made for tests.", "---\nabout: Made for tests.",
            "line 5: a second document begins here. A file holds one."),
        ("about: Made for tests.", "about: [[[[[[[[a]]]]]]]]",
            "line 5: lists stand in lists too deep. No file needs that."),
        ("about: Made for tests.", f"about: [{'a,' * 5000}]",
            "line 5: so much cannot be right. A file is a few pages of words."),
        ("about: Made for tests.", "about: @made",
            "line 5: this is not YAML: found character '@' that cannot start any token."),
        ("about: Made for tests.", 'about: "\\UFFFFFFFF"', "line 5: this is not YAML."),
    ],
)  # fmt: skip
def test_fault_in_how_the_file_is_written_has_its_line_and_its_sentence(old: str, new: str, said: str) -> None:
    assert said in faults(with_change(old, new))


def test_misspelt_name_is_said_twice_once_with_what_was_meant() -> None:
    assert faults(with_change("    title: Home", "    titel: Home")) == [
        "line 14: areas › home: “title” is missing.",
        "line 15: areas › home › titel: there is no such name here. Did you mean “title”?",
    ]


def test_every_fault_is_said_in_the_order_of_the_file() -> None:
    broken = with_change("version: 1", "version: 0").replace(b"id: mine", b"id: shared").replace(b", Great]", b"]")

    assert faults(broken) == [
        "line 2: version: this must be 1 or more, but it is 0.",
        "line 19: areas › home › scenarios › shared › id: “shared” stands here again; it is in line 18 already.",
        "line 21: areas › home › now: there must be five, there are four.",
        "line 32: areas › money › now: there must be five, there are four.",
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "line 1: the file is empty."),
        (b"# nothing yet\n", "line 1: the file is empty."),
        (b"---\n", "line 1: the file is empty."),
        (b"- home\n- money\n", "line 1: this must be names with values, but it is a list."),
        (b"Dear council,\n", "line 1: this must be names with values, but it is words."),
        (b"id: caf\xe9\n", "line 1: this is not UTF-8 text. Save the file as UTF-8."),
        (TEXT.encode() + b"# caf\xe9\n", "line 36: this is not UTF-8 text. Save the file as UTF-8."),
        (TEXT.encode("utf-16"), "line 1: this is not UTF-8 text. Save the file as UTF-8."),
        (b"\x89PNG\r\n\x1a\n", "line 1: this is a picture. A file must be plain text, as YAML."),
        (
            b"PK\x03\x04",
            "line 1: this is a spreadsheet, a Word file or a zip file. A file must be plain text, as YAML.",
        ),
        (b"%PDF-1.7", "line 1: this is a PDF. A file must be plain text, as YAML."),
        (b"\xef\xbb\xbf<?xml version='1.0'?>", "line 1: this is XML. A file must be plain text, as YAML."),
        (b"<!DOCTYPE html><title>Sign in</title>", f"line 1: this is {HTML}. A file must be plain text, as YAML."),
        (b"a" * (MOST_BYTES + 1), "line 1: the file is larger than 1 MB. It should be a few pages of words."),
        (b"%YAML 1." + b"9" * 5000 + b"\n---\nid: a\n", "line 1: this is not YAML."),
    ],
)
def test_file_that_is_no_pack_at_all_is_refused_in_one_sentence(content: bytes, said: str) -> None:
    assert faults(content) == [said]


def test_aliases_cannot_make_a_file_grow() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdef", "bcdefg", strict=True))

    said = faults(bomb.encode())

    assert "line 2: “*a” repeats another part. Write the words out, or put them between quotes." in said
    assert "line 7: the word that begins with & cannot stand here. Leave it out." in said


def test_what_stands_in_the_file_cannot_upset_a_terminal() -> None:
    said = faults(with_change("id: test-pack", f'id: "\\e[31m{"x" * 90}"'))

    assert f"but it is “?[31m{'x' * 54}…”." in said[-1]
