"""The README of a package: which sections it has, and the snippets in them."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from generator.ir import Boolean, Integer, Nullable, Object, Reference, Requirement, String, Type
from generator.media import body_kind, response_kind
from generator.python.guide.layout import Group, Node, lines_of, wrapped
from generator.python.guide.snippets import Sample, consequence, value_of, with_file
from generator.python.guide.statements import MODEL, OF_RESOURCE, statements, variable_of
from generator.python.guide.tables import Material, needs, options, raised, variables, waits
from generator.python.operations.arguments import Argument, identity
from generator.python.operations.documentation import error_class
from generator.python.operations.planning import item_of_stream, result_of
from generator.python.text.prose import quoted
from generator.python.types.annotations import has_param
from generator.python.views import CredentialView, GuideView, MethodKind
from generator.type_tree import deref, fields_of, without_null

PLAIN = (String(), Integer(), Boolean())
HTTP = ("http://", "https://")
# What is called so where its own name is taken by something of another type.
VARIABLES: Mapping[MethodKind, str] = {
    "whole": "result",
    "pages": "item",
    "stream": "part",
    "poll": "final",
}


def guide_view(material: Material) -> GuideView:
    """Return what the README shows."""
    samples = [item for item in material.samples if item.kind != "poll"]
    usual = [item for item in samples if not item.plan.operation.deprecated] or samples
    first = _first(usual)
    whole = _whole(usual, first)
    pages = _plainest([item for item in usual if item.kind == "pages"])
    stream = _plainest([item for item in usual if item.kind == "stream" and not _is_binary(item)])
    binary = _plainest([item for item in usual if item.kind == "stream" and _is_binary(item)])
    return GuideView(
        first=_text(_first_call(first, material)),
        switched=_text(_switched(material)),
        first_async=_text(_first_async(first, material)),
        given=tuple(item.argument for item in _given(first, material)),
        needed=", ".join(f"{name}=..." for name in _needed(material)),
        environment=tuple(
            item.environment for item in _given(first, material) if item.environment is not None
        ),
        needs=needs(material),
        is_undecided=not any(item.plan.operation.security for item in material.samples),
        is_undemanded=material.api.is_undemanded,
        errors=_text(_errors(whole, material)),
        raised=raised(material),
        options=options(material),
        variables=variables(material),
        waits=waits(material.config.retries),
        pages=_text(_pages(pages, first, material)),
        pages_async=_text(_pages_async(pages, material)),
        stream=_text(_stream(stream, first, material)),
        stream_async=_text(_stream_async(stream, material)),
        upload=_text(_upload(usual, material)),
        download=_text(_download(binary)),
        download_async=_text(_download_async(binary, material)),
        poll=_text(_poll(first, material)),
        webhook=_text(_webhook(material)),
        patient=_text(_patient(first)),
        raw=_text(_raw(whole)),
        raw_pages=_text(_raw_pages(pages)),
        raw_stream=_text(_raw_stream(stream or binary)),
        raw_async=_text(_raw_async(whole, pages, stream or binary, material)),
        undocumented=_text(_undocumented(material)),
        proxy=_text(_proxy(material)),
        fake=_text(_fake(first, material)),
        kept=_text(_kept(usual, first, material)),
        null=_text(_null(usual)),
        dictionary=_text(_dictionary(usual, material)),
    )


def _text(lines: Iterable[str]) -> str | None:
    return "\n".join(lines) or None


# --- which calls ---


def _first(samples: Iterable[Sample]) -> Sample | None:
    """Return the call most worth showing, of those that do the least to what a server has."""
    found = [item for item in samples if not (item.kind == "stream" and item.plan.name.stream is not None)]
    size = _sizes(found)
    most = max(size.values(), default=1)
    return min(
        found, key=lambda item: (consequence(item), -_worth(item, size, most), item.method), default=None
    )


def _whole(samples: Iterable[Sample], first: Sample | None) -> Sample | None:
    """Return a call whose answer is one thing, where one does no more than the first call."""
    found = _first(item for item in samples if item.kind == "whole")
    if found is None or (first is not None and consequence(first) < consequence(found)):
        return first
    return found


def _worth(sample: Sample, size: Mapping[str, int], most: int) -> float:
    """Return how much a call says of an API: it gives something, with what the document itself shows."""
    name = sample.plan.name
    worth = size[_root(sample)] / most - name.resource.count(".")
    shows_body = any(argument.where == "body" for argument, _ in sample.given) and not sample.invented
    worth += 3 * shows_body
    worth += name.method in OF_RESOURCE
    worth += sample.kind == "pages" or name.method == "list"
    worth += 2 * (sample.kind != "stream") + (not sample.plan.returns_nothing)
    worth -= 3 * any(argument.takes_files for argument, _ in sample.given)
    return worth - 0.75 * sample.invented - 0.5 * max(0, len(sample.given) - 3)


def _plainest(samples: Collection[Sample]) -> Sample | None:
    """Return the call that does and needs least, of several one of the largest resource."""
    size = _sizes(samples)
    return min(
        samples,
        key=lambda item: (
            consequence(item),
            len(item.given),
            item.plan.name.resource.count("."),
            -size[_root(item)],
            item.method,
        ),
        default=None,
    )


def _sizes(samples: Iterable[Sample]) -> Counter[str]:
    """Return how many calls each of the client's own resources has, those below it too."""
    return Counter(map(_root, samples))


