"""Fingerprints of what is printed: whatever else the contract may miss, two of them tell that it differs."""

import hashlib
import re
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.python.plan import Plan
from generator.python.views import AliasView, ClassView, EnumView, MethodView, ParamView, SignatureView

_TOKEN = re.compile(r"[\w.']+|\"[^\"]*\"|[^\s\w]")
# Of a digest 24 bits, in four characters.
_LENGTH = 3
# Between two pieces of the literal that stands for several variants.
_PIECES = "| ' '"
# What of an operation's record is told by its name, method and path.
_REQUEST = ("name", "method", "path")


class Printed(NamedTuple):
    """What is printed of methods: of what they take, and of what they give."""

    taken: list[str]
    given: list[str]


def methods(plan: Plan) -> Mapping[str, Printed]:
    """Return what is printed of each call's methods."""
    return {
        f"{resource.module}.{method.name}": _signatures(method)
        for resource in plan.view.resources
        for method in resource.methods
    }


def records(plan: Plan) -> Mapping[tuple[str, str], Mapping[str, str]]:
    """Return the fingerprints of the parts of each operation's record, by its module and name."""
    return {
        (module.module, constant.name): _parts(constant.parts)
        for module in plan.view.operations
        for constant in module.constants
    }


def signature(printed: Iterable[Printed]) -> str:
    """Return the fingerprints of an operation's methods: of what they take, and of what they give."""
    taken, given = zip(*printed, strict=True)
    return " ".join(fingerprint(text for texts in side for text in texts) for side in (taken, given))


def _parts(record: Mapping[str, str]) -> dict[str, str]:
    """Return the fingerprint of each part of a record, so that a change of one explains no other one."""
    request = fingerprint(record.get(name, "") for name in _REQUEST)
    others = {name: fingerprint([text]) for name, text in record.items() if name not in _REQUEST}
    return {"request": request, **others}


def models(plan: Plan) -> Mapping[str, str]:
    """Return the fingerprint of each model, enum and alias, by its name."""
    params = {member.name: _member(member) for module in plan.view.params for member in module.members}
    return {
        member.name: fingerprint([*_member(member), *params.get(f"{member.name}Param", ())])
        for module in plan.view.models
        for member in module.members
    }


def fingerprint(texts: Iterable[str]) -> str:
    """Return what texts have in common that say the same in another order, or in literals of more pieces."""
    whole = (text.replace(_PIECES, "| ") for text in texts)
    tokens = sorted(token.strip("'\"") for text in whole for token in _TOKEN.findall(text))
    return urlsafe_b64encode(hashlib.sha256("\n".join(tokens).encode()).digest()[:_LENGTH]).decode()


def _signatures(method: MethodView) -> Printed:
    signatures = (*method.overloads, method.signature)
    taken = {_taken(item) for item in signatures}
    given = {f"-> {item.returns} {item.streams}" for item in signatures}
    return Printed([*sorted(taken)], [method.kind, *sorted(given)])


def _taken(signature: SignatureView) -> str:
    positional = [f"{place} {item.name}" for place, item in enumerate(signature.positional)]
    arguments = (*signature.positional, *signature.keywords)
    texts = [f"{item.name}: {item.annotation} = {item.default}" for item in arguments]
    return " ".join([*positional, *sorted(texts)])


def _member(member: ClassView | EnumView | AliasView | ParamView) -> list[str]:
    match member:
        case ClassView():
            fields = [f"{item.name}: {item.annotation} = {item.default}" for item in member.fields]
            return [member.base, member.nullable or "", member.extra or "", *fields]
        case EnumView():
            return [member.base, *(f"{name} = {value}" for name, value in member.members)]
        case AliasView():
            return [member.statement]
        case ParamView():
            return [f"{name}: {annotation}" for name, annotation in member.keys]
