"""The scripts: small, in words that come from the page, and right in themselves."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

SCRIPTS = sorted(Path(settings.STATICFILES_DIRS[0]).glob("*.js"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_script_can_be_read_by_a_machine(script: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node is not here.")
    subprocess.run([node, "--check", script], check=True)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_script_needs_no_newer_browser_than_we_say_and_asks_nobody_else(script: Path) -> None:
    code = script.read_text()

    assert not re.search(r"\?\.|\?\?|https?:|innerHTML|\beval\b|import ", code)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_script_says_nothing_of_its_own(script: Path) -> None:
    code = re.sub(r"(^|\s)//.*", "", script.read_text())
    texts = re.findall(r'"([^"]*)"', code)

    assert [text for text in texts if re.match(r"[A-Z][a-z]+ [a-z]+ ", text)] == []


def test_one_place_keeps_on_the_phone_and_says_whether_it_did() -> None:
    calls = [(script.name, re.sub(r"//.*", "", script.read_text())) for script in SCRIPTS]

    assert [name for name, code in calls for _ in re.findall(r"\bsetItem\b|\bsessionStorage\b|indexedDB", code)] == [
        "offline.js"
    ]
    assert [name for name, code in calls if "localStorage" in code] == ["offline.js", "page.js"]