def _root(sample: Sample) -> str:
    return sample.plan.name.resource.partition(".")[0]


def _is_binary(sample: Sample) -> bool:
    return sample.plan.stream is not None and sample.plan.stream.kind == "binary"


# --- snippets ---


def _given(sample: Sample | None, material: Material) -> list[CredentialView]:
    """Return the credentials that a call needs, of alternatives those that come first."""
    security: tuple[Requirement, ...] = sample.plan.operation.security if sample is not None else ()
    keys = security[0] if security else ()
    return [material.credentials[key] for key in keys if key in material.credentials]


def _needed(material: Material) -> dict[str, Node]:
    """Return the client's arguments for the parameters that calls must have, with values.

    Not those of the first call alone: the client that it shows makes all other calls, too.
    """
    found: dict[str, Node] = {}
    for sample in material.samples:
        plan = sample.plan
        for parameter in plan.operation.parameters:
            key = identity(parameter)
            name = plan.of_client.get(key)
            if name is not None and parameter.required and name not in found:
                here = (item for item in plan.arguments if item.where == parameter.where)
                argument = next(item for item in here if item.path == (plan.keys[key],))
                value = value_of(argument, argument.example, material.examples)
                found[name] = quoted(name) if value is None else value
    return dict(sorted(found.items()))


def _switched(material: Material) -> Iterator[str]:
    """Yield a client that gives something else for a parameter, one that calls need where there is such."""
    needed = _needed(material)
    names = [*needed, *(view.argument for view in material.client_parameters)]
    for name in names[:1]:
        parts = ((f"{name}=", needed.get(name, "None")),)
        yield from lines_of(Group("other = client.with_options(", parts, ")"))


def _client(name: str, sample: Sample | None, material: Material) -> Group:
    parts: list[tuple[str, Node]] = []
    for item in _given(sample, material):
        value = '("name", "password")' if item.annotation != "str" else '"..."'
        parts.append((f"{item.argument}=", value))
    parts += [(f"{argument}=", value) for argument, value in _needed(material).items()]
    if not material.api.servers or not material.api.servers[0].url.startswith((*HTTP, "{")):
        parts.append(("base_url=", '"https://api.example.com"'))
    if not material.credentials:
        parts.append(("headers=", '{"Authorization": "Bearer ..."}'))
    return Group(f"{name}(", tuple(parts), ")")


def _shown(sample: Sample, material: Material, *, awaits: bool = False, indent: int = 0) -> Iterator[str]:
    """Yield the lines that make a call and print what it gives."""
    name = variable_of(sample, _item(sample, material))
    return statements(sample, name, awaits=awaits, indent=indent)


def _variable(sample: Sample, first: Sample | None, material: Material) -> str:
    """Return a name for what a call gives that the first call does not give to something else.

    Whoever puts all snippets into one file has one type for each name.
    """
    annotation = _item(sample, material)
    name = variable_of(sample, annotation)
    if first is None or (sample.kind == first.kind and sample.method == first.method):
        return name
    known = _item(first, material)
    return VARIABLES[sample.kind] if name == variable_of(first, known) and annotation != known else name


