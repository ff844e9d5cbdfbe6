"""The plan of operations: their records, and the methods that call them."""

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
    CursorPages,
    Definition,
    Field,
    NumberedPages,
    Object,
    Operation,
    Parameter,
    PartEncoding,
    Server,
    String,
    Type,
    deref,
    without_null,
)
from generator.python.annotations import BUILTINS, Annotator, Imports
from generator.python.graph import references_of
from generator.python.identifiers import allocate, snake
from generator.python.models import field_prose, summary_end
from generator.python.naming import Names, OperationName
from generator.python.prose import WIDTH, docstring, literal, prose, summary, wrap
from generator.python.views import (
    ArgumentView,
    CallView,
    ConstantView,
    MethodView,
    OperationsModuleView,
    ResourceView,
)

ERRORS = {
    "400": "BadRequestError",
    "401": "AuthenticationError",
    "402": "PaymentRequiredError",
    "403": "PermissionDeniedError",
    "404": "NotFoundError",
    "405": "MethodNotAllowedError",
    "406": "NotAcceptableError",
    "408": "RequestTimeoutError",
    "409": "ConflictError",
    "410": "GoneError",
    "411": "LengthRequiredError",
    "412": "PreconditionFailedError",
    "413": "ContentTooLargeError",
    "415": "UnsupportedMediaTypeError",
    "422": "UnprocessableEntityError",
    "423": "LockedError",
    "428": "PreconditionRequiredError",
    "429": "RateLimitError",
}
RESERVED_ARGUMENTS = frozenset({"self", "dt", "models"})
# Which argument keeps a name that several want.
PRECEDENCE = ("path", "query", "header", "cookie", "querystring", "body")


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """An argument of a method.

    Attributes:
        name: its Python name.
        wire: what it is on the wire, as the manifest has it: `filter[status]`.
        path: the keys under which its value is given to the runtime.
        where: the place of its parameter, or `body`.
        type: what it takes.
        required: whether a call must give it.
        may_be_null: whether None is sent as null, so that absence needs a value of its own.
        lines: its description.
    """

    name: str
    wire: str
    path: tuple[str, ...]
    where: str
    type: Type
    required: bool
    may_be_null: bool
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationPlan:
    """An operation as Python: everything that methods, records, API.md and the manifest say of it."""

    operation: Operation
    name: OperationName
    keys: Mapping[str, str]
    arguments: tuple[Argument, ...]
    body: Content | None
    body_flat: bool
    success: tuple[Content, ...]
    returns_nothing: bool
    item: Type | None


