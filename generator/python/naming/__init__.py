"""The name pass: every class, module, resource and method name.

Names depend on what is named and never on the document's order. The name of a call depends on its operation
alone (`calls`), until several want one (`collisions`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final, TypeVar

from generator.config import ClientConfig
from generator.diagnostics import Location
from generator.ir import Api, Operation, Tag
from generator.python.identifiers import MAX_BYTES, NOTHING, allocate, constant, is_plain, pascal, snake
from generator.python.naming.answered import may_give_many
from generator.python.naming.calls import Call, Rules, call_of, words_of_tags
from generator.python.naming.collisions import Attributes, Wish, attributes_of, settle
from generator.python.naming.forms import Owner, class_name
from generator.python.naming.given import (
    given_call,
    hinted_call,
    method_wishes,
    methods_given,
    place_of_poll,
    poll_given,
    poll_wishes,
)
from generator.python.naming.ids import are_grouped, id_words
from generator.python.naming.mixins import name_mixins
from generator.python.naming.models import name_models
from generator.python.naming.plurals import singular
from generator.python.naming.records import Committed, ModelName, Names, OperationName
from generator.python.naming.reserved import CONSTANTS, RESOURCE_CLASSES, RESOURCE_MODULES
from generator.python.naming.tagged import without_ordinal
from generator.python.naming.things import nouns_of
from generator.streams import streams_too
from generator.type_graph import components_of
from generator.words import words

__all__ = ["Committed", "ModelName", "Names", "OperationName", "Owner", "class_name", "name"]


T = TypeVar("T")

_NOTHING: Final = Committed()


def name(api: Api, config: ClientConfig, committed: Committed = _NOTHING) -> Names:
    """Return every name of the package.

    Args:
        api: the document.
        config: its settings.
        committed: what the package as it is calls things.

    Raises:
        InputError: where two operations are to be called the same.
    """
    operations = _name_operations(api, config, committed)
    owners = {location: _owner(name) for location, name in operations.items()}
    owners |= {
        hook.operation.location: Owner(parts=words(hook.name) or ("webhook",), body="Body")
        for hook in api.webhooks
    }
    cycles = components_of(api.definitions)
    resources = _with_parents(resource for item in operations.values() for resource in item.all_resources)
    client = config.client or f"{pascal(config.package)}Client"
    named = name_models(api.definitions, owners, cycles, committed)
    modules = allocate(
        ((resource, _module(resource)) for resource in resources), reserved=RESOURCE_MODULES, fold=True
    )
    return Names(
        client=client,
        operations=operations,
        webhooks=_name_webhooks(api),
        models=named,
        resources=allocate(
            ((resource, pascal(resource)) for resource in resources), reserved={*RESOURCE_CLASSES, client}
        ),
        resource_modules=modules,
        tags=_tags(api.tags, resources),
        cycles=cycles,
        custom=frozenset(config.custom),
        mixins=name_mixins(config.custom, api.definitions, named, modules.values()),
        committed=committed,
    )


def _name_operations(api: Api, config: ClientConfig, committed: Committed) -> dict[Location, OperationName]:
    rules = _rules(api, config)
    wishes = [wish for operation in api.operations for wish in _wishes(operation, api, config, rules)]
    calls = settle(wishes, _kept(api.operations, committed.calls), rules.nouns)
    names = _name_resources(api.operations, calls)
    return {
        operation.location: _with_methods(
            replace(
                names[operation.location],
                leads=_known(operation, committed.leads) or (),
                arguments=_known(operation, committed.arguments) or NOTHING,
            ),
            operation,
            config,
            calls,
        )
        for operation in api.operations
    }


def _rules(api: Api, config: ClientConfig) -> Rules:
    """Return what all operations of the document say of what each is called."""
    # OAS 3.2: a tag of another kind than `nav` marks operations and does not group them.
    marks = {tag.name for tag in api.tags if tag.kind not in {None, "nav"}}
    grouping = {tag for operation in api.operations for tag in operation.tags if tag not in marks}
    return Rules(
        by_tags=config.resources == "tags",
        scopes=config.scopes,
        tags=words_of_tags(sorted(grouping)),
        nouns=nouns_of(api.operations, api.definitions),
        are_grouped=are_grouped(api.operations),
    )


def _wishes(operation: Operation, api: Api, config: ClientConfig, rules: Rules) -> Iterator[Wish]:
    """Yield the calls that an operation is to have: its own or those that settings make of it, and polls."""
    call = call_of(operation, api.definitions, rules)
    given = given_call(operation, config, call)
    hinted = hinted_call(operation, config, call) if given is None else None
    wish = Wish(
        operation=operation,
        call=(given or hinted or call).not_too_deep(),
        is_fixed=given is not None,
        is_hinted=hinted is not None,
        may_be_many=may_give_many(operation, api.definitions),
    )
    yield from method_wishes(wish, config) or [wish]
    yield from poll_wishes(wish, config)


def _name_resources(
    operations: Iterable[Operation], calls: Mapping[Location, Call]
) -> dict[Location, OperationName]:
    """Return the names of operations by their calls: those of one resource are methods of one class."""
    grouped: dict[str, list[Operation]] = defaultdict(list)
    for operation in operations:
        grouped[_resource(calls[operation.location])].append(operation)
    methods: dict[str, set[str]] = defaultdict(set)
    for call in calls.values():
        methods[_resource(call)].add(attributes_of(call)[-1])
    names: dict[Location, OperationName] = {}
    for resource, members in sorted(grouped.items()):
        names |= _name_members(resource, members, calls, methods[resource] | _below(resource, {*grouped}))
    return names


def _with_methods(
    name: OperationName, operation: Operation, config: ClientConfig, calls: Mapping[Location, Call]
) -> OperationName:
    """Return how an operation is called with the methods that the settings make of it."""
    is_polled = poll_given(operation, config) is not None
    made = replace(
        name,
        methods=methods_given(operation, config, calls),
        poll=attributes_of(calls[place_of_poll(operation)])[-1] if is_polled else None,
    )
    # A record in several modules has a name that is its own in each.
    is_alone = len(made.all_resources) == 1
    return made if is_alone else replace(made, constant=constant(made.call.replace(".", "_")))


def _name_members(
    resource: str, members: list[Operation], calls: Mapping[Location, Call], taken: set[str]
) -> dict[Location, OperationName]:
    """Return the names of the operations of one resource; those that are taken are no names of streams."""
    methods = {operation.location: attributes_of(calls[operation.location])[-1] for operation in members}
    constants = allocate(
        ((str(op.location), constant(methods[op.location])) for op in members), reserved=CONSTANTS
    )
    streams: dict[Location, str] = {}
    for operation in members:
        if streams_too(operation):
            method = methods[operation.location]
            forms = (f"{method}_stream", f"stream_{method}", f"{method}_as_stream", f"{method}_item_by_item")
            streams[operation.location] = next(form for form in forms if form not in taken)
            taken.add(streams[operation.location])
    return {
        location: OperationName(
            resource=resource,
            method=method,
            constant=constants[str(location)],
            stream=streams.get(location),
            rule=calls[location].rule,
            cut=calls[location].cut,
        )
        for location, method in methods.items()
    }


def _below(resource: str, resources: Iterable[str]) -> set[str]:
    """Return the names of the resources in a resource, and of those that stand beside it."""
    return {other.removeprefix(f"{resource}.").partition(".")[0] for other in resources}


def _resource(call: Call) -> str:
    return ".".join(attributes_of(call)[:-1])


def _kept(operations: Iterable[Operation], committed: Mapping[str, str]) -> dict[Location, Attributes]:
    """Return the attributes of the calls that operations have had."""
    found: dict[Location, Attributes] = {}
    for operation in operations:
        parts = tuple((_known(operation, committed) or "").split("."))
        if len(parts) > 1 and all(map(is_plain, parts)):
            found[operation.location] = parts
    return found


def _known(operation: Operation, committed: Mapping[str, T]) -> T | None:
    """Return what a package as it is tells of an operation."""
    return committed.get(f"{operation.method} {operation.path}")


def _module(resource: str) -> str:
    """Return the name that a resource's module asks for; file systems have limits."""
    text = resource.replace(".", "_")
    return text if len(text.encode()) <= MAX_BYTES else snake(text)


