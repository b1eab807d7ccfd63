"""The public functions of every room's reads and writes."""

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import ownpath

type Function = Callable[..., Any]


def public_functions(room_file: str) -> Iterator[tuple[str, Function]]:
    """What every `actions` (or `queries`) offers: what a module defines, and what a package's `__init__` hands out."""
    for module in pkgutil.walk_packages(ownpath.__path__, "ownpath."):
        if module.name.split(".")[2:] == [room_file]:
            yield from _functions_of(module.name)


def _functions_of(module_name: str) -> Iterator[tuple[str, Function]]:
    for name, function in inspect.getmembers(import_module(module_name), inspect.isfunction):
        is_at_home = function.__module__ == module_name or function.__module__.startswith(f"{module_name}.")
        if is_at_home and not name.startswith("_"):
            yield f"{module_name.removeprefix('ownpath.')}.{name}", function
