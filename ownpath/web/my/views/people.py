"""My people: a map that I draw myself."""

from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.accounts.enums import Permission
from ownpath.circle import actions, queries
from ownpath.circle.enums import Kind, Ring
from ownpath.core import clock
from ownpath.core.access import NotVisible
from ownpath.core.refusal import Refused
from ownpath.plans.actions import start_goal_about
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.my.forms.people import ConnectionForm, DayForm, RemovalForm
from ownpath.web.views.base import UNPROCESSABLE, FormPage, Page

RINGS = {ring.value: ring.label for ring in Ring}
LOOKS_BACK = (6, 12)


def to_map(connection_id: object = "") -> str:
    """My map, at somebody's line."""
    return reverse("my:people") + (f"#{connection_id}" if connection_id else "")


def day_url(day: date) -> str:
    """My map as it was on a day."""
    return f"?{urlencode(DayForm.query(day))}"


class MyPeople(Page):
    """The picture and the list: as they are now, or as they were on a day."""

    access = Needs(Permission.KEEP_OWN_RECORD)
    template = "my/people.html"

    def get(self, *_args: object) -> HttpResponse:
        """The page; a day that cannot be comes back as it was typed, with the map of now."""
        is_asked = "on-day" in self.request.GET
        form = DayForm(self.request.GET if is_asked else None)
        is_fine = not is_asked or form.is_valid()
        found = queries.my_people(actor=self.actor, on=form.cleaned_data["on"] if is_asked and is_fine else None)
        then = {months: clock.months_after(clock.today(), -months) for months in LOOKS_BACK}
        return self.page(
            status=200 if is_fine else UNPROCESSABLE,
            form=form,
            found=found,
            rings=RINGS,
            was={months: day_url(day) for months, day in then.items() if found.began and found.began <= day},
        )


class OfMyMap(FormPage):
    """A form about my map, which one comes back to."""

    access = Needs(Permission.KEEP_OWN_RECORD)

    def done_url(self, form: Form) -> str:
        """The map."""
        return to_map(self.kwargs.get("connection_id"))


class PersonAdd(OfMyMap):
    """Somebody new on the map."""

    form_class = ConnectionForm
    template = "my/connection_add.html"

    def initial(self) -> dict[str, Any]:
        """Nothing chosen; for one's adviser, their name and what they are."""
        name = self.request.GET.get("adviser", "")[:60]
        return {"name": name, "kind": Kind.WORKER} if name else {}

    def save(self, form: Form) -> None:
        """Put them on it."""
        assert isinstance(form, ConnectionForm)
        actions.add_connection(actor=self.actor, drawn=form.drawn(), is_left_out=form.cleaned_data["is_left_out"])
        messages.success(self.request, _("%(name)s is on your map.") % form.cleaned_data)


class OfOne(OfMyMap):
    """A form about somebody who is on my map."""

    @cached_property
    def one(self) -> Any:
        """Who."""
        return queries.connection(actor=self.actor, **self.kwargs)

    def context(self) -> dict[str, Any]:
        """Who, and the rings."""
        return {"one": self.one, "rings": RINGS}


class PersonEdit(OfOne):
    """Who they are to me; moving them; what I would like with them."""

    form_class = ConnectionForm
    template = "my/connection.html"

    def initial(self) -> dict[str, Any]:
        """As it is drawn."""
        return {name: getattr(self.one, name) for name in ConnectionForm.base_fields}

    def save(self, form: Form) -> None:
        """Draw it so."""
        assert isinstance(form, ConnectionForm)
        said = {name: form.cleaned_data[name] for name in ("is_left_out", "version")}
        actions.change_connection(actor=self.actor, drawn=form.drawn(), **self.kwargs, **said)


class PersonRemove(OfMyMap):
    """Off the map, or out of it altogether; also for somebody who was on it once."""

    form_class = RemovalForm
    template = "my/connection_remove.html"

    def context(self) -> dict[str, Any]:
        """Who."""
        return {"one": queries.kept(actor=self.actor, **self.kwargs)}

    def save(self, form: Form) -> None:
        """Remove them so."""
        is_for_good = form.cleaned_data["how"] == RemovalForm.FORGET
        remove = actions.forget_connection if is_for_good else actions.take_off
        remove(actor=self.actor, **self.kwargs)

    def done_url(self, form: Form) -> str:
        """The map, where they are no longer."""
        return to_map()


class Press(Page):
    """A button about somebody on the map. It says what is to be, so pressing it twice does no more."""

    access = Needs(Permission.KEEP_OWN_RECORD)

    def get(self, *_args: object, connection_id: UUID) -> HttpResponse:
        """Somebody who had to sign in first is led back to the button."""
        return HttpResponseRedirect(reverse("my:connection", args=[connection_id]))


class PersonMove(Press):
    """Closer, or further away."""

    def post(self, *_args: object, connection_id: UUID) -> HttpResponse:
        """Move them, and back to the map."""
        wanted = self.request.POST.get("ring", "")
        if wanted not in map(str, Ring.values):
            raise NotVisible
        actions.move_connection(actor=self.actor, connection_id=connection_id, ring=Ring(int(wanted)))
        return HttpResponseRedirect(to_map(connection_id))


class PersonWant(Press):
    """A wish about somebody becomes a goal on my plan."""

    def post(self, *_args: object, connection_id: UUID) -> HttpResponse:
        """Put it on the plan, and go there."""
        assert self.actor.young_person_id is not None
        goal = start_goal_about(
            actor=self.actor, young_person_id=self.actor.young_person_id, connection_id=connection_id
        )
        return HttpResponseRedirect(f"{reverse('my:plan')}#line-{goal.pk}")


class Share(Page):
    """Sharing the map: what that means, who would be seen, and the one button."""

    access = Needs(Permission.KEEP_OWN_RECORD)
    template = "my/people_share.html"

    def get(self, *_args: object) -> HttpResponse:
        """The page."""
        return self.page(found=queries.my_people(actor=self.actor))

    def post(self, *_args: object) -> HttpResponse:
        """Share, or stop to."""
        go = self.request.POST.get("go")
        if go == "share":
            self.share()
        elif go == "stop":
            actions.stop_sharing_map(actor=self.actor)
            messages.success(self.request, _("Your map is yours alone now."))
        return HttpResponseRedirect(to_map())

    def share(self) -> None:
        """Share it, or say why that has to wait."""
        try:
            actions.share_map(actor=self.actor)
        except Refused as refused:
            messages.error(self.request, refused.sentence)
        else:
            messages.success(self.request, _("Your map is shared now."))
