"""What is counted: by which side and how it went, by all workers together, and for this machine only."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.any_database

TWO_WORKERS_THEN_METRICS = """
import os, django; django.setup()
from django.core.management import call_command
from django.test import Client
for _ in range(2):
    if os.fork() == 0:
        for address in "/sign-in/", "/my/", "/staff/people/018f0000-0000-7000-8000-000000000000/", "/no-such-page/":
            Client().get(address)
        os._exit(0)
assert [os.wait()[1] for _ in range(2)] == [0, 0]
call_command("serve_metrics", port=0)
"""


@pytest.fixture
def exposed(tmp_path: Path) -> Iterator[str]:
    """What Prometheus reads, after two workers have each answered four requests."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "ownpath.settings.test",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'empty.sqlite3'}",
        "PROMETHEUS_MULTIPROC_DIR": str(tmp_path),
        "PYTHONUNBUFFERED": "1",
    }
    command = [sys.executable, "-c", TWO_WORKERS_THEN_METRICS]
    with subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        address = re.fullmatch(r"Metrics are at (http://127\.0\.0\.1:\d+/metrics)\n", server.stdout.readline())
        assert address
        with urlopen(address[1], timeout=10) as answer:
            yield answer.read().decode()
        server.terminate()


def test_every_answer_of_every_worker_is_counted_and_none_is_named(exposed: str) -> None:
    lines = exposed.splitlines()

    assert 'ownpath_requests_total{method="GET",side="staff",status="3xx"} 2.0' in lines
    assert 'ownpath_requests_total{method="GET",side="my",status="3xx"} 2.0' in lines
    assert 'ownpath_requests_total{method="GET",side="public",status="4xx"} 2.0' in lines
    assert 'ownpath_request_seconds_count{side="staff"} 2.0' in lines
    assert "ownpath_database_answers 1.0" in lines
    assert "018f0000" not in exposed


def test_metrics_do_not_start_where_no_worker_counts() -> None:
    with pytest.raises(CommandError, match="Let PROMETHEUS_MULTIPROC_DIR name the folder"):
        call_command("serve_metrics")
