"""The records of `_operations/`: each operation as a Python expression that the runtime interprets."""

from collections.abc import Iterable, Mapping
from functools import partial

from generator.answers import decoding_of
from generator.diagnostics import Location
from generator.inference.contents import is_given_as_text
from generator.ir import (
    Array,
    Content,
    Definition,
    Integer,
    Map,
    Object,
    Operation,
    Parameter,
    PartEncoding,
    Reference,
    String,
    Type,
)
from generator.media import (
    JSON,
    body_kind,
    body_type,
    by_preference,
    is_sent_as_json,
    may_be_text,
    stream_kind,
    text_type,
)
from generator.pages import Write
from generator.python.naming import Names
from generator.python.operations.arguments import identity
from generator.python.operations.paging import pages_record
from generator.python.operations.planning import OperationPlan, by_resource, item_of_stream, result_of
from generator.python.package.servers import record_of
from generator.python.text.expressions import call as _call
from generator.python.text.expressions import texts as _path
from generator.python.text.expressions import tuple_of as _tuple
from generator.python.text.prose import literal
from generator.python.types.annotations import Annotator, Imports
from generator.python.views import ConstantView, OperationsModuleView
from generator.streams import EVENT_KINDS, stream
from generator.type_tree import deref, fields_of, parts_of, reachable, variants_of, without_null

RUNTIME = ".._runtime.operation"
# Of these a value is written as its type wants it.
MOMENTS = frozenset({String("date-time"), String("date"), Integer("seconds"), Integer("milliseconds")})
# What ends streams of events unless a record says otherwise.
USUAL_END_MARKS = ("[DONE]",)
# The arguments of a record, in this order.
_ORDER = (
    *("name", "method", "path", "parameters", "body", "contents", "accept", "headers"),
    *("security", "pages", "servers", "poll"),
)


def operations_modules(
    plans: Iterable[OperationPlan], names: Names, definitions: Mapping[Location, Definition]
) -> tuple[OperationsModuleView, ...]:
    """Return the modules of `_operations/`, one for each resource."""
    return tuple(
        _module(names.resource_modules[resource], members, Annotator(names.models, definitions, Imports()))
        for resource, members in by_resource(plans)
    )


def _module(module: str, plans: list[OperationPlan], annotator: Annotator) -> OperationsModuleView:
    imports = annotator.imports
    imports.add("typing", "Final")
    imports.add(RUNTIME, "Operation")
    constants = tuple(_constant(plan, annotator) for plan in plans)
    return OperationsModuleView(module=module, imports=imports.lines(), constants=constants)


def _constant(plan: OperationPlan, annotator: Annotator) -> ConstantView:
    annotation = f"Final[Operation[{_result(plan, annotator)}]]"
    parameters = {
        f"{item.where} {item.name}": _parameter(item, plan, annotator) for item in plan.operation.parameters
    }
    contents = _contents(plan, annotator)
    headers = _headers(plan.operation, annotator)
    values = _record(plan, annotator)
    whole = {
        **values,
        "parameters": _tuple([*parameters.values()]),
        "contents": _tuple([text for _, text in contents]),
        "headers": _tuple([text for _, text in headers]),
    }
    expression = _call("Operation", {name: whole[name] for name in _ORDER if whole.get(name)})
    answers: dict[str, str] = {}
    for status, text in (*contents, *headers):
        answers[status] = f"{answers.get(status, '')} {text}"
    parts = {
        **{name: text for name, text in values.items() if text},
        **{f"parameters {key}": text for key, text in parameters.items()},
        **{f"responses {status}": text for status, text in answers.items()},
    }
    return ConstantView(name=plan.name.constant, annotation=annotation, expression=expression, parts=parts)


def _result(plan: OperationPlan, annotator: Annotator) -> str:
    if plan.streams_only and plan.stream is not None:
        return item_of_stream(plan.stream, annotator)
    return result_of(plan, annotator)


def _record(plan: OperationPlan, annotator: Annotator) -> dict[str, str]:
    """Return what a record says, but of each parameter and of each response."""
    operation, imports = plan.operation, annotator.imports
    security = [_tuple([literal(key) for key in keys], empty="()") for keys in operation.security]
    return {
        "name": literal(plan.name.call),
        "method": literal(operation.method),
        # What is behind a `#` tells two documented operations apart; it never reaches a server.
        "path": literal(operation.path.partition("#")[0]),
        "body": _tuple(_bodies(plan, annotator)),
        "accept": _accept(plan),
        "security": _tuple(security),
        "pages": _pages(plan, imports),
        "servers": _tuple(_servers(operation, annotator)),
        "poll": _poll(plan, imports),
    }


def _poll(plan: OperationPlan, imports: Imports) -> str:
    if plan.polling is None:
        return ""
    imports.add(RUNTIME, "Poll")
    until = _tuple([literal(value) for value in plan.polling.until])
    return f"Poll({_path(plan.polling.path)}, {until})"


