"""Whose words stand in each line of a plan and in each win, from who saved the version in which they last changed."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django.db import migrations

from ownpath.organisations.row_security import everything

KINDS = (("Goal", "GoalVersion", "goal"), ("Step", "StepVersion", "step"), ("Win", "WinVersion", "win"))
AT_A_TIME = 500


def backfill(apps: Any, schema_editor: Any) -> None:
    with everything(reason="every plan there is"):
        for line_name, version_name, of in KINDS:
            _backfill(apps.get_model("plans", line_name), apps.get_model("plans", version_name), of)


def _backfill(lines: Any, versions: Any, of: str) -> None:
    kept = versions.objects.order_by(f"{of}_id", "version").iterator(AT_A_TIME)
    batch: list[Any] = []
    for line_id, of_line in groupby(kept, key=lambda row: getattr(row, f"{of}_id")):
        line = lines.objects.select_related("young_person").get(pk=line_id)
        batch += _sign(line, list(of_line))
        if len(batch) >= AT_A_TIME:
            _save(lines, versions, batch)
            batch = []
    _save(lines, versions, batch)


def _sign(line: Any, kept: list[Any]) -> Iterator[Any]:
    """The line and its versions with whose words they are: of whoever saved them first since they last changed."""
    whose = line.young_person.user_id
    own = ""
    for _words, same in groupby(kept, key=lambda row: row.words):
        run = list(same)
        author = whose if own and run[0].words == own else run[0].saved_by_id
        own = run[0].words if whose and author == whose else own
        for row in run:
            row.written_by_id = author
            yield row
        line.written_by_id = author
        if hasattr(line, "written_at"):
            line.written_at = run[0].saved_at
            line.change_unseen = bool(own) and author != whose
    yield line


def _save(lines: Any, versions: Any, batch: list[Any]) -> None:
    fields = ["written_by", *(["written_at", "change_unseen"] if hasattr(lines, "change_unseen") else [])]
    lines.objects.bulk_update([row for row in batch if isinstance(row, lines)], fields)
    versions.objects.bulk_update([row for row in batch if isinstance(row, versions)], ["written_by"])


class Migration(migrations.Migration):
    dependencies = [("plans", "0002_whose_words")]

    operations = [migrations.RunPython(backfill, migrations.RunPython.noop)]
