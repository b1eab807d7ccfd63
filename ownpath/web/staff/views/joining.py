"""Bringing people in: a young person's record, invitations, and asking how life is."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.about_me.queries import safe_contact
from ownpath.accounts import queries as accounts
from ownpath.accounts.actions import invite_staff
from ownpath.accounts.enums import Permission
from ownpath.accounts.roles import may
from ownpath.core import clock
from ownpath.people import actions
from ownpath.people import queries as people
from ownpath.surveys.actions import request_answers
from ownpath.web.access import Needs
from ownpath.web.forms.base import Form
from ownpath.web.staff.forms.joining import AddYoungPersonForm, InvitationForm, InviteStaffForm, NoFieldsForm
from ownpath.web.views.base import CONFLICT, FormPage

from .about import AboutYoungPerson


class AddYoungPerson(FormPage):
    """A new record. An adviser becomes their adviser; with an address they are invited at once."""

    access = Needs(Permission.WORK_WITH)
    template = "staff/add.html"
    form_class = AddYoungPersonForm

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Add them, or ask whether it is somebody who is here already."""
        try:
            return super().post(*args, **kwargs)
        except actions.PossibleDuplicate as possible:
            return self.ask(possible.duplicates)

    def context(self) -> dict[str, Any]:
        """Nobody like them, until it is asked."""
        return {"duplicates": None, "today": clock.today()}

    def ask(self, duplicates: people.Duplicates) -> HttpResponse:
        """The page with what was typed and who it could be. A tick counts for those who were shown, and nobody else."""
        data = self.request.POST.copy()
        data["duplicates"] = duplicates.key
        data.pop("is_somebody_else", None)
        return self.show(self.form(data=data), status=CONFLICT, duplicates=duplicates)

    def save(self, form: Form) -> None:
        """Begin the record."""
        typed = form.cleaned_data
        actions.add_young_person(
            actor=self.actor,
            name=typed["name"],
            birth_date=typed["birth_date"],
            email=typed["email"],
            none_of=typed["duplicates"] if typed["is_somebody_else"] else "",
        )
        messages.success(self.request, _("%(name)s is added.") % {"name": form.cleaned_data["name"]})

    def done_url(self, form: Form) -> str:
        """To the list on which the new person stands."""
        return reverse("staff:unallocated" if may(self.actor, Permission.ALLOCATE) else "staff:list")


class InviteYoungPerson(AboutYoungPerson):
    """Invite somebody to their own record; again, if the first mail went astray."""

    access = Needs(Permission.INVITE_YOUNG_PEOPLE)
    only_current = True
    template = "staff/invite.html"
    form_class = InvitationForm

    def initial(self) -> dict[str, Any]:
        """What is known of them."""
        return {"name": self.person.name, "email": self.person.email}

    def save(self, form: Form) -> None:
        """Invite."""
        actions.invite_young_person(actor=self.actor, young_person_id=self.person.pk, **form.cleaned_data)
        messages.success(self.request, _("The invitation to %(name)s is on its way.") % form.cleaned_data)


class AskHowLifeIs(AboutYoungPerson):
    """Ask somebody how life is going: a mail with a link and nothing of their record."""

    access = Needs(Permission.WORK_WITH)
    only_current = True
    template = "staff/ask.html"
    form_class = NoFieldsForm

    def context(self) -> dict[str, Any]:
        """Whether a mail may go out."""
        contact = safe_contact(actor=self.actor, young_person_id=self.person.pk)
        return super().context() | {"contact": contact}

    def save(self, form: Form) -> None:
        """Ask."""
        request_answers(actor=self.actor, young_person_id=self.person.pk)
        messages.success(self.request, _("You asked %(name)s how life is going.") % {"name": self.person})


class InviteStaff(FormPage):
    """A manager invites an adviser or another manager."""

    access = Needs(Permission.INVITE_STAFF)
    template = "staff/invite_staff.html"
    form_class = InviteStaffForm

    def form_options(self) -> dict[str, Any]:
        """The teams to choose from, and who signs in here already."""
        return {
            "teams": [(str(team.pk), team.name) for team in accounts.teams(actor=self.actor)],
            "is_taken": lambda email: accounts.is_member_here(actor=self.actor, email=email),
        }

    def save(self, form: Form) -> None:
        """Invite."""
        said = form.cleaned_data
        invite_staff(
            actor=self.actor,
            email=said["email"],
            name=said["name"],
            role=said["role"],
            team_id=UUID(said["team"]) if said["team"] else None,
        )
        messages.success(self.request, _("The invitation to %(name)s is on its way.") % said)

    def done_url(self, form: Form) -> str:
        """Back to the manager's own first page."""
        return reverse("home")
