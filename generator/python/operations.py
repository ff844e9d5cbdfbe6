"""The plan of operations: what methods, records, API.md and the manifest all say of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.config import ClientConfig
from generator.diagnostics import Location
from generator.inference.formats import fields_of
from generator.ir import (
    Anything,
    Api,
    Array,
    Content,
    Definition,
    Field,
    Object,
    Operation,
    Server,
    Type,
    deref,
    without_null,
)
from generator.python.annotations import Annotator
from generator.python.arguments import (
    Argument,
    argument_of,
    draft_body,
    draft_parameter,
    keys_of,
    name_drafts,
)
from generator.python.graph import references_of
from generator.python.media import by_preference, kind_of, response_kind
from generator.python.naming import Names, OperationName

# The kinds of bodies whose properties can be arguments of their own.
FLAT_KINDS = frozenset({"json", "form", "multipart"})


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationPlan:
    """An operation as Python.

    Attributes:
        operation: what it means.
        name: how it is called.
        keys: the key of each parameter among the arguments, by the parameter's identity.
        arguments: what its method takes.
        body: the media type in which its body is sent.
        body_flat: whether the properties of that body are arguments of their own.
        success: what successful responses hold, each media type by preference.
        returns_nothing: whether a successful response holds nothing.
        item: the type of an item of its pages; None where it gives none.
    """

    operation: Operation
    name: OperationName
    keys: Mapping[str, str]
    arguments: tuple[Argument, ...]
    body: Content | None
    body_flat: bool
    success: tuple[Content, ...]
    returns_nothing: bool
    item: Type | None

    @property
    def positional(self) -> list[Argument]:
        """The arguments that stand in the path, in their order."""
        return [item for item in self.arguments if item.where == "path"]

    @property
    def keywords(self) -> list[Argument]:
        """All other arguments, required ones first."""
        keywords = [item for item in self.arguments if item.where != "path"]
        return sorted(keywords, key=lambda item: not item.required)


def plan_operations(api: Api, names: Names, config: ClientConfig) -> tuple[OperationPlan, ...]:
    """Return the plan of each operation."""
    return tuple(
        _plan(operation, names.operations[operation.location], api.definitions, config)
        for operation in api.operations
    )


def by_resource(plans: Iterable[OperationPlan]) -> list[tuple[str, list[OperationPlan]]]:
    """Return the operations of each resource, sorted by its name."""
    grouped: dict[str, list[OperationPlan]] = defaultdict(list)
    for plan in plans:
        grouped[plan.name.resource].append(plan)
    return sorted(grouped.items())


def result_of(plan: OperationPlan, annotator: Annotator) -> str:
    """Return the annotation of what a call returns."""
    texts: list[str] = []
    for content in plan.success:
        kind = response_kind(content.media_type)
        if kind == "json":
            texts.append(annotator.value(content.type))
        else:
            texts.append("str" if kind == "text" else "bytes")
    if plan.returns_nothing or not texts:
        texts.append("None")
    return "Any" if "Any" in texts else " | ".join(dict.fromkeys(texts))


def server_url(server: Server) -> str:
    """Return a server's URL with the defaults of its variables."""
    url = server.url
    for variable in server.variables:
        url = url.replace(f"{{{variable.name}}}", variable.default)
    return url


def definitions_sent(
    plans: Iterable[OperationPlan], definitions: Mapping[Location, Definition]
) -> frozenset[Location]:
    """Return the definitions that may be part of what is sent."""
    waiting: list[Location] = []
    for plan in plans:
        operation = plan.operation
        types = [parameter.type for parameter in operation.parameters]
        types += [content.type for content in (operation.body.contents if operation.body is not None else ())]
        waiting += [location for type_ in types for location in references_of(type_)]
    found: set[Location] = set()
    while waiting:
        location = waiting.pop()
        if location not in found:
            found.add(location)
            waiting += references_of(definitions[location].type)
    return frozenset(found)


def _plan(
    operation: Operation,
    name: OperationName,
    definitions: Mapping[Location, Definition],
    config: ClientConfig,
) -> OperationPlan:
    contents = by_preference(operation.body.contents) if operation.body is not None else []
    body = contents[0] if contents else None
    fields = _flat_fields(operation, body, definitions)
    drafts = [
        draft
        for parameter in operation.parameters
        for draft in draft_parameter(parameter, definitions, flatten=config.flatten)
    ]
    drafts += draft_body(operation, body, fields)
    names = name_drafts(drafts)
    keys = keys_of(operation, names)
    success, nothing = _success(operation)
    return OperationPlan(
        operation=operation,
        name=name,
        keys=keys,
        arguments=tuple(argument_of(draft, names[draft.key], keys) for draft in drafts),
        body=body,
        body_flat=fields is not None,
        success=success,
        returns_nothing=nothing,
        item=_item(operation, success, definitions),
    )


def _flat_fields(
    operation: Operation, body: Content | None, definitions: Mapping[Location, Definition]
) -> tuple[Field, ...] | None:
    """Return the fields of a body whose properties are arguments of their own.

    An optional body with required properties is no such body: then nobody could leave it out.
    """
    if (
        body is None
        or operation.body is None
        or kind_of(body.media_type) not in {"json", "form", "multipart"}
    ):
        return None
    type_ = deref(body.type, definitions)
    if not isinstance(type_, Object) or type_.extra is not None:
        return None
    fields = tuple(item for item in fields_of(type_, definitions) if item.access != "read")
    if not fields or (not operation.body.required and any(item.required for item in fields)):
        return None
    return fields


def _item(
    operation: Operation, success: tuple[Content, ...], definitions: Mapping[Location, Definition]
) -> Type | None:
    """Return the type of the items of an operation that gives pages."""
    if operation.pagination is None or not success:
        return None
    type_: Type = success[0].type
    for name in operation.pagination.items:
        object_ = without_null(deref(type_, definitions))
        assert isinstance(object_, Object)
        type_ = next(item.type for item in fields_of(object_, definitions) if item.name == name)
    array = without_null(deref(type_, definitions))
    return array.item if isinstance(array, Array) else Anything()


def _success(operation: Operation) -> tuple[tuple[Content, ...], bool]:
    """Return what successful responses hold, each media type by preference, and whether one holds nothing."""
    successful = [response for response in operation.responses if response.status.startswith("2")]
    if not successful:
        successful = [response for response in operation.responses if response.status == "default"]
    contents: list[Content] = []
    for response in successful:
        contents += by_preference(response.contents)
    return tuple(contents), any(not response.contents for response in successful)
