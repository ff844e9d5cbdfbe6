"""The models of openapi-pydantic that are used, which are those of OpenAPI 3.1.

Its packages import the models of 3.0 as well, and join both: two fifths of the time of their import.
"""

import sys
from collections.abc import Generator
from contextlib import contextmanager
from importlib.util import find_spec, module_from_spec

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


with _without_their_imports("openapi_pydantic", "openapi_pydantic.v3"):
    from openapi_pydantic.v3.v3_1 import (
        Info,
        Operation,
        Parameter,
        RequestBody,
        Response,
        SecurityScheme,
        Server,
    )
