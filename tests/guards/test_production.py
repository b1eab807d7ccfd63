"""What a real service must not serve, and must not start without."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
MADE_UP = dict(
    line.split("=", 1) for line in (ROOT / "scripts/made-up.env").read_text().splitlines() if not line.startswith("#")
)
ASK = """
from django.urls import NoReverseMatch, Resolver404, resolve, reverse

def is_there(find, what):
    try:
        return find(what)
    except (NoReverseMatch, Resolver404):
        return None

names = ("demo", "demo-everyone", "gallery:public", "gallery:my", "gallery:staff")
paths = ("/demo/", "/demo/everyone/", "/gallery/", "/gallery/my/", "/gallery/staff/")
print("found", [is_there(reverse, name) for name in names], [is_there(resolve, path) for path in paths])
print("front", resolve("/").view_name)

from django.test import Client

from django.conf import settings

answer = Client(SERVER_NAME="ownpath.example").get("/health/", secure=True)
print("synchronous=FULL" in settings.DATABASES["default"]["OPTIONS"]["init_command"])
print(settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME)
print(answer.headers["Strict-Transport-Security"])

browser = Client(SERVER_NAME="ownpath.example")
browser.post("/language/", {"language": "ar"}, secure=True)
browser.post("/leave/", secure=True)
for each in sorted(browser.cookies.values(), key=lambda cookie: cookie.key):
    print(each.key, bool(each["secure"]), bool(each["httponly"]), each["samesite"], each["path"], repr(each["domain"]))
for kind in "SESSION", "CSRF":
    print([getattr(settings, f"{kind}_COOKIE_{what}") for what in ("SECURE", "HTTPONLY", "SAMESITE", "PATH", "DOMAIN")])
"""


def in_production(tmp_path: Path, *arguments: str, without: str = "") -> subprocess.CompletedProcess[str]:
    """Run manage.py with the settings of a real service, and one variable left out."""
    environment = MADE_UP | {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "ownpath.settings.production",
        "DATABASE_URL": f"sqlite:///{tmp_path}/production.sqlite3",
    }
    environment.pop(without, None)
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_production_serves_no_demonstration_and_its_cookies_are_for_this_host_and_https(tmp_path: Path) -> None:
    asked = in_production(tmp_path, "shell", "--no-imports", "--command", ASK)

    assert asked.stdout.splitlines() == [
        f"found {[None] * 5} {[None] * 5}",
        "front front",
        "True",
        "__Host-sessionid __Host-csrftoken",
        "max-age=31536000; includeSubDomains; preload",
        "__Host-language True True Lax / ''",
        "__Host-left True True Lax / ''",
        "__Host-messages True True Lax / ''",
        "[True, True, 'Lax', '/', None]",
        "[True, True, 'Lax', '/', None]",
    ], asked.stderr


def test_made_up_environment_is_enough(tmp_path: Path) -> None:
    assert in_production(tmp_path, "check").returncode == 0


HOSTS = "must be whole host names separated by commas, without * and without a port."


@pytest.mark.parametrize("name", sorted({*MADE_UP, "DATABASE_URL"}))
def test_production_does_not_start_without(name: str, tmp_path: Path) -> None:
    refused = in_production(tmp_path, "check", without=name)

    assert refused.returncode != 0
    assert refused.stderr.splitlines()[-1].endswith((f"Set the environment variable {name}.", f"{name} {HOSTS}"))


def test_command_that_fails_tells_kind_and_place_but_no_words(tmp_path: Path) -> None:
    fails = ("shell", "--no-imports", "--command", "raise ValueError('yara@example.org said no')")

    failed, told_all = in_production(tmp_path, *fails), in_production(tmp_path, *fails, "--traceback")

    assert (failed.returncode, json.loads(failed.stderr)["kind"]) == (1, "ValueError")
    assert "yara" not in failed.stderr + failed.stdout
    assert "ValueError: yara@example.org said no" in told_all.stderr
