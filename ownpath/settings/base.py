"""What is the same everywhere. No secret, no host, no switch that makes a deployment less safe."""

from pathlib import Path
from typing import Any

from django.utils.csp import CSP

from . import environment

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = BASE_DIR / "var"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "ownpath.core",
    "ownpath.organisations",
    "ownpath.accounts",
    "ownpath.people",
    "ownpath.about_me",
    "ownpath.circle",
    "ownpath.surveys",
    "ownpath.plans",
    "ownpath.support",
    "ownpath.attention",
    "ownpath.returns",
    "ownpath.sharing",
    "ownpath.web",
]

MIDDLEWARE = [
    "ownpath.web.metrics.MetricsMiddleware",
    "ownpath.web.headers.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "ownpath.web.middleware.ActorMiddleware",
    "ownpath.web.middleware.LanguageMiddleware",
    "ownpath.web.middleware.AccessMiddleware",
]

ROOT_URLCONF = "ownpath.urls"
WSGI_APPLICATION = "ownpath.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "ownpath" / "web" / "templates"],
        "OPTIONS": {"environment": "ownpath.web.jinja.environment"},
    },
]

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["ownpath.web.sign_in.SignInBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_LOGOUT_REDIRECT_URL = "front"
ACCOUNT_ADAPTER = "ownpath.web.sign_in.InvitedOnlyAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_USER_DISPLAY = "ownpath.accounts.models.display_name"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
# A mail may be tried for fifteen minutes; the code still works when it comes at the end of them.
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 20 * 60
ACCOUNT_LOGIN_TIMEOUT = 30 * 60
# An address that nobody has gets no mail; the page is the same, so that it tells nothing about who is known.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
# The library counts in each process by itself; ours are in accounts/codes.py.
ACCOUNT_RATE_LIMITS = False
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_FORMS = {
    "request_login_code": "ownpath.web.forms.sign_in.AskForCodeForm",
    "confirm_login_code": "ownpath.web.forms.sign_in.TypeCodeForm",
}

# How many proxies of ours stand in front and write down who asked.
TRUSTED_PROXY_COUNT = 0

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 12
CSRF_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "ownpath.web.message_cookies.HostStorage"
CSRF_FAILURE_VIEW = "ownpath.web.views.errors.form_expired"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Only what our pages use: no font, nothing inline, nothing from or to anybody else. Who brings the first of a kind
# opens it here.
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "object-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "worker-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}

# Bigger than the longest honest answer, small enough that a hostile post costs little.
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
# Photos, one at a time, held in memory: no file that somebody sends is ever written to the disk.
DATA_UPLOAD_MAX_NUMBER_FILES = 1
FILE_UPLOAD_HANDLERS = ["ownpath.web.uploads.PhotoUploadHandler"]

LANGUAGE_CODE = "en-gb"
# Each by its own name. docs/languages.md says how to add one.
LANGUAGES = [("en-gb", "English"), ("ar", "العربية")]
# Those in which the pages of staff are complete; in the others, staff read English.
LANGUAGES_OF_STAFF = ["en-gb"]
# Those that nobody who speaks them has checked yet: the product says so where one chooses them.
LANGUAGES_UNCHECKED = ["ar"]
# A complaint about data (Data Protection Act 2018, section 164A): an outcome "without undue delay", no number of days;
# and who else to turn to. The Information Commission takes over from this office: when was not confirmed.
DATA_COMPLAINT_DAYS = 30
DATA_REGULATOR, DATA_REGULATOR_PHONE = "Information Commissioner’s Office (ICO)", "0303 123 1113"
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365
LANGUAGE_COOKIE_HTTPONLY = True
LOCALE_PATHS = [BASE_DIR / "ownpath" / "locale"]
TIME_ZONE = "Europe/London"
USE_TZ = True

# Where people reach the service: links in messages begin with it.
SITE_URL = environment.text("SITE_URL", "http://127.0.0.1:8000")
DEFAULT_FROM_EMAIL = environment.text("DEFAULT_FROM_EMAIL", "Ownpath <ownpath@localhost>")

# Mail is sent by a thread, after the answer.
MAIL_IN_BACKGROUND = True

# Where "Leave now" leads: a page that anybody might be looking at.
QUICK_EXIT_URL = environment.text("QUICK_EXIT_URL", "https://www.bbc.co.uk/weather")

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
WHITENOISE_ALLOW_ALL_ORIGINS = False  # nobody else's page has business with ours
STATICFILES_DIRS = [BASE_DIR / "ownpath" / "web" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

DATABASES = {"default": environment.database(environment.text("DATABASE_URL", f"sqlite:///{VAR_DIR}/ownpath.sqlite3"))}

# Where looks are kept that the database could not take at once.
LATE_LOOKS = VAR_DIR / "late-looks"

# Whose public key the backups are encrypted for.
BACKUP_RECIPIENT = environment.age_recipient("BACKUP_RECIPIENT")

# The survey pack that an authority asks from until it chooses another.
DEFAULT_SURVEY_PACK = "ownpath-starter"

# What every line says, and what none does: core/logs.py. Libraries hand theirs on to the one handler, so that none says
# more; who asked for which page is logged by nobody.
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"by kind": {"()": "ownpath.core.logs.Plain"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "by kind"}},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING"},
        "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
        "gunicorn.error": {"handlers": [], "level": "WARNING", "propagate": True},
        "gunicorn.access": {"handlers": [], "level": "CRITICAL", "propagate": False},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
}
