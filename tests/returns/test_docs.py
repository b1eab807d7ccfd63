"""The page for the data officer knows every rule that the import can name."""

from pathlib import Path

import pytest
from django.conf import settings

from ownpath.returns.ssda903 import episode_checks, oc3_care_checks, oc3_code_checks

pytestmark = pytest.mark.any_database

ELSEWHERE = {"102", "141", "143", "144", "146", "147", "149", "301", "INT03", "INT06", "INT32", "INT34"}


def test_page_names_every_rule() -> None:
    page = (Path(settings.BASE_DIR) / "docs" / "importing-returns.md").read_text(encoding="utf-8")
    named = {
        word
        for line in page.splitlines()
        if line.startswith("| ")
        for word in line.split("|")[1].replace(",", " ").split()
    }
    checks = (
        *episode_checks.FIRST_DAY_FAULTS,
        *episode_checks.FAULTS,
        *episode_checks.NOTES,
        *oc3_care_checks.FAULTS,
        *oc3_care_checks.NOTES,
        *oc3_code_checks.FAULTS,
    )

    assert named - {"rules", "---"} == {rule for rule, _check in checks} | ELSEWHERE
