"""The three tables put together by child, and every rule run."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from ownpath.core.progress import progress
from ownpath.returns.record import OnRecord

from . import episode_checks, oc3_care_checks, oc3_code_checks
from .checks import findings
from .dossiers import Dossier
from .episode_checks import EpisodeCase
from .findings import Finding, Kind
from .reading import ReturnFiles
from .rows import EpisodeRow, HeaderRow, Oc3Row
from .tables import Rows


@dataclass(frozen=True, slots=True)
class Judged:
    """The tables, each row now good or faulty, and a dossier of every child with a good header row."""

    header: Rows[HeaderRow]
    episodes: Rows[EpisodeRow]
    oc3: Rows[Oc3Row]
    dossiers: dict[str, Dossier]


def judge(files: ReturnFiles, record: dict[str, OnRecord], deaths: Mapping[str, date] | None = None) -> Judged:
    """Put the tables together by child and run every rule; `deaths` are the children whom the return of another
    year left out because they had died, with the end of that year. What a rule finds in one row costs no other row."""
    rows = files.header.good
    header = files.header.without_faulty([*_born_after(rows, files.year_end), *_one_person_twice(rows, record)])
    children = {row.line.cells["CHILD"] for row in header.good} | {line.cells["CHILD"] for line in header.faulty}
    deaths = deaths or {}
    dossiers = {
        row.child: Dossier(row, files.year_end, record.get(row.child), returned_death=deaths.get(row.child))
        for row in header.good
    }
    episodes = _judge_episodes(_of_known(files.episodes, children, "INT03"), dossiers)
    oc3 = _judge_oc3(_of_known(files.oc3, children, "INT06"), dossiers)
    return Judged(header, episodes, oc3, dossiers)


def _born_after(rows: list[HeaderRow], year_end: date) -> Iterator[Finding]:
    """301: nobody in a return is born after its year."""
    for row in rows:
        if row.birth_date > year_end:
            yield row.line.finding("DOB", "301", _("The date of birth is after the end of the return year."))


def _one_person_twice(rows: list[HeaderRow], record: dict[str, OnRecord]) -> Iterator[Finding]:
    """Two CHILDs of which we know that they are one person: the first row is taken."""
    first: dict[UUID, str] = {}
    sentence = _("CHILD {other} of the same return is the same person on record. This row was left out.")
    for row in rows:
        if known := record.get(row.child):
            other = first.setdefault(known.young_person.pk, row.child)
            if other != row.child:
                yield row.line.finding("CHILD", "", sentence.format(other=other))


def _of_known[R: (EpisodeRow, Oc3Row)](rows: Rows[R], children: set[str], rule: str) -> Rows[R]:
    """INT03, INT06: every child of the other tables is in the header file."""
    sentence = _("This child is not in the header file.")
    strangers = [row for row in rows.good if row.child not in children]
    return rows.without_faulty([row.line.finding("CHILD", rule, sentence) for row in strangers])


def _judge_episodes(rows: Rows[EpisodeRow], dossiers: dict[str, Dossier]) -> Rows[EpisodeRow]:
    rows = rows.without_faulty(list(_impossible_first_days(rows.good, dossiers)))
    for row in sorted(rows.good, key=lambda row: row.began):
        if dossier := dossiers.get(row.child):
            dossier.episodes.append(row)
    for line in rows.faulty:
        if dossier := dossiers.get(line.cells["CHILD"]):
            dossier.unplaced.append(line)
    cases = (case for each in progress(dossiers.values(), "Episodes") for case in each.episode_cases(each.episodes))
    rows = rows.without_faulty([found for case in cases for found in findings(case, episode_checks.FAULTS, Kind.FAULT)])
    good = {row.line.number for row in rows.good}
    for dossier in dossiers.values():
        dossier.periods = [row for row in dossier.episodes if row.line.number in good]
    return rows


def _impossible_first_days(rows: list[EpisodeRow], dossiers: dict[str, Dossier]) -> Iterator[Finding]:
    for row in rows:
        if dossier := dossiers.get(row.child):
            case = EpisodeCase(row, dossier.header.birth_date, dossier.year_end, next=None)
            yield from findings(case, episode_checks.FIRST_DAY_FAULTS, Kind.FAULT)


def _judge_oc3(rows: Rows[Oc3Row], dossiers: dict[str, Dossier]) -> Rows[Oc3Row]:
    checks = oc3_code_checks.FAULTS + oc3_care_checks.FAULTS
    given = [row for row in rows.good if row.child in dossiers and not row.is_blank]
    cases = (dossiers[row.child].oc3_case(row) for row in given)
    judged = rows.without_faulty([found for case in cases for found in findings(case, checks, Kind.FAULT)])
    for row in judged.good:
        if dossier := dossiers.get(row.child):
            dossier.oc3 = row
    for line in judged.faulty:
        if dossier := dossiers.get(line.cells["CHILD"]):
            dossier.has_faulty_oc3 = True
    return judged
