"""Whether whoever signs in is the young person."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ownpath.people.enums import CheckedHow
from ownpath.web.forms.base import Form
from ownpath.web.forms.fields import ChoiceField, TextField

SOMEBODY_ELSE = "else"


class _AccountForm(Form):
    """About one account; which one is asked where there are several."""

    account = ChoiceField(label=_("Which address?"), missing=_("Choose an address."))

    def __init__(self, *args: Any, accounts: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.accounts = accounts
        if len(accounts) > 1:
            self.offer("account", accounts)
        else:
            del self.fields["account"]

    @property
    def chosen(self) -> str:
        """The id of the account; only of a valid form."""
        return str(self.cleaned_data.get("account") or self.accounts[0][0])


class CheckForm(_AccountForm):
    """What somebody found out who asked them."""

    answer = ChoiceField(
        label=_("Is it really them?"),
        choices=[
            (CheckedHow.FACE, _("Yes. I asked them face to face")),
            (CheckedHow.CALL, _("Yes. I called them on a number that we had before")),
            (SOMEBODY_ELSE, _("No, that is somebody else")),
        ],
        missing=_("Choose what you found out."),
    )


class UndoForm(_AccountForm):
    """Why a joining was wrong."""

    words = TextField(
        label=_("Why was it wrong?"), hint=_("They can read this."), missing=_("Write why."), rows=3, most=300
    )
