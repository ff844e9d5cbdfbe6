"""Annotations: types in Python, and what must be imported for them."""

import ast
from collections.abc import Callable

import pytest

from generator.config import ClientConfig
from generator.ir import (
    Anything,
    Array,
    Boolean,
    Const,
    Enum,
    Integer,
    Map,
    Never,
    Null,
    Nullable,
    Number,
    Object,
    String,
    Tuple,
    Type,
    Union,
)
from generator.python.naming import name
from generator.python.types.annotations import Annotator, Imports, or_none
from tests.support.documents import ref, schemas

API = schemas("""
Pet: {properties: {name: {type: string}}}
Kind: {enum: [cat, dog]}
Level: {enum: [1, 2]}
Time: {type: string, format: date-time}
Maybe: {type: string, nullable: true}
Nothing: {type: 'null'}
Tree: {oneOf: [{type: integer}, {type: array, items: {$ref: '#/components/schemas/Tree'}}]}
""")
MODELS = name(API, ClientConfig(document="api.yaml", output=".", package="acme")).models


def annotator(here: str | None = None, shadowed: frozenset[str] = frozenset()) -> Annotator:
    return Annotator(MODELS, API.definitions, Imports(), here=here, shadowed=shadowed)


@pytest.mark.parametrize(
    ("type_", "value", "argument"),
    [
        (Anything(), "Any", "Any"),
        (Never(), "Any", "Any"),
        (Null(), "None", "None"),
        (Boolean(), "bool", "bool"),
        (Integer(), "int", "int"),
        (Number(), "float", "float"),
        (String(), "str", "str"),
        (String("date-time"), "scalars.DateTime", "dt.datetime | str"),
        (String("uuid"), "UUID", "UUID | str"),
        (String("binary"), "bytes", "bytes"),
        (String("byte"), "str", "str"),
        (Const("a"), "Literal['a']", "Literal['a']"),
        (Const(1), "Literal[1]", "Literal[1]"),
        (Const(value=True), "Literal[True]", "Literal[True]"),
        (Const(1.5), "float", "float"),
        (Enum(("a", "b")), "str", "str"),
        (Array(Integer()), "list[int]", "Sequence[int] | int"),
        (Map(String("date")), "dict[str, scalars.Date]", "Mapping[str, dt.date | str]"),
        (Object(), "dict[str, Any]", "dict[str, Any]"),
        (Tuple((), None), "tuple[()]", "tuple[()]"),
        (Tuple((String(), Integer()), None), "tuple[str, int]", "tuple[str, int]"),
        (Tuple((String(), Integer()), Anything()), "tuple[str, int]", "tuple[str, int]"),
        (
            Tuple((String(), Integer()), Nullable(Integer())),
            "list[str | int | None]",
            "list[str | int | None]",
        ),
        (Nullable(String()), "str | None", "str | None"),
        (Union((String(), Integer())), "str | int", "str | int"),
        (Union((Nullable(String()), Integer())), "str | int | None", "str | int | None"),
        (Union((String(), Anything())), "Any", "Any"),
        (Union((Const(1), Integer(), Const(value=True))), "Literal[1, True] | int", "Literal[1, True] | int"),
        (Union((Array(String()), String())), "list[str] | str", "Sequence[str] | str"),
        (
            Array(Nullable(Union((String(), Integer())))),
            "list[str | int | None]",
            "Sequence[str | int | None] | str | int",
        ),
        (ref("Pet"), "models.Pet", "models.Pet | params.PetParam"),
        (Nullable(ref("Pet")), "models.Pet | None", "models.Pet | params.PetParam | None"),
        (ref("Kind"), "models.Kind", "params.KindParam"),
        (ref("Level"), "models.Level", "params.LevelParam"),
        (ref("Time"), "models.Time", "dt.datetime | str"),
        (ref("Maybe"), "models.Maybe", "str | None"),
        (ref("Nothing"), "None", "None"),
        (Nullable(ref("Nothing")), "None", "None"),
        (Union((ref("Kind"), ref("Nothing"))), "models.Kind | None", "params.KindParam | None"),
        (ref("Tree"), "models.Tree", "int | Sequence[Any]"),
    ],
)
def test_annotations(type_: Type, value: str, argument: str) -> None:
    assert (annotator().value(type_), annotator().argument(type_)) == (value, argument)


def test_a_model_module_names_its_own_plainly_and_imports_others() -> None:
    spelling = annotator(here="pet")
    assert spelling.value(Union((ref("Pet"), ref("Kind")))) == "Pet | Kind"
    assert spelling.value(String("binary")) == "str"
    assert spelling.imports.lines() == ("from .kind import Kind",)


def test_builtins_that_a_class_hides_are_said_in_full() -> None:
    spelling = annotator(shadowed=frozenset({"list", "str"}))
    assert spelling.value(Array(Map(String()))) == "builtins.list[dict[builtins.str, builtins.str]]"
    assert spelling.imports.lines() == ("import builtins",)


def test_imports_are_grouped_and_sorted() -> None:
    imports = Imports()
    for module, imported in [
        (".pet", "Pet"),
        ("..", "models"),
        ("datetime", ""),
        ("pydantic", "Field"),
        ("typing", "Literal"),
        ("typing", "Any"),
        (".._runtime.unset", "Unset"),
        (".._runtime.unset", "UNSET"),
        ("builtins", ""),
    ]:
        imports.add(module, imported)
    assert imports.lines() == (
        "import builtins",
        "import datetime as dt",
        "from typing import Any, Literal",
        "",
        "from pydantic import Field",
        "",
        "from .. import models",
        "from .._runtime.unset import UNSET, Unset",
        "from .pet import Pet",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("str", "str | None"),
        ("str | None", "str | None"),
        ("Any", "Any"),
        ("models.SortNone", "models.SortNone | None"),
        ("list[str | None]", "list[str | None] | None"),
        ("Literal['None']", "Literal['None'] | None"),
        ("Literal['a | None']", "Literal['a | None'] | None"),
    ],
)
def test_or_none(text: str, expected: str) -> None:
    assert or_none(text) == expected


@pytest.mark.parametrize("spell", [Annotator.value, Annotator.argument])
def test_no_constant_gets_out_of_its_quotes(spell: Callable[[Annotator, Type], str]) -> None:
    values = ["] | [a", "] | [b", "' | Any | '", '"', "'\"", "\\", "(", "models.", "None", "\n", "\u202e"]
    text = spell(annotator(), Nullable(Union(tuple(Const(value) for value in values))))
    literals = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant)]
    assert {node.value for node in literals} == {None, *values}
