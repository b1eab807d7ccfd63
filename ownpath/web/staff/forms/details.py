"""What a young person is called, and how to reach them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ownpath.people.enums import CareLeaverStatus
from ownpath.web.forms.base import Form
from ownpath.web.forms.fields import BooleanField, CharField, EmailField, SelectField, VersionField
from ownpath.web.forms.phone import PhoneField


class DetailsForm(Form):
    """Names and numbers."""

    name = CharField(label=_("Name"), hint=_("What they want to be called."), missing=_("Write their name."), most=120)
    email = EmailField(label=_("Email address"), required=False, autocomplete="off")
    phone = PhoneField(label=_("Phone"), required=False)
    contact_every_days = CharField(
        label=_("Be in touch at least every … days"),
        hint=_("As agreed with them. Leave it empty for what is usual here."),
        required=False,
        width=3,
        inputmode="numeric",
    )
    status = SelectField(
        label=_("Status in law"),
        hint=_("As it was worked out with them. They can read it, and it says what of the local offer is for them."),
        choices=lambda: [(status.value, status.in_words) for status in CareLeaverStatus],
        skip=_("Nobody has written it down yet"),
    )
    is_status_checked = BooleanField(label=_("This status is right all the same"), required=False)
    child_id = CharField(
        label=_("Child number in the return"),
        hint=_("CHILD, exactly as your case system writes it, zeros too. The next import then finds this record."),
        required=False,
        most=12,
        width=20,
        autocomplete="off",
    )
    version = VersionField()

    def __init__(self, *args: Any, may_number: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        if not may_number:
            del self.fields["child_id"]

    def clean_contact_every_days(self) -> Any:
        """A number of days from 1 to a year, or None."""
        typed = self.cleaned_data["contact_every_days"].strip()
        if not typed:
            return None
        if not (typed.isascii() and typed.isdecimal() and 1 <= int(typed[:4]) <= 366 and len(typed) <= 3):
            raise ValidationError(_("Write a number of days from 1 to 366, or leave it empty."))
        return int(typed)
