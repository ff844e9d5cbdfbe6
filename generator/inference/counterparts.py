"""Inline schemas that say what a component says: they are of its class.

Content may be alike by chance, the less of it the likelier. So what stands there is called as the component
is, or the content is much; and nothing is of a class that says that something else is done. What was of a
component's class in the package as it is stays so while it is of its shape, whatever its prose says.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from generator.diagnostics import Location
from generator.inference.pagination.words import words
from generator.inference.sharing import doubles, redirecting, shape_of, unions
from generator.ir import Api, Definition, Field, Object, Type
from generator.type_tree import map_operation, map_type, references_of

# What content alone has to weigh.
MUCH = 4
# What components are called that are sent, and that are answered.
SENT = frozenset({"body", "input", "param", "params", "payload", "request"})
ANSWERED = frozenset({"output", "response", "result"})
NONE = frozenset[str]()
# Words of names that tell no thing from another.
EMPTY = frozenset(
    {"component", "content", "data", "definition", "dto", "info", "item", "json", "list", "model", "object"}
    | {"property", "schema", "type", "value", *SENT, *ANSWERED}
)
# What is done, and which requests do it.
DOING: Mapping[str, frozenset[str]] = {
    "add": frozenset({"post"}),
    "create": frozenset({"post"}),
    "created": frozenset({"post"}),
    "delete": frozenset({"delete"}),
    "deleted": frozenset({"delete"}),
    "get": frozenset({"get"}),
    "list": frozenset({"get"}),
    "new": frozenset({"post"}),
    "patch": frozenset({"patch"}),
    "post": frozenset({"post"}),
    "put": frozenset({"put"}),
    "remove": frozenset({"delete"}),
    "replace": frozenset({"put"}),
    "search": frozenset(),
    "update": frozenset({"patch", "put"}),
    "updated": frozenset({"patch", "put"}),
}


def join_counterparts(api: Api, classes: Mapping[Location, str]) -> Api:
    """Return the API with each inline schema that has a counterpart among the components as that.

    Args:
        api: the document, each inline schema once.
        classes: where the class of each schema was; what had one of its own stays apart.
    """
    chosen = _chosen(api.definitions, classes)
    if not chosen:
        return api
    change = redirecting(chosen)
    copies: dict[Location, list[Definition]] = defaultdict(list)
    for location, component in chosen.items():
        definition = api.definitions[location]
        copies[component] += [replace(definition, copies=()), *definition.copies]
    return replace(
        api,
        operations=tuple(map_operation(operation, change) for operation in api.operations),
        webhooks=tuple(
            replace(hook, operation=map_operation(hook.operation, change)) for hook in api.webhooks
        ),
        definitions={
            location: replace(
                definition,
                type=map_type(definition.type, change),
                copies=tuple(sorted(copies[location], key=lambda it: it.location))
                if location in copies
                else definition.copies,
            )
            for location, definition in api.definitions.items()
            if location not in chosen
        },
    )


def _chosen(
    definitions: Mapping[Location, Definition], classes: Mapping[Location, str]
) -> dict[Location, Location]:
    """Return the component that each inline schema is, where it is one."""
    apart: set[Location] = set()
    while True:
        chosen = _pairs(definitions, classes, apart)
        clashes = {
            variant.target
            for definition in definitions.values()
            for union in unions(definition.type)
            for variant in doubles(union, chosen)
        }
        if clashes.isdisjoint(chosen):
            return chosen
        apart |= clashes


def _pairs(
    definitions: Mapping[Location, Definition], classes: Mapping[Location, str], apart: Collection[Location]
) -> dict[Location, Location]:
    chosen: dict[Location, Location] = {}
    change = redirecting(chosen)
    named: dict[tuple[Type, bool], list[Definition]] = defaultdict(list)
    kept: dict[tuple[str, Any], Location] = {}
    # What holds others comes after them; components come before what may be like them.
    for location in _by_height(definitions):
        definition = definitions[location]
        if not isinstance(definition.type, Object) or definition.type.subtypes is not None:
            continue
        said, own = (map_type(definition.type, change), definition.deprecated), classes.get(location)
        known_as = None if own is None else (own, shape_of(definition, change))
        if definition.component and not definition.origin.operation:
            named[said].append(definition)
            kept |= {} if known_as is None else {known_as: location}
        elif not definition.component and location not in apart:
            if known_as in kept:
                chosen[location] = kept[known_as]
            elif said in named:
                component = _counterpart(definition, named[said])
                if component is not None and _is_free(definition, component, classes):
                    chosen[location] = component.location
    return chosen


def _by_height(definitions: Mapping[Location, Definition]) -> list[Location]:
    """Return definitions, those that hold less first; in a circle none is counted that is not done."""
    heights: dict[Location, int] = {}
    for root in sorted(definitions):
        waiting = [(root, False)]
        while waiting:
            location, is_ready = waiting.pop()
            below = references_of(definitions[location].type)
            if is_ready:
                heights[location] = 1 + max((heights.get(target, 0) for target in below), default=0)
            elif location not in heights:
                heights[location] = 0
                waiting.append((location, True))
                waiting += [(it, False) for it in sorted(below, reverse=True) if it not in heights]
    return sorted(definitions, key=lambda it: (heights[it], not definitions[it].component, it))


def _is_free(definition: Definition, component: Definition, classes: Mapping[Location, str]) -> bool:
    """Whether no place of a schema had a class of its own."""
    own = classes.get(component.location)
    return all(classes.get(it.location, own) == own for it in (definition, *definition.copies))


def _counterpart(definition: Definition, components: list[Definition]) -> Definition | None:
    """Return the component that a schema is; None where it may be another thing that looks so."""
    places = (definition, *definition.copies)
    claims = {_claim(place) for place in places}
    fitting = [it for it in components if all(_may_stand(it, claim) for claim in claims)]
    called = {_called(place) for place in places}

    def likeness(component: Definition) -> int:
        own = _words(component.origin.root)
        return max(len((own & names) - EMPTY) for names in called)

    near = [it for it in fitting if likeness(it)]
    if near:  # of several the one that says the most of it and the least besides
        return min(near, key=lambda it: (-likeness(it), len(_words(it.origin.root)), it.location))
    is_sure = len(fitting) == 1 and definition.description in {"", fitting[0].description}
    return fitting[0] if is_sure and _weight(definition.type) >= MUCH else None


class _Claim(NamedTuple):
    """What a place says of what stands there.

    Attributes:
        done: what is done there.
        others: words of the other direction, where a place has one.
        title: what its schema calls itself.
    """

    done: frozenset[str]
    others: frozenset[str]
    title: str


def _claim(place: Definition) -> _Claim:
    """Return what a place says; made once, for many components may be held against it."""
    keys = place.location.keys
    said = frozenset(word for key in keys for word in _words(key))
    is_sent = "requestBody" in keys or keys[1:2] == ("requestBodies",)
    others = (ANSWERED if is_sent else NONE) | (SENT if "responses" in keys else NONE)
    done = {word for word, requests in DOING.items() if word in said or not said.isdisjoint(requests)}
    return _Claim(frozenset(done), others, place.title)


def _may_stand(component: Definition, claim: _Claim) -> bool:
    """Whether a component's name and title may be those of what stands in a place."""
    own = _words(component.origin.root)
    is_done = own & DOING.keys() <= claim.done
    is_called = claim.title in {"", component.title, component.origin.root}
    return is_done and is_called and own.isdisjoint(claim.others)


def _called(place: Definition) -> frozenset[str]:
    """Return the words of what a place is called by: its property, the end of its path, what it stands in."""
    keys = place.location.keys
    for at in range(len(keys) - 2, 0, -1):
        if keys[at] == "properties":
            return _words(keys[at + 1])
    if keys[:1] != ("paths",):
        return _words(place.origin.root)
    fixed = [part for part in keys[1].split("/") if part and "{" not in part]
    return _words(fixed[-1]) if fixed else frozenset()


def _weight(type_: Type) -> int:
    """Return how much content is: of fields those that something is said of are two."""
    fields = type_.fields if isinstance(type_, Object) else ()
    return sum(1 + _is_told(item) for item in fields)


def _is_told(item: Field) -> bool:
    return bool(item.description or references_of(item.type))


def _words(name: str) -> frozenset[str]:
    return frozenset(words(name))
