"""The compiled style sheets that are committed: what was written, small, and in no one direction."""

import gzip
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

FRONTEND = Path(settings.BASE_DIR) / "frontend"
STATIC = Path(settings.BASE_DIR) / "ownpath" / "web" / "static"
FOR_EVERYBODY, FOR_STAFF = STATIC / "ownpath.css", STATIC / "staff.css"
LAYOUTS = Path(settings.BASE_DIR) / "ownpath" / "web" / "templates" / "layouts"
BOTH = pytest.mark.parametrize("compiled", [FOR_EVERYBODY, FOR_STAFF], ids=lambda path: path.name)


def test_the_committed_files_are_what_the_source_compiles_to(tmp_path: Path) -> None:
    if shutil.which("node") is None or not (FRONTEND / "node_modules").is_dir():
        pytest.skip("Node and frontend/node_modules are not here: npm --prefix frontend ci")
    command = json.loads((FRONTEND / "package.json").read_text())["scripts"]["build"]
    words = command.replace("../ownpath/web/static", str(tmp_path)).split()
    subprocess.run([FRONTEND / "node_modules" / ".bin" / words[0], *words[1:]], cwd=FRONTEND, check=True)
    made = {path.name: path.read_text() for path in tmp_path.glob("*.css")}
    assert made == {path.name: path.read_text() for path in (FOR_EVERYBODY, FOR_STAFF)}, (
        "npm --prefix frontend run build"
    )


@pytest.mark.parametrize(("compiled", "most"), [(FOR_EVERYBODY, 8_448), (FOR_STAFF, 2_048)])
def test_it_weighs_little(compiled: Path, most: int) -> None:
    assert len(gzip.compress(compiled.read_bytes(), 6)) <= most


def test_only_pages_of_staff_load_what_only_they_draw() -> None:
    layouts = {path.name: "staff.css" in path.read_text() for path in LAYOUTS.glob("*.html")}

    assert layouts == {"base.html": False, "my.html": False, "public.html": False, "staff.html": True}


@BOTH
def test_nothing_is_fetched_and_no_face_of_somebody_else_is_used(compiled: Path) -> None:
    css = compiled.read_text()
    assert "url(" not in css
    assert "@font-face" not in css
    assert "GDS" not in css


def test_what_we_write_works_from_right_to_left_too() -> None:
    physical = re.compile(r"^ *(?:(?:margin|padding|border)-)?(?:left|right|float)\b|text-align: (?:left|right)", re.M)
    found = {path.name: physical.findall(path.read_text()) for path in FRONTEND.glob("*.scss")}
    assert not any(found.values()), found


def test_the_lock_names_no_host() -> None:
    assert "resolved" not in (FRONTEND / "package-lock.json").read_text()


@BOTH
def test_text_is_as_large_as_the_device_says(compiled: Path) -> None:
    in_pixels = re.findall(r"([^{}]*)\{[^{}]*font-size: ?[\d.]+px", compiled.read_text())

    assert in_pixels in ([], [".circle"])  # a drawing, which grows as a whole
    base = (LAYOUTS / "base.html").read_text()
    assert 'name="viewport" content="width=device-width, initial-scale=1"' in base


def test_nothing_is_hidden_by_a_colour_that_the_device_may_replace() -> None:
    assert not re.search(r"[{;]color: ?(?:transparent|rgba\(0, ?0, ?0, ?0\))", FOR_EVERYBODY.read_text())
