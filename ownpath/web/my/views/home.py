"""Where a young person arrives."""

from django.http import HttpResponse

from ownpath.about_me.queries import safe_contact
from ownpath.accounts.enums import Permission
from ownpath.home import queries
from ownpath.people.queries import WhoToCall
from ownpath.web.access import Needs
from ownpath.web.my.forms.about_me import OwnPhoneForm
from ownpath.web.sign_in import asks_for_phone, is_first_visit
from ownpath.web.views.base import Page

from .own_phone import HOME


class Home(Page):
    """One glance: what comes next and with whom, the next small step, what was promised, and whom one can reach. On the
    first visit it says first what this is, until something was begun. After their record has ended: what happened, and
    the way back.
    """

    access = Needs(Permission.KEEP_OWN_RECORD)
    template = "my/home.html"

    def get(self, *_args: object) -> HttpResponse:
        """The page."""
        home = queries.home(actor=self.actor)
        if home.people.young_person.has_ended:
            self.template = "my/home_ended.html"
            return self.page(home=home, ended=queries.ended(actor=self.actor))
        is_new = not home.has_draft and home.sent_at is None
        return self.page(
            home=home, is_welcome=is_new and is_first_visit(self.request), phone_form=self._phone_form(home.people)
        )

    def _phone_form(self, people: WhoToCall) -> OwnPhoneForm | None:
        """The question for their own number, once, on the first visit, where they have not given one."""
        if not asks_for_phone(self.request):
            return None
        contact = safe_contact(actor=self.actor, young_person_id=people.young_person.pk)
        return None if contact.phone else OwnPhoneForm(initial={"phone": people.young_person.phone, "back": HOME})