def _parameter(parameter: Parameter, plan: OperationPlan, annotator: Annotator) -> str:
    imports = annotator.imports
    imports.add(RUNTIME, "Parameter")
    values = {
        "argument": literal(plan.keys[identity(parameter)]),
        "name": literal(parameter.name),
        "location": literal(parameter.where),
        "style": literal(parameter.style),
    }
    flags = {
        "explode": parameter.explode,
        "required": parameter.required,
        "allow_reserved": parameter.allow_reserved,
        "allow_slashes": parameter.allow_slashes,
    }
    values |= {name: "True" for name, holds in flags.items() if holds}
    if parameter.media_type is not None:
        values["media_type"] = literal(parameter.media_type)
    deep = _deep_object(parameter, annotator.definitions) if parameter.style == "deepObject" else {}
    if deep:
        imports.add(RUNTIME, "DeepObject")
        values["deep"] = _call("DeepObject", deep)
    if parameter.dates != "rfc3339":
        values["dates"] = literal(parameter.dates)
    # Of a list in other styles nobody sees whether it was given as one.
    shows_lists = parameter.style == "deepObject" or parameter.media_type is not None
    values |= _takes(parameter.type, annotator, told=(Object, Array) if shows_lists else (Object,))
    if identity(parameter) in plan.of_client:
        values["client"] = literal(plan.of_client[identity(parameter)])
    return _call("Parameter", values, positional=("argument", "name", "location", "style"))


def _deep_object(parameter: Parameter, definitions: Mapping[Location, Definition]) -> dict[str, str]:
    """Return how `deepObject` is written, where it is not as the runtime would."""
    values: dict[str, str] = {}
    if parameter.objects != "brackets":
        values["objects"] = literal(parameter.objects)
    if parameter.lists not in {None, "repeat"}:
        values["lists"] = literal(parameter.lists)
    if not all(isinstance(item, Object | Map | Array) for item in variants_of(parameter.type, definitions)):
        values["scalars"] = "True"
    return values


def _bodies(plan: OperationPlan, annotator: Annotator) -> list[str]:
    contents = [content for form in plan.forms for content in form.contents]
    # Which of several forms a body is meant in, objects of any kind tell, too.
    told = (Object, Array, Map) if len(contents) > 1 else (Object, Array)
    return [_body(content, plan, annotator, told) for content in contents]


def _body(content: Content, plan: OperationPlan, annotator: Annotator, told: tuple[type, ...]) -> str:
    imports = annotator.imports
    imports.add(RUNTIME, "RequestBody")
    values = {"media_type": literal(content.media_type)}
    kind = body_kind(content)
    if kind != "json":
        values["kind"] = literal(kind)
    if plan.operation.body is not None and plan.operation.body.required:
        values["required"] = "True"
    encodings = [item for item in content.encodings if item.style or item.content_types or item.headers]
    if encodings and kind in {"form", "multipart"}:
        imports.add(RUNTIME, "PartEncoding")
        pairs = ", ".join(f"{literal(item.property)}: {_encoding(item)}" for item in encodings)
        values["encodings"] = f"{{{pairs}}}"
    if may_be_text(content):
        values["text"] = "True"
    files = _files(content, annotator.definitions) if kind == "multipart" else {}
    if files:
        pairs = ", ".join(f"{literal(name)}: {literal(count)}" for name, count in files.items())
        values["files"] = f"{{{pairs}}}"
    beside = plan.operation.body.contents if plan.operation.body is not None else ()
    if is_sent_as_json(content, beside, annotator.definitions):
        values |= _takes(content.type, annotator, told=told)
    elif kind not in {"text", "binary"}:
        values |= _takes(body_type(content, beside, annotator.definitions), annotator, told=told)
    return _call("RequestBody", values)


def _files(content: Content, definitions: Mapping[Location, Definition]) -> dict[str, str]:
    """Return the properties of a body that are files, however it is given: `one`, or `many` in a list."""
    found: dict[str, set[str | None]] = {}
    for variant in variants_of(content.type, definitions):
        for item in fields_of(variant, definitions) if isinstance(variant, Object) else ():
            found.setdefault(item.name, set()).add(_file_count(item.type, definitions))
    known = {name: next(iter(counts)) for name, counts in sorted(found.items()) if len(counts) == 1}
    return {name: count for name, count in known.items() if count is not None}


def _file_count(type_: Type, definitions: Mapping[Location, Definition]) -> str | None:
    match without_null(deref(type_, definitions)):
        case String(format="binary"):
            return "one"
        case Array(item=item) if deref(item, definitions) == String("binary"):
            return "many"
        case _:
            return None


