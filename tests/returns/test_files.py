"""Files as they come: what is refused whole, what costs one line, and what is read all the same."""

from pathlib import Path

import pytest

from ownpath.returns.ssda903.files import LONGEST_LINE, MOST_BYTES, MOST_LINES, Unreadable, read
from ownpath.returns.ssda903.findings import COLUMNS, Table

from .made import places

pytestmark = pytest.mark.any_database

FIRST = b"CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n"
ROW = b"1,10/06/2008,YES,F2,D1\n"
NOT_OC3 = f"leavers.csv is not the oc3 file: its first line does not name the columns {', '.join(COLUMNS[Table.OC3])}."
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
            "leavers.csv is a spreadsheet or zip file. Save it as 'CSV UTF-8' and try again.",
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
            "leavers.csv is not the oc3 file: its first line does not name the columns IN_TOUCH, ACTIV, ACCOM.",
        ),
        (
            b"CHILD;DOB;IN_TOUCH;ACTIV;ACCOM\n",
            NOT_OC3,
        ),
        (
            b"\n" + FIRST,
            NOT_OC3,
        ),
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
