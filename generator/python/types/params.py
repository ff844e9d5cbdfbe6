"""The plan of `params/`: dictionaries that stand for models in what is sent, with Python names as keys."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from generator.diagnostics import Location
from generator.ir import Const, Definition, Enum, Field, Object
from generator.python.naming import Names
from generator.python.naming.reserved import BUILTINS
from generator.python.text.prose import docstring, literal
from generator.python.types.annotations import Annotator, Imports, has_param
from generator.python.types.models import Models
from generator.python.views import AliasView, ParamModuleView, ParamView
from generator.type_tree import deref, fields_of, without_null


def param_modules(
    definitions: Mapping[Location, Definition],
    names: Names,
    models: Models,
    sent: Collection[Location],
    with_files: Collection[Location],
) -> tuple[ParamModuleView, ...]:
    """Return the modules of `params/`, sorted by name.

    Args:
        definitions: what there is.
        names: what it is called.
        models: the models, which know the names of their fields.
        sent: the definitions that may be part of what is sent.
        with_files: the objects whose bytes travel as they are, so that they may come from files.
    """
    grouped: dict[str, list[Location]] = defaultdict(list)
    for location in sorted(sent):
        inner = without_null(definitions[location].type)
        if isinstance(inner, Enum) or (isinstance(inner, Object) and has_param(inner, definitions)):
            grouped[names.models[location].module].append(location)
    return tuple(
        _module(module, grouped[module], definitions, names, models, with_files) for module in sorted(grouped)
    )


def _module(
    module: str,
    locations: list[Location],
    definitions: Mapping[Location, Definition],
    names: Names,
    models: Models,
    with_files: Collection[Location],
) -> ParamModuleView:
    imports = Imports()
    annotator = Annotator(names.models, definitions, imports, params_here=module)
    members: list[ParamView | AliasView] = []
    for location in sorted(locations, key=lambda item: names.models[item].param):
        inner = without_null(definitions[location].type)
        if isinstance(inner, Enum):
            members.append(_enum(location, inner, annotator))
        elif isinstance(inner, Object):
            keys = models.fields_of(location)
            members.append(_param(location, inner, keys, annotator, takes_files=location in with_files))
    return ParamModuleView(
        module=module,
        docstring=tuple(docstring([f"What may be given for the models of `models.{module}`."])),
        imports=imports.lines(),
        members=tuple(members),
    )


def _param(
    location: Location,
    object_: Object,
    keys: Mapping[str, str],
    annotator: Annotator,
    *,
    takes_files: bool,
) -> ParamView:
    annotator.imports.add("typing", "TypedDict")
    annotator.shadowed = (BUILTINS | {"dt"}) & set(keys.values())
    fields = [item for item in fields_of(object_, annotator.definitions) if item.access != "read"]
    named = annotator.models[location]
    return ParamView(
        name=named.param,
        docstring=tuple(docstring([f"A dictionary that stands for `models.{named.name}`."])),
        keys=tuple((keys[item.name], _key(item, annotator, takes_files=takes_files)) for item in fields),
    )


def _key(item: Field, annotator: Annotator, *, takes_files: bool) -> str:
    """Return the annotation of a key; a constant is sent without being given."""
    annotation = annotator.argument(item.type, takes_files=takes_files)
    if not item.required or isinstance(deref(item.type, annotator.definitions), Const):
        return annotation
    return f"{annotator.imports.add('typing', 'Required')}[{annotation}]"


def _enum(location: Location, enum: Enum, annotator: Annotator) -> AliasView:
    """Return what is taken for an enum: a member, a value, which editors complete, and mostly any other."""
    annotator.shadowed = frozenset()
    for word in ("Literal", "TypeAlias"):
        annotator.imports.add("typing", word)
    annotator.imports.add("..", "models as _models")
    annotator.imports.has_deprecated |= annotator.definitions[location].deprecated
    named = annotator.models[location]
    values = ", ".join(map(literal, enum.values))
    taken = f"_models.{named.name} | Literal[{values}]"
    about = f"A `models.{named.name}` or one of its values."
    if not enum.is_closed:
        taken += f" | {type(enum.values[0]).__name__}"
        about = f"A `models.{named.name}`, one of its values, or a value of your own."
    return AliasView(
        name=named.param,
        statement=f"{named.param}: TypeAlias = {taken}",
        docstring=tuple(docstring([about])),
    )
