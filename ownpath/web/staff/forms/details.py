"""What a young person is called, and how to reach them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ownpath.people.enums import CareLeaverStatus
from ownpath.web.forms.base import Form
from ownpath.web.forms.fields import BooleanField, EmailField, SelectField, VersionField
from ownpath.web.forms.lines import ChildField, NameField
from ownpath.web.forms.numbers import NumberField
from ownpath.web.forms.phone import PhoneField


class DetailsForm(Form):
    """Names and numbers."""

    name = NameField(label=_("Name"), hint=_("What they want to be called."), missing=_("Write their name."), most=120)
    phone = PhoneField(label=_("Phone"), required=False)
    email = EmailField(label=_("Email address"), required=False)
    contact_every_days = NumberField(
        label=_("Be in touch at least every … days"),
        hint=_("As agreed with them. Leave it empty for what is usual here."),
        least=1,
        greatest=366,
        required=False,
        width=3,
    )
    status = SelectField(
        label=_("Status in law"),
        hint=_("As it was worked out with them. They can read it, and it says what of the local offer is for them."),
        choices=lambda: [(status.value, status.in_words) for status in CareLeaverStatus],
        skip=_("Nobody has written it down yet"),
    )
    is_status_checked = BooleanField(label=_("This status is right all the same"), required=False)
    child_id = ChildField(
        label=_("Child number in the return"),
        hint=_("CHILD, exactly as your case system writes it, zeros too. The next import then finds this record."),
        required=False,
    )
    version = VersionField()

    def __init__(self, *args: Any, may_number: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        if not may_number:
            del self.fields["child_id"]
