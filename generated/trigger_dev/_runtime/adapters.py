# Copied from templates/_runtime/adapters.py. DO NOT EDIT: it is made anew.
"""What carries requests with the client of another HTTP library: `http_client=` takes such a client, too.

None of these libraries is imported here: where one was not, nobody can have made a client of it.
"""

import sys
from importlib import import_module
from typing import Any, Final

_PACKAGE: Final = __name__.partition("._runtime")[0]


def adapted(client: object) -> Any:
    """Return what carries requests with the client of another HTTP library; None where it is of none."""
    if _is_made_by(client, "pyreqwest.client", "SyncClient"):
        return import_module(f"{_PACKAGE}._sync.pyreqwest").Pyreqwest(client)
    return None


def async_adapted(client: object) -> Any:
    """Return what carries requests with the client of another HTTP library; None where it is of none."""
    if _is_made_by(client, "aiohttp", "ClientSession"):
        return import_module(f"{_PACKAGE}._async.aiohttp").AsyncAiohttp(client)
    if _is_made_by(client, "pyreqwest.client", "Client"):
        return import_module(f"{_PACKAGE}._async.pyreqwest").AsyncPyreqwest(client)
    return None


def takes_requests(carrier: Any) -> bool:
    """Tell whether what something has as `send` takes a request and a timeout, by position.

    Clients of many HTTP libraries have a `send` of their own, which would fail at the first call.
    """
    from inspect import signature  # noqa: PLC0415 - only what is given is looked at

    if isinstance(carrier, type):
        return False
    try:
        signature(carrier.send).bind(None, None)
    except TypeError:
        return False
    except ValueError:  # it does not say what it takes
        return True
    return True


def kind_of(given: object) -> str:
    """Return what something is, in words: a class, or an object of one."""
    kind = given if isinstance(given, type) else type(given)
    name = f"{kind.__module__}.{kind.__qualname__}"
    return f"the class {name} itself" if kind is given else f"a {name}"


def _is_made_by(client: object, module: str, name: str) -> bool:
    kind = getattr(sys.modules.get(module), name, None)
    return isinstance(kind, type) and isinstance(client, kind)
