"""Files as they come: what is refused whole, what costs one line, and what is read all the same."""

from pathlib import Path

import pytest

from ownpath.returns.ssda903.files import LONGEST_LINE, MOST_BYTES, MOST_LINES, Unreadable, read
from ownpath.returns.ssda903.findings import COLUMNS, Table
from ownpath.returns.ssda903.reading import read_return

from .made import YEAR_END, child, episode, files, places

pytestmark = pytest.mark.any_database

FIRST = b"CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n"
ROW = b"1,10/06/2008,YES,F2,D1\n"
NOT_OC3 = f"leavers.csv is not the oc3 file: its first line does not name the columns {', '.join(COLUMNS[Table.OC3])}."
EXPORT = " Export it from your case system as 'CSV UTF-8' and try again."
CUT = "leavers.csv ends in the middle of line 3: it was cut off when it was saved or sent. Export it again."
CELLS = {"CHILD": "1", "DOB": "10/06/2008", "IN_TOUCH": "YES", "ACTIV": "F2", "ACCOM": "D1"}


def written(folder: Path, content: bytes) -> Path:
    path = folder / "leavers.csv"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    "content",
    [
        FIRST + ROW,
        b"\xef\xbb\xbf" + FIRST + ROW,
        (FIRST + ROW).replace(b"\n", b"\r\n"),
        (FIRST + ROW).replace(b"\n", b"\r"),
        FIRST + ROW.rstrip(),
        b'"CHILD","DOB","IN_TOUCH","ACTIV","ACCOM"\n"1","10/06/2008","YES","F2","D1"\n',
        b" CHILD ,DOB,IN_TOUCH,ACTIV,ACCOM\n1 , 10/06/2008,YES\t,F2,D1\n",
        b"ACCOM,CHILD,UPN,ACTIV,IN_TOUCH,DOB\nD1,1,A123,F2,YES,10/06/2008\n",
        b"CHILD,DOB,IN_TOUCH,ACTIV,ACCOM,,\n1,10/06/2008,YES,F2,D1,,\n",
    ],
    ids=[
        "plain",
        "bom",
        "windows",
        "old mac",
        "no last break",
        "quoted",
        "spaces",
        "other order and more",
        "empty ends",
    ],
)
def test_row_is_read_however_the_file_was_saved(tmp_path: Path, content: bytes) -> None:
    lines = read(written(tmp_path, content), Table.OC3)

    assert [(line.number, line.cells) for line in lines.good] == [(2, CELLS)]
    assert lines.broken == []


def test_longest_line_that_can_be_right_is_read(tmp_path: Path) -> None:
    first, row = b"CHILD,DOB,IN_TOUCH,ACTIV,ACCOM,NOTE\n", ROW.rstrip() + b","

    lines = read(written(tmp_path, first + row.ljust(LONGEST_LINE, b"x") + b"\n"), Table.OC3)

    assert [line.cells for line in lines.good] == [CELLS]


def test_empty_lines_are_no_rows_but_keep_their_numbers(tmp_path: Path) -> None:
    lines = read(written(tmp_path, FIRST + b"\n  \n" + ROW + b"\n"), Table.OC3)

    assert [line.number for line in lines.good] == [4]


def test_file_with_only_the_first_line_has_no_rows(tmp_path: Path) -> None:
    lines = read(written(tmp_path, FIRST), Table.OC3)

    assert (lines.good, lines.broken) == ([], [])


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "leavers.csv is empty."),
        (b"\n \r\n", "leavers.csv is empty."),
        (
            FIRST + b"1,10/06/2008,YES,F2,D1\n2,Zo\xeb,YES,F2,D1\n",
            "leavers.csv is not UTF-8 text (line 3). Save it as 'CSV UTF-8' and try again.",
        ),
        (
            (FIRST + ROW).decode().encode("utf-16"),
            "leavers.csv is UTF-16 text. Save it as 'CSV UTF-8' and try again.",
        ),
        (
            b"PK\x03\x04\x14\x00\x06\x00",
            f"leavers.csv is a spreadsheet, a Word file or a zip file.{EXPORT}",
        ),
        (
            FIRST + b"1,10/06/2008,YE\x00S,F2,D1\n",
            "leavers.csv holds bytes that no text has. It is not a CSV file, or it was damaged.",
        ),
        (FIRST + b"x" * MOST_BYTES, "leavers.csv is larger than 20 megabytes, too large for a return."),
        (FIRST + b"1\n" * MOST_LINES, "leavers.csv has more than 100,000 lines."),
        (
            ROW,
            NOT_OC3,
        ),
        (
            b"CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n",
            "leavers.csv looks like the header file, but it was given as the oc3 file.",
        ),
        (
            b"CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n",
            "leavers.csv looks like the episodes file, but it was given as the oc3 file.",
        ),
        (
            b"CHILD,DOB,STATUS\n",
            "leavers.csv is not the oc3 file: its first line does not name the columns IN_TOUCH, ACTIV, ACCOM.",
        ),
        (
            b"CHILD;DOB;IN_TOUCH;ACTIV;ACCOM\n",
            "leavers.csv is separated by semicolons. Save it as 'CSV UTF-8', separated by commas.",
        ),
        (
            FIRST.replace(b",", b"\t"),
            "leavers.csv is separated by tabs. Save it as 'CSV UTF-8', separated by commas.",
        ),
        *(
            (
                first + FIRST,
                "leavers.csv begins with a line for Excel only (“sep=…”). Delete that line, and separate by commas.",
            )
            for first in (b"sep=,\n", b"SEP=;\r\n")
        ),
        (
            FIRST.lower(),
            (
                "leavers.csv writes its columns otherwise: child, dob, in_touch, activ, accom. Write them in capitals, "
                "like CHILD, DOB, IN_TOUCH, ACTIV, ACCOM."
            ),
        ),
        *(
            (first + FIRST, "leavers.csv names its columns in line 2, not in its first line. Delete what stands above.")
            for first in (b"\n", b"Care leavers 2025/26,,,,\n", b",,,,\n")
        ),
        (b"<?xml version='1.0'?><CHILD/>", f"leavers.csv is XML.{EXPORT}"),
        (
            b"\xef\xbb\xbf\n<!DOCTYPE html>",
            f"leavers.csv is a web page (HTML): perhaps an error, or a page to sign in.{EXPORT}",
        ),
        (b"\xef\xbb\xbf", NOT_OC3),
        (b"{CHILD},{0}\n", NOT_OC3),
        (FIRST + ROW + b"2,10/06/2008,YE", CUT),
        (FIRST + ROW + b'2,"10/06/2008', CUT),
        (b"CHILD,DOB,IN_TOUCH,ACTIV,ACCOM,DOB\n", "leavers.csv names a column twice: DOB."),
        (
            b'CHILD,"DOB,IN_TOUCH,ACTIV,ACCOM\n',
            "leavers.csv, first line: The quotation marks on this line do not pair up.",
        ),
        (
            b"CHILD" * 2_000_000,
            "leavers.csv, first line: The line has 10,000,000 characters; the longest that can be right has 4,000.",
        ),
    ],
)
def test_file_that_cannot_be_trusted_is_refused_with_a_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(written(tmp_path, content), Table.OC3)

    assert str(refused.value) == sentence


