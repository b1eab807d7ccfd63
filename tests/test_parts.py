"""The parts of `make test` and `make check` run whatever became of those before, and the end names all that failed."""

import subprocess

from django.conf import settings


def run(*lines: str) -> tuple[int, list[str]]:
    """What a script of these parts ends with: its status, and the lines after it says what failed."""
    script = "\n".join(["set -euo pipefail", ". scripts/parts", *lines, "name_what_failed"])
    done = subprocess.run(["bash", "-c", script], cwd=settings.BASE_DIR, capture_output=True, text=True)
    assert done.stderr == ""
    return done.returncode, done.stdout.partition("What failed:\n")[2].splitlines() or done.stdout.splitlines()


def test_all_that_holds_says_so_by_its_status() -> None:
    assert run("part one echo 1 passed", "part two true") == (0, ["· one", "1 passed", "· two"])


def test_later_part_runs_and_every_failure_is_named() -> None:
    status, named = run(
        "part checks false",
        """part SQLite sh -c 'echo "FAILED tests/a.py::b - x"; echo "ERROR tests/c.py"; echo 2 failed; exit 1'""",
        """part PostgreSQL sh -c 'echo "FAILED tests/d.py::e - y" >&2; exit 4'""",
        "part last true",
    )

    assert (status, named) == (
        1,
        [
            "FAILED checks (exit status 1)",
            "FAILED tests/a.py::b - x (SQLite)",
            "ERROR tests/c.py (SQLite)",
            "FAILED tests/d.py::e - y (PostgreSQL)",
        ],
    )


def test_closing_line_of_each_part_is_kept() -> None:
    lines = run("part one echo 1 passed", "part two sh -c 'echo .; echo 2 passed'", "printf '%s\\n' \"${closing[@]}\"")[
        1
    ]
    assert lines[-2:] == ["one: 1 passed", "two: 2 passed"]


def test_words_of_a_part_that_held_are_no_failure() -> None:
    assert run("part one echo FAILED by nobody")[0] == 0
