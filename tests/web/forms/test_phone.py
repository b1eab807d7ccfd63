from html import unescape

import pytest
from django.http import QueryDict
from django.template import engines

from ownpath.web.forms.base import Form
from ownpath.web.forms.phone import PhoneField

pytestmark = pytest.mark.any_database


class NumberForm(Form):
    phone = PhoneField(label="Phone", required=False)


def typed(phone: str) -> NumberForm:
    posted = QueryDict(mutable=True)
    posted["phone"] = phone
    return NumberForm(posted)


def drawn(source: str, **values: object) -> str:
    return str(engines["jinja2"].from_string(source).render(values)).strip()


@pytest.mark.parametrize("phone", ["", "07700 900123", "+44 (0)7700 900123", "01632 960123 ext 45", "٠٧٧٠٠٩٠٠١٢٣"])
def test_a_number_is_kept_as_it_was_typed(phone: str) -> None:
    form = typed(f" {phone} ")

    assert form.is_valid()
    assert form.cleaned_data == {"phone": phone}


@pytest.mark.parametrize("phone", ["ask at the hostel", "07700 900", "12", "<b>mum</b>"])
def test_what_cannot_be_dialled_is_asked_about_and_stays_in_the_box(phone: str) -> None:
    form = typed(phone)

    assert form.errors["phone"] == [
        f"We can’t tell which number to ring from “{phone}”. Enter one phone number, such as 07700 900123."
    ]
    assert f'value="{phone}"' in unescape(str(form["phone"]))


CALL = '{% from "components/phone.html" import call, text, reach %}'


@pytest.mark.parametrize(
    ("source", "link"),
    [
        ("{{ call('01632 960123 ext 45') }}", '<a href="tel:+441632960123">01632 960123 ext 45</a>'),
        ("{{ call('ask at the hostel') }}", "<bdi>ask at the hostel</bdi>"),
        ("{{ call('999', 'Call 999', 'red') }}", '<a class="red" href="tel:999">Call 999</a>'),
        ("{{ text('85258') }}", '<a href="sms:85258">85258</a>'),
        ("{{ text('01632 960123') }}", "<bdi>01632 960123</bdi>"),
        ("{{ text('+44 (0)7700 900123', 'Text Rosa') }}", '<a href="sms:+447700900123">Text Rosa</a>'),
        ("{{ reach('01632 960123') }}", '<a href="tel:+441632960123">01632 960123</a>'),
        ("{{ reach('07700 900123', may_text=False) }}", '<a href="tel:+447700900123">07700 900123</a>'),
        (
            "{{ reach('07700 900123', may_ring=False) }}",
            '<bdi>07700 900123</bdi> · <a href="sms:+447700900123">Text</a>',
        ),
        ("{{ reach('07700 900123', may_ring=False, may_text=False) }}", "<bdi>07700 900123</bdi>"),
    ],
)
def test_the_macro_links_only_what_can_be_dialled(source: str, link: str) -> None:
    assert "".join(drawn(CALL + source).splitlines()) == link
