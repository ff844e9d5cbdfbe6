"""What models are made of that people add to: names of classes, and of their modules in `_custom/`."""

from collections.abc import Collection, Iterable, Mapping

from generator.diagnostics import Location
from generator.ir import Definition, Object
from generator.python.identifiers import allocate, snake
from generator.python.naming.records import MixinName, ModelName
from generator.python.naming.reserved import CLASSES

# What stands before the class of a model in the settings.
MODELS = "models."


def name_mixins(
    custom: Iterable[str],
    definitions: Mapping[Location, Definition],
    models: Mapping[Location, ModelName],
    modules: Collection[str],
) -> dict[Location, MixinName]:
    """Return what the models that settings name are made of.

    Args:
        custom: the settings: `models.Run`.
        definitions: what there is.
        models: what it is called.
        modules: the names that other modules of `_custom/` may have.
    """
    wanted = {item.removeprefix(MODELS) for item in custom if item.startswith(MODELS)}
    if not wanted:
        return {}
    chosen = {
        name.name: location
        for location, name in models.items()
        if name.name in wanted and isinstance(definitions[location].type, Object)
    }
    taken = {name.name for name in models.values()}
    fields = allocate(((name, f"{name}Fields") for name in chosen), reserved=CLASSES, taken=taken)
    mixins = allocate(((name, f"{name}Mixin") for name in chosen), reserved=CLASSES, taken=taken)
    files = allocate(((name, f"{snake(name)}_mixin") for name in chosen), taken=modules, fold=True)
    return {
        location: MixinName(name=mixins[name], module=files[name], fields=fields[name])
        for name, location in chosen.items()
    }
