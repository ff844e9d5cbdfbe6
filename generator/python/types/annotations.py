"""How a type is spelled in Python: in a model, as what a call returns, and as what an argument takes."""

import ast
import re
from collections.abc import Mapping
from dataclasses import field
from typing import TypeAlias, assert_never

from generator.diagnostics import Location
from generator.ir import (
    Anything,
    Array,
    Boolean,
    Const,
    Definition,
    Encoded,
    Enum,
    Integer,
    Map,
    Never,
    Null,
    Nullable,
    Number,
    Object,
    Reference,
    String,
    Tuple,
    Type,
    Union,
)
from generator.python.naming import ModelName
from generator.python.text.prose import literal
from generator.records import dataclass
from generator.type_tree import deref, fields_of, map_type, variants_of, without_null

Plain: TypeAlias = Anything | Never | Null | Boolean | Integer | Number | String | Const | Enum

# What a text of a format is in Python: as it is read, and as it is given.
STRINGS = {
    "date-time": "scalars.DateTime",
    "date": "scalars.Date",
    "time": "scalars.Time",
    "duration": "scalars.Duration",
    "uuid": "UUID",
    "decimal": "scalars.DecimalText",
}
GIVEN = {
    **STRINGS,
    "date-time": "dt.datetime",
    "date": "dt.date",
    "time": "dt.time",
    "duration": "dt.timedelta",
    "decimal": "Decimal",
}
UUID, ANY_TEXT = String("uuid"), String()
DEPRECATED_IS_FINE = "# pyright: reportDeprecated=false"
# The name of what takes bytes and files, and the format that stands for it here.
FILE = "FileContent"
ORIGINS = {"UUID": "uuid", "Decimal": "decimal", "Any": "typing", "Literal": "typing"}
# What matters in an annotation's text: literals, which may hold anything, brackets, and the bars of unions.
TOKEN = re.compile(r"""'(?:[^'\\]|\\.)*'?|"(?:[^"\\]|\\.)*"?|[\[\]()]|[ ]\|[ ]""")
# What takes all that a type has.
_WIDER = {
    "str": {"str"},
    "bool": {"bool", "int", "float"},
    "int": {"int", "float"},
    "dt.datetime": {"dt.date"},
}
# A number among the values of a literal.
NUMBER = re.compile(r"[\[ ]-?\d")


@dataclass(slots=True)
class Imports:
    """The imports of one module, collected while its text is made; whether any is of something deprecated.

    `taken` are names of what the document has classes for.
    """

    names: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    taken: frozenset[str] = frozenset()
    has_deprecated: bool = False

    def add(self, module: str, name: str) -> str:
        """Import a name from a module, or the module itself where the name is empty; return the name."""
        self.names.setdefault(module, set()).add(name)
        return name

    def add_aside(self, module: str, name: str) -> str:
        """Import a name that a class of the document may have; return what it is called here."""
        if name not in self.taken:
            return self.add(module, name)
        self.add(module, f"{name} as _{name}")
        return f"_{name}"

    def lines(self) -> tuple[str, ...]:
        """Return the import statements, sorted and grouped as ruff's isort would."""
        groups: tuple[list[str], ...] = ([], [], [], [])
        for module in sorted(self.names, key=_module_order):
            names = sorted(self.names[module] - {""}, key=_name_order)
            group = groups[_group(module)]
            if "" in self.names[module]:
                group.append("import datetime as dt" if module == "datetime" else f"import {module}")
            if names:
                group.append(f"from {module} import {', '.join(names)}")
        # What is deprecated is so for users; the package itself has to name it.
        lines: list[str] = [DEPRECATED_IS_FINE, ""] if self.has_deprecated else []
        for group in groups:
            whole = sorted(line for line in group if line.startswith("import "))
            ordered = [*whole, *(line for line in group if not line.startswith("import "))]
            lines += ["", *ordered] if lines and lines[-1] and ordered else ordered
        return tuple(lines)