def test_file_that_cannot_be_opened_is_refused_with_a_sentence(tmp_path: Path) -> None:
    for path, sentence in (
        (tmp_path / "none.csv", "none.csv cannot be opened: No such file or directory."),
        (tmp_path, f"{tmp_path.name[:40]} cannot be opened: Is a directory."),
        (tmp_path / "a\0b.csv", "a\\x00b.csv cannot be opened: embedded null byte."),
    ):
        with pytest.raises(Unreadable) as refused:
            read(path, Table.OC3)
        assert str(refused.value).replace("...", "") == sentence


def test_files_are_refused_before_much_of_them_is_read() -> None:
    with pytest.raises(Unreadable, match="larger than 20 megabytes"):
        read(Path("/dev/zero"), Table.OC3)


@pytest.mark.parametrize(
    ("row", "value", "sentence"),
    [
        (b"2,10/06/2008,YES,F2\n", "2,10/06/2008,YES,F2", "The line has 4 columns, the first line names 5."),
        (
            b"2,10/06/2008,YES,F2,D1,D2\n",
            "2,10/06/2008,YES,F2,D1,D2",
            "The line has 6 columns, the first line names 5.",
        ),
        (
            b'2,10/06/2008,YES,F2,"D1\n',
            '2,10/06/2008,YES,F2,"D1',
            "The quotation marks on this line do not pair up.",
        ),
        (b'2,10/06/2008,"Y"ES,F2,D1\n', '2,10/06/2008,"Y"ES,F2,D1', "The quotation marks on this line do not pair up."),
        (
            b"x" * (LONGEST_LINE + 1) + b"\n",
            "x" * 41,
            "The line has 4,001 characters; the longest that can be right has 4,000.",
        ),
        (
            b"x" * 10_000_000 + b"\n",
            "x" * 41,
            "The line has 10,000,000 characters; the longest that can be right has 4,000.",
        ),
    ],
    ids=["too few", "too many", "open quotation", "stray quotation", "too long", "ten million characters"],
)
def test_line_that_cannot_be_split_costs_no_other_line(tmp_path: Path, row: bytes, value: str, sentence: str) -> None:
    lines = read(written(tmp_path, FIRST + row + ROW), Table.OC3)

    assert places(lines.broken) == [("oc3", 2, "", value, "", sentence)]
    assert [(line.number, line.cells) for line in lines.good] == [(3, CELLS)]


@pytest.mark.parametrize(
    "cut", ["2,10/06/20,YES,F2,D1", "2,10/06/2008,YES,F2,D", "2,10/06/2008,YES,F2,", "2,10/06/2008,YES,F2"]
)
def test_file_that_ends_within_a_cell_is_refused(tmp_path: Path, cut: str) -> None:
    paths = files(tmp_path, [child(), child("2")], [episode()], [])
    paths[Table.OC3].write_bytes(FIRST + ROW + cut.encode())

    with pytest.raises(Unreadable, match=r"^oc3.csv ends in the middle of line 3: it was cut off"):
        read_return(*paths.values(), year_end=YEAR_END)


def test_header_file_that_is_the_oc3_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"looks like the oc3 file, but it was given as the header file"):
        read(written(tmp_path, FIRST + ROW), Table.HEADER)