def _item(sample: Sample, material: Material) -> str:
    """Return the annotation of what a call gives, of pages and streams that of an item."""
    if sample.kind == "pages" and sample.plan.item is not None:
        return material.annotator.value(sample.plan.item)
    if sample.kind == "stream" and sample.plan.stream is not None:
        return item_of_stream(sample.plan.stream, material.annotator)
    return result_of(sample.plan, material.annotator)


def _first_call(sample: Sample | None, material: Material) -> Iterator[str]:
    yield f"from {material.config.package} import {material.names.client}"
    yield ""
    yield from lines_of(wrapped("client = ", _client(material.names.client, sample, material)))
    if sample is not None:
        yield ""
        yield from _shown(sample, material)


def _first_async(sample: Sample | None, material: Material) -> Iterator[str]:
    if sample is None:
        return
    name = material.names.async_client
    yield "import asyncio"
    yield ""
    yield f"from {material.config.package} import {name}"
    yield from ("", "", "async def main() -> None:")
    yield from lines_of(wrapped("async with ", _client(name, sample, material), " as client:"), indent=4)
    yield from _shown(sample, material, awaits=True, indent=8)
    yield from ("", "", "asyncio.run(main())")


def _done(sample: Sample, *, awaits: bool = False) -> Node:
    """Return a call so that it is sent, whatever it gives."""
    ending = {"pages": ".to_list(limit=10)", "stream": ".close()", "whole": ""}[sample.kind]
    return wrapped("await " if awaits else "", sample.call(), ending)


def _errors(sample: Sample | None, material: Material) -> Iterator[str]:
    if sample is None:
        return
    statuses = [response.status for response in sample.plan.operation.responses]
    named = [status for status in ("404", "409", "429", "403", "401", "400", "422") if status in statuses]
    body = _error_model(named[0], sample, material) if named else None
    yield f"from {material.config.package} import errors{', models' if body else ''}"
    yield from ("", "try:")
    yield from lines_of(_done(sample), indent=4)
    for status in named[:1]:
        yield f"except errors.{error_class(status)} as error:"
        yield from _matched(body) if body else ["    print(error.message, error.body)"]
    yield "except errors.ApiStatusError as error:"
    yield "    print(error.status, error.code, error.message, error.details, error.request_id)"
    yield "except errors.ApiConnectionError as error:"
    yield '    print("no answer:", error)'


def _error_model(status: str, sample: Sample, material: Material) -> str | None:
    """Return the model that a call's errors of a status hold; None where it is none."""
    definitions = material.api.definitions
    for response in sample.plan.operation.responses:
        for content in response.contents[:1] if response.status == status else ():
            is_model = isinstance(content.type, Reference) and isinstance(
                deref(content.type, definitions), Object
            )
            if is_model and response_kind(content) == "json":
                return material.annotator.value(content.type)
    return None


def _matched(model: str) -> Iterator[str]:
    yield "    match error.body:"
    yield f"        case {model}() as described:"
    yield "            print(described)"
    yield "        case _:"
    yield "            print(error.message)"


def _pages(sample: Sample | None, first: Sample | None, material: Material) -> Iterator[str]:
    if sample is None:
        return
    yield from statements(sample, _variable(sample, first, material))
    yield ""
    yield from lines_of(wrapped("pager = ", sample.call()))
    yield "first_ten = pager.to_list(limit=10)"
    yield "page = pager.page()"
    yield "print(page.items, page.total, page.has_next)"
    yield "following = page.next_page()  # None on the last page"
    yield "if page.resume_token is not None:"
    yield "    rest = pager.resume(page.resume_token).to_list()  # later, in another process even"


def _pages_async(sample: Sample | None, material: Material) -> Iterator[str]:
    if sample is None:
        return
    yield from _async_function("walk", material)
    yield from _shown(sample, material, awaits=True, indent=4)
    yield from lines_of(wrapped("page = await ", sample.call(), ".page()"), indent=4)
    yield "    print(page.items)"
    yield from lines_of(wrapped("async with ", sample.call(), ".read_ahead() as pages:"), indent=4)
    yield "        async for page in pages:  # the next one is asked for meanwhile"
    yield "            print(page.items)"


