"""The demonstration: invented people, one-press sign-in, mail on the console. Never for real people."""

from .base import *

DEBUG = False
SECRET_KEY = "demonstration-only: everyone in this database is invented"  # noqa: S105
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]

INSTALLED_APPS = [*INSTALLED_APPS, "ownpath.demonstration"]
MAILERS = {"default": {"BACKEND": "ownpath.demonstration.console.ReadableEmailBackend"}}
TEMPLATES = [{**TEMPLATES[0], "DIRS": [*TEMPLATES[0]["DIRS"], BASE_DIR / "ownpath" / "demonstration" / "templates"]}]
