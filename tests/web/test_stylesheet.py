"""The compiled style sheet that is committed: what was written, small, and in no one direction."""

import gzip
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

FRONTEND = Path(settings.BASE_DIR) / "frontend"
COMPILED = Path(settings.BASE_DIR) / "ownpath" / "web" / "static" / "ownpath.css"


def test_the_committed_file_is_what_the_source_compiles_to(tmp_path: Path) -> None:
    if shutil.which("node") is None or not (FRONTEND / "node_modules").is_dir():
        pytest.skip("Node and frontend/node_modules are not here: npm --prefix frontend ci")
    compiled = tmp_path / "ownpath.css"
    *command, _committed = json.loads((FRONTEND / "package.json").read_text())["scripts"]["build"].split()
    subprocess.run([FRONTEND / "node_modules" / ".bin" / command[0], *command[1:], compiled], cwd=FRONTEND, check=True)
    assert compiled.read_text() == COMPILED.read_text(), "Run: npm --prefix frontend run build"


def test_it_weighs_little() -> None:
    assert len(gzip.compress(COMPILED.read_bytes(), 6)) < 11_000


def test_nothing_is_fetched_and_no_face_of_somebody_else_is_used() -> None:
    css = COMPILED.read_text()
    assert "url(" not in css
    assert "@font-face" not in css
    assert "GDS" not in css


def test_what_we_write_works_from_right_to_left_too() -> None:
    physical = re.compile(r"^ *(?:(?:margin|padding|border)-)?(?:left|right|float)\b|text-align: (?:left|right)", re.M)
    found = {path.name: physical.findall(path.read_text()) for path in FRONTEND.glob("*.scss")}
    assert not any(found.values()), found


def test_the_lock_names_no_host() -> None:
    assert "resolved" not in (FRONTEND / "package-lock.json").read_text()


def test_text_is_as_large_as_the_device_says() -> None:
    in_pixels = re.findall(r"([^{}]*)\{[^{}]*font-size: ?[\d.]+px", COMPILED.read_text())

    assert in_pixels in ([], [".circle"])  # a drawing, which grows as a whole
    base = (Path(settings.BASE_DIR) / "ownpath/web/templates/layouts/base.html").read_text()
    assert 'name="viewport" content="width=device-width, initial-scale=1"' in base
