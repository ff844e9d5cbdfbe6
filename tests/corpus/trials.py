"""What is tried with the package of one document; whatever goes wrong is a `Fault`, and the rest goes on."""

import asyncio
import importlib
import inspect
import json
import operator
import types
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.ir import Content, Parameter
from generator.media import stream_kind
from generator.pipeline import Package
from generator.python.operations.arguments import Argument, identity
from generator.python.operations.bodies import BodyForm
from generator.python.operations.planning import OperationPlan
from generator.streams import Stream, stream
from generator.type_tree import deref, without_null
from tests.corpus.exchange import Answer, AsyncHttp, Exchange, SyncHttp
from tests.corpus.raw import Raw, RawOperation
from tests.corpus.requests import Given, Requests
from tests.corpus.samples import Samples

BASE_URL = "https://api.test/base"
# Bodies of these have no place for bytes.
TEXTS = ("/json", "+json", "/x-www-form-urlencoded")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something that is wrong: `subject` is `GET /pets`, a model or a file."""

    subject: str
    check: str
    message: str

    def __str__(self) -> str:
        return f"{self.subject}: {self.check}: {self.message}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A call to make.

    Attributes:
        raw: the operation in the document.
        method: the client's method.
        arguments: what it is called with.
        given: the same, as the request should have it.
        is_paged: whether it gives pages.
        is_stream: whether it gives a stream.
        items: how many items the answer has, where it does.
    """

    raw: RawOperation
    method: Callable[..., Any]
    arguments: Mapping[str, Any]
    given: Given
    is_paged: bool
    is_stream: bool
    items: int | None

    @property
    def subject(self) -> str:
        return f"{self.raw.method} {self.raw.path}"


class _Way(NamedTuple):
    """How a body is given, and what makes the values."""

    form: BodyForm | None
    media_type: str | None
    accept: str | None
    samples: Samples
    is_stream: bool


