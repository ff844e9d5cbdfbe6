"""Fingerprints of what is printed: whatever else the contract may miss, two of them tell that it differs."""

import hashlib
import re
from collections.abc import Iterable, Mapping

from generator.python.plan import Plan
from generator.python.views import AliasView, ClassView, EnumView, MethodView, ParamView, SignatureView

_TOKEN = re.compile(r"[\w.']+|\"[^\"]*\"|[^\s\w]")
_LENGTH = 6


def methods(plan: Plan) -> Mapping[str, str]:
    """Return the fingerprint of each call's methods."""
    return {
        f"{resource.module}.{method.name}": fingerprint(_signatures(method))
        for resource in plan.view.resources
        for method in resource.methods
    }


def records(plan: Plan) -> Mapping[tuple[str, str], str]:
    """Return the fingerprint of each operation's record, by its module and name."""
    return {
        (module.module, constant.name): fingerprint([constant.expression])
        for module in plan.view.operations
        for constant in module.constants
    }


def models(plan: Plan) -> Mapping[str, str]:
    """Return the fingerprint of each model, enum and alias, by its name."""
    params = {member.name: _member(member) for module in plan.view.params for member in module.members}
    return {
        member.name: fingerprint([*_member(member), *params.get(f"{member.name}Param", ())])
        for module in plan.view.models
        for member in module.members
    }


def fingerprint(texts: Iterable[str]) -> str:
    """Return what texts have in common that say the same in another order."""
    tokens = sorted(token.strip("'\"") for text in texts for token in _TOKEN.findall(text))
    return hashlib.sha256("\n".join(tokens).encode()).hexdigest()[:_LENGTH]


def _signatures(method: MethodView) -> list[str]:
    signatures = {text for item in (*method.overloads, method.signature) for text in _signature(item)}
    return [method.kind, *sorted(signatures)]


def _signature(signature: SignatureView) -> list[str]:
    positional = [f"{place} {item.name}" for place, item in enumerate(signature.positional)]
    arguments = (*signature.positional, *signature.keywords)
    texts = [f"{item.name}: {item.annotation} = {item.default}" for item in arguments]
    return [" ".join([*positional, *sorted(texts), f"-> {signature.returns} {signature.streams}"])]


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