def _async_function(name: str, material: Material) -> Iterator[str]:
    client = material.names.async_client
    yield f"from {material.config.package} import {client}"
    yield from ("", "", f"async def {name}(client: {client}) -> None:")


def _stream(sample: Sample | None, first: Sample | None, material: Material) -> Iterator[str]:
    if sample is not None:
        yield from statements(sample, _variable(sample, first, material))


def _stream_async(sample: Sample | None, material: Material) -> Iterator[str]:
    if sample is not None:
        yield from _async_function("follow", material)
        yield from _shown(sample, material, awaits=True, indent=4)


def _upload(samples: Iterable[Sample], material: Material) -> Iterator[str]:
    takers = [item for item in samples if item.kind == "whole" and _sends_file(item)]
    # Forms are for files; other bodies of bytes are often parts of one.
    forms = [item for item in takers if body_kind(item.plan.forms[0].contents[0]) == "multipart"]
    found = _plainest(forms or takers)
    if found is None:
        return
    yield f"from {material.config.package} import File"
    yield from ("", 'with open("report.pdf", "rb") as opened:')
    yield from lines_of(with_file(found.call(), "opened"), indent=4)
    yield ""
    made = 'File(b"...", name="report.pdf", content_type="application/pdf")'
    yield from lines_of(with_file(found.call(), made))


def _sends_file(sample: Sample) -> bool:
    call = sample.call()
    takes = any(argument.takes_files for argument, _ in sample.given)
    return takes and with_file(call, "file") != call


def _download(found: Sample | None) -> Iterator[str]:
    if found is None:
        return
    yield from lines_of(wrapped("path = ", found.call(), '.save("download")'))
    yield from ("", *lines_of(wrapped("with ", found.call(), " as content:")))
    yield "    for chunk in content:"
    yield "        print(len(chunk))"


def _download_async(found: Sample | None, material: Material) -> Iterator[str]:
    if found is None:
        return
    yield from _async_function("load", material)
    yield from lines_of(wrapped("async with await ", found.call(), " as stream:"), indent=4)
    yield "        async for chunk in stream:"
    yield "            print(len(chunk))"
    yield from lines_of(wrapped("stream = await ", found.call()), indent=4)
    yield '    path = await stream.save("download")'
    yield "    print(path)"


def _poll(first: Sample | None, material: Material) -> Iterator[str]:
    found = _plainest([item for item in material.samples if item.kind == "poll"])
    if found is None or found.plan.polling is None:
        return
    name = _variable(found, first, material)
    yield f"from {material.config.package} import errors"
    yield from ("", "try:")
    limited = found.call(further={found.plan.polling.timeout: "600"})
    yield from lines_of(wrapped(f"{name} = ", limited), indent=4)
    yield f"    print({name})"
    yield "except errors.PollTimeoutError as error:"
    yield '    print("not yet final:", error.value)'


def _webhook(material: Material) -> Iterator[str]:
    found = next((item for item in material.webhooks if item.type is not None), None)
    if found is None:
        return
    yield f"from {material.config.package} import webhooks"
    yield from ("", "", "def receive(payload: bytes) -> None:")
    yield f"    event = webhooks.{found.name}(payload)"
    yield "    print(event)"


def _patient(sample: Sample | None) -> Iterator[str]:
    if sample is None:
        return
    yield "patient = client.with_options(timeout=120, max_retries=5)"
    ending = {"pages": ".to_list(limit=10)", "stream": ".close()", "whole": ""}[sample.kind]
    yield from lines_of(wrapped("", sample.call(f"patient.{sample.method}"), ending))


def _raw(sample: Sample | None) -> Iterator[str]:
    if sample is None or sample.kind == "stream":
        return
    called = f"client.with_response(client.{sample.method})"
    yield from lines_of(wrapped("answer = ", sample.call(called)))
    yield 'print(answer.response.status, answer.response.headers.get("date"))'
    yield "print(answer.headers, answer.value)"


