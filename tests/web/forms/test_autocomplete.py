"""Where staff write about somebody else, their browser does not offer what it knows of them."""

import pkgutil
import re
from importlib import import_module
from pathlib import Path

import pytest
from django.conf import settings

from ownpath.web.forms.dates import DateField
from ownpath.web.forms.fields import CharField
from ownpath.web.forms.sign_in import AskForCodeForm, TypeCodeForm
from ownpath.web.public.forms import JoinForm
from ownpath.web.staff import forms as staff_forms

# One's own password, of which a browser keeps nothing: the device is lent, and the next person has it in their hand.
OWN = {"new-password"}


def boxes_of_staff() -> dict[str, CharField | DateField]:
    names = [found.name for found in pkgutil.iter_modules(staff_forms.__path__, f"{staff_forms.__name__}.")]
    return {
        f"{kind.__name__}.{name}": field
        for module in map(import_module, names)
        for kind in vars(module).values()
        if hasattr(kind, "base_fields")
        for name, field in kind.base_fields.items()
        if isinstance(field, CharField | DateField)
    }


def test_no_box_of_staff_is_filled_in_by_a_browser() -> None:
    found = boxes_of_staff()

    assert {"DetailsForm.name", "DetailsForm.email", "DetailsForm.phone", "AddYoungPersonForm.birth_date"} <= set(found)
    assert {name: field.autocomplete for name, field in found.items() if field.autocomplete not in {"off"} | OWN} == {}


def test_no_page_of_staff_has_a_box_beside_its_form() -> None:
    boxes = re.compile(r'<input(?![^>]*type="(?:hidden|checkbox|radio|file)")[^>]*>')
    pages = Path(settings.BASE_DIR, "ownpath/web/templates/staff").glob("*.html")

    found = {page.name: bare for page in pages if (bare := boxes.findall(page.read_text()))}
    assert {name: [box for box in bare if 'autocomplete="off"' not in box] for name, bare in found.items()} == {}


@pytest.mark.parametrize(
    ("form", "tokens"),
    [
        (AskForCodeForm(), ["email"]),
        (TypeCodeForm(), ["one-time-code"]),
        (JoinForm(), ["bday-day", "bday-month", "bday-year"]),
    ],
)
def test_ones_own_is_offered(form: AskForCodeForm | TypeCodeForm | JoinForm, tokens: list[str]) -> None:
    drawn = "".join(str(field) for field in form)

    assert re.findall(r'autocomplete="([^"]*)"', drawn) == tokens