@dataclass(slots=True)
class Annotator:
    """Spells types for one module.

    Attributes:
        models: the names of all definitions.
        definitions: what they are.
        imports: where the names that are used are collected.
        here: the module of `models/` that is being written; None for modules that say `models.Name`.
        package: where such a module finds the package.
        shadowed: builtins and modules whose names mean something else in the class being written.
        params_here: the module of `params/` that is being written; None for others, which say `params.Name`.
        is_read_late: whether what is written refers to itself, so that no model around it sees its numbers.
    """

    models: Mapping[Location, ModelName]
    definitions: Mapping[Location, Definition]
    imports: Imports
    here: str | None = None
    package: str = ".."
    shadowed: frozenset[str] = frozenset()
    params_here: str | None = None
    is_read_late: bool = False

    def value(self, type_: Type) -> str:
        """Return the type of a value: of a model's field, or of what a call returns."""
        match type_:
            case String(format=format_):  # most types are text, so it is asked for first
                return self._string(format_)
            case Array(item=item):
                return f"{self.builtin('list')}[{self.value(item)}]"
            case Tuple(items=items, rest=rest) if rest is not None and not isinstance(rest, Anything):
                return f"{self.builtin('list')}[{self.joined([self.value(item) for item in (*items, rest)])}]"
            case Tuple(items=items):
                return f"{self.builtin('tuple')}[{', '.join(self.value(item) for item in items) or '()'}]"
            case Map(value=value):
                return f"{self.builtin('dict')}[{self.builtin('str')}, {self._map_value(value)}]"
            case Object():
                return f"{self.builtin('dict')}[{self.builtin('str')}, {self._any()}]"
            case Nullable(inner=inner):
                return or_none(self.value(inner))
            case Encoded(inner=inner):
                return f"{self.imports.add_aside('pydantic', 'Json')}[{self.value(inner)}]"
            case Union(variants=variants):
                return self.joined([self._variant(item, variants) for item in self._maps_last(variants)])
            case Reference(target=target):
                return self._named(target)
            case _:
                return self._plain(type_)

    def _variant(self, type_: Type, variants: tuple[Type, ...]) -> str:
        # Beside any text, what only can be read as a UUID is text, and stays as it is.
        if type_ == UUID and ANY_TEXT in variants:
            return self._text("scalars.CanonicalUUID")
        return self.value(type_)

    def _map_value(self, type_: Type) -> str:
        if isinstance(type_, Never):
            return self.imports.add(f"{self.package}_runtime.model", "Nothing")
        return self.value(type_)

    def _maps_last(self, variants: tuple[Type, ...]) -> tuple[Type, ...]:
        """Return variants, maps behind objects: what has all that an object requires is that object.

        Pydantic takes the most fields it can set, but knows no fields of a map, and takes what comes first.
        """
        inner = [without_null(deref(variant, self.definitions)) for variant in variants]
        objects = [item for item in inner if isinstance(item, Object)]
        # An object that requires nothing would take every map.
        demanding = [any(item.required for item in fields_of(found, self.definitions)) for found in objects]
        if not objects or not all(demanding):
            return variants
        order = sorted(range(len(variants)), key=lambda index: isinstance(inner[index], Map))
        return tuple(variants[index] for index in order)

    def _plain(self, type_: Plain) -> str:
        """Return a type that holds no other."""
        match type_:
            case Anything() | Never():
                return self._any()
            case Null():
                return "None"
            case Boolean():
                return self.builtin("bool")
            case Integer(epoch=epoch):
                return self.builtin("int") if epoch is None else self._text(f"scalars.Epoch{epoch.title()}")
            case Number():
                return self._text("scalars.Number") if self.is_read_late else self.builtin("float")
            case String(format=format_):
                return self._string(format_)
            case Const(value=value):
                return self._const(value)
            case Enum(values=values):
                return self.builtin(type(values[0]).__name__)
            case _:
                assert_never(type_)

    def argument(self, type_: Type, *, takes_files: bool = False) -> str:
        """Return what an argument takes: besides the type itself what turns into it without loss.

        Args:
            type_: the type.
            takes_files: whether bytes may also be given as files.
        """
        if takes_files:
            type_ = map_type(type_, _as_file)
        return self.joined(self._given(type_, ()))

    def _given(self, type_: Type, trail: tuple[Location, ...]) -> list[str]:
        """Return what is taken for a type; where it is a list, also a single item: a list of it is sent."""
        taken = self._takes(type_, trail)
        inner = without_null(deref(type_, self.definitions))
        if not isinstance(inner, Array):
            return taken
        items = variants_of(inner.item, self.definitions)
        if any(isinstance(item, Array | Tuple | Anything | Null) for item in items):
            return taken
        return [*taken, *self._takes(without_null(inner.item), trail)]

    def _takes(self, type_: Type, trail: tuple[Location, ...]) -> list[str]:
        match type_:
            case Array(item=item):
                self.imports.add("collections.abc", "Sequence")
                return [f"Sequence[{self.joined(self._given(item, trail))}]"]
            case Map(value=value):
                self.imports.add("collections.abc", "Mapping")
                is_none = isinstance(value, Never)
                taken = [self.imports.add("typing", "Never")] if is_none else self._given(value, trail)
                return [f"Mapping[{self.builtin('str')}, {self.joined(taken)}]"]
            case String(format=format_) if format_ in STRINGS:
                return [self._text(GIVEN[format_ or ""]), self.builtin("str")]
            case Integer(epoch=epoch) if epoch is not None:
                return [self.builtin("int"), self._text("dt.datetime")]
            case Nullable(inner=inner):
                return [*self._takes(inner, trail), "None"]
            case Union(variants=variants):
                return [text for variant in variants for text in self._takes(variant, trail)]
            case Reference(target=target):
                return self._takes_named(target, trail)
            case _:
                return [self.value(type_)]

    def _takes_named(self, target: Location, trail: tuple[Location, ...]) -> list[str]:
        definition = self.definitions[target]
        inner = without_null(definition.type)
        null = ["None"] if isinstance(definition.type, Nullable) else []
        match inner:
            case Object() if has_param(inner, self.definitions):
                return [*self._models(definition), self._param(target), *null]
            case Object():
                self.imports.add("collections.abc", "Mapping")
                return [*self._models(definition), f"Mapping[{self.builtin('str')}, {self._any()}]", *null]
            case Enum():
                return [self._param(target), *null]
            case _ if target in trail:
                return [self._any()]
            case _:
                return [*self._takes(inner, (*trail, target)), *null]

    def _models(self, definition: Definition) -> list[str]:
        """Return the classes that an object is given as: also that of answers, for what came may go back."""
        answered = [] if definition.answer is None else [self._named(definition.answer)]
        return [self._named(definition.location), *answered]

    def _param(self, target: Location) -> str:
        name = self.models[target]
        if self.params_here is None:
            return f"{self._of_package('params')}.{name.param}"
        if name.module != self.params_here:
            self.imports.add(f".{name.module}", name.param)
        return name.param

    def _named(self, target: Location) -> str:
        # The name of an alias of None cannot stand in a union with None: it is None itself that Python sees.
        if isinstance(deref(Reference(target), self.definitions), Null):
            return "None"
        name = self.models[target]
        self.imports.has_deprecated |= self.definitions[target].deprecated
        if self.params_here is not None:
            # No key of a dictionary is called so, which would hide the module.
            self.imports.add(self.package, "models as _models")
            return f"_models.{name.name}"
        if self.here is None:
            return f"{self._of_package('models')}.{name.name}"
        if name.module != self.here:
            self.imports.add(f".{name.module}", name.name)
        return name.name

    def _of_package(self, module: str) -> str:
        """Return the name of a module of the package, imported beside what has its name in the class."""
        if module not in self.shadowed:
            return self.imports.add(self.package, module)
        self.imports.add(self.package, f"{module} as _{module}")
        return f"_{module}"

    def _string(self, format_: str | None) -> str:
        if format_ == FILE:
            return self._file()
        if format_ in STRINGS:
            return self._text(STRINGS[format_])
        return self.builtin("bytes" if format_ == "binary" and self.here is None else "str")

    def _file(self) -> str:
        """Return the name of what is given as a file, imported; dictionaries are for both flavours."""
        if self.params_here is not None:
            return self.imports.add(f"{self.package}_runtime.files", f"Async{FILE}")
        return self.imports.add(".file_content", FILE)

    def _text(self, name: str) -> str:
        """Return one of the names for texts of a format, imported."""
        if name.startswith("dt.") and "dt" in self.shadowed:
            self.imports.add("datetime as _dt", "")
            return f"_{name}"
        if name.startswith("dt."):
            self.imports.add("datetime", "")
        elif name.startswith("scalars."):
            self.imports.add(f"{self.package}_runtime", "scalars")
        else:
            self.imports.add(ORIGINS[name], name)
        return name

    def _const(self, value: str | float) -> str:
        if isinstance(value, float):
            return self.builtin("float")
        self.imports.add("typing", "Literal")
        return f"Literal[{literal(value)}]"

    def _any(self) -> str:
        return self.imports.add("typing", "Any")

    def builtin(self, name: str) -> str:
        """Return a builtin, whatever else has its name in the class being written."""
        if name not in self.shadowed:
            return name
        self.imports.add("builtins", "")
        return f"builtins.{name}"

    def joined(self, texts: list[str]) -> str:
        """Return a union; `Any` swallows the rest, None comes last."""
        distinct = list(dict.fromkeys(part for text in texts for part in _split(text)))
        if "Any" in distinct:
            return "Any"
        distinct = _with_one_literal(distinct)
        return " | ".join(
            [text for text in distinct if text != "None"] + (["None"] if "None" in distinct else [])
        )


