"""Names of models: classes, enums and aliases, and the modules that they stand in."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from generator.diagnostics import Location
from generator.ir import Definition
from generator.python.identifiers import allocate, is_plain, snake
from generator.python.naming.forms import LONG, LONGEST, Forms, Owner, class_name, forms_of, said
from generator.python.naming.keeping import kept_names
from generator.python.naming.records import Committed, ModelName
from generator.python.naming.reserved import BUILTIN_CLASSES, CLASSES, MODEL_MODULES
from generator.python.naming.shared import common_name, neutral_names
from generator.type_graph import in_circles
from generator.type_tree import references_of
from generator.words import words


def name_models(
    definitions: Mapping[Location, Definition],
    owners: Mapping[Location, Owner],
    cycles: tuple[frozenset[Location], ...],
    committed: Committed,
) -> dict[Location, ModelName]:
    """Return where each definition is found.

    Args:
        definitions: what there is.
        owners: what names what belongs to an operation.
        cycles: the homes that refer to each other.
        committed: what the package as it is calls things; what is still there stays, and newcomers yield.
    """
    homes = {location: definition.home for location, definition in definitions.items()}
    components = {location: it.origin.root for location, it in definitions.items() if _is_named(it)}
    forms = {location: _forms(it, owners, components) for location, it in definitions.items()}
    kept = kept_names(
        definitions,
        committed.models,
        lambda it: _forms(it, owners, components).all,
        copies=committed.copies,
    )
    names = _classes(definitions, forms, kept)
    modules = _modules(definitions, owners, cycles, names, kept)
    found = {location: ModelName(names[location], modules[homes[location]]) for location in definitions}
    return found | _stay(definitions, found, kept)


def _forms(
    definition: Definition, owners: Mapping[Location, Owner], components: Mapping[Location, str]
) -> Forms:
    """Return what a definition may be called; in several operations first what all have in common."""
    found = forms_of(definition, _owner(definition, owners))
    places = (definition, *definition.copies)
    standing = {_owner(it, owners): it for it in places}
    if len(standing) == 1 or definition.component:
        return found
    if not all(it.origin.operation for it in places):
        told = _told_by_all([class_name(_owner(it, owners), it.origin) for it in places])
        shortest = min(map(len, (*found.short, found.plain)))
        return replace(found, common=told) if told and len(told) < shortest else found
    common = common_name([class_name(owner, it.origin) for owner, it in standing.items()])
    if common is not None:
        return replace(found, short=(common, *found.short)) if _is_good(common) else found
    names = tuple(filter(_is_good, neutral_names(definition, components)))
    if not names:
        return found
    # The name that one of its places has would mislead in all others.
    return Forms(short=names, plain=names[0], further=(*names[1:], *found.short, found.plain, *found.further))


def _told_by_all(plain: list[str]) -> str | None:
    """Return what stands in several things, by what all say of it; one word says too little."""
    common = common_name(plain)
    found = words(common) if common else ()
    is_told = len(found) > 1 and len({*found}) == len(found)
    return common if common and is_told and _is_good(common) else None


def _is_named(definition: Definition) -> bool:
    """Whether the document itself names a definition: what is in an operation has no name of its own."""
    return definition.component and not definition.origin.operation


def _is_good(name: str) -> bool:
    return len(name) <= LONG and is_plain(name)


def _classes(
    definitions: Mapping[Location, Definition],
    forms: Mapping[Location, Forms],
    kept: Mapping[Location, ModelName],
) -> dict[Location, str]:
    """Return the class of each definition: the one it had, else that of a component before an inline one."""
    names = {location: name.name for location, name in kept.items()}
    taken = {*names.values(), *(name.module for name in kept.values())}
    circles = in_circles(definitions)
    spelled = {str(location): definition.origin.root for location, definition in definitions.items()}
    # Of two components that want one name, the one that the document spells so gets it.
    components = [
        (str(location), _free(them.plain, BUILTIN_CLASSES if location in circles else ()))
        for location, them in forms.items()
        if _is_named(definitions[location]) and location not in kept
    ]
    found = allocate(components, reserved=CLASSES, taken=taken, spelled=spelled)
    names |= {location: found[str(location)] for location in forms if str(location) in found}
    inline = {location: them for location, them in sorted(forms.items()) if location not in names}
    return names | _settle(inline, {*taken, *names.values()}, circles)


def _settle(
    forms: Mapping[Location, Forms], taken: Collection[str], circles: Collection[Location]
) -> dict[Location, str]:
    """Return the class of each definition that has none: the shortest of its names that nobody else has.

    Where that is none, the plain name is for the first of those that want it, and the others say more.
    """
    claims = Counter(form for them in forms.values() for form in {*them.short, them.plain})
    common = Counter(them.common for them in forms.values() if them.common and them.common not in claims)
    used = {*taken}
    names: dict[Location, str] = {}
    for is_alone in (True, False):
        for location, them in forms.items():
            if location in names:
                continue
            wanted = _alone(them, claims, common) if is_alone else _others(them)
            reserved = CLASSES | BUILTIN_CLASSES if location in circles else CLASSES
            free = (form for name in wanted if (form := _free(name, reserved)) not in used)
            if (name := next(free, None)) is not None:
                names[location] = name
                used.add(name)
    return names | _numbered(
        {location: them for location, them in forms.items() if location not in names}, used
    )


def _alone(forms: Forms, claims: Mapping[str, int], common: Mapping[str, int]) -> Iterator[str]:
    if forms.common and common.get(forms.common) == 1:
        yield forms.common
    yield from (form for form in (*forms.short, forms.plain) if claims[form] == 1)


def _others(forms: Forms) -> Iterator[str]:
    """Yield what one may be called that is not alone with any of its names, none too long before others."""
    yield from (form for form in (forms.plain, *forms.further) if len(form) <= LONGEST)
    yield from reversed(forms.short)
    yield from (forms.plain, *forms.further)


def _free(name: str, reserved: Collection[str]) -> str:
    return f"{name}_" if name in reserved else name


def _numbered(forms: Mapping[Location, Forms], used: Collection[str]) -> dict[Location, str]:
    """Return names with a number for what nothing tells apart."""
    pairs = [(str(location), them.plain) for location, them in forms.items()]
    found = allocate(pairs, reserved=CLASSES, taken=used)
    return {location: found[str(location)] for location in forms}


def _owner(definition: Definition, owners: Mapping[Location, Owner]) -> Owner:
    """Return what names a definition: an operation, or the component that it stands in."""
    origin = definition.origin
    return (
        owners[definition.owner or definition.home] if origin.operation else Owner(parts=(said(origin.root),))
    )


def _module_name(home: Location, root: Definition, owners: Mapping[Location, Owner]) -> str:
    """Return the name that a home asks for: its operation's, or that of what stands at its root."""
    if home in owners:
        return snake("_".join(owners[home].parts), fallback="model")
    steps = [step for step in root.origin.steps if step.isidentifier()] if root.location == home else []
    return snake("_".join([said(root.origin.root), *steps]), fallback="model")