def _raw_pages(sample: Sample | None) -> Iterator[str]:
    if sample is None:
        return
    called = f"client.with_response(client.{sample.method})"
    yield from lines_of(wrapped("paged = ", sample.call(called)))
    yield "print(paged.response.status, paged.value.to_list(limit=10))"
    yield from lines_of(wrapped("for page in ", sample.call(), ".pages():"))
    yield "    print(page.response.status, page.response.headers, page.items)"


def _raw_stream(sample: Sample | None) -> Iterator[str]:
    if sample is None:
        return
    yield from lines_of(wrapped("with ", sample.call(), " as stream:"))
    yield "    print(stream.response.status, stream.response.headers)"


def _raw_async(
    whole: Sample | None, pages: Sample | None, stream: Sample | None, material: Material
) -> Iterator[str]:
    if whole is None and pages is None and stream is None:
        return
    yield from _async_function("look", material)
    if whole is not None and whole.kind == "whole":
        yield from _awaited_answer("answer", whole, "value")
    if pages is not None:
        yield from _awaited_answer("paged", pages, "value.items")
    if stream is not None:
        yield from lines_of(wrapped("async with await ", stream.call(), " as stream:"), indent=4)
        yield "        print(stream.response.status)"


def _awaited_answer(name: str, sample: Sample, value: str) -> Iterator[str]:
    called = f"client.with_response(client.{sample.method})"
    yield from lines_of(wrapped(f"{name} = await ", sample.call(called)), indent=4)
    yield f"    print({name}.response.status, {name}.{value})"


def _undocumented(material: Material) -> Iterator[str]:
    yield "from typing import Any"
    yield ""
    yield f"from {material.config.package} import {material.names.async_client}"
    yield from ("", "", "def ask(path: str) -> dict[str, Any]:")
    yield '    client.post(path, body={"name": "new"}, query={"tag": ["a", "b"]}, headers={"X-Trace": "42"})'
    yield '    client.request("PUT", path, body=b"...", headers={"content-type": "image/png"})'
    yield "    return client.get(path, cast_to=dict[str, Any])"
    yield from ("", "", "def read_on(path: str) -> None:")
    yield '    with client.stream("GET", path, query={"follow": True}) as answer:'
    yield "        for value in answer.iter_json():"
    yield "            print(answer.status, value)"
    yield from ("", "", f"async def ask_async(client: {material.names.async_client}, path: str) -> str:")
    yield '    async with await client.stream("GET", path) as answer:'
    yield "        async for line in answer.iter_lines():"
    yield "            print(line)"
    yield "    return await client.get(path, cast_to=str)"


def _proxy(material: Material) -> Iterator[str]:
    library, package = material.config.http, material.config.package
    client, async_client = material.names.client, material.names.async_client
    yield f"import {library}"
    yield ""
    yield from _import_both(package, client, async_client)
    yield ""
    for name, asynchronous in ((client, ""), (async_client, "Async")):
        http = f'{library}.{asynchronous}Client(proxy="http://localhost:8080", follow_redirects=True)'
        variable = "async_client" if asynchronous else "client"
        yield from lines_of(Group(f"{variable} = {name}(", (("http_client=", http),), ")"))


def _fake(sample: Sample | None, material: Material) -> Iterator[str]:
    """Yield clients that talk to a function."""
    library, package = material.config.http, material.config.package
    client, async_client = material.names.client, material.names.async_client
    yield f"import {library}"
    yield ""
    yield from _import_both(package, client, async_client)
    yield from ("", "", f"def reply(request: {library}.Request) -> {library}.Response:")
    yield '    if request.method == "GET":'
    yield f'        return {library}.Response(200, json={{"id": "1"}})'
    yield f'    return {library}.Response(409, json={{"message": "it is there already"}})'
    yield from ("", "")
    yield f"transport = {library}.MockTransport(reply)"
    for variable, name, kind in (("fake", client, "Client"), ("async_fake", async_client, "AsyncClient")):
        made = _client(name, sample, material)
        http = f"{library}.{kind}(transport=transport)"
        parts = (*made.parts, ("max_retries=", "0"), ("http_client=", http))
        yield from lines_of(Group(f"{variable} = {made.opening}", parts, made.closing))