def deprecation(what: str, imports: Imports, *, are_many: bool = False) -> str:
    """Return the decorator's text for something deprecated (PEP 702), which warns nobody at run time."""
    imports.add("typing_extensions", "deprecated")
    text = f"{what} {'are' if are_many else 'is'} deprecated."
    return f"deprecated({literal(text)}, category=None)"


def has_param(object_: Object, definitions: Mapping[Location, Definition]) -> bool:
    """Whether all keys of a dictionary that stands for an object are known, and can be checked."""
    sent = [item for item in fields_of(object_, definitions) if item.access != "read"]
    return bool(sent) and isinstance(object_.extra, Never | None)


def _as_file(type_: Type) -> Type:
    return String(FILE) if type_ == String("binary") else type_


def or_none(text: str) -> str:
    """Return an annotation that allows None."""
    return text if {"Any", "None"} & set(_split(text)) else f"{text} | None"


def covers(wide: str, narrow: str) -> bool:
    """Tell whether an annotation certainly has all that another one has."""
    parts = {*_split(wide)}
    return "Any" in parts or all(
        part in parts or parts & _WIDER.get(_kind(part), set()) for part in _split(narrow)
    )


def _kind(part: str) -> str:
    """Return what a part of a union is an instance of: the values of a literal are of one type."""
    if not part.startswith("Literal["):
        return part
    value = part.removeprefix("Literal[")
    return "bool" if value.startswith(("True", "False")) else "str" if value[0] in "'\"" else "int"


