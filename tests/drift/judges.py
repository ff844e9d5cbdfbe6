"""What users and the server see of a package, read off what is printed: no contract is compared here."""

import re
from dataclasses import dataclass

from generator.python.views import AliasView, ClassView, EnumView
from tests.support.contracts import Made

_WORD = re.compile(r"[\w.]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Lines of signatures and classes by their owners' names, and the records that the runtime reads."""

    public: dict[str, list[str]]
    wire: dict[str, list[str]]


def seen(made: Made) -> Seen:
    """Return what is seen of a package; the order of what has none does not matter."""
    view = made.plan.view
    public: dict[str, list[str]] = {}
    for resource in view.resources:
        for method in resource.methods:
            public[f"{resource.name}.{method.name}"] = sorted(
                line
                for item in (*method.overloads, method.signature)
                for line in (
                    *(f"{place} {one.name}" for place, one in enumerate(item.positional)),
                    *(
                        f"{one.name}: {_words(one.annotation)} = {one.default}"
                        for one in (*item.positional, *item.keywords)
                    ),
                    f"-> {_words(str(item.returns))} {_words(str(item.streams))}",
                )
            )
    for module in view.models:
        for member in module.members:
            public[f"models.{module.module}.{member.name}"] = _member(member)
    public["client"] = sorted(f"{item.argument}: {item.annotation}" for item in view.credentials)
    public["client"] += sorted(item.argument for item in view.server_arguments)
    wire = {
        item.name + module.module: _words(item.expression)
        for module in view.operations
        for item in module.constants
    }
    wire["servers"] = [word for item in view.servers for word in _words(item)]
    wire["schemes"] = list(view.schemes)
    return Seen(public=public, wire=wire)


def _member(member: ClassView | EnumView | AliasView) -> list[str]:
    match member:
        case ClassView():
            return [
                member.base,
                *sorted(f"{one.name}: {_words(one.annotation)} = {one.default}" for one in member.fields),
            ]
        case EnumView():
            return sorted(f"{name} = {value}" for name, value in member.members)
        case AliasView():
            return _words(member.statement)


def _words(text: str) -> list[str]:
    return sorted(_WORD.findall(text))
