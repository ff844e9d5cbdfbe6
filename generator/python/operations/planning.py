"""The plan of operations: what methods, records, API.md and the manifest all say of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from functools import cached_property

from generator.answers import AnswerForm, answer_forms
from generator.config import ClientConfig
from generator.diagnostics import InputError, Location, error
from generator.inference.streams import stream_switch
from generator.ir import (
    Anything,
    Api,
    Array,
    Const,
    Content,
    Definition,
    Enum,
    Field,
    Map,
    Object,
    Operation,
    Type,
)
from generator.media import body_kind, response_kind, text_type
from generator.pages import Write, bracketed
from generator.python.naming import Names, OperationName
from generator.python.naming.given import given_for, poll_given
from generator.python.operations.arguments import (
    ACCEPT,
    MEDIA_TYPE,
    Argument,
    argument_of,
    draft_accept,
    draft_body,
    draft_parameter,
    keys_of,
    name_drafts,
)
from generator.python.operations.bodies import BodyForm, body_forms, merged_fields
from generator.python.operations.paging import item_type
from generator.python.operations.polling import Polling, polling_of
from generator.python.types.annotations import Annotator
from generator.python.views import MethodKind
from generator.records import dataclass
from generator.scalars import Scalar
from generator.streams import Stream, stream_of, streams_only, successful
from generator.type_tree import reachable, references_of, without_null


@dataclass(frozen=True, slots=True, kw_only=True)
class Chooser:
    """What of a body chooses between a whole answer and a stream.

    Attributes:
        field: the property, true for a stream.
        argument: the argument that it is, unless the body is one.
        asks_for_whole: whether the whole has to be asked for, because the server may well stream otherwise.
    """

    field: str
    argument: Argument | None
    asks_for_whole: bool


@dataclass(frozen=True, kw_only=True)
class OperationPlan:
    """An operation as Python.

    Attributes:
        operation: what it means.
        name: how it is called.
        keys: the key of each parameter among the arguments, by the parameter's identity.
        arguments: what its method takes.
        forms: the forms in which its body can be given, the preferred one first.
        media_type: the name of the argument that says in which media type the body is, where a call may
            have to say it.
        answers: the forms in which its answer as a whole can be asked for, the usual one first.
        accept: the name of the argument that says in which media type the answer is wanted, where a call may
            have to say it.
        returns_nothing: whether a successful response holds nothing.
        item: the type of an item of its pages; None where it gives none.
        stream: what can be read item by item of a response.
        streams_only: whether there is nothing but that.
        chooser: what of the body chooses between a whole answer and a stream.
        end_marks: the data of events that are no items but end a stream.
        polling: how a method repeats it until what it gives is final.
        by_position: the arguments, by their names on the wire, that settings let calls give by position.
        of_client: the client's arguments for parameters that calls need not give, by their identities.
    """

    operation: Operation
    name: OperationName
    keys: Mapping[str, str]
    arguments: tuple[Argument, ...]
    forms: tuple[BodyForm, ...]
    media_type: str | None
    answers: tuple[AnswerForm, ...]
    accept: str | None
    returns_nothing: bool
    item: Type | None
    stream: Stream | None
    streams_only: bool
    chooser: Chooser | None
    end_marks: tuple[str, ...]
    polling: Polling | None = None
    by_position: tuple[str, ...] = ()
    of_client: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def kinds(self) -> tuple[MethodKind, ...]:
        """What its methods give, its own first, then that which gives the answer item by item."""
        first: MethodKind = "stream" if self.streams_only else "pages" if self.item is not None else "whole"
        return (first,) if self.name.stream is None else (first, "stream")

    @property
    def success(self) -> tuple[Content, ...]:
        """What successful responses hold as a whole, in the usual form."""
        return self.answers[0].contents if self.answers else ()

    @cached_property
    def _given(self) -> list[Argument]:
        """The arguments that a call gives."""
        return [item for item in self.arguments if item.fixed is None]

    @property
    def variants(self) -> tuple[tuple[Field, ...], ...]:
        """Of a body that is one of several objects, the properties of each, which a call may give alone."""
        return self.forms[0].variants if self.forms else ()

    @property
    def is_body_needed(self) -> bool:
        """Whether a call must send a body."""
        return self.operation.body is not None and self.operation.body.required

    @property
    def needed(self) -> tuple[str, ...]:
        """Of a body that may be given otherwise than by its properties, which of these it must have."""
        is_one = len(self.variants) == 1
        return tuple(item.name for item in self.variants[0] if item.required) if is_one else ()

    @cached_property
    def lead(self) -> Argument | None:
        """The only argument that a call must give besides those in the path, if it always is the same one.

        A body that can be given by its properties or as a whole is given as a whole.
        """
        in_one_form = len(self.forms) <= 1 and len(self.answers) <= 1 and self.chooser is None
        if self.variants and not self.is_body_needed:
            return None
        if self.variants:
            return next((item for item in self._given if item.is_whole_body), None)
        needed = [item for item in self._given if item.required and item.where != "path"]
        return needed[0] if len(needed) == 1 and in_one_form else None

    @cached_property
    def leads(self) -> list[Argument]:
        """The lead, and what was it before: that it may be absent now need not break calls that give it."""
        before = {item.name: item for item in self._given if item.where != "path"}
        names = [*self.name.leads, *([self.lead.name] if self.lead is not None else [])]
        found = [before[name] for name in dict.fromkeys(names) if name in before]
        # A body as a whole never stands behind properties of it, which are not given beside it.
        has_parts = any(item.where == "body" and not item.is_whole_body for item in found)
        return [item for item in found if not (has_parts and item.is_whole_body)]

    @cached_property
    def positional(self) -> list[Argument]:
        """The arguments that stand in the path, in its order, then the leads; a constant is no question.

        Settings may have others behind them. What may be absent stands behind what must be given.
        """
        in_path = [item for item in self._given if item.where == "path" and item.constant is None]
        places = {name: place for place, name in enumerate(self.in_path)}
        first = [*sorted(in_path, key=lambda item: places[item.wire]), *self.leads]
        chosen = {
            item.wire: item for item in self._given if item not in first and item.wire in self.by_position
        }
        ordered = [*first, *(chosen[wire] for wire in self.by_position if wire in chosen)]
        return sorted(ordered, key=lambda item: not item.required)

    @cached_property
    def in_path(self) -> list[str]:
        """The names of the parameters in the path: in the order that calls had, then in that of the path."""
        before = [*self.name.arguments]
        path = self.operation.path

        def place(name: str) -> tuple[int, int]:
            key = f"path {name}"
            return before.index(key) if key in before else len(before), path.find(f"{{{name}}}")

        return sorted((item.name for item in self.operation.parameters if item.where == "path"), key=place)

    @cached_property
    def keywords(self) -> list[Argument]:
        """All other arguments, required ones first."""
        positional = self.positional
        keywords = [item for item in self._given if item not in positional]
        return sorted(keywords, key=lambda item: not item.required)

    def arguments_of(self, form: BodyForm) -> list[Argument]:
        """Return the arguments that give the body in one of its forms."""
        assert self.operation.body is not None
        arguments = [item for item in self.arguments if item.where == "body"]
        if form is self.forms[0] and form.fields is not None:
            return [item for item in arguments if not item.is_whole_body]
        required = self.operation.body.required
        return [
            replace(item, type=form.type, required=required, takes_files=form.takes_files)
            for item in arguments
            if item.is_whole_body
        ]


def plan_operations(api: Api, names: Names, config: ClientConfig) -> tuple[OperationPlan, ...]:
    """Return the plan of each operation."""
    answered = _definitions_answered(api)
    return tuple(
        _plan(operation, names.operations[operation.location], api.definitions, answered, config)
        for operation in api.operations
    )


def _definitions_answered(api: Api) -> frozenset[Location]:
    """Return the definitions that may be part of what calls give."""
    contents = [content for operation in api.operations for content in successful(operation)[0]]
    return reachable((content.type for content in contents), api.definitions)


def methods_of(plan: OperationPlan) -> Iterator[OperationPlan]:
    """Yield the plan of each method that is made of an operation; of most there is but one.

    Raises:
        InputError: where a method is to send what its operation does not take.
    """
    if not plan.name.methods:
        yield plan
    for method in plan.name.methods:
        unknown = method.sends.keys() - {item.wire for item in plan.arguments}
        if unknown:
            call = f"{method.resource}.{method.method}"
            message = f"{call} is to send {min(unknown)!r}, which is no argument"
            raise InputError(error("bad-config", message, plan.operation.location))
        made = replace(
            plan,
            name=replace(plan.name, resource=method.resource, method=method.method, methods=()),
            arguments=tuple(
                replace(item, fixed=method.sends[item.wire]) if item.wire in method.sends else item
                for item in plan.arguments
            ),
        )
        yield _narrowed(made, method.sends) if made.variants and method.sends else made


def _narrowed(plan: OperationPlan, sends: Mapping[str, Scalar]) -> OperationPlan:
    """Return the plan of a method whose body is only what may hold the values that it always sends.

    Nobody gives such a body as a whole, for it has these values already.

    Raises:
        InputError: where there is nothing like that.
    """
    fitting = tuple(
        fields for fields in plan.variants if all(_may_hold(fields, *item) for item in sends.items())
    )
    if not fitting:
        call = f"{plan.name.resource}.{plan.name.method}"
        message = f"{call} is to send {dict(sends)}, which none of the objects has that its body may be"
        raise InputError(error("bad-config", message, plan.operation.location))
    known = {field.name: field for field in merged_fields(fitting)}
    only = {field.name: field.required for field in fitting[0]} if len(fitting) == 1 else {}
    arguments = [
        replace(item, required=only.get(item.wire, False)) if item.where == "body" else item
        for item in plan.arguments
        if item.where != "body" or item.wire in known
    ]
    form = replace(plan.forms[0], variants=fitting if not only else (), fields=fitting[0] if only else None)
    return replace(plan, arguments=tuple(arguments), forms=(form,))


def _may_hold(fields: Iterable[Field], name: str, value: Scalar) -> bool:
    """Tell whether an object may have a value under a name."""
    type_ = next((without_null(item.type) for item in fields if item.name == name), None)
    match type_:
        case None:
            return False
        case Const(value=only):
            return only == value
        case Enum(values=values):
            return value in values
        case _:
            return True


def methods_told(plan: OperationPlan) -> dict[str, dict[str, Scalar]]:
    """Return the calls that settings make of an operation, and what each always sends."""
    return {f"{item.resource}.{item.method}": dict(item.sends) for item in plan.name.methods}


def poll_told(plan: OperationPlan) -> str | None:
    """Return the call that repeats an operation until it is final."""
    return f"{plan.name.resource}.{plan.name.poll}" if plan.name.poll else None


def by_resource(plans: Iterable[OperationPlan]) -> list[tuple[str, list[OperationPlan]]]:
    """Return the operations of each resource, sorted by its name; one of several resources is in each."""
    grouped: dict[str, list[OperationPlan]] = defaultdict(list)
    for plan in plans:
        for resource in plan.name.all_resources:
            grouped[resource].append(_in_resource(plan, resource))
    return sorted(grouped.items())


def _in_resource(plan: OperationPlan, resource: str) -> OperationPlan:
    """Return the plan of an operation as one of its resources has it."""
    if plan.name.all_resources == (resource,):
        return plan
    methods = tuple(item for item in plan.name.methods if item.resource == resource)
    is_own = resource == plan.name.resource
    name = replace(
        plan.name,
        resource=resource,
        method=methods[0].method,
        methods=methods,
        poll=plan.name.poll if is_own else None,
        stream=plan.name.stream if is_own else None,
    )
    return replace(plan, name=name, polling=plan.polling if is_own else None)


def result_of(plan: OperationPlan, annotator: Annotator, form: AnswerForm | None = None) -> str:
    """Return the annotation of what a call returns, in its usual form or another."""
    texts: list[str] = []
    for content in form.contents if form is not None else plan.success:
        kind = response_kind(content)
        if kind == "json":
            texts.append(annotator.value(content.type))
        elif kind == "text":
            texts.append(annotator.value(text_type(content, annotator.definitions)))
        else:
            texts.append(annotator.builtin("bytes"))
    if plan.returns_nothing:
        texts.append("None")
    return annotator.joined(texts) if texts else annotator.value(Anything())


def item_of_stream(stream: Stream, annotator: Annotator) -> str:
    """Return the annotation of an item of a stream."""
    if stream.item is not None:
        return annotator.value(stream.item)
    if stream.kind == "binary":
        return annotator.builtin("bytes")
    return annotator.imports.add(".._runtime.streaming", "ServerSentEvent")


def definitions_sent(
    plans: Iterable[OperationPlan], definitions: Mapping[Location, Definition]
) -> frozenset[Location]:
    """Return the definitions that may be part of what is sent."""
    operations = [plan.operation for plan in plans]
    types = [parameter.type for operation in operations for parameter in operation.parameters]
    bodies = [operation.body for operation in operations if operation.body is not None]
    types += [content.type for body in bodies for content in body.contents]
    return reachable(types, definitions)


def objects_with_files(
    plans: Iterable[OperationPlan], definitions: Mapping[Location, Definition]
) -> frozenset[Location]:
    """Return the definitions of bodies whose bytes travel as they are."""
    forms = [form for plan in plans for form in plan.forms]
    types = [form.type for form in forms if body_kind(form.contents[0]) == "multipart"]
    found: set[Location] = set()
    while types:
        for target in references_of(types.pop()):
            if target not in found and not isinstance(without_null(definitions[target].type), Array | Map):
                found.add(target)
                if not isinstance(without_null(definitions[target].type), Object):
                    types.append(definitions[target].type)
    return frozenset(found)


def _plan(
    operation: Operation,
    name: OperationName,
    definitions: Mapping[Location, Definition],
    answered: frozenset[Location],
    config: ClientConfig,
) -> OperationPlan:
    forms = body_forms(operation, definitions, answered)
    drafts = [
        draft
        for parameter in operation.parameters
        for draft in draft_parameter(
            parameter, definitions, flatten=config.flatten_depth if config.flatten else 0
        )
    ]
    drafts += draft_body(operation, forms)
    answers = answer_forms(operation)
    drafts += draft_accept(answers) if operation.pagination is None else ()
    names = name_drafts(drafts, name.arguments)
    keys = keys_of(operation, names)
    _, nothing = successful(operation)
    arguments = _without_given(
        operation,
        [
            argument_of(draft, names[draft.key], keys, definitions)
            for draft in drafts
            if draft.key not in {MEDIA_TYPE, ACCEPT}
        ],
    )
    stream = stream_of(operation, definitions)
    return OperationPlan(
        operation=operation,
        name=name,
        keys=keys,
        arguments=arguments,
        forms=forms,
        media_type=names.get(MEDIA_TYPE),
        answers=answers,
        accept=names.get(ACCEPT),
        returns_nothing=nothing or operation.method == "HEAD",
        item=_item(operation, answers[0].contents if answers else (), definitions),
        stream=stream,
        streams_only=streams_only(operation),
        chooser=_chooser(operation, stream, arguments, definitions),
        end_marks=config.end_marks,
        polling=_polling(operation, name, names.values(), config),
        by_position=given_for(config.positional, operation) or (),
    )


def _without_given(operation: Operation, arguments: list[Argument]) -> tuple[Argument, ...]:
    """Return arguments of which none has to be given that a pager gives itself where a call does not.

    Of those in a path that is so of the last one alone, with none behind it: the others would change places.
    """
    if operation.pagination is None:
        return tuple(arguments)
    given = [write for write, _ in operation.pagination.always]
    in_path = [item for item in arguments if item.where == "path" and item.constant is None]
    has_more = any(item.required for item in arguments if item.where != "path")
    staying = in_path if has_more else in_path[:-1]
    return tuple(
        replace(item, required=False)
        if item not in staying and any(_takes(item, write) for write in given)
        else item
        for item in arguments
    )


def _takes(argument: Argument, write: Write) -> bool:
    """Tell whether an argument takes what stands at a place of a request."""
    if argument.where != write.place:
        return False
    return argument.path == write.path if write.place == "body" else argument.wire == bracketed(write.path)


def _polling(
    operation: Operation, name: OperationName, taken: Iterable[str], config: ClientConfig
) -> Polling | None:
    """Return how an operation is repeated until what it gives is final.

    Raises:
        InputError: where it gives pages or a stream, which nobody can watch.
    """
    settings = poll_given(operation, config)
    if settings is None:
        return None
    if operation.pagination is not None or streams_only(operation):
        message = f"{name.call} gives no single answer, which polling could watch"
        raise InputError(error("bad-config", message, operation.location))
    return polling_of(settings, taken)


def _chooser(
    operation: Operation,
    stream: Stream | None,
    arguments: Iterable[Argument],
    definitions: Mapping[Location, Definition],
) -> Chooser | None:
    """Return what chooses between a whole answer and its items; files in pieces are asked for as such."""
    field = stream_switch(operation, definitions)
    if field is None or stream is None or stream.kind == "binary" or operation.pagination is not None:
        return None
    found = (item for item in arguments if item.where == "body" and item.path == (field.name,))
    return Chooser(
        field=field.name,
        argument=next(found, None),
        # Documents write the default as text, too.
        asks_for_whole=field.required or (field.default or "").strip('"') != "false",
    )


def _item(
    operation: Operation, success: tuple[Content, ...], definitions: Mapping[Location, Definition]
) -> Type | None:
    """Return the type of the items of an operation that gives pages."""
    if operation.pagination is None or not success:
        return None
    return item_type(operation.pagination, success, definitions)
