"""What our templates write is valid HTML, by the Nu HTML checker."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

CHECKER = Path(settings.BASE_DIR) / "frontend" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
PAGES = ["/", "/sign-in/", "/nowhere/", "/gallery/", "/gallery/my/", "/gallery/staff/"]
# The library says "group" aloud for boxes in a fieldset, because one screen reader would be silent otherwise.
MEANT = "The “group” role is unnecessary for element “fieldset”."


@pytest.mark.django_db
def test_every_page_is_valid(client: Client, tmp_path: Path) -> None:
    if shutil.which("java") is None or not CHECKER.is_file():
        pytest.skip("Java or the checker is not here: npm --prefix frontend ci")
    files = [tmp_path / f"{number}.html" for number in range(len(PAGES))]
    for file, path in zip(files, PAGES, strict=True):
        file.write_bytes(client.get(path).content)

    command = ["java", "-jar", CHECKER, "--format", "json", "--stdout", "--exit-zero-always", *files]
    said = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["messages"]

    assert [f"{PAGES[int(Path(one['url']).stem)]}: {one['message']}" for one in said if one["message"] != MEANT] == []
