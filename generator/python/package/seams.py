"""Modules of `_custom/`, where people add what is their own to the classes of clients and resources.

Each is made once, and is theirs from then on. Where one is configured (`custom`), generated code imports its
classes in place of its own, so `self` in them is the whole client or resource, for type checkers too.
"""

from collections.abc import Iterator

from generator.config import ClientConfig
from generator.diagnostics import Diagnostic, Location, closest, warning
from generator.python.naming import Names

FOLDER = "_custom"
CLIENT = "client"


def seam_files(names: Names) -> dict[str, str]:
    """Return the files of `_custom/` as they begin, by their paths in the package."""
    wanted = [item for item in names.resources if item in names.custom]
    seams = {names.resource_modules[item]: names.resources[item] for item in wanted}
    if CLIENT in names.custom:
        seams[CLIENT] = names.client
    if not seams:
        return {}
    first = '"""What is added by hand to what oasmith makes."""\n'
    return {
        f"{FOLDER}/__init__.py": first,
        **{f"{FOLDER}/{module}.py": _text(module, name) for module, name in sorted(seams.items())},
    }


def unmatched_seams(names: Names, config: ClientConfig, here: Location) -> Iterator[Diagnostic]:
    """Yield a warning for each setting in `custom` that is no resource of the package."""
    known = {CLIENT, *names.resources}
    for item in config.custom:
        if item not in known:
            close = closest(item, sorted(known))
            hint = f"; did you mean {close!r}?" if close else ""
            message = f"no resource is called {item!r}, which the settings have in 'custom'{hint}"
            yield warning("unmatched-setting", message, here)


def _text(module: str, name: str) -> str:
    return f'''"""Yours: made once, and never changed again. The package gives what these classes have."""

from .._async import {module} as _async
from .._sync import {module} as _sync


class {name}(_sync.{name}):
    """The sync class: methods and properties added here have all of it in `self`."""


class Async{name}(_async.Async{name}):
    """The async class, likewise."""
'''
