"""The scopes of a package: in none of them have two things one name."""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.diagnostics import InputError, Location, error
from generator.python.views import ClassView, EnumView, PackageView, SignatureView


def refuse_twice(view: PackageView) -> None:
    """Refuse a package in which two things of one scope have one name: the second would replace the first.

    Raises:
        InputError: with a finding for each.
    """
    found = [
        error(
            "unsound-package",
            f"what was made of the document would define `{name}` twice; nothing was written",
            Location(path),
        )
        for path, scope in _scopes(view)
        for name in _doubles(list(scope))
    ]
    if found:
        raise InputError(*found)


def _doubles(names: list[str]) -> list[str]:
    if len(set(names)) == len(names):  # as it is
        return []
    return [name for name, times in Counter(names).items() if times > 1]


def _scopes(view: PackageView) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the names of each scope, with the path of the file that it is in."""
    yield "models/__init__.py", (item.name for item in view.exports)
    for module in view.models:
        for member in module.members:
            if isinstance(member, ClassView):
                yield f"models/{module.module}.py", (item.name for item in member.fields)
            elif isinstance(member, EnumView):
                yield f"models/{module.module}.py", (name for name, _ in member.members)
    for operations in view.operations:
        yield f"_operations/{operations.module}.py", (item.name for item in operations.constants)
    for resource in view.resources:
        path = f"_async/{resource.module}.py"
        yield (
            path,
            (*(item.attribute for item in resource.children), *(item.name for item in resource.methods)),
        )
        for method in resource.methods:
            yield from ((path, _arguments(item)) for item in (*method.overloads, method.signature))
    for webhooks in view.webhooks:
        yield f"{webhooks.module}.py", (function.name for function in webhooks.functions)
    client = "_async/client.py"
    yield client, (item.attribute for item in view.children)
    yield client, (item.name for item in view.resources)
    yield (
        client,
        (
            *(item.argument for item in view.credentials),
            *(item.argument for item in view.server_arguments),
            *(item.argument for item in view.client_parameters),
        ),
    )
    for folder, modules in (("models", view.models), ("_async", view.resources)):
        # As they are on disks that know no case.
        yield folder, (item.module.casefold() for item in modules)


def _arguments(signature: SignatureView) -> Iterator[str]:
    return (item.name for item in (*signature.positional, *signature.keywords))