@dataclass(slots=True)
class Trial:
    """A package that may be imported, and the document that it was made from; strict about answers."""

    package: Package
    raw: Raw
    faults: list[Fault] = field(default_factory=list[Fault])
    is_strict: bool = True

    def run(self) -> list[Fault]:
        """Try everything, and return what is wrong."""
        self.build()
        self._call_all()
        asyncio.run(self._call_all_async())
        return self.faults

    def build(self) -> list[Fault]:
        """Try everything but calls, and return what is wrong."""
        self._import_files()
        self._build_models()
        self._compare_operations()
        self._read_webhooks()
        return self.faults

    # --- files and models ---

    def _import_files(self) -> None:
        """Every module is Python and can be imported; that nothing warns is pytest's setting."""
        for path in sorted(self.package.files):
            if path.endswith(".py"):
                with self._trying(path, "import"):
                    self._module(path.removesuffix(".py").replace("/", ".").removesuffix("__init__"))

    def _build_models(self) -> None:
        """Every model has a validator."""
        models = self._module("models")
        for name in models.__all__:
            with self._trying(name, "model"):
                model = getattr(models, name)
                if isinstance(model, type) and issubclass(model, BaseModel):
                    model.model_rebuild()
                with suppress(ValidationError):
                    TypeAdapter(model).validate_python(object())

    # --- operations ---

    def _compare_operations(self) -> None:
        """Every operation of the document is in the manifest, and its methods take what the manifest says."""
        entries = self.package.manifest["operations"]
        declared = [f"{item.method} {item.path}" for item in self.raw.operations()]
        stated = [f"{entry['method']} {entry['path']}" for entry in entries]
        for subject in sorted(set(declared) ^ set(stated)):
            where = "document" if subject in declared else "manifest"
            self._fault(subject, "manifest", f"it is in the {where} only")
        calls = [entry["call"] for entry in entries]
        clients = [self._client("client", None), self._client("async_client", None)]
        for subject, entry in zip(stated, entries, strict=True):
            if calls.count(entry["call"]) > 1 or stated.count(subject) > 1:
                self._fault(subject, "manifest", f"{entry['call']} is in the manifest several times")
            names = {name for parameter in entry["parameters"] for name in parameter["arguments"].values()}
            for form in (entry["body"], *entry["body"]["other_forms"]) if entry["body"] is not None else ():
                names |= {*form["arguments"].values(), entry["body"]["media_type_argument"]} - {None}
            for variant in (entry["body"] or {}).get("variants", ()):
                names |= {*variant.values()}
            names |= {entry["accept"]["argument"]} if entry["accept"] is not None else set()
            for client in clients:
                with self._trying(subject, "signature"):
                    found = set(inspect.signature(method_of(client, entry["call"])).parameters)
                    assert names == found, f"{sorted(names)} in the manifest, {sorted(found)} in the method"

    def _read_webhooks(self) -> None:
        """Every webhook and callback has a function that reads its payload."""
        for plan in self.package.understood.plan.webhooks:
            for full in (True, False):
                with self._trying(plan.name, "webhook"):
                    samples = Samples(definitions=self._definitions, side="answered", full=full)
                    value = samples.value(plan.type) if plan.type is not None else None
                    parse = getattr(self._module("webhooks"), plan.name)
                    read = parse(json.dumps(value), strict=True)
                    annotation = get_type_hints(parse, include_extras=True)["return"]
                    self._module("_runtime.decoding").adapter(annotation).validate_python(read, strict=True)

    def _call_all(self) -> None:
        """Every operation can be called with everything that it takes, and its fullest answer be read."""
        exchange = self._exchange()
        client = self._client("client", SyncHttp(exchange))
        for call in self._calls(client, exchange, full=True):
            with self._trying(call.subject, "call"):
                result = call.method(**call.arguments)
                result = result.page() if call.is_paged else result
                self._read(call, list(result) if call.is_stream else result)
            self._judge(call, exchange)

    async def _call_all_async(self) -> None:
        """Every operation can be called with nothing but what it needs, and its scantiest answer be read."""
        exchange = self._exchange()
        client = self._client("async_client", AsyncHttp(exchange))
        for call in self._calls(client, exchange, full=False):
            with self._trying(call.subject, "async call"):
                result = call.method(**call.arguments)
                result = await (result.page() if call.is_paged else result)
                self._read(call, [item async for item in result] if call.is_stream else result)
            self._judge(call, exchange)

    def _calls(self, client: Any, exchange: Exchange, *, full: bool) -> Iterator[Call]:
        """The calls to make, one for each successful answer and each media type of the body.

        What is to be answered is already set in the exchange.
        """
        raw = {(item.method, item.path): item for item in self.raw.operations()}
        for plan in self.package.understood.plan.operations:
            key = plan.operation.method, plan.operation.path
            ways = [(form, media_type) for form in plan.forms for media_type in form.media_types]
            for status, content in answers_of(plan):
                for form, media_type in ways or [(None, None)]:
                    call = None
                    with self._trying(" ".join(key), "sample"):
                        exchange.answer, items = self.answer(plan, status, content, full=full)
                        sending = replace(self._sending(full=full), blobs=_has_blobs(media_type))
                        way = _Way(form, media_type, _accept(content), sending, _is_stream(content))
                        call = self._call(plan, raw[key], client, items, way)
                    if call is not None:
                        yield call

    def _sending(self, *, full: bool) -> Samples:
        return Samples(definitions=self._definitions, side="sent", full=full)

    def _call(
        self, plan: OperationPlan, raw: RawOperation, client: Any, items: int | None, way: "_Way"
    ) -> Call:
        samples = way.samples
        arguments = [item for item in plan.arguments if item.where != "body"]
        arguments += plan.arguments_of(way.form) if way.form is not None else []
        chosen = [argument for argument in arguments if _is_chosen(argument, plan, full=samples.full)]
        # The method itself says whether it wants a stream.
        chooser = plan.chooser.argument if plan.chooser is not None else None
        chosen = [argument for argument in chosen if argument is not chooser]
        values = {argument.name: argument_value(argument, plan, samples) for argument in chosen}
        given = _given(plan, chosen, values)
        if plan.accept is not None and way.accept is not None and "*" not in way.accept:
            values[plan.accept] = way.accept
        if plan.media_type is not None and way.media_type is not None and "*" not in way.media_type:
            values[plan.media_type] = way.media_type
        return Call(
            raw=raw,
            method=method_of(client, _name(plan, way)),
            arguments=values,
            given=given,
            is_paged=plan.item is not None and not way.is_stream,
            is_stream=way.is_stream,
            items=items,
        )

    def answer(
        self, plan: OperationPlan, status: int, content: Content | None, *, full: bool
    ) -> tuple[Answer, int | None]:
        """An answer, and how many items it has where it is a page."""
        if content is None:
            return Answer(status=status), None
        if _is_stream(content):
            return self._stream(stream(content, self._definitions), status, full=full), None
        media_type = content.media_type.replace("*/*", "application/json").replace("*", "text")
        if not _essence(media_type).endswith(("/json", "+json")):
            return Answer(status=status, media_type=media_type, content=b"text"), None
        pages = plan.operation.pagination
        type_ = (
            content.type if pages is None else without_null(deref(content.type, self._definitions))
        )  # null is no page
        value = Samples(definitions=self._definitions, side="answered", full=full).value(type_)
        items = reduce(_member, pages.items, value) if pages is not None else None
        answer = Answer(status=status, media_type=media_type, content=json.dumps(value).encode())
        return answer, len(items) if isinstance(items, list | dict) else 0

    def _stream(self, found: Stream, status: int, *, full: bool) -> Answer:
        """An answer with two items."""
        samples = Samples(definitions=self._definitions, side="answered", full=full)
        item = samples.value(found.item) if found.item is not None else "text"
        match found.kind:
            case "events" if isinstance(item, dict):
                text = "".join(f"{name}: {value}\n" for name, value in item.items()) + "\n"
            case "events" | "event-data":
                text = f"data: {json.dumps(item)}\n\n"
            case "json-seq":
                text = f"\x1e{json.dumps(item)}\n"
            case _:
                text = f"{json.dumps(item)}\n"
        return Answer(status=status, media_type=found.content.media_type, content=(text * 2).encode())

    def _read(self, call: Call, result: Any) -> None:
        """The result is what its annotation says."""
        if call.is_paged:
            found = len(result.items)
            assert call.items in {None, found}, f"the page has {found} items instead of {call.items}"
            return
        annotation = _whole_or_stream(
            get_type_hints(call.method, include_extras=True)["return"], is_stream=call.is_stream
        )
        if call.is_stream:
            annotation = list[get_args(annotation)[0]]  # type: ignore[misc]
            assert len(result) in {0, 2}, f"the stream has {len(result)} items instead of 2"
        self._module("_runtime.decoding").adapter(annotation).validate_python(result, strict=True)

    def _judge(self, call: Call, exchange: Exchange) -> None:
        """The request is one that the document allows."""
        requests, exchange.sent = exchange.sent, []
        for request in requests:
            with self._trying(call.subject, "request"):
                for message in Requests(self.raw, BASE_URL).faults(call.raw, request, call.given):
                    self._fault(call.subject, "request", message)

    # --- the package ---

    @property
    def _definitions(self) -> Any:
        return self.package.understood.api.definitions

    def _module(self, name: str) -> Any:
        return importlib.import_module(f"{self.package.understood.config.package}.{name}".rstrip("."))

    def _exchange(self) -> Exchange:
        return Exchange(self._module("_runtime.messages"))

    def _client(self, key: str, http: Any) -> Any:
        credentials: dict[str, Any] = {
            scheme.argument: ("user", "password") if scheme.kind == "basic" else "token"
            for scheme in self._module("_settings").SCHEMES
            if scheme.kind != "mutual-tls"
        }
        client = getattr(self._module(""), self.package.manifest[key])
        return client(
            **credentials,
            **self._given_once(),
            base_url=BASE_URL,
            max_retries=0,
            strict_responses=self.is_strict,
            http_client=http,
        )

    def _given_once(self) -> dict[str, Any]:
        """Return what calls need and the client gives."""
        return {
            plan.of_client[identity(parameter)]: argument_value(argument, plan, self._sending(full=False))
            for plan in self.package.understood.plan.operations
            for parameter in plan.operation.parameters
            if parameter.required and identity(parameter) in plan.of_client
            for argument in plan.arguments
            if (argument.where, argument.wire) == (parameter.where, parameter.name)
        }

    # --- faults ---

    def _fault(self, subject: str, check: str, message: str) -> None:
        self.faults.append(Fault(subject=subject, check=check, message=message))

    @contextmanager
    def _trying(self, subject: str, check: str) -> Iterator[None]:
        try:
            yield
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is what the trial is after
            self._fault(subject, check, f"{type(fault).__name__}: {str(fault)[:1000]}")


