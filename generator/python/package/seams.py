"""Modules of `_custom/`, where people add what is their own to the classes of clients, resources and models.

Each is made once, and is theirs from then on. Where one is configured (`custom`), generated code uses its
classes. Those of clients and resources take the place of its own, so `self` in them is the whole of it, for
type checkers too. Those of models are a part of them: a model is what answers become, and what other models
refer to, so the class must be the one that its module has. It is made of theirs and of a class with the
fields, which theirs derives from for type checkers alone: neither module needs the other to be there first.
"""

from collections.abc import Iterator

from generator.config import ClientConfig
from generator.diagnostics import Diagnostic, Location, closest, warning
from generator.python.naming import Names
from generator.python.naming.mixins import MODELS

FOLDER = "_custom"
CLIENT = "client"


def seam_files(names: Names) -> dict[str, str]:
    """Return the files of `_custom/` as they begin, by their paths in the package."""
    wanted = [item for item in names.resources if item in names.custom]
    classes = {names.resource_modules[item]: names.resources[item] for item in wanted}
    if CLIENT in names.custom:
        classes[CLIENT] = names.client
    seams = {module: _text(module, name) for module, name in classes.items()}
    seams |= {mixin.module: _mixin_text(names, model) for model, mixin in names.mixins.items()}
    if not seams:
        return {}
    first = '"""What is added by hand to what oasmith makes."""\n'
    return {
        f"{FOLDER}/__init__.py": first,
        **{f"{FOLDER}/{module}.py": text for module, text in sorted(seams.items())},
    }


def unmatched_seams(names: Names, config: ClientConfig, here: Location) -> Iterator[Diagnostic]:
    """Yield a warning for each setting in `custom` that is no resource and no model of the package."""
    mixed = {f"{MODELS}{names.models[location].name}" for location in names.mixins}
    resources = {CLIENT, *names.resources}
    models = {f"{MODELS}{model.name}" for model in names.models.values()}
    for item in config.custom:
        if item in resources or item in mixed:
            continue
        if item in models:
            message = f"{item!r}, which the settings have in 'custom', is no class with fields"
        else:
            whole = f"{MODELS}{item}"
            close = whole if whole in models else closest(item, sorted({*resources, *models}))
            hint = f"; did you mean {close!r}?" if close else ""
            kind = "model" if item.startswith(MODELS) else "resource"
            message = f"no {kind} is called {item!r}, which the settings have in 'custom'{hint}"
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


def _mixin_text(names: Names, model: Location) -> str:
    mixin, name = names.mixins[model], names.models[model].name
    return f'''"""Yours: made once, and never changed again. The package's `{name}` has what this has."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..models import {mixin.fields}
else:  # the module of `{name}` imports this one
    from .._runtime.model import Model as {mixin.fields}


class {mixin.name}({mixin.fields}):
    """Methods and properties added here are those of `{name}`, and have its fields in `self`."""
'''
