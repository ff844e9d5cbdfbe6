"""Names of models: classes, enums and aliases, and the modules that they stand in."""

from collections.abc import Mapping

from generator.diagnostics import Location
from generator.ir import Definition, Origin
from generator.python.graph import in_circles
from generator.python.identifiers import allocate, pascal, snake, words
from generator.python.naming.records import ModelName
from generator.python.plurals import singular
from generator.python.reserved import BUILTIN_CLASSES, CLASSES, MODEL_MODULES


def name_models(
    definitions: Mapping[Location, Definition],
    stems: Mapping[Location, str],
    cycles: tuple[frozenset[Location], ...],
) -> dict[Location, ModelName]:
    """Return where each definition is found."""
    homes = {location: definition.home for location, definition in definitions.items()}
    wanted: dict[Location, str] = {}
    for location, definition in definitions.items():
        base = definition.origin.root
        if definition.origin.operation:
            base = stems[definition.home]
        wanted[location] = class_name(base, definition.origin)
    if not BUILTIN_CLASSES.isdisjoint(wanted.values()):
        circles = in_circles(definitions)
        wanted |= {it: f"{wanted[it]}_" for it in circles if wanted[it] in BUILTIN_CLASSES}
    components = [(str(loc), wanted[loc]) for loc, definition in definitions.items() if definition.component]
    spelled = {str(location): definition.origin.root for location, definition in definitions.items()}
    # Of two components that want one name, the one that the document spells so gets it.
    first = allocate(components, reserved=CLASSES, spelled=spelled)
    others = [(str(loc), wanted[loc]) for loc, definition in definitions.items() if not definition.component]
    second = allocate(others, reserved=CLASSES, taken=set(first.values()))
    names = first | second
    modules = _modules(definitions, stems, cycles, classes=frozenset(names.values()))
    return {location: ModelName(names[str(location)], modules[homes[location]]) for location in definitions}


def class_name(base: str, origin: Origin) -> str:
    """Return the class name that an origin asks for: `ListRunItemEnv`; items are named in the singular."""
    parts = [pascal(base)]
    for step in origin.steps:
        if step == "[]":
            last = _one_of(parts[-1])
            # A component that is a list has the plain name itself.
            parts[-1] = f"{last}Item" if last == parts[-1] and len(parts) == 1 else last
        elif step == "{}":
            parts.append("Value")
        elif step == "response 200":
            parts.append("Response")
        else:
            parts.append(pascal(step))
    return "".join(parts)[:120]


def _one_of(many: str) -> str:
    """Return the class of an item of what has this class."""
    last = (words(many) or (many,))[-1]
    return many.removesuffix(last) + singular(last) if many.endswith(last) else many


def _module_name(home: Location, root: Definition, stems: Mapping[Location, str]) -> str:
    """Return the name that a home asks for: its operation's, or that of what stands at its root."""
    if home in stems:
        return snake(stems[home], fallback="model")
    steps = [step for step in root.origin.steps if step.isidentifier()] if root.location == home else []
    return snake("_".join([root.origin.root, *steps]), fallback="model")


def _modules(
    definitions: Mapping[Location, Definition],
    stems: Mapping[Location, str],
    cycles: tuple[frozenset[Location], ...],
    classes: frozenset[str],
) -> dict[Location, str]:
    """Return the module of each home: one for each named schema or operation, one for a reference cycle.

    No module is called as a class is, as it would be in scripts without capitals: `models.Name` is one thing.
    """
    roots: dict[Location, Definition] = {}
    for location, definition in sorted(definitions.items()):
        if location == definition.home or definition.home not in roots:
            roots[definition.home] = definition
    homes = sorted(roots)
    plain = {home: _module_name(home, roots[home], stems) for home in homes}
    wanted = [(str(home), f"{name}_" if name in classes else name) for home, name in plain.items()]
    names = allocate(wanted, reserved=MODEL_MODULES, fold=True)
    modules = {home: names[str(home)] for home in homes}
    for cycle in cycles:
        members = sorted(cycle)
        for member in members[1:]:
            modules[member] = modules[members[0]]
    return modules
