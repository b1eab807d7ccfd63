"""How the walks are asked for."""

import os
import subprocess
import sys

import pytest
from django.conf import settings


@pytest.mark.parametrize(("name", "value"), [("TIMES", "0"), ("SLOWER", "0"), ("TIMES", "many")])
def test_number_of_walks_that_is_none_is_refused_in_a_sentence(name: str, value: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import tests.journeys.pace"],
        cwd=settings.BASE_DIR,
        env=os.environ | {name: value},
        capture_output=True,
        text=True,
    )

    assert done.returncode == 1
    assert done.stderr.startswith(f"{name} must be a whole number from 1 to ")
    assert len(done.stderr.splitlines()) == 1
