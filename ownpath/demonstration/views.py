"""The door of the demonstration: sign in as anybody who is invented, with one press."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib.auth import login
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from ownpath.accounts.enums import RoleCode
from ownpath.web.access import Public
from ownpath.web.sign_in import note_first_visit
from ownpath.web.views.base import Page

from . import queries
from .forms import Search

ACCESS = Public("Everyone behind it is invented, and only the demonstration's settings have this page.")
BACKEND = "ownpath.web.sign_in.SignInBackend"


class Demo(Page):
    """Who the tour introduces, and the way in as each of them."""

    access = ACCESS
    template = "demonstration/demo.html"

    def get(self, *_args: object) -> HttpResponse:
        """The people of the tour."""
        return self.page(guides=queries.guides())

    def post(self, *_args: object) -> HttpResponse:
        """Leave nothing of whoever was signed in before, then go on as the chosen person."""
        user = queries.user(_uuid(self.request.POST.get("user", "")))
        is_first_visit = user.last_login is None
        self.request.session.flush()
        login(self.request, user, backend=BACKEND)
        if is_first_visit:
            note_first_visit(self.request)
        return HttpResponseRedirect(reverse("home"))


class Everyone(Page):
    """Any invented person, by name, role and authority."""

    access = ACCESS
    template = "demonstration/everyone.html"

    def get(self, *_args: object) -> HttpResponse:
        """One page of those who were looked for."""
        wanted = Search(self.request.GET).wanted()
        found, page = queries.found(**wanted), wanted["page"]
        return self.page(
            found=found,
            wanted=wanted,
            before=urlencode(wanted | {"page": page - 1}) if page > 1 else "",
            after=urlencode(wanted | {"page": page + 1}) if found.has_more else "",
            roles=RoleCode.choices,
            authorities=queries.authorities(),
        )


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None