def _kept(samples: Iterable[Sample], first: Sample | None, material: Material) -> Iterator[str]:
    """Yield how a model that a call gives is kept and read again."""
    found = [item for item in samples if item.kind != "stream" and MODEL.fullmatch(_item(item, material))]
    sample = _plainest([item for item in found if item.kind == "whole"] or found)
    if sample is None:
        return
    model = _item(sample, material)
    yield f"from {material.config.package} import from_json, models, to_json"
    yield ""
    if sample.kind == "pages":
        yield from lines_of(wrapped("kept = to_json(", sample.call(), ".to_list(limit=10))"))
        yield f"again = from_json(list[{model}], kept)"
        return
    name = _variable(sample, first, material)
    yield from statements(sample, name, prints=False)
    yield f"kept = to_json({name})"
    yield f"again = from_json({model}, kept)"


def _import_both(package: str, client: str, async_client: str) -> Iterator[str]:
    yield f"from {package} import {', '.join(sorted((async_client, client)))}"


def _null(samples: Iterable[Sample]) -> Iterator[str]:
    """Yield a call that sends null, where one may."""
    found: list[tuple[int, str, Sample, str]] = []
    for sample in samples:
        if sample.kind == "whole" and sample.plan.operation.method in {"PATCH", "PUT", "POST"}:
            given = {argument.name for argument, _ in sample.given}
            for argument in sample.plan.keywords:
                is_null = isinstance(argument.type, Nullable) and argument.may_be_null
                is_free = argument.path and argument.name not in given
                if is_null and not argument.required and is_free and not _is_beside_body(argument, sample):
                    found.append((len(given), sample.method, sample, argument.name))
    if found:
        _, _, sample, name = min(found, key=lambda item: item[:2])
        yield from lines_of(sample.call(changes={name: "None"}))


def _is_beside_body(argument: Argument, sample: Sample) -> bool:
    """Tell whether an argument is for a property of a body that the sample gives as a whole."""
    is_property = argument.where == "body" and not argument.is_whole_body
    return is_property and any(given.is_whole_body and given.where == "body" for given, _ in sample.given)


def _dictionary(samples: Iterable[Sample], material: Material) -> Iterator[str]:
    """Yield a call with a dictionary, and the same one with the model that it stands for."""
    found = [
        (len(sample.given), sample.method, argument.name, sample, values, model)
        for sample in samples
        if sample.kind == "whole"
        for argument in (*sample.plan.positional, *sample.plan.keywords)
        if argument.where == "body" and len(sample.plan.forms) == 1 and not _is_beside_body(argument, sample)
        for model, values in _plain_objects(argument.type, material)
    ]
    if not found:
        return
    *_, name, sample, values, model = min(found, key=lambda item: item[:3])
    dictionary = Group("{", tuple((f"{quoted(key)}: ", value) for key, value in values.items()), "}")
    made = Group(f"models.{model}(", tuple((f"{key}=", value) for key, value in values.items()), ")")
    yield f"from {material.config.package} import models"
    yield ""
    yield from lines_of(sample.call(changes={name: dictionary}))
    yield from lines_of(sample.call(changes={name: made}))


def _plain_objects(type_: Type, material: Material) -> Iterator[tuple[str, dict[str, Node]]]:
    """Yield the model that a type is, and values for a few of its fields, where these are plain."""
    inner = without_null(type_)
    if not isinstance(inner, Reference):
        return
    definition = material.api.definitions[inner.target]
    object_ = without_null(definition.type)
    if not isinstance(object_, Object) or not has_param(object_, material.api.definitions):
        return
    fields = [item for item in fields_of(object_, material.api.definitions) if item.access != "read"]
    plain = [item for item in fields if item.type in PLAIN]
    needed = [item for item in fields if item.required]
    if plain and all(item in plain for item in needed) and not definition.deprecated:
        names = material.examples.names_of(inner.target)
        shown = needed or plain[:2]
        nodes = {names[item.name]: material.examples.field(item, None) for item in shown}
        name = material.names.models[inner.target].name
        yield name, {key: node for key, node in nodes.items() if node is not None}
