"""The name pass: every class, module, resource and method name, in one place.

Names depend on what is named and never on the document's order.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generator.config import ClientConfig
from generator.diagnostics import Location
from generator.ir import (
    Api,
    Definition,
    Operation,
    Origin,
    Tag,
    Webhook,
)
from generator.python.graph import components_of, in_circles
from generator.python.identifiers import allocate, constant, pascal, singular, snake, words
from generator.python.reserved import (
    BUILTIN_CLASSES,
    CLASSES,
    CONSTANTS,
    METHODS,
    MODEL_MODULES,
    RESOURCE_CLASSES,
    RESOURCE_MODULES,
    RESOURCES,
)
from generator.python.streams import streams_too

VERSION = re.compile(r"v\d+", re.IGNORECASE)
NO_WORD = re.compile(r"\W")


@dataclass(frozen=True, slots=True)
class ModelName:
    """Where a definition is found: the class or alias, and the module of `models/` that it stands in."""

    name: str
    module: str

    @property
    def twin(self) -> str:
        """What a dictionary that stands for it is called, in the module of `params/` of the same name."""
        return f"{self.name}Param"


@dataclass(frozen=True, slots=True)
class OperationName:
    """How an operation is called: `client.resource.method(...)`.

    Attributes:
        resource: the attribute of the client.
        method: its method.
        constant: the name of its record.
        stream: the method that gives the same answer item by item, where there are both.
    """

    resource: str
    method: str
    constant: str
    stream: str | None = None

    @property
    def call(self) -> str:
        """The call as the manifest has it: `sessions.list`."""
        return f"{self.resource}.{self.method}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Every name of a package."""

    client: str
    operations: Mapping[Location, OperationName]
    webhooks: Mapping[Location, str]
    models: Mapping[Location, ModelName]
    resources: Mapping[str, str]
    resource_modules: Mapping[str, str]
    tags: Mapping[str, Tag]
    cycles: tuple[frozenset[Location], ...]

    @property
    def async_client(self) -> str:
        """The async client's class."""
        return f"Async{self.client}"


def name(api: Api, config: ClientConfig) -> Names:
    """Return every name of the package."""
    operations = _name_operations(api, config)
    stems = {operation.location: _stem(operation) for operation in api.operations}
    stems |= {hook.operation.location: "_".join(words(hook.name)) or "webhook" for hook in api.webhooks}
    cycles = components_of(api.definitions)
    resources = sorted({item.resource for item in operations.values()})
    client = config.client or f"{pascal(config.package)}Client"
    return Names(
        client=client,
        operations=operations,
        webhooks=_name_webhooks(api.webhooks, operations),
        models=_name_models(api.definitions, stems, cycles),
        resources=allocate(
            ((resource, pascal(resource)) for resource in resources), reserved={*RESOURCE_CLASSES, client}
        ),
        resource_modules=allocate(
            ((resource, resource) for resource in resources), reserved=RESOURCE_MODULES, fold=True
        ),
        tags=_tags(api.tags, resources),
        cycles=cycles,
    )


# --- operations ---


def _name_operations(api: Api, config: ClientConfig) -> dict[Location, OperationName]:
    operations = api.operations
    resources = _resources(operations, api.tags)
    grouped: dict[str, list[Operation]] = defaultdict(list)
    for operation in operations:
        configured = config.names.get(operation.operation_id or "")
        resource = (
            configured.partition(".")[0]
            if configured and "." in configured
            else resources[operation.location]
        )
        grouped[resource].append(operation)
    names: dict[Location, OperationName] = {}
    for resource, members in sorted(grouped.items()):
        methods = _methods(members, resource, config)
        constants = allocate(((str(op.location), constant(_stem(op))) for op in members), reserved=CONSTANTS)
        streams = allocate(
            ((str(op.location), f"{methods[op.location]}_stream") for op in members if streams_too(op)),
            taken=frozenset(methods.values()),
        )
        for operation in members:
            key = str(operation.location)
            names[operation.location] = OperationName(
                resource, methods[operation.location], constants[key], streams.get(key)
            )
    return names


def _resources(operations: tuple[Operation, ...], tags: tuple[Tag, ...]) -> dict[Location, str]:
    """Return each operation's resource: its first tag; tags that differ only by plural or case are one."""
    # OAS 3.2: a tag of another kind than `nav` marks operations and does not group them.
    marks = {tag.name for tag in tags if tag.kind not in {None, "nav"}}
    groups: dict[Location, str] = {}
    for operation in operations:
        grouping = [tag for tag in operation.tags if tag not in marks]
        group = operation.python_group or next(iter(grouping), None)
        groups[operation.location] = group or _path_group(operation.path)
    spellings: dict[str, set[str]] = defaultdict(set)
    for group in groups.values():
        spellings[_fold(group)].add(snake(group, fallback="default"))
    wanted = [
        (key, max(names, key=lambda item: (len(item), item))) for key, names in sorted(spellings.items())
    ]
    allocated = allocate(wanted, reserved=RESOURCES, fold=True)
    return {location: allocated[_fold(group)] for location, group in groups.items()}


def _tags(tags: tuple[Tag, ...], resources: list[str]) -> dict[str, Tag]:
    """Return what the document says of each resource, where it is a tag of the document."""
    folded = {_fold(resource): resource for resource in resources}
    known = {_fold(tag.name): tag for tag in reversed(tags)}
    return {resource: known[fold] for fold, resource in folded.items() if fold in known}


def _fold(group: str) -> str:
    parts = [word.lower() for word in words(group)] or ["default"]
    return "_".join([*parts[:-1], singular(parts[-1])])


def _path_group(path: str) -> str:
    statics = _statics(path)
    return statics[0] if statics else "default"