def _is_stream(content: Content | None) -> bool:
    return content is not None and stream_kind(content.media_type) is not None


def _name(plan: OperationPlan, way: _Way) -> str:
    name = plan.name.stream if way.is_stream and not plan.streams_only else plan.name.method
    return f"{plan.name.resource}.{name}"


def method_of(client: Any, call: str) -> Callable[..., Any]:
    method: Callable[..., Any] = reduce(getattr, call.split("."), client)
    return method


def _essence(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()


def _whole_or_stream(annotation: Any, *, is_stream: bool) -> Any:
    """What a call returns, of a method that gives the whole or a stream, as it is told."""
    if get_origin(annotation) not in {types.UnionType, Union}:
        return annotation
    members = [item for item in get_args(annotation) if _names_stream(item) == is_stream]
    return reduce(operator.or_, members) if members else annotation


def _names_stream(annotation: Any) -> bool:
    return getattr(get_origin(annotation), "__name__", "").endswith("Stream")


def _has_blobs(media_type: str | None) -> bool:
    return media_type is not None and not _essence(media_type).endswith(TEXTS)


def _member(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, Mapping) else None


def _accept(content: Content | None) -> str | None:
    return None if content is None or _is_stream(content) else content.media_type


def answers_of(plan: OperationPlan) -> list[tuple[int, Content | None]]:
    """The statuses and contents of successes that calls ask for; 204 where the document has none."""
    responses = [response for response in plan.operation.responses if response.status.startswith("2")]
    responses = responses or [item for item in plan.operation.responses if item.status == "default"]
    forms = plan.answers[:1] if plan.item is not None else plan.answers  # pages come in the usual form only
    asked = {media_type for form in forms for media_type in form.media_types}
    return [
        (int(response.status.replace("XX", "99").replace("default", "200")), content)
        for response in responses
        for content in response.contents or (None,)
        if content is None or _is_stream(content) or content.media_type in asked
    ] or [(204, None)]


def argument_value(argument: Argument, plan: OperationPlan, samples: Samples) -> Any:
    """A value: parameters are never null, text where they may be anything, and ask for no page."""
    if argument.where == "body":
        return samples.value(argument.type)
    full = samples.full or argument.where == "path"
    value = replace(samples, full=full, anything="text").value(samples.resolved(argument.type))
    backward = _backward(plan)
    if isinstance(value, dict) and (argument.wire,) == backward[:1]:
        return {key: item for key, item in value.items() if (key,) != backward[1:]}
    return value


def _is_chosen(argument: Argument, plan: OperationPlan, *, full: bool) -> bool:
    return argument.required or (full and (argument.where, argument.wire) != ("query", *_backward(plan)))


def _backward(plan: OperationPlan) -> tuple[str, ...]:
    """The parameter that asks for the page before: it cannot be given beside the one for the page after."""
    pages = plan.operation.pagination
    if pages is None or pages.previous is None or pages.previous.write.place != "query":
        return ()
    return pages.previous.write.path


def _given(plan: OperationPlan, chosen: list[Argument], values: Mapping[str, Any]) -> Given:
    """What a request should have of the arguments that were chosen."""
    parameters = {plan.keys[f"{item.where} {item.name}"]: item for item in plan.operation.parameters}
    by_place: dict[str, dict[str, Any]] = {"path": {}, "query": {}, "header": {}, "cookie": {}, "body": {}}
    for argument in chosen:
        value = values[argument.name]
        if argument.where == "body":
            by_place["body"] |= (
                {argument.wire: value} if argument.wire else value if isinstance(value, dict) else {}
            )
        elif argument.where != "querystring":
            by_place[argument.where] |= _pairs(parameters[argument.path[0]], argument.wire, value)
    present = {
        place: tuple(name for name in given if given[name] not in (None, [], {}))
        for place, given in by_place.items()
    }
    return Given(
        path=by_place["path"],
        query=present["query"],
        headers=present["header"],
        cookies=present["cookie"],
        fields=present["body"],
    )


def _pairs(parameter: Parameter, name: str, value: Any) -> dict[str, Any]:
    """A parameter by its name, or its properties by theirs where only they are told."""
    spreads = parameter.explode and parameter.style == "form" and parameter.media_type is None
    return value if spreads and isinstance(value, dict) else {name: value}
