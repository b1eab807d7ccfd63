"""Every form of the pages."""

import inspect
from importlib import import_module
from pathlib import Path

import ownpath.web
from ownpath.web.forms.base import Form

WEB = Path(ownpath.web.__file__).parent


def every_form() -> list[type[Form]]:
    """Each class of a form, by name: those of every module in a folder or file called `forms`."""
    found = {}
    for path in [*WEB.rglob("forms/*.py"), *WEB.rglob("forms.py")]:
        module = import_module(".".join(("ownpath.web", *path.relative_to(WEB).with_suffix("").parts)))
        for name, thing in inspect.getmembers(module, inspect.isclass):
            if issubclass(thing, Form):
                found[name] = thing
    return list(found.values())
