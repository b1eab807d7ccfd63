"""A real service: every secret and host from the environment, nothing of the demonstration."""

from . import environment
from .base import *

DEBUG = False
SECRET_KEY = environment.secret_key("SECRET_KEY")
SITE_URL = environment.https_site("SITE_URL")
ALLOWED_HOSTS = environment.hosts("ALLOWED_HOSTS")
QUICK_EXIT_URL = environment.https_address("QUICK_EXIT_URL", QUICK_EXIT_URL)
DATABASES = {"default": environment.encrypted(environment.database(environment.text("DATABASE_URL")))}
if "init_command" in (
    of := DATABASES["default"]["OPTIONS"]
):  # SQLite: a save that was acknowledged survives a power cut
    of["init_command"] = of["init_command"].replace("synchronous=NORMAL", "synchronous=FULL")
TRUSTED_PROXY_COUNT = environment.number("TRUSTED_PROXY_COUNT", 1, least=1, most=9)
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]

SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
# The browser takes these from this host and over https only.
SESSION_COOKIE_NAME = "__Host-sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken"
LANGUAGE_COOKIE_NAME = "__Host-language"
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
LANGUAGE_COOKIE_SECURE = True

MAILERS = {
    "default": {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": environment.text("EMAIL_HOST"),
            "port": environment.number("EMAIL_PORT", 587, least=1, most=65535),
            "username": environment.text("EMAIL_HOST_USER", ""),
            "password": environment.text("EMAIL_HOST_PASSWORD", ""),
            "use_tls": True,
            "timeout": 10,
        },
    }
}
DEFAULT_FROM_EMAIL = environment.sender("DEFAULT_FROM_EMAIL")

# Who is told by mail when something broke.
ADMINS = environment.addresses("ADMINS")
LOGGING = {
    **LOGGING,
    "formatters": {"by kind": {"()": "ownpath.core.logs.JsonLines"}},
    "handlers": {
        **LOGGING["handlers"],
        "mail": {"class": "ownpath.core.logs.ByMail", "level": "ERROR"},
    },
    "root": {"handlers": ["console", "mail"], "level": "WARNING"},
}