def _modules(
    definitions: Mapping[Location, Definition],
    owners: Mapping[Location, Owner],
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
        home: snake(classes[home]) if roots[home].owner else _module_name(home, roots[home], owners)
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


def _stay(
    definitions: Mapping[Location, Definition],
    found: Mapping[Location, ModelName],
    kept: Mapping[Location, ModelName],
) -> dict[Location, ModelName]:
    """Return the places of classes that would be in other modules than before, and can stay.

    What several have in common has a module of its own, what one has stands beside that, and any schema that
    comes may change who has it. It stays where it was, unless modules would import each other by that.
    """
    moved = {location for location, name in kept.items() if name.module != found[location].module}
    if not moved:
        return {}
    classes = {name.name for name in found.values()}
    spelled = {name.module.casefold(): name.module for name in found.values()}
    spelled |= {name.casefold(): "" for name in MODEL_MODULES}
    modules = {location: name.module for location, name in found.items()}
    needed = {location: references_of(definition.type) for location, definition in definitions.items()}
    stay: dict[Location, ModelName] = {}
    for module in sorted({kept[location].module for location in moved} - classes):
        if spelled.get(module.casefold(), module) != module:
            continue
        members = sorted(location for location in moved if kept[location].module == module)
        for group in (members, *([member] for member in members if len(members) > 1)):
            wanted = {**modules, **dict.fromkeys(group, module)}
            if not stay.keys() >= {*group} and not _is_circular(module, needed, wanted):
                modules = wanted
                stay |= {location: ModelName(found[location].name, module) for location in group}
    return stay


def _is_circular(
    module: str, needed: Mapping[Location, Collection[Location]], modules: Mapping[Location, str]
) -> bool:
    """Tell whether a module would import another one that imports it in turn."""
    imports: dict[str, set[str]] = {}
    for location, others in needed.items():
        here = modules[location]
        imports.setdefault(here, set()).update(modules[it] for it in others if modules[it] != here)
    waiting, met = [*imports[module]], set[str]()
    while waiting:
        name = waiting.pop()
        if name not in met:
            met.add(name)
            waiting += imports[name]
    return module in met
