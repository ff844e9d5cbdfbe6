"""The models of openapi-pydantic that are used, which are those of OpenAPI 3.1.

Its packages import the models of 3.0 as well, and join both: two fifths of the time of their import. Pydantic
imports what looks for plugins even where it may use none: a sixth of the time of its own.
"""

import sys
from collections.abc import Generator
from contextlib import contextmanager
from importlib.util import find_spec, module_from_spec
from types import ModuleType

__all__ = ["Info", "Operation", "Parameter", "RequestBody", "Response", "SecurityScheme", "Server"]


@contextmanager
def _without_their_imports(*packages: str) -> Generator[None]:
    """Have packages to import modules from without what they import themselves; later they are whole."""
    bare = [name for name in packages if name not in sys.modules]
    for name in bare:
        spec = find_spec(name)
        assert spec is not None
        sys.modules[name] = module_from_spec(spec)
    try:
        yield
    finally:
        for name in bare:
            del sys.modules[name]


@contextmanager
def _without_plugins() -> Generator[None]:
    """Have a module that finds no plugins in the place of the one that looks for them, if none is there."""
    name = "pydantic.plugin._loader"
    if name in sys.modules:
        yield
        return
    sys.modules[name] = ModuleType(name)
    vars(sys.modules[name])["get_plugins"] = tuple[object, ...]
    try:
        yield
    finally:
        del sys.modules[name]


with _without_plugins(), _without_their_imports("openapi_pydantic", "openapi_pydantic.v3"):
    from openapi_pydantic.v3.v3_1 import (
        Info,
        Operation,
        Parameter,
        RequestBody,
        Response,
        SecurityScheme,
        Server,
    )

    # What they need of each other is there now; else the first that is read would put them together.
    for model in (Parameter, RequestBody, Response):
        model.model_rebuild()