def _with_parents(resources: Iterable[str]) -> list[str]:
    found: set[str] = set()
    for resource in resources:
        parts = resource.split(".")
        found |= {".".join(parts[:size]) for size in range(1, len(parts) + 1)}
    return sorted(found)


def _tags(tags: tuple[Tag, ...], resources: list[str]) -> dict[str, Tag]:
    """Return what the document says of each resource, where it is a tag of the document."""
    folded = {_fold(resource): resource for resource in resources}
    known = {_fold(without_ordinal(tag.name)): tag for tag in reversed(tags)}
    return {resource: known[fold] for fold, resource in folded.items() if fold in known}


def _fold(group: str) -> str:
    parts = [word.lower() for word in words(group)] or ["default"]
    return "_".join([*parts[:-1], singular(parts[-1])])


def _owner(name: OperationName) -> Owner:
    """Return what names the inline models of an operation: its call, in the singular, each word once."""
    parts: list[tuple[str, ...]] = []
    *resources, method = (tuple(part.strip("_").split("_")) for part in name.call.split("."))
    for resource in resources:
        before = parts[-1] if parts else ()
        own = (*resource[:-1], singular(resource[-1]))
        parts.append(own[len(before) :] if before and own[: len(before)] == before else own)
    said = {word for part in parts[-1:] for word in part}
    parts.append(tuple(word for word in method if singular(word) not in said) or method)
    return Owner(parts=tuple("_".join(part) for part in parts if part))


def _stem(operation: Operation) -> str:
    """Return the words of an operation's id, else of its request."""
    statics = (word for part in operation.path.split("/") for word in words(part))
    return "_".join(id_words(operation) or (operation.method.lower(), *statics))


def _name_webhooks(api: Api) -> dict[Location, str]:
    """Return the name of the function that reads each webhook; several of one name say more."""
    webhooks = api.webhooks
    stems = {operation.location: _stem(operation) for operation in api.operations}
    plain = [snake(webhook.name, fallback="webhook") for webhook in webhooks]
    wanted: dict[Location, str] = {}
    for webhook, name in zip(webhooks, plain, strict=True):
        if plain.count(name) > 1:
            owner = stems[webhook.owner] if webhook.owner is not None else ""
            name = snake(f"{owner} {name} {webhook.operation.method}")  # noqa: PLW2901 - the longer name
        wanted[webhook.operation.location] = f"parse_{name}"
    names = allocate((str(location), name) for location, name in wanted.items())
    return {location: names[str(location)] for location in wanted}
