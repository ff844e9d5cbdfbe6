"""Types in wire terms, as the contract has them: short texts, and lists where a text would not do.

`str`, `str:date-time`, `int`, `num`, `bool`, `null`, `any`, `never` and `@Pet`, a model; behind it `[]` for a
list, `{}` for a map and `?` for what may be null, in the order in which they are put around it. Else a list
whose first item says what the others are: `["or", [variants], discriminator]`, `["const", value]`,
`["enum", value, ...]`. Variants are in the document's order, which may decide what a value is read as.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, assert_never

from generator.diagnostics import Location
from generator.ir import (
    Anything,
    Array,
    Boolean,
    Const,
    Discriminator,
    Encoded,
    Enum,
    Field,
    Integer,
    Map,
    Never,
    Null,
    Nullable,
    Number,
    Object,
    Reference,
    String,
    Subtypes,
    Tuple,
    Type,
    Union,
)
from generator.reading.nodes import is_mapping, is_sequence

Term: TypeAlias = Any
"""A type as JSON: text, or a list."""

_PLAIN: Mapping[type, str] = {
    Anything: "any",
    Never: "never",
    Null: "null",
    Boolean: "bool",
    Integer: "int",
    Number: "num",
}
_MARKS = ("[]", "{}", "?")


def term_of(type_: Type, names: Mapping[Location, str]) -> Term:  # noqa: C901 - a case for each type
    """Return a type in wire terms; `names` are the classes of definitions."""
    match type_:
        case Anything() | Never() | Null() | Boolean() | Integer() | Number():
            return _PLAIN[type(type_)]
        case String(format=format_):
            return "str" if format_ is None else f"str:{format_}"
        case Reference(target=target):
            return f"@{names[target]}"
        case Array(item=inner):
            return marked(term_of(inner, names), "[]")
        case Map(value=inner):
            return marked(term_of(inner, names), "{}")
        case Nullable(inner=inner):
            return marked(term_of(inner, names), "?")
        case Encoded(inner=inner):
            return ["json", term_of(inner, names)]
        case Const(value=value):
            return ["const", value]
        case Enum(values=values):
            return ["enum", *sorted(values, key=key_of)]
        case Tuple(items=items, rest=rest):
            held = [term_of(item, names) for item in items]
            return ["tuple", held, None if rest is None else term_of(rest, names)]
        case Union():
            return _union(type_, names)
        case Object():
            fields = {item.name: field_term(item, names) for item in type_.fields}
            return ["object", fields, None if type_.extra is None else term_of(type_.extra, names)]
        case _:
            assert_never(type_)


def marked(inner: Term, mark: str) -> Term:
    """Return a term with a list, a map or null put around it."""
    return f"{inner}{mark}" if isinstance(inner, str) else [mark, inner]


def unmarked(term: Term) -> tuple[str, Term]:
    """Return what is put around a term, and what it is put around; `""` where nothing is."""
    if isinstance(term, str):
        for mark in _MARKS:
            if term.endswith(mark):
                return mark, term[: -len(mark)]
        return "", term
    return (term[0], term[1]) if term[0] in _MARKS else ("", term)


def key_of(value: object) -> str:
    """Return what JSON values are sorted by and told apart by."""
    return json.dumps(value, sort_keys=True)


def field_term(item: Field, names: Mapping[Location, str]) -> dict[str, Any]:
    """Return a field: its type, and of the rest what is not usual."""
    limits = dict(item.hints.limits) if item.hints is not None else {}
    return present(
        type=term_of(item.type, names),
        required=item.required,
        access=item.access if item.access != "both" else None,
        default=item.default,
        deprecated=item.deprecated,
        limits=limits,
    )


def present(**values: Any) -> dict[str, Any]:
    """Return what is neither false, empty nor None."""
    return {name: value for name, value in values.items() if value}


def subtypes_term(subtypes: Subtypes, names: Mapping[Location, str]) -> dict[str, Any]:
    """Return what derives from an object, by the values of the property that tells."""
    pairs = (*subtypes.names, *subtypes.mapping)
    return {
        "property": subtypes.property,
        "mapping": {value: f"@{names[place]}" for value, place in sorted(pairs)},
    }


def mapped(term: Any, change: Callable[[str], str]) -> Any:
    """Return JSON with each text that names a model changed; `change` is given the name without its marks."""
    match term:
        case str():
            if not term.startswith("@"):
                return term
            name = term[1:].rstrip("[]{}?")
            return f"@{change(name)}{term[1 + len(name) :]}"
        case ["const" | "enum", *_]:
            return term
        case _ if is_sequence(term):
            return [mapped(item, change) for item in term]
        case _ if is_mapping(term):
            return {key: mapped(value, change) for key, value in term.items()}
        case _:
            return term


def models_in(term: Any) -> set[str]:
    """Return the names of the models that are in JSON."""
    found: set[str] = set()

    def keep(name: str) -> str:
        found.add(name)
        return name

    mapped(term, keep)
    return found


def _union(union: Union, names: Mapping[Location, str]) -> Term:
    variants = [term_of(variant, names) for variant in union.variants]
    told = None if union.discriminator is None else _discriminator(union.discriminator, variants)
    return ["or", variants, told]


def _discriminator(found: Discriminator, variants: list[Term]) -> dict[str, Any]:
    pairs = sorted((key_of(value), key_of(variants[position])) for value, position in found.mapping)
    mapping: dict[str, Any] = {}
    for value, variant in pairs:
        mapping[value] = [*mapping.get(value, ()), json.loads(variant)]
    return {"property": found.property, "mapping": mapping}