def _with_one_literal(parts: list[str]) -> list[str]:
    """Return the parts of a union, its literals as one and behind `bool`.

    Apart, or before it, pydantic takes `true` for `Literal[1]`.
    """
    literals = [part for part in parts if part.startswith("Literal[")]
    told = [value for part in literals for value in ast.literal_eval(f"[{part[len('Literal[') : -1]}]")]
    values = ", ".join(dict.fromkeys(map(literal, told)))
    joined = dict.fromkeys(f"Literal[{values}]" if part in literals else part for part in parts)
    numbers = [part for part in joined if part.startswith("Literal[") and NUMBER.search(part)]
    return sorted(joined, key=lambda part: part != "bool") if numbers else list(joined)


def _split(text: str) -> list[str]:
    """Return the parts of a union at its top level."""
    if " | " not in text:
        return [text]
    parts: list[str] = []
    depth = 0
    start = 0
    for found in TOKEN.finditer(text):
        if found[0] in "[(":
            depth += 1
        elif found[0] in "])":
            depth -= 1
        elif found[0] == " | " and depth == 0:
            parts.append(text[start : found.start()])
            start = found.end()
    return [*parts, text[start:]]


def _group(module: str) -> int:
    if module.startswith("."):
        return 3
    if module == "__future__":
        return 0
    return 2 if module in {"pydantic", "typing_extensions"} else 1


def _module_order(module: str) -> tuple[int, str]:
    dots = len(module) - len(module.lstrip("."))
    return (-dots, module.lstrip("."))


def _name_order(name: str) -> tuple[int, list[str | int], str]:
    """Return the order that ruff's isort gives: CONSTANTS, then Classes, then functions, 2 before 10."""
    kind = 0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2
    words = re.split(r"([0-9]+)", name.lower())
    return (kind, [int(word) if word.isdigit() else word for word in words], name)