class Operations:
    """Plans the operations of a package."""

    def __init__(self, api: Api, names: Names, config: ClientConfig) -> None:
        self._definitions = api.definitions
        self._names = names
        self._config = config
        self.plans = tuple(self._plan(operation) for operation in api.operations)

    # --- what is planned ---

    def _plan(self, operation: Operation) -> OperationPlan:
        body = _preferred(operation.body.contents) if operation.body is not None else None
        fields = self._flat_body(operation, body)
        drafts = [draft for parameter in operation.parameters for draft in self._drafts(parameter)]
        drafts += self._body_drafts(operation, body, fields)
        names = _argument_names(drafts)
        keys = self._keys(operation, names)
        success, nothing = _success(operation)
        return OperationPlan(
            operation=operation,
            name=self._names.operations[operation.location],
            keys=keys,
            arguments=tuple(self._argument(draft, names[draft.key], keys) for draft in drafts),
            body=body,
            body_flat=fields is not None,
            success=success,
            returns_nothing=nothing,
            item=self._item(operation, success),
        )

    def _drafts(self, parameter: Parameter) -> Iterable["_Draft"]:
        inner = without_null(deref(parameter.type, self._definitions))
        flat = self._config.flatten and parameter.style == "deepObject"
        if flat and isinstance(inner, Object) and inner.extra is None:
            for item in fields_of(inner, self._definitions):
                yield _Draft(
                    key=f"{parameter.where} {parameter.name}[{item.name}]",
                    wish=snake(item.name),
                    wire=f"{parameter.name}[{item.name}]",
                    parameter=parameter,
                    field=item,
                )
        else:
            yield _Draft(
                key=f"{parameter.where} {parameter.name}",
                wish=snake(parameter.python_name or parameter.name, fallback="argument"),
                wire=parameter.name,
                parameter=parameter,
            )

    def _body_drafts(
        self, operation: Operation, body: Content | None, fields: tuple[Field, ...] | None
    ) -> Iterable["_Draft"]:
        if body is None or operation.body is None:
            return
        if fields is None:
            yield _Draft(key="body ", wish="body", wire="", body=body, body_required=operation.body.required)
            return
        for item in fields:
            yield _Draft(
                key=f"body {item.name}", wish=snake(item.name, fallback="field"), wire=item.name, field=item
            )

    def _flat_body(self, operation: Operation, body: Content | None) -> tuple[Field, ...] | None:
        """Return the fields of a body whose properties are arguments of their own.

        An optional body with required properties is no such body: then nobody could leave it out.
        """
        if (
            body is None
            or operation.body is None
            or kind_of(body.media_type) not in {"json", "form", "multipart"}
        ):
            return None
        type_ = deref(body.type, self._definitions)
        if not isinstance(type_, Object) or type_.extra is not None:
            return None
        fields = tuple(item for item in fields_of(type_, self._definitions) if item.access != "read")
        if not fields or (not operation.body.required and any(item.required for item in fields)):
            return None
        return fields

    def _keys(self, operation: Operation, names: Mapping[str, str]) -> dict[str, str]:
        """Return the key of each parameter among the arguments: its argument's name, or its own when flattened."""
        identities = {identity(parameter): parameter for parameter in operation.parameters}
        return allocate((key, names.get(key) or snake(item.name)) for key, item in identities.items())

    def _argument(self, draft: "_Draft", name: str, keys: Mapping[str, str]) -> Argument:
        parameter, item = draft.parameter, draft.field
        if parameter is not None:
            key = keys[identity(parameter)]
            return Argument(
                name=name,
                wire=draft.wire,
                path=(key,) if item is None else (key, item.name),
                where=parameter.where,
                type=parameter.type if item is None else item.type,
                required=parameter.required and (item is None or item.required),
                may_be_null=False,
                lines=tuple(_parameter_prose(parameter) if item is None else field_prose(item, width=None)),
            )
        if item is not None:
            return Argument(
                name=name,
                wire=item.name,
                path=(item.name,),
                where="body",
                type=item.type,
                required=item.required,
                may_be_null=True,
                lines=tuple(field_prose(item, width=None)),
            )
        assert draft.body is not None
        return Argument(
            name=name,
            wire="",
            path=(),
            where="body",
            type=body_type(draft.body),
            required=draft.body_required,
            may_be_null=True,
            lines=("What to send.",),
        )

    def _item(self, operation: Operation, success: tuple[Content, ...]) -> Type | None:
        """Return the type of the items of an operation that gives pages."""
        if operation.pagination is None or not success:
            return None
        type_: Type = success[0].type
        for name in operation.pagination.items:
            object_ = without_null(deref(type_, self._definitions))
            assert isinstance(object_, Object)
            type_ = next(item.type for item in fields_of(object_, self._definitions) if item.name == name)
        array = without_null(deref(type_, self._definitions))
        return array.item if isinstance(array, Array) else Anything()

    # --- records ---

    def modules(self) -> tuple[OperationsModuleView, ...]:
        """Return the modules of `_operations/`."""
        grouped = self._grouped()
        return tuple(self._module(resource, grouped[resource]) for resource in sorted(grouped))

    def _grouped(self) -> dict[str, list[OperationPlan]]:
        grouped: dict[str, list[OperationPlan]] = defaultdict(list)
        for plan in self.plans:
            grouped[plan.name.resource].append(plan)
        return grouped

    def _module(self, resource: str, plans: list[OperationPlan]) -> OperationsModuleView:
        imports = Imports()
        annotator = Annotator(self._names.models, self._definitions, imports)
        imports.add("typing", "Final")
        imports.add(".._runtime.operation", "Operation")
        constants = tuple(
            ConstantView(
                name=plan.name.constant,
                annotation=f"Final[Operation[{self._result(plan, annotator)}]]",
                expression=self._record(plan, annotator, imports),
            )
            for plan in plans
        )
        return OperationsModuleView(module=resource, imports=imports.lines(), constants=constants)

    def _record(self, plan: OperationPlan, annotator: Annotator, imports: Imports) -> str:
        operation = plan.operation
        values = {
            "name": literal(plan.name.call),
            "method": literal(operation.method),
            "path": literal(operation.path),
            "parameters": _tuple(
                [_parameter_record(item, plan.keys[identity(item)], imports) for item in operation.parameters]
            ),
            "body": _tuple(self._body_records(plan, imports)),
            "contents": _tuple(self._content_records(operation, annotator, imports)),
            "security": _tuple(
                [_tuple([literal(key) for key in keys], empty="()") for keys in operation.security]
            ),
            "pages": self._pages_record(plan, imports),
            "servers": _tuple([literal(server_url(server)) for server in operation.servers[:1]]),
        }
        return _call("Operation", {name: value for name, value in values.items() if value})

    def _body_records(self, plan: OperationPlan, imports: Imports) -> list[str]:
        body = plan.operation.body
        if body is None or plan.body is None:
            return []
        imports.add(".._runtime.operation", "RequestBody")
        content = plan.body
        values = {"media_type": literal(content.media_type)}
        kind = kind_of(content.media_type)
        if kind != "json":
            values["kind"] = literal(kind)
        if body.required:
            values["required"] = "True"
        encodings = [item for item in content.encodings if item.style or item.content_types]
        if encodings and kind in {"form", "multipart"}:
            imports.add(".._runtime.operation", "PartEncoding")
            pairs = ", ".join(f"{literal(item.property)}: {_encoding_record(item)}" for item in encodings)
            values["encodings"] = f"{{{pairs}}}"
        return [_call("RequestBody", values)]

    def _content_records(self, operation: Operation, annotator: Annotator, imports: Imports) -> list[str]:
        records = []
        for response in operation.responses:
            imports.add(".._runtime.operation", "Content")
            for content in _sorted_contents(response.contents):
                kind = response_kind(content.media_type)
                values = {"status": literal(response.status)}
                if kind == "json":
                    values["type"] = annotator.value(content.type)
                else:
                    values["kind"] = literal(kind)
                if content.media_type != "application/json":
                    values["media_type"] = literal(content.media_type)
                records.append(_call("Content", values, positional=("status", "type")))
            if not response.contents:
                records.append(
                    _call(
                        "Content",
                        {"status": literal(response.status), "kind": '"none"'},
                        positional=("status",),
                    )
                )
        return records

    def _pages_record(self, plan: OperationPlan, imports: Imports) -> str:
        pages = plan.operation.pagination
        match pages:
            case None:
                return ""
            case CursorPages():
                imports.add(".._runtime.operation", "CursorPages")
                values = {
                    "items": _path(pages.items),
                    "next": _path(pages.next),
                    "next_argument": _path(self._argument_path(plan, pages.next_parameter)),
                }
                if pages.previous is not None and pages.previous_parameter is not None:
                    values["previous"] = _path(pages.previous)
                    values["previous_argument"] = _path(self._argument_path(plan, pages.previous_parameter))
                return _call("CursorPages", values)
            case NumberedPages():
                imports.add(".._runtime.operation", "NumberedPages")
                values = {
                    "items": _path(pages.items),
                    "argument": _path(self._argument_path(plan, pages.page_parameter)),
                    "total": _path(pages.total),
                }
                if pages.current is not None:
                    values["current"] = _path(pages.current)
                return _call("NumberedPages", values)

    def _argument_path(self, plan: OperationPlan, wire: tuple[str, ...]) -> tuple[str, ...]:
        parameter = next(
            item for item in plan.operation.parameters if item.where == "query" and item.name == wire[0]
        )
        return (plan.keys[identity(parameter)], *wire[1:])

    # --- methods ---

    def resources(self) -> tuple[ResourceView, ...]:
        """Return the modules of `_async/`."""
        grouped = self._grouped()
        return tuple(self._resource(resource, grouped[resource]) for resource in sorted(grouped))

    def _resource(self, resource: str, plans: list[OperationPlan]) -> ResourceView:
        imports = Imports()
        shadowed = frozenset(plan.name.method for plan in plans) & BUILTINS
        annotator = Annotator(self._names.models, self._definitions, imports, shadowed=shadowed)
        imports.add(".._operations", f"{resource} as operations")
        imports.add(".resource", "AsyncResource")
        methods = tuple(self._method(plan, annotator, imports) for plan in plans)
        title = f"The operations on {' '.join(resource.split('_')).strip()}."
        return ResourceView(
            module=resource,
            attribute=resource,
            name=f"Async{self._names.resources[resource]}",
            docstring=tuple(docstring([title])),
            summary=title,
            imports=imports.lines(),
            methods=methods,
        )

    def _method(self, plan: OperationPlan, annotator: Annotator, imports: Imports) -> MethodView:
        positional = tuple(
            self._view(item, annotator, imports) for item in plan.arguments if item.where == "path"
        )
        keywords = [item for item in plan.arguments if item.where != "path"]
        ordered = sorted(keywords, key=lambda item: not item.required)
        paged = plan.operation.pagination is not None and plan.item is not None
        if paged:
            imports.add(".pager", "AsyncPager")
            assert plan.item is not None
            returns = f"AsyncPager[{annotator.value(plan.item)}]"
        else:
            returns = self._result(plan, annotator)
        return MethodView(
            name=plan.name.method,
            waits=not paged,
            positional=positional,
            keywords=tuple(self._view(item, annotator, imports) for item in ordered),
            returns=returns,
            docstring=tuple(docstring(self._documentation(plan, paged=paged))),
            call=self._call(plan, paged=paged),
        )

    def _view(self, argument: Argument, annotator: Annotator, imports: Imports) -> ArgumentView:
        annotation = annotator.argument(argument.type)
        if argument.required:
            return ArgumentView(name=argument.name, annotation=annotation)
        if argument.may_be_null:
            imports.add(".._runtime.unset", "UNSET")
            imports.add(".._runtime.unset", "Unset")
            return ArgumentView(name=argument.name, annotation=f"{annotation} | Unset", default="UNSET")
        none = "" if annotation.endswith("None") or annotation == "Any" else " | None"
        return ArgumentView(name=argument.name, annotation=f"{annotation}{none}", default="None")

    def _call(self, plan: OperationPlan, *, paged: bool) -> str:
        arguments: dict[str, dict[str, str] | str] = {}
        for argument in plan.arguments:
            if argument.where == "body":
                continue
            key, *rest = argument.path
            if rest:
                inner = arguments.setdefault(key, {})
                assert isinstance(inner, dict)
                inner[rest[0]] = argument.name
            else:
                arguments[key] = argument.name
        texts = [f"operations.{plan.name.constant}", _mapping(arguments)]
        body = [argument for argument in plan.arguments if argument.where == "body"]
        if plan.body_flat:
            texts.append(_mapping({argument.wire: argument.name for argument in body}))
        elif body:
            texts.append(body[0].name)
        return f"{'self._paginate' if paged else 'await self._call'}({', '.join(texts)})"

    def _result(self, plan: OperationPlan, annotator: Annotator) -> str:
        """Return the annotation of what a call returns."""
        texts = []
        for content in plan.success:
            kind = response_kind(content.media_type)
            if kind == "json":
                texts.append(annotator.value(content.type))
            else:
                texts.append("str" if kind == "text" else "bytes")
        if plan.returns_nothing or not texts:
            texts.append("None")
        if "Any" in texts:
            return "Any"
        return " | ".join(dict.fromkeys(texts))

    def _documentation(self, plan: OperationPlan, *, paged: bool) -> list[str]:
        operation = plan.operation
        first = (
            summary(operation.summary)
            or summary(operation.description.split("\n\n")[0])
            or f"{operation.method} {operation.path}."
        )
        lines = wrap(first[:1].upper() + first[1:], WIDTH - 8)
        rest = prose(operation.description, width=WIDTH - 8)
        if rest and summary(operation.description) != first and operation.summary:
            lines += ["", *rest]
        if operation.deprecated:
            lines += ["", "Deprecated."]
        if plan.arguments:
            ordered = [item for item in plan.arguments if item.where == "path"]
            ordered += sorted(
                (item for item in plan.arguments if item.where != "path"), key=lambda item: not item.required
            )
            lines += ["", "Args:"]
            for argument in ordered:
                lines += _entry(argument.name, argument.lines)
        told = _returned(operation, paged=paged, nothing=not plan.success)
        lines += ["", "Returns:", *(f"    {line}" for line in wrap(told, WIDTH - 12))] if told else []
        raised = _raised(operation)
        if raised:
            lines += ["", "Raises:"]
            for name, why in raised:
                lines += _entry(name, (why,))
        return [line.rstrip() for line in lines]

    def calls(self) -> tuple[tuple[str, tuple[CallView, ...]], ...]:
        """Return the lines of API.md by resource."""
        grouped = self._grouped()
        return tuple(
            (resource, tuple(_call_view(plan) for plan in grouped[resource])) for resource in sorted(grouped)
        )

    def returns(self, plan: OperationPlan) -> str:
        """Return what a call returns in words for the manifest: without `models.`, the sync flavour."""
        annotator = Annotator(self._names.models, self._definitions, Imports())
        if plan.item is not None:
            return f"Pager[{annotator.value(plan.item)}]".replace("models.", "")
        return self._result(plan, annotator).replace("models.", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """An argument before it has its name."""

    key: str
    wish: str
    wire: str
    parameter: Parameter | None = None
    field: Field | None = None
    body: Content | None = None
    body_required: bool = False

    @property
    def where(self) -> str:
        return self.parameter.where if self.parameter is not None else "body"


def _argument_names(drafts: list[_Draft]) -> dict[str, str]:
    """Return distinct names; of several arguments that want one, those further on say where they go."""
    taken: set[str] = set()
    names: dict[str, str] = {}
    for where in PRECEDENCE:
        here = [draft for draft in drafts if draft.where == where]
        wanted = []
        for draft in here:
            wish = draft.wish
            if wish in taken or wish in RESERVED_ARGUMENTS:
                wish = f"{wish.rstrip('_')}_{where}"
            wanted.append((draft.key, wish))
        allocated = allocate(wanted, reserved=RESERVED_ARGUMENTS | taken)
        names |= allocated
        taken |= set(allocated.values())
    return names


def identity(parameter: Parameter) -> str:
    """Return what tells a parameter from the others of its operation (OAS 3.1.1, 4.8.12): its place and name."""
    return f"{parameter.where} {parameter.name}"


def kind_of(media_type: str) -> str:
    """Return how a request body of a media type is encoded."""
    essence = media_type.partition(";")[0].strip().lower()
    if essence in {
        "application/jsonl",
        "application/x-ndjson",
        "application/x-jsonlines",
        "application/ndjson",
    }:
        return "json-lines"
    if essence.endswith(("/json", "+json")) or essence in {"*/*", "application/*"}:
        return "json"
    if essence == "application/x-www-form-urlencoded":
        return "form"
    if essence.startswith("multipart/"):
        return "multipart"
    if essence.startswith("text/") or essence.endswith(("/xml", "+xml", "/yaml", "/x-yaml")):
        return "text"
    return "binary"


def response_kind(media_type: str) -> str:
    """Return how a response of a media type is decoded."""
    kind = kind_of(media_type)
    if kind in {"form", "json-lines"}:
        return "text"
    return "binary" if kind == "multipart" else kind


def body_type(content: Content) -> Type:
    """Return what a body takes: its schema's type, text or bytes."""
    kind = kind_of(content.media_type)
    if kind == "json-lines" and content.item is not None:
        return Array(content.item)
    if kind == "text":
        return String()
    return String("binary") if kind == "binary" else content.type


def server_url(server: Server) -> str:
    """Return a server's URL with the defaults of its variables."""
    url = server.url
    for variable in server.variables:
        url = url.replace(f"{{{variable.name}}}", variable.default)
    return url


def _preferred(contents: tuple[Content, ...]) -> Content | None:
    return _sorted_contents(contents)[0] if contents else None


def _sorted_contents(contents: tuple[Content, ...]) -> list[Content]:
    """Return contents in the order of preference: JSON, its relatives, forms, multipart, text, bytes."""
    order = ("json", "form", "multipart", "json-lines", "text", "binary")
    return sorted(
        contents,
        key=lambda item: (
            item.media_type != "application/json",
            order.index(kind_of(item.media_type)),
            item.media_type,
        ),
    )


def _success(operation: Operation) -> tuple[tuple[Content, ...], bool]:
    """Return what successful responses hold, each media type by preference, and whether one holds nothing."""
    successful = [response for response in operation.responses if response.status.startswith("2")]
    if not successful:
        successful = [response for response in operation.responses if response.status == "default"]
    contents: list[Content] = []
    for response in successful:
        contents += _sorted_contents(response.contents)
    return tuple(contents), any(not response.contents for response in successful)


def _parameter_prose(parameter: Parameter) -> list[str]:
    return field_prose(
        Field(
            name=parameter.name,
            type=parameter.type,
            description=parameter.description,
            deprecated=parameter.deprecated,
            default=parameter.default,
            notes=parameter.notes,
        ),
        width=None,
    )


def _returned(operation: Operation, *, paged: bool, nothing: bool) -> str:
    if paged:
        return "The pages. Nothing is sent before the first of them is asked for; iterating gives all items."
    if nothing:
        return ""
    for response in operation.responses:
        if response.status.startswith("2") and response.description:
            return summary(response.description)
    return "What the server answers."


def _raised(operation: Operation) -> list[tuple[str, str]]:
    raised = []
    for response in operation.responses:
        name = ERRORS.get(response.status)
        if response.status.startswith("5"):
            name = "InternalServerError"
        elif response.status.startswith("4") and name is None:
            name = "ApiStatusError"
        if name is not None and all(name != known for known, _ in raised):
            raised.append(
                (name, f"{response.status}: {summary(response.description) or 'the server refuses.'}")
            )
    return raised


def _entry(name: str, lines: Iterable[str]) -> list[str]:
    """Return an entry of a docstring's section, its further lines indented."""
    first, *rest = list(lines) or [""]
    width = WIDTH - 16
    opening = wrap(f"{name}: {summary_end(first) if not rest else first}".rstrip(), width)
    hanging = [*opening[1:], *(part for line in rest for part in wrap(line, width))]
    return [f"    {opening[0]}", *(f"        {line}" if line else "" for line in hanging)]


def _call_view(plan: OperationPlan) -> CallView:
    positional = [item.name for item in plan.arguments if item.where == "path"]
    keywords = sorted(
        (item for item in plan.arguments if item.where != "path"), key=lambda item: not item.required
    )
    shown = [*positional, *(["*"] if keywords else []), *(item.name for item in keywords)]
    operation = plan.operation
    return CallView(
        call=plan.name.call,
        signature=f"{plan.name.call}({', '.join(shown)})",
        summary=summary(operation.summary or operation.description.split("\n\n")[0]).replace("|", "\\|"),
        method=operation.method,
        path=operation.path,
    )


# --- Python expressions --------------------------------------------------------------------------------------------


def _parameter_record(parameter: Parameter, key: str, imports: Imports) -> str:
    imports.add(".._runtime.operation", "Parameter")
    values = {
        "argument": literal(key),
        "name": literal(parameter.name),
        "location": literal(parameter.where),
        "style": literal(parameter.style),
    }
    for name, value in (
        ("explode", parameter.explode),
        ("required", parameter.required),
        ("allow_reserved", parameter.allow_reserved),
    ):
        if value:
            values[name] = "True"
    if parameter.media_type is not None:
        values["media_type"] = literal(parameter.media_type)
    deep = {"objects": parameter.objects, "lists": parameter.lists or "repeat"}
    defaults = {"objects": "brackets", "lists": "repeat"}
    changed = {name: literal(value) for name, value in deep.items() if value != defaults[name]}
    if parameter.style == "deepObject" and changed:
        imports.add(".._runtime.operation", "DeepObject")
        values["deep"] = _call("DeepObject", changed)
    if parameter.dates != "rfc3339":
        values["dates"] = literal(parameter.dates)
    return _call("Parameter", values, positional=("argument", "name", "location", "style"))


def _encoding_record(encoding: PartEncoding) -> str:
    values = {}
    if encoding.content_types:
        values["content_type"] = literal(encoding.content_types[0])
    if encoding.style is not None:
        values["style"] = literal(encoding.style)
        values["explode"] = repr(
            encoding.explode if encoding.explode is not None else encoding.style == "form"
        )
    if encoding.allow_reserved:
        values["allow_reserved"] = "True"
    return _call("PartEncoding", values)


def _call(name: str, values: Mapping[str, str], *, positional: tuple[str, ...] = ()) -> str:
    texts = [value if key in positional else f"{key}={value}" for key, value in values.items()]
    return f"{name}({', '.join(texts)})"


def _tuple(items: list[str], *, empty: str = "") -> str:
    if len(items) == 1:
        return f"({items[0]},)"
    return f"({', '.join(items)})" if items else empty


def _path(path: tuple[str, ...]) -> str:
    return _tuple([literal(name) for name in path])


def _mapping(values: Mapping[str, Mapping[str, str] | str]) -> str:
    pairs = [
        f"{literal(key)}: {value if isinstance(value, str) else _mapping(value)}"
        for key, value in values.items()
    ]
    return f"{{{', '.join(pairs)}}}"


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