def _statics(path: str) -> list[str]:
    """Return the words of a path that name something: no parameters, no `api`, no version."""
    parts = [part for part in path.split("?", maxsplit=1)[0].split("/") if part and "{" not in part]
    return [part for part in parts if part.lower() != "api" and not VERSION.fullmatch(part)]


def _methods(members: list[Operation], resource: str, config: ClientConfig) -> dict[Location, str]:
    short = {op.location: _method(op, resource, config, full=False) for op in members}
    full = {op.location: _method(op, resource, config, full=True) for op in members}
    wanted = Counter(short.values())
    chosen = {
        location: mine if wanted[mine] == 1 or full[location] == mine else full[location]
        for location, mine in short.items()
    }
    allocated = allocate(((str(location), method) for location, method in chosen.items()), reserved=METHODS)
    return {location: allocated[str(location)] for location in chosen}


def _method(operation: Operation, resource: str, config: ClientConfig, *, full: bool) -> str:
    """Return a method's name; `full` keeps the words that say what the resource belongs to."""
    configured = config.names.get(operation.operation_id or "") or operation.python_name
    if configured:
        return snake(configured.rpartition(".")[2])
    tokens = _tokens(operation)
    echo = [word.lower() for word in words(resource)]
    if tokens and [singular(token) for token in tokens] != [singular(word) for word in echo]:
        stripped = _without_echo(tokens, echo, operation.path, full=full)
        if stripped:
            return snake("_".join(stripped))
    return _shape_name(operation, echo) if not tokens else snake("_".join(tokens))


def _tokens(operation: Operation) -> list[str]:
    """Return the words of the operationId, without version and framework suffixes."""
    given = operation.operation_id or ""
    suffix = NO_WORD.sub("_", f"{operation.path}_{operation.method.lower()}")
    if given.endswith(suffix) and len(given) > len(suffix):
        given = given[: -len(suffix)]
    tokens = [word.lower() for word in words(given)]
    while len(tokens) > 1 and VERSION.fullmatch(tokens[-1]):
        tokens.pop()
    return tokens


def _without_echo(tokens: list[str], echo: list[str], path: str, *, full: bool) -> list[str]:
    """Return the words without those that only repeat the resource: `list_runs` of `runs` is `list`."""
    wanted = [singular(word) for word in echo]
    size = len(wanted)
    places = [
        index
        for index in range(len(tokens) - size + 1)
        if [singular(token) for token in tokens[index : index + size]] == wanted
    ]
    if not places:
        return tokens
    place = next((index for index in places if index <= 1), places[-1])
    if full and place > 1:
        return tokens
    rest = tokens[:place] + tokens[place + size :]
    if not full and place > 1:
        rest = _without_parents(rest, echo, path)
    return rest


def _without_parents(tokens: list[str], echo: list[str], path: str) -> list[str]:
    """Return the words without those of path segments before the resource's own: `/projects/{p}/runs`."""
    parents: set[str] = set()
    for segment in _statics(path):
        names = [singular(word.lower()) for word in words(segment)]
        if names == [singular(word) for word in echo]:
            break
        parents |= set(names)
    return [token for index, token in enumerate(tokens) if index == 0 or singular(token) not in parents]


def _shape_name(operation: Operation, echo: list[str]) -> str:
    """Return a name from method and path, where there is no operationId."""
    statics = [[word.lower() for word in words(part)] for part in _statics(operation.path)]
    own = [singular(word) for word in echo]
    position = next((i for i, part in enumerate(statics) if [singular(word) for word in part] == own), -1)
    tail = [word for part in statics[position + 1 :] for word in part]
    on_item = operation.path.rstrip("/").endswith("}")
    verbs = {
        "GET": "retrieve" if on_item else "list",
        "POST": "create",
        "PUT": "replace" if on_item else "put",
        "PATCH": "update",
        "DELETE": "delete",
    }
    verb = verbs.get(operation.method, operation.method.lower())
    if operation.method == "POST" and tail and not on_item and singular(tail[-1]) == tail[-1]:
        return snake("_".join(tail))
    return snake("_".join([verb, *([singular(word) for word in tail] if on_item else tail)]))


def _stem(operation: Operation) -> str:
    """Return the words that name what belongs to an operation: its constant and its inline models."""
    tokens = _tokens(operation)
    if tokens:
        return "_".join(tokens)
    statics = "_".join(word for part in operation.path.split("/") for word in words(part))
    return f"{operation.method.lower()}_{statics}"


def _name_webhooks(
    webhooks: tuple[Webhook, ...], operations: Mapping[Location, OperationName]
) -> dict[Location, str]:
    """Return the name of the function that reads each webhook; several of one name say more."""
    plain = [snake(webhook.name, fallback="webhook") for webhook in webhooks]
    wanted: dict[Location, str] = {}
    for webhook, name in zip(webhooks, plain, strict=True):
        if plain.count(name) > 1:
            owner = operations[webhook.owner].constant.lower() if webhook.owner is not None else ""
            name = snake(f"{owner} {name} {webhook.operation.method}")  # noqa: PLW2901 - the longer name
        wanted[webhook.operation.location] = f"parse_{name}"
    names = allocate((str(location), name) for location, name in wanted.items())
    return {location: names[str(location)] for location in wanted}


# --- models ---


def _name_models(
    definitions: Mapping[Location, Definition],
    stems: Mapping[Location, str],
    cycles: tuple[frozenset[Location], ...],
) -> dict[Location, ModelName]:
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
            last = singular(parts[-1])
            # A component that is a list has the plain name itself.
            parts[-1] = f"{last}Item" if last == parts[-1] and len(parts) == 1 else last
        elif step == "{}":
            parts.append("Value")
        elif step == "response 200":
            parts.append("Response")
        else:
            parts.append(pascal(step))
    return "".join(parts)[:120]


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
