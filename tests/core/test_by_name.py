"""Names come in the order in which people look for them, in both databases and in Python."""

import ast
import re
from pathlib import Path
from random import Random

import pytest
from django.conf import settings

from ownpath.accounts import queries
from ownpath.attention.queries import attention_list
from ownpath.core.by_name import sort_key
from tests import factories

IN_ORDER = [
    "Amara Testfern", "Ángel Testfern", "angela Testfern", "de la Test", "Émile", "emile Z", "Łukasz", "Lz Test",
    "O'Test", "Østen", "Oz", "Paul", "Straße", "Strassen", "Test Person", "Testa", "X", "zed", "Zoë", "zoey",
    "إبراهيم", "احمد", "باسم", "نور", "李",
]  # fmt: skip


def shuffled() -> list[str]:
    return Random(4).sample(IN_ORDER, len(IN_ORDER))


def test_python_sorts_as_people_do() -> None:
    assert sorted(shuffled(), key=sort_key) == IN_ORDER


def test_any_sign_has_a_place() -> None:
    assert all(sort_key(chr(code)) is not None for code in range(0, 0x110000, 7))


@pytest.mark.django_db
def test_the_database_sorts_as_python_does() -> None:
    authority = factories.authority()
    for name in shuffled():
        factories.adviser(authority, name)

    actor = factories.actor(factories.manager(authority))
    names = [user.name for user in queries.advisers(actor=actor)]

    assert names == IN_ORDER
    assert [user.name for user in queries.advisers(actor=actor)[8:12]] == IN_ORDER[8:12]


@pytest.mark.django_db
def test_an_adviser_reads_their_young_people_as_people_sort() -> None:
    authority = factories.authority()
    adviser = factories.adviser(authority)
    for name in shuffled():
        factories.allocate(factories.young_person(authority, name), adviser)

    assert [row.young_person.name for row in attention_list(actor=factories.actor(adviser))] == IN_ORDER


def test_no_query_orders_by_a_raw_name() -> None:
    raw = [
        f"{path}:{node.lineno}"
        for path in Path(settings.BASE_DIR, "ownpath").rglob("*.py")
        if "migrations" not in path.parts
        for node in ast.walk(ast.parse(path.read_text()))
        if _orders_by_a_name(node)
    ]

    assert raw == []


def _orders_by_a_name(node: ast.AST) -> bool:
    """`order_by("name")` and `sorted(…, key=… .name)`, which put Ángel after Z."""
    if not isinstance(node, ast.Call):
        return False
    called = getattr(node.func, "attr", getattr(node.func, "id", ""))
    if called == "order_by":
        fields = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
        return any(str(field).lstrip("-").rpartition("__")[2] == "name" for field in fields)
    keys = [ast.unparse(word.value) for word in node.keywords if word.arg == "key"]
    return called in ("sorted", "sort") and any(
        re.search(r"\.name\b(?!\))|casefold", key) and "sort_key" not in key for key in keys
    )
