"""The tests: as the demonstration, with mail in memory and files where tests may write them."""

from os import getpid
from pathlib import Path
from tempfile import gettempdir

from .demo import *

INSTALLED_APPS = [*INSTALLED_APPS, "django_migration_linter"]

SECRET_KEY = "tests"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
MAIL_IN_BACKGROUND = False  # a test that reads its mail finds it; those of the thread switch it on
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}

# Static files come from where they are written: no test waits for them to be collected.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

LATE_LOOKS = Path(gettempdir(), f"ownpath-late-looks-{getpid()}")

# SQLite in a file of each test process, not in memory: so the browser's server, and two people who save at once, have
# connections of their own.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(Path(gettempdir(), f"ownpath-tests-{getpid()}.sqlite3"))}
