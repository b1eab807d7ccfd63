"""Posts that no page of ours makes: a clear page each time, nothing lost, never a fault of ours."""

from html import unescape
from typing import Any

import pytest

from ownpath.surveys.models import AreaAnswer, Response
from tests.client import Client
from tests.web.pressing import form_on, press

pytestmark = pytest.mark.django_db

HOME = "/my/survey/home/"
PAGES = [HOME, *(f"/my/survey/end/{page}/" for page in ("priorities", "order", "summary")), "/my/help/", "/my/survey/"]
NAUGHTY = ["\x00", "a\x00b", "🦊", "‮backwards", "' OR 1=1 --", "{{ 7*7 }}", "%s %(x)s", "9" * 400, "-1", "٣"]


def text(response: Any) -> str:
    return unescape(response.content.decode())


@pytest.mark.parametrize("value", NAUGHTY)
@pytest.mark.parametrize("page", PAGES)
def test_any_field_may_hold_anything(phone: Client, draft: Response, page: str, value: str) -> None:
    fields = form_on(phone.get(page))
    for name in [*fields, "go", "scenario", "now", "sharing", "areas", "up", "down", "once", "typed_by"]:
        answer = phone.post(page, fields | {name: [value]})
        assert answer.status_code in {200, 302, 404, 409, 422}, f"{name} of {page}"


@pytest.mark.parametrize("page", PAGES)
def test_empty_post_and_one_with_everything_many_times_are_answered(phone: Client, draft: Response, page: str) -> None:
    fields = form_on(phone.get(page))

    assert phone.post(page, {}).status_code in {302, 404, 422}
    assert phone.post(page, {name: values * 3 for name, values in fields.items()}).status_code in {302, 404}


def test_enormous_post_is_refused_in_words_and_changes_nothing(phone: Client, draft: Response) -> None:
    page = press(phone, HOME, words="a" * 3_000_000)

    assert page.status_code == 400
    assert "What was sent was too big" in text(page)
    assert not AreaAnswer.objects.exists()


def test_post_that_is_no_form_is_refused(phone: Client, draft: Response) -> None:
    answer = phone.post(HOME, b"\xff\xfe{", content_type="application/json")

    assert answer.status_code in {404, 422}
    assert not AreaAnswer.objects.exists()


def test_what_was_typed_is_shown_and_never_run(phone: Client, draft: Response) -> None:
    press(phone, HOME, words="<script>alert(1)</script>{{ 7*7 }}", sharing="private")

    page = phone.get("/my/survey/end/summary/").content.decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ 7*7 }}" in page
