"""Changing the address that one signs in with: a code goes to the old address and one to the new, both are typed.

Nothing here tells whether anybody has the new address, until its code shows that its mailbox is one's own.
"""

from dataclasses import asdict, dataclass
from typing import Any

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.accounts import codes
from ownpath.accounts.messages import AddressCodeMail
from ownpath.core import clock, languages
from ownpath.core.refusal import Refused
from ownpath.people.actions import AddressTaken, CodeUsed, change_own_address
from ownpath.web.access import SignedIn
from ownpath.web.forms.address import AddressCodesForm, NewAddressForm
from ownpath.web.forms.base import Form

from .base import FormPage

MOST_TRIES = 3
_PENDING = "new_address"


@dataclass
class Pending:
    """An address that somebody wants to sign in with, and the codes that they are waiting for."""

    address: str
    old_code: str
    new_code: str
    until: float
    wrong: int = 0


class _OwnAddress(FormPage):
    access = SignedIn("Everybody signs in with an address, and changes nobody's but their own.")

    def context(self) -> dict[str, Any]:
        """Which address it is now, inside the pages that the person is used to."""
        layout = "my" if self.actor.young_person_id else "staff"
        return {"layout": f"layouts/{layout}.html", "address": self.address}

    @property
    def address(self) -> str:
        """The address of now."""
        user = self.request.user
        assert user.is_authenticated
        return user.email

    def pending(self) -> Pending | None:
        """What they are waiting for, as long as it can be used."""
        held = self.request.session.get(_PENDING)
        pending = Pending(**held) if held else None
        return pending if pending and pending.until > clock.now().timestamp() else None

    def wait_for(self, pending: Pending) -> None:
        """Keep it in the session, and in no other."""
        self.request.session[_PENDING] = asdict(pending)

    def forget(self) -> None:
        """They wait for nothing."""
        self.request.session.pop(_PENDING, None)


class ChangeAddress(_OwnAddress):
    """Says which address one signs in with, and asks for another."""

    template = "account/address.html"
    form_class = NewAddressForm

    def save(self, form: Form) -> None:
        """Send both codes."""
        now, address = self.address, form.cleaned_data["address"].lower()
        if address == now:
            raise Refused(_("You sign in with this address already."), "address")
        assert self.actor.user_id is not None
        if not codes.may_change(self.actor.user_id):
            raise Refused(_("That was tried too often. Try again in an hour."), "address")
        until = (clock.now() + codes.SAME_FOR).timestamp()
        self.wait_for(Pending(address, self.send(now, is_new=False), self.send(address, is_new=True), until))

    def send(self, to: str, *, is_new: bool) -> str:
        """Mail the code that shows that this address is theirs; which one it is."""
        code = codes.next_code(to, get_adapter().make_code, changing=self.actor.user_id)
        if code.is_to_be_mailed:
            reader = languages.read_by(self.actor)
            AddressCodeMail(to=to, code=code.text, reader=reader, is_new=is_new).send_after_commit()
        return str(code.id)

    def done_url(self, form: Form) -> str:
        """To the codes."""
        return reverse("address-codes")


class TypeAddressCodes(_OwnAddress):
    """Takes both codes, once, and no more than three wrong ones."""

    template = "account/address_codes.html"
    form_class = AddressCodesForm
    is_wrong = False

    def dispatch(self, *args: Any, **kwargs: Any) -> Any:
        """Only while codes are awaited."""
        waiting = self.pending()
        if waiting is None:
            return HttpResponseRedirect(reverse("address"))
        self.waiting = waiting
        return super().dispatch(*args, **kwargs)

    def context(self) -> dict[str, Any]:
        """Both addresses."""
        return super().context() | {"new_address": self.waiting.address}

    def form_options(self) -> dict[str, Any]:
        """What the right codes are."""
        return {"is_right": self.is_right}

    def is_right(self, field: str, typed: str) -> bool:
        """Whether this is the code that is awaited in a field; a wrong one is counted."""
        found = codes.is_right(getattr(self.waiting, field), typed)
        self.is_wrong = self.is_wrong or not found
        return found

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Change it; or say, once it is proved to be theirs, that somebody has it already."""
        try:
            response = super().post(*args, **kwargs)
        except AddressTaken:
            return self.begin_again(_("Another account signs in with that address. Choose another one."))
        except CodeUsed:
            return self.begin_again(_("These codes don’t work any more. Ask for new ones."))
        if not self.is_wrong:
            return response
        self.waiting.wrong += 1
        self.wait_for(self.waiting)
        if self.waiting.wrong < MOST_TRIES:
            return response
        return self.begin_again(_("That was tried too often. Ask for new codes."))

    def save(self, form: Form) -> None:
        """Change it, and stay signed in here."""
        waiting = self.waiting
        user = change_own_address(
            actor=self.actor, address=waiting.address, code_ids=[waiting.old_code, waiting.new_code]
        )
        self.forget()
        update_session_auth_hash(self.request, user)
        messages.success(self.request, _("You sign in with %(address)s from now on.") % {"address": waiting.address})

    def begin_again(self, sentence: str) -> HttpResponse:
        """Nothing is awaited any longer, for this reason."""
        self.forget()
        messages.error(self.request, sentence)
        return HttpResponseRedirect(reverse("address"))

    def done_url(self, form: Form) -> str:
        """To the address of now."""
        return reverse("address")