def _takes(type_: Type, annotator: Annotator, *, told: tuple[type, ...]) -> dict[str, str]:
    """Return what gives a type, when it is needed: where it has dates, or kinds of types that are told."""
    definitions = annotator.definitions
    found = [type_, *(definitions[location].type for location in reachable([type_], definitions))]
    parts = [inner for item in found for inner in parts_of(item)]
    if not any(isinstance(inner, told) or inner in MOMENTS for inner in parts):
        return {}
    return {"takes": f"lambda: {annotator.value(type_)}"}


def _encoding(encoding: PartEncoding) -> str:
    values: dict[str, str] = {}
    if encoding.content_types:
        values["content_types"] = _path(encoding.content_types)
    if encoding.headers:
        pairs = ", ".join(f"{literal(name)}: {literal(value)}" for name, value in encoding.headers)
        values["headers"] = f"{{{pairs}}}"
    if encoding.style is not None:
        explode = encoding.explode if encoding.explode is not None else encoding.style == "form"
        values["style"] = literal(encoding.style)
        values["explode"] = repr(explode)
    if encoding.allow_reserved:
        values["allow_reserved"] = "True"
    return _call("PartEncoding", values)


def _contents(plan: OperationPlan, annotator: Annotator) -> list[tuple[str, str]]:
    """Return each content of an answer, with its status."""
    records: list[tuple[str, str]] = []
    for response in plan.operation.responses:
        annotator.imports.add(RUNTIME, "Content")
        status = literal(response.status)
        beside = by_preference(response.contents)
        for item in beside:
            kind = decoding_of(plan.operation, response, item, beside)
            records.append((response.status, _content(plan, status, item, kind, annotator)))
        if not response.contents:
            none = _call("Content", {"status": status, "kind": '"none"'}, positional=("status",))
            records.append((response.status, none))
    return records


def _accept(plan: OperationPlan) -> str:
    """Return the media types that a call asks for, where these are not the runtime's own."""
    media_types = plan.answers[0].media_types if plan.answers else ("*/*",)
    return literal(", ".join(media_types)) if media_types != (JSON,) else ""


def _servers(operation: Operation, annotator: Annotator) -> list[str]:
    """Return the first server of an operation that has servers of its own."""
    for server in operation.servers[:1]:
        record = record_of(server)
        for name in ("Server", "ServerVariable"):
            if f"{name}(" in record:
                annotator.imports.add(".._runtime.servers", name)
        return [record]
    return []


def _headers(operation: Operation, annotator: Annotator) -> list[tuple[str, str]]:
    """Return the headers of successful responses, with their statuses; of other ones nobody is given any."""
    found: list[tuple[str, str]] = []
    for response in operation.responses:
        for header in response.headers if response.status.startswith(("2", "default")) else ():
            annotator.imports.add(RUNTIME, "Header")
            type_ = String() if is_given_as_text(header, annotator.definitions) else header.type
            values = [literal(response.status), literal(header.name), _later(type_, annotator)]
            values += ["is_json=True"] if header.is_json else []
            values += [f"held_as={literal(header.held_as)}"] if header.held_as is not None else []
            found.append((response.status, f"Header({', '.join(values)})"))
    return found


def _content(plan: OperationPlan, status: str, content: Content, kind: str, annotator: Annotator) -> str:
    values = {"status": status}
    if kind == "json":
        values["type"] = _later(content.type, annotator)
    elif stream_kind(content.media_type) is not None:
        values |= _stream(plan, content, annotator)
    else:
        if kind == "text" and text_type(content, annotator.definitions) != String():
            values["type"] = _later(content.type, annotator)
        values["kind"] = literal(kind)
    if content.media_type != JSON:
        values["media_type"] = literal(content.media_type)
    return _call("Content", values, positional=("status", "type"))


def _stream(plan: OperationPlan, content: Content, annotator: Annotator) -> dict[str, str]:
    found = stream(content, annotator.definitions)
    values = {} if found.item is None else {"type": _later(found.item, annotator)}
    values["kind"] = literal(found.kind)
    if found.kind in EVENT_KINDS and plan.end_marks != USUAL_END_MARKS:
        values["end_marks"] = _tuple([literal(mark) for mark in plan.end_marks], empty="()")
    return values


def _later(type_: Type, annotator: Annotator) -> str:
    """Return a type that a response is read as; one with models is looked up when it is first needed."""
    spelled = annotator.value(type_)
    if not any(isinstance(inner, Reference) for inner in parts_of(type_)):
        return spelled
    annotator.imports.add(".._runtime.records", "Later")
    return f"Later(lambda: {spelled})"


def _pages(plan: OperationPlan, imports: Imports) -> str:
    pages = plan.operation.pagination
    return "" if pages is None else pages_record(pages, partial(_key, plan), imports)


def _key(plan: OperationPlan, write: Write) -> str:
    """Return the key among a call's arguments of the parameter that something is written in."""
    parameters = (item for item in plan.operation.parameters if item.where == write.place)
    return plan.keys[identity(next(item for item in parameters if item.name == write.path[0]))]
