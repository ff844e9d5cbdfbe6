"""Names of models: classes, enums and aliases, and the modules that they stand in."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from generator.diagnostics import Location
from generator.ir import Definition, Origin
from generator.python.graph import in_circles
from generator.python.identifiers import allocate, pascal, snake, words
from generator.python.naming.keeping import kept_names
from generator.python.naming.records import ModelName
from generator.python.plurals import singular
from generator.python.reserved import BUILTIN_CLASSES, CLASSES, MODEL_MODULES

# Names longer than this are worth a shorter one; none that is made so is longer than that.
LONG, LONGEST = 40, 60
# Words of a title that is a name and no sentence.
MOST_WORDS = 5


def name_models(
    definitions: Mapping[Location, Definition],
    stems: Mapping[Location, str],
    cycles: tuple[frozenset[Location], ...],
    committed: Mapping[Location, str],
) -> dict[Location, ModelName]:
    """Return where each definition is found.

    Args:
        definitions: what there is.
        stems: the words that name what belongs to an operation.
        cycles: the homes that refer to each other.
        committed: where the class of each schema was; what is still there stays, and newcomers yield.
    """
    homes = {location: definition.home for location, definition in definitions.items()}
    forms = _forms(definitions, stems)
    kept = kept_names(definitions, committed, forms)
    names = _classes(definitions, forms, kept)
    modules = _modules(definitions, stems, cycles, names, kept)
    return {location: ModelName(names[location], modules[homes[location]]) for location in definitions}


def _classes(
    definitions: Mapping[Location, Definition],
    forms: Mapping[Location, tuple[str, ...]],
    kept: Mapping[Location, ModelName],
) -> dict[Location, str]:
    """Return the class of each definition: the one it had, else that of a component before an inline one."""
    names = {location: name.name for location, name in kept.items()}
    taken = {*names.values(), *(name.module for name in kept.values())}
    wanted = {loc: name for loc, name in _wanted(forms, taken).items() if loc not in kept}
    if not BUILTIN_CLASSES.isdisjoint(wanted.values()):
        circles = in_circles(definitions)
        wanted |= {it: f"{wanted[it]}_" for it in circles & wanted.keys() if wanted[it] in BUILTIN_CLASSES}
    spelled = {str(location): definition.origin.root for location, definition in definitions.items()}
    for component in (True, False):
        pairs = [(str(loc), wanted[loc]) for loc in wanted if definitions[loc].component == component]
        # Of two components that want one name, the one that the document spells so gets it.
        found = allocate(pairs, reserved=CLASSES, taken=taken, spelled=spelled if component else None)
        taken |= {*found.values()}
        names |= {location: found[str(location)] for location in wanted if str(location) in found}
    return names


def _forms(
    definitions: Mapping[Location, Definition], stems: Mapping[Location, str]
) -> dict[Location, tuple[str, ...]]:
    """Return what each definition may be called, the shortest first."""
    forms: dict[Location, tuple[str, ...]] = {}
    for location, definition in definitions.items():
        origin = definition.origin
        base = stems[definition.owner or definition.home] if origin.operation else origin.root
        full = class_name(base, origin)
        is_long = not definition.component and len(full) > LONG
        forms[location] = (*(_shorter(base, definition) if is_long else ()), full)
    return forms


def _wanted(forms: Mapping[Location, tuple[str, ...]], taken: Collection[str]) -> dict[Location, str]:
    """Return the name that each definition asks for: the shortest of its forms that nobody else asks for."""
    claims = Counter(form for names in forms.values() for form in dict.fromkeys(names))
    return {
        location: next((form for form in names[:-1] if claims[form] == 1 and form not in taken), names[-1])
        for location, names in forms.items()
    }


def _shorter(base: str, definition: Definition) -> Iterator[str]:
    """Yield shorter names of what stands deep below something named: its title, then fewer steps."""
    title = pascal(definition.title) if definition.title else ""
    if title and len(words(definition.title)) <= MOST_WORDS and title.isascii():
        yield title
    origin = definition.origin
    kept = [index for index, step in enumerate(origin.steps) if step not in {"[]", "{}"}]
    for place in reversed(kept[1:]):
        shorter = class_name(base, Origin(origin.root, origin.steps[place:], operation=origin.operation))
        if len(shorter) <= LONGEST:
            yield shorter


def class_name(base: str, origin: Origin) -> str:
    """Return the class name that an origin asks for: `ListRunItemEnv`; items are named in the singular.

    Words that the step before has said are not said again.
    """
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
            name = pascal(step)
            if len(parts) > 1 and name.startswith(parts[-1]):
                parts.pop()
            parts.append(name)
    return "".join(parts)


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
    classes: Mapping[Location, str],
    kept: Mapping[Location, ModelName],
) -> dict[Location, str]:
    """Return the module of each home: one for each named schema or operation, one for a reference cycle.

    No module is called as a class is, as it would be in scripts without capitals: `models.Name` is one thing.
    """
    roots: dict[Location, Definition] = {}
    for location, definition in sorted(definitions.items()):
        if location == definition.home or definition.home not in roots:
            roots[definition.home] = definition
    homes = sorted(roots)
    modules = _kept_modules(definitions, classes, kept)
    plain = {
        home: snake(classes[home]) if roots[home].owner else _module_name(home, roots[home], stems)
        for home in homes
        if home not in modules
    }
    taken = {*classes.values()}
    wanted = [(str(home), f"{name}_" if name in taken else name) for home, name in plain.items()]
    names = allocate(wanted, reserved=MODEL_MODULES, taken=set(modules.values()), fold=True)
    former = frozenset(modules)
    modules |= {home: names[str(home)] for home in plain}
    for cycle in cycles:
        first, *others = sorted(cycle, key=lambda home: (home not in former, home))
        modules |= dict.fromkeys(others, modules[first])
    return modules


def _kept_modules(
    definitions: Mapping[Location, Definition],
    classes: Mapping[Location, str],
    kept: Mapping[Location, ModelName],
) -> dict[Location, str]:
    """Return the modules of homes that they were before; what has left one leaves it its name."""
    modules: dict[Location, str] = {}
    in_use = {*classes.values()}
    taken = {name.casefold() for name in MODEL_MODULES}
    for location in sorted(kept, key=lambda it: (definitions[it].owner is not None, it)):
        home, module = definitions[location].home, kept[location].module
        if home not in modules and module not in in_use and module.casefold() not in taken:
            modules[home] = module
            taken.add(module.casefold())
    return modules
