"""What the pages of the service are called in plain words, for the young person whose record was opened."""

from collections.abc import Iterable

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ownpath.accounts.enums import RoleCode

_NAMES = {
    "my:download": _("taking everything away in one file"),
    "my:download-data": _("taking everything away as data"),
    "staff:list": _("their list, with words of yours"),
    "staff:duty": _("who does not feel safe now, with words of yours"),
    "staff:duty-contact": _("writing down that you were in touch"),
    "staff:overview": _("who does not feel safe now, with words of yours"),
    "staff:waiting": _("a list, with words of yours"),
    "staff:asks": _("a list, with words of yours"),
    "staff:area-list": _("a list of what people said, with words of yours"),
    "staff:not-right-answer": _("answering you about what is not right"),
    "staff:person": _("your page"),
    "staff:details": _("your name and how to reach you"),
    "staff:end": _("the end of your record"),
    "staff:reopen": _("the end of your record"),
    "staff:merge": _("whether two records are both yours"),
    "staff:allocate": _("who your adviser is"),
    "staff:invite": _("your invitation"),
    "staff:birth-date": _("your date of birth"),
    "staff:joining": _("who signs in as you"),
    "staff:undo-joining": _("who signs in as you"),
    "staff:ask": _("asking you how it is going"),
    "staff:contact": _("writing down that you were in touch"),
    "staff:meeting-missed": _("a meeting that we missed"),
    "staff:meeting-plan": _("when to meet you"),
    "staff:meeting-move": _("when to meet you"),
    "staff:meeting-cancel": _("when to meet you"),
    "staff:paper": _("typing in what you wrote on paper"),
    "staff:together": _("answering together, on their device"),
    "staff:answers-close": _("why nobody needed to speak with you"),
    "staff:conversation": _("what you shared about how it is"),
    "staff:about-me": _("what you wrote about yourself"),
    "staff:circle": _("the map of your people that you shared"),
    "staff:circle-goal": _("adding to your plan"),
    "staff:plan": _("your plan"),
    "staff:goal-add": _("adding to your plan"),
    "staff:goal-from-answer": _("adding to your plan"),
    "staff:goal-edit": _("changing your plan"),
    "staff:goal-reach": _("changing your plan"),
    "staff:goal-put-away": _("changing your plan"),
    "staff:goal-reopen": _("changing your plan"),
    "staff:step-add": _("adding to your plan"),
    "staff:step-edit": _("changing your plan"),
    "staff:step-tick": _("changing your plan"),
    "staff:step-let-go": _("changing your plan"),
    "staff:step-take-up": _("changing your plan"),
    "staff:not-meant-answer": _("answering you about your plan"),
    "staff:review": _("when we look at your plan together"),
    "staff:allowance": _("the money for your home"),
    "staff:asks-of": _("what you asked for"),
    "staff:ask-down": _("writing down what you asked for"),
    "staff:ask-answer": _("what you asked for"),
    "staff:ask-decide": _("deciding about what you asked for"),
    "staff:ask-give": _("who has what you asked for"),
    "staff:win-add": _("adding a win of yours"),
    "staff:win-photo": _("the photo of a win that you shared"),
    "staff:win-photo-small": _("the photo of a win that you shared"),
}


def has_name(url_name: str) -> bool:
    """Whether the page can be named to the person whose record it opens."""
    return url_name in _NAMES


def page_name(url_name: str) -> str:
    """The name of a page, from the name of its route."""
    return str(_NAMES[url_name]) if has_name(url_name) else gettext("a page about you")


def names_of(url_names: Iterable[str]) -> list[str]:
    """The names of pages, each once."""
    return list(dict.fromkeys(map(page_name, url_names)))


def role_name(role: str) -> str:
    """What a role is called."""
    return str(RoleCode(role).label) if role in RoleCode else ""
