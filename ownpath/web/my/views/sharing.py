"""Mine to know and decide: who sees what, what others recorded, and all of it to take away."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, ClassVar

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.template.loader import get_template
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from ownpath.accounts.enums import Permission
from ownpath.core import clock
from ownpath.core.access import NotVisible
from ownpath.core.once import once
from ownpath.core.turns import Kind
from ownpath.sharing import actions, queries, reading
from ownpath.sharing.enums import EntryKind
from ownpath.surveys.enums import Sharing
from ownpath.web.access import Needs
from ownpath.web.formats import format_date, format_day_time
from ownpath.web.forms.base import Form
from ownpath.web.my.forms.not_right import NotRightForm
from ownpath.web.my.page_names import names_of, role_name
from ownpath.web.views.base import FormPage, Page
from ownpath.web.views.costly import CostlyPage, in_pieces

A_PAGE = 20
ALL = "all"


class MySharing(Page):
    """Who can see what of my record, and where I change it."""

    access = Needs(Permission.KEEP_OWN_RECORD)
    template = "my/sharing.html"

    def get(self, *_args: object) -> HttpResponse:
        """The table."""
        return self.page(found=queries.who_sees_what(actor=self.actor))


class AreaSharing(Page):
    """The buttons that share what one said about an area, or keep it to oneself."""

    access = Needs(Permission.KEEP_OWN_RECORD)

    def get(self, *_args: object, **_kwargs: object) -> HttpResponse:
        """Somebody who had to sign in first is led back to the button."""
        return HttpResponseRedirect(reverse("my:sharing"))

    def post(self, *_args: object, area: str) -> HttpResponse:
        """Do it, and back to the table."""
        chosen = self.request.POST.get("sharing")
        sharing = Sharing.SHARED if chosen in (Sharing.SHARED, ALL) else Sharing.PRIVATE
        with once(self.actor, self.request.POST.get("once", "")[:40]) as is_first:
            if is_first:
                reader = actions.share_area(actor=self.actor, area=area, sharing=sharing, is_all=chosen == ALL)
                messages.success(self.request, _who_reads_it(sharing, reader))
        return HttpResponseRedirect(f"{reverse('my:sharing')}#{area}")


def _who_reads_it(sharing: Sharing, reader: str) -> str:
    if sharing == Sharing.PRIVATE:
        return _("It’s just for you now. They may have read it before.")
    if not reader:
        return _("The managers at your council can read it from now on. They’ll see it as new.")
    values = {"who": reader, "name": reader.partition(" ")[0]}
    return _("%(who)s and their manager can read it from now on. %(name)s will see it as new.") % values


class MyRecorded(Page):
    """What others recorded about me, twenty entries a page."""

    access = Needs(Permission.KEEP_OWN_RECORD)
    template = "my/recorded.html"

    def get(self, *_args: object) -> HttpResponse:
        """The page that was asked for; the nearest there is."""
        paginator = Paginator(queries.recorded(actor=self.actor), A_PAGE)
        return self.page(rows=paginator.get_page(self.request.GET.get("page")))


class SayNotRight(FormPage):
    """ "This isn’t right", said beside an entry."""

    access = Needs(Permission.KEEP_OWN_RECORD)
    form_class = NotRightForm
    template = "my/not_right.html"

    def about(self) -> dict[str, Any]:
        """Which entry the address names; raises `NotVisible` for one that cannot be."""
        if self.kwargs["kind"] not in EntryKind:
            raise NotVisible
        return {"kind": EntryKind(self.kwargs["kind"]), "entry_id": self.kwargs["entry_id"]}

    def context(self) -> dict[str, Any]:
        """The entry as it reads."""
        return {"entry": queries.entry(actor=self.actor, **self.about())}

    def save(self, form: Form) -> None:
        """Say it."""
        actions.say_not_right(actor=self.actor, words=form.cleaned_data["words"], **self.about())

    def done_url(self, form: Form) -> str:
        """The entries, at this one."""
        return f"{reverse('my:recorded')}#entry-{self.kwargs['entry_id']}"


class TakeAway(Page):
    """Where one takes all of one's record away, as a page to read or as data."""

    access = Needs(Permission.KEEP_OWN_RECORD)
    template = "my/take_away.html"

    def get(self, *_args: object) -> HttpResponse:
        """What it is, and how to keep it safe."""
        return self.page()


class Download(CostlyPage):
    """The whole record in one file, sent as it is made. It is never stored by us or by a browser on the way."""

    access = Needs(Permission.KEEP_OWN_RECORD)
    counted_as = Kind("everything", at_once=2)
    ending: ClassVar[str]
    content_type: ClassVar[str]

    def get(self, *_args: object) -> StreamingHttpResponse:
        """The file; that it was made is noted where one sees who looked."""
        all_of_it = queries.everything(actor=self.actor)
        self.request.also_shown = [all_of_it.young_person.pk]
        texts = _in_language(translation.get_language(), self.file(all_of_it))
        response = StreamingHttpResponse(in_pieces(texts), content_type=self.content_type)
        name = f"ownpath-{clock.today():%Y-%m-%d}.{self.ending}"
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        response.headers["Cache-Control"] = "private, no-store"
        return response

    def file(self, all_of_it: queries.Everything) -> Iterable[str]:
        """The record in this form, piece by piece."""
        raise NotImplementedError


class DownloadPage(Download):
    """One page that opens anywhere, with the photos inside."""

    ending = "html"
    content_type = "text/html; charset=utf-8"

    def file(self, all_of_it: queries.Everything) -> Iterable[str]:
        """As a page."""
        person = all_of_it.young_person
        context = {
            "made_at": all_of_it.made_at,
            "person": person,
            "me": [
                (_("Name"), person.name),
                (_("Born"), format_date(person.birth_date)),
                (_("Email"), person.email),
                (_("Phone"), person.phone),
                (_("Number in the yearly count"), person.child_id),
            ],
            "sections": reading.sections(all_of_it),
            "looks": all_of_it.looks,
            "names_of": names_of,
            "role_name": role_name,
            "words_of": words_of,
        }
        page: Any = get_template("download/everything.html", using="jinja2")
        pieces: Iterable[str] = page.template.generate(context)
        return pieces


class DownloadData(Download):
    """The same as data, described in docs/everything.md."""

    ending = "json"
    content_type = "application/json"

    def file(self, all_of_it: queries.Everything) -> Iterator[str]:
        """As JSON, a row a line."""
        yield f'{_json(all_of_it.head())[:-1]},\n"kinds": {{'
        for number, (label, rows) in enumerate(all_of_it.rows()):
            yield f"{',' * (number > 0)}\n{_json(label)}: ["
            yield from _lines(rows)
            yield "]"
        yield '},\n"events": ['
        yield from _lines(all_of_it.events_in_turn())
        yield "]}\n"


def _lines(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    for number, row in enumerate(rows):
        yield f"{',' * (number > 0)}\n{_json(row)}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _in_language(language: str | None, texts: Iterable[str]) -> Iterator[str]:
    """They are made after the request is over, in the language that it was in."""
    with translation.override(language):
        yield from texts


def words_of(value: str | date) -> str:
    """A value of a row as one reads it."""
    if isinstance(value, datetime):
        return format_day_time(value)
    return format_date(value) if isinstance(value, date) else value
