"""A day of things that expire, two months later: what due work leaves of them."""

from datetime import timedelta

from django.apps import apps
from django.contrib.sessions.models import Session
from django.db.models import DateTimeField, F

from ownpath.core.models import SavedPost
from ownpath.organisations import row_security

from .service import Service

LATER = timedelta(days=60)
# What is kept for a time by design, and which of its days says for how long.
EXPIRING = (
    "core.SavedPost",
    "core.KeptWords",
    "core.OutgoingMail",
    "core.ErrorReport",
    "core.Turn",
    "accounts.SentCode",
    "accounts.CodesAsked",
)


def expiring(service: Service) -> tuple[int, int]:
    """Rows of things that expire before and after due work, when all their days lie two months further back."""
    models = [Session, *(apps.get_model(name) for name in EXPIRING if _is_there(name))]
    with row_security.everything(reason="It ages what expires, of invented people."):
        for model in models:
            days = [each.name for each in model._meta.get_fields() if isinstance(each, DateTimeField)]
            model._default_manager.update(**{day: F(day) - LATER for day in days})
        before = sum(model._default_manager.count() for model in models)
        service.manage("do_due_work")
        after = sum(model._default_manager.count() for model in models)
    return before, after


def _is_there(name: str) -> bool:
    try:
        apps.get_model(name)
    except LookupError:
        return False
    return True


assert SavedPost._meta.label in EXPIRING
