"""Every field of every table says whether it is plain, personal or special."""

from typing import Any

from django.apps import apps
from django.db.models import Field

from ownpath.core.fields import BORROWED, sensitivity_of

type AnyField = Field[Any, Any]


def all_fields() -> list[AnyField]:
    models = apps.get_models(include_auto_created=True)
    return [field for model in models for field in (*model._meta.local_fields, *model._meta.local_many_to_many)]


def label(field: AnyField) -> str:
    return f"{field.model._meta.label}.{field.name}"


def test_every_field_is_declared() -> None:
    assert [label(field) for field in all_fields() if sensitivity_of(field) is None] == []


def test_every_borrowed_declaration_is_needed() -> None:
    undeclared = [field for field in all_fields() if not hasattr(field, "sensitivity")]
    needed = {label(field) for field in undeclared} | {field.model._meta.label for field in undeclared}

    assert set(BORROWED) - needed == set()
