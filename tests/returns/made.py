"""Small returns, written for tests: the least that makes sense, everything else as asked."""

from datetime import date
from pathlib import Path

from ownpath.core.ids import new_id
from ownpath.returns.ssda903.changes import Changes
from ownpath.returns.ssda903.comparison import changes_of
from ownpath.returns.ssda903.findings import Finding, Table
from ownpath.returns.ssda903.judging import judge
from ownpath.returns.ssda903.reading import ReturnFiles, read_return

HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
OC3 = "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM"
YEAR_END = date(2026, 3, 31)

SIXTEEN = "10/06/2009"  # on that day of the year that ends on 31 March 2026
SEVENTEEN = "10/06/2008"
EIGHTEEN = "10/06/2007"


def child(number: str = "1", born: str = SEVENTEEN) -> str:
    return f"{number},2,{born},WBRI,A123,,"


def episode(
    number: str = "1",
    began: str = "01/02/2024",
    ended: str = "",
    reason: str = "",
    *,
    status: str = "C2",
    began_for: str = "S",
    place: str = "U1",
) -> str:
    return f"{number},{began},{began_for},{status},N1,{place},PR1,{ended},{reason},,,,"


def leaver(
    number: str = "1", born: str = SEVENTEEN, in_touch: str = "YES", activity: str = "F2", place: str = "D1"
) -> str:
    return f"{number},{born},{in_touch},{activity},{place}"


def files(folder: Path, header: list[str], episodes: list[str], oc3: list[str]) -> dict[Table, Path]:
    """The three files, their rows from line 2 on."""
    paths = {table: folder / f"{table}.csv" for table in Table}
    for (path, first), rows in zip(
        zip(paths.values(), (HEADER, EPISODES, OC3), strict=True), (header, episodes, oc3), strict=True
    ):
        path.write_text("\n".join([first, *rows, ""]), encoding="utf-8")
    return paths


def read(
    folder: Path,
    header: list[str],
    episodes: list[str] | None = None,
    oc3: list[str] | None = None,
    year_end: date | None = YEAR_END,
) -> ReturnFiles:
    paths = files(folder, header, episodes or [], oc3 or [])
    return read_return(paths[Table.HEADER], paths[Table.EPISODES], paths[Table.OC3], year_end)


def changes(
    folder: Path,
    header: list[str],
    episodes: list[str] | None = None,
    oc3: list[str] | None = None,
    year_end: date | None = YEAR_END,
) -> Changes:
    """What the return would change where nothing is on record."""
    return changes_of(judge(read(folder, header, episodes, oc3, year_end), {}), new_id())


def places(findings: list[Finding]) -> list[tuple[str, int, str, str, str, str]]:
    """Each finding as file, line, column, value, rule and sentence."""
    return [(one.table, one.line, one.column, one.value, one.rule, one.sentence) for one in findings]
