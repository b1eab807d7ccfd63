"""The Nu HTML checker, where it is there to be asked."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

CHECKER = Path(settings.BASE_DIR) / "frontend" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# The library says "group" aloud for boxes in a fieldset, because one screen reader would be silent otherwise.
MEANT_GROUP = "The “group” role is unnecessary for element “fieldset”."
# The checker knows no photo inside a file; browsers do, and a walk in one sees the photo there.
MEANT_PHOTO = "Resource violates Content Security Policy (meta tag): image “data:image/webp;base64,"


def html_faults(pages: dict[str, bytes], folder: Path) -> list[str]:
    """What is not valid in the pages, each with the path of its page; skips the test where nothing can check."""
    if shutil.which("java") is None or not CHECKER.is_file():
        pytest.skip("Java or the checker is not here: npm --prefix frontend ci")
    files = [folder / f"{number}.html" for number in range(len(pages))]
    for file, page in zip(files, pages.values(), strict=True):
        file.write_bytes(page)
    command = ["java", "-jar", CHECKER, "--format", "json", "--stdout", "--exit-zero-always", *files]
    said = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["messages"]
    paths = list(pages)
    return [f"{paths[int(Path(one['url']).stem)]}: {one['message']}" for one in said if not is_meant(one["message"])]


def is_meant(message: str) -> bool:
    """Whether the checker minds what we do on purpose."""
    return message == MEANT_GROUP or message.startswith(MEANT_PHOTO)
