"""What the pages of the service are called in plain words, for the young person whose record was opened."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ownpath.accounts.enums import RoleCode

_NAMES = {
    "staff:young-person": _("your page"),
}


def page_name(url_name: str) -> str:
    """The name of a page, from the name of its route."""
    return str(_NAMES.get(url_name, "")) or gettext("a page of your record")


def role_name(role: str) -> str:
    """What a role is called."""
    return str(RoleCode(role).label) if role in RoleCode else ""
