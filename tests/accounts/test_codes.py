"""The code of an address: the same for a while, mailed a few times, used once; and how often one place may ask."""

from datetime import timedelta
from itertools import count
from uuid import UUID

import pytest

from ownpath.accounts import codes
from ownpath.accounts.models import CodesAsked, SentCode
from ownpath.core import clock

pytestmark = pytest.mark.django_db
made = count()


def ask(address: str = "yara@example.org") -> tuple[UUID, str, bool]:
    code = codes.next_code(address, lambda: f"CODE-{next(made)}")
    return code.id, code.text, code.is_to_be_mailed


def test_everybody_who_asks_about_an_address_waits_for_the_same_code_which_is_mailed_three_times() -> None:
    first = ask()
    others = [ask(address) for address in ("Yara@Example.org", " yara@example.org", "yara@example.org")]

    assert {(one, text) for one, text, _mailed in others} == {first[:2]}
    assert [first[2], *(mailed for _id, _text, mailed in others)] == [True, True, True, False]
    assert ask("mo@example.org")[1] != first[1]


def test_neither_address_nor_code_lies_there_in_clear() -> None:
    code = ask()
    row = SentCode.objects.get()

    assert "yara" not in row.whose
    assert code[1] not in row.code


def test_a_while_later_it_is_another_and_mailed_again() -> None:
    first = ask()

    with clock.held_at(clock.now() + codes.SAME_FOR):
        later = ask()

    assert later[1] != first[1]
    assert later[2]


def test_it_is_used_once_and_the_next_is_another() -> None:
    first = ask()

    assert codes.is_unused(str(first[0]))
    assert [codes.use(str(first[0])) for _ in range(2)] == [True, False]
    assert not codes.is_unused(str(first[0]))
    assert ask()[1] != first[1]


def test_one_place_may_ask_its_share_of_an_hour_and_takes_nothing_from_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codes, "MOST_FROM_ONE_PLACE", 3)

    assert [codes.may_ask("192.0.2.1") for _ in range(5)] == [True, True, True, False, False]
    assert codes.may_ask("192.0.2.2")
    assert "192" not in "".join(CodesAsked.objects.values_list("whence", flat=True))
    with clock.held_at(clock.now() + timedelta(hours=1)):
        assert codes.may_ask("192.0.2.1")


def test_nobody_is_counted_where_nothing_tells_the_place() -> None:
    assert codes.may_ask("")
    assert not CodesAsked.objects.exists()
