"""The docstrings of methods: all that the document says reaches those who read them, once."""

import pytest

from generator.config import ClientConfig
from generator.inference.infer import infer
from generator.ir import Enum
from generator.python.guide.examples import Examples
from generator.python.naming import Committed, name
from generator.python.plan import plan
from tests.support.documents import api

CONFIG = ClientConfig(document="api.yaml", package="acme")
DONE = "responses: {204: {description: ''}}"


def docstring(operation: str, components: str = "") -> str:
    """Return the docstring of the method of an operation, its last quotes left out."""
    found = infer(api(f"paths: {{/orders: {{post: {operation}}}}}\n{components}"))
    view = plan(found, name(found, CONFIG, Committed()), CONFIG).view
    (resource,) = view.resources
    (method,) = resource.methods
    return "\n".join(method.docstring).removesuffix('"""').strip().removeprefix('"""')


def section(text: str, title: str) -> str:
    """Return what stands under a title of a docstring, without its indentation."""
    lines = text.partition(f"{title}:\n")[2].split("\n\n")[0].split("\n")
    return "\n".join(line.removeprefix("    ") for line in lines)


@pytest.mark.parametrize("line", ["\\n", "\\r\\n", "\\r"])
def test_what_stands_behind_the_first_paragraph_is_there_without_a_summary(line: str) -> None:
    text = f"Places an order.{line}{line}Two things:{line}{line}* one{line}* two"
    found = docstring(f'{{description: "{text}", {DONE}}}')
    assert found.startswith("Places an order.\n\nTwo things:\n\n* one\n* two")


def test_what_has_no_words_is_called_by_its_request() -> None:
    assert docstring(f"{{{DONE}}}").startswith("POST /orders.")


def test_one_paragraph_is_said_once() -> None:
    assert docstring(f"{{description: Places an order., {DONE}}}").count("Places an order") == 1
    assert (
        docstring(f"{{summary: Places an order, description: Places an order., {DONE}}}").count("Places") == 1
    )


def test_all_statuses_of_an_error_are_told() -> None:
    statuses = (
        "{480: {description: It is full}, 481: {description: It is closed}, 482: {description: It is full}}"
    )
    assert section(docstring(f"{{responses: {statuses}}}"), "Raises") == (
        "ApiStatusError: 480, 482: It is full.\n    481: It is closed."
    )


def test_lists_of_what_is_returned_stay_lists() -> None:
    text = "A row:\\n\\n* `w` - the week\\n* `c` - the commits"
    answer = (
        f'{{200: {{description: "{text}", content: {{application/json: {{schema: {{type: string}}}}}}}}}}'
    )
    found = docstring(f"{{responses: {answer}}}")
    assert "    A row:\n\n    * `w` - the week\n    * `c` - the commits" in found


@pytest.mark.parametrize(
    ("said", "expected"), [("description: What is wanted, ", "What is wanted."), ("", "What to send.")]
)
def test_a_body_is_described(said: str, expected: str) -> None:
    content = "content: {application/json: {schema: {type: array, items: {type: string}}}}"
    found = docstring(f"{{requestBody: {{{said}required: true, {content}}}, {DONE}}}")
    assert section(found, "Args") == f"body: {expected}"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("required: true, description: How many", "How many."),
        ("description: How many", "How many. Default 3."),
        ("description: How many. Defaults to `3`", "How many. Defaults to `3`."),
        ("description: 'How many. The default value is \"3\".'", 'How many. The default value is "3".'),
        ("description: Default order of 3", "Default order of 3. Default 3."),
        ("description: Defaults to 30", "Defaults to 30. Default 3."),
    ],
)
def test_a_default_is_said_once_where_there_is_one(said: str, expected: str) -> None:
    parameter = f"{{name: size, in: query, {said}, schema: {{type: integer, default: 3}}}}"
    found = docstring(f"{{parameters: [{parameter}], {DONE}}}")
    assert section(found, "Args") == f"size: {expected}"


@pytest.mark.parametrize(
    ("flows", "expected"),
    [
        ("{clientCredentials: {tokenUrl: 'https://a.test', scopes: {'orders:read': r}}}", '"orders:read"'),
        ("{authorizationCode: {tokenUrl: 'https://a.test', scopes: {'orders:read': r}}}", None),
    ],
)
def test_scopes_are_those_of_the_document(flows: str, expected: str | None) -> None:
    schemes = (
        f"components: {{securitySchemes: {{a: {{type: oauth2, flows: {flows}}}}}}}\nsecurity: [{{a: []}}]"
    )
    found = infer(api(f"paths: {{/orders: {{post: {{{DONE}}}}}}}\n{schemes}"))
    view = plan(found, name(found, CONFIG, Committed()), CONFIG).view
    assert view.granted is not None
    assert view.granted.scope == expected


@pytest.mark.parametrize(("values", "shown"), [(("XML", "JSON"), '"JSON"'), (("XML", "CSV"), '"XML"')])
def test_examples_show_the_format_that_clients_read(values: tuple[str, ...], shown: str) -> None:
    examples = Examples(definitions={}, names_of=lambda _: {})
    assert examples.value(Enum(values), None, "format") == shown


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("$ref: '#/components/schemas/Name'", "Of all orders."),
        ("anyOf: [{$ref: '#/components/schemas/Name'}, {type: 'null'}]", "Of all orders."),
        ("$ref: '#/components/schemas/Name', description: Its own", "Its own."),
    ],
)
def test_what_is_described_nowhere_else_is_described_as_its_type(said: str, expected: str) -> None:
    named = '{type: string, description: "Of all orders.\\n\\nMore."}'
    schema = f"{{type: object, properties: {{name: {{{said}}}}}}}"
    body = f"requestBody: {{required: true, content: {{application/json: {{schema: {schema}}}}}}}"
    found = docstring(f"{{{body}, {DONE}}}", f"components: {{schemas: {{Name: {named}}}}}")
    assert section(found, "Args") == f"name: {expected}"


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{type: array, items: {type: string}}", "orders = client.orders.list()"),
        ("{type: object, properties: {id: {type: string}}}", "order = client.orders.get()"),
    ],
)
def test_variables_are_called_after_what_they_hold(schema: str, expected: str) -> None:
    answer = f"{{200: {{description: '', content: {{application/json: {{schema: {schema}}}}}}}}}"
    found = infer(api(f"paths: {{/orders: {{get: {{responses: {answer}}}}}}}"))
    view = plan(found, name(found, CONFIG, Committed()), CONFIG).view
    example = view.resources[0].example
    assert example is not None
    assert f"{example.name} = {example.call}" == expected


def operations(*requests: str) -> str:
    """Return the paths of a document that has some requests: `GET /orders/{id}`."""
    paths: dict[str, list[str]] = {}
    for request in requests:
        method, path = request.split()
        number = "parameters: [{name: id, in: path, required: true, schema: {type: integer, example: 1}}], "
        given = number if "{id}" in path else ""
        answer = "responses: {200: {description: It, content: {application/json: {schema: {}}}}}"
        paths.setdefault(path, []).append(f"{method.lower()}: {{{given}{answer}}}")
    return "paths:\n" + "".join(f"  {path}: {{{', '.join(found)}}}\n" for path, found in paths.items())


@pytest.mark.parametrize(
    ("requests", "expected"),
    [
        (("DELETE /orders/{id}", "GET /orders/{id}"), "client.orders.get(1)"),
        (("POST /orders", "GET /orders/{id}"), "client.orders.get(1)"),
        (("GET /orders", "GET /orders/{id}"), "client.orders.list()"),
        (("POST /orders", "DELETE /orders", "PUT /orders/{id}"), "client.orders.create()"),
        (("POST /orders/{id}/cancel", "GET /orders/{id}"), "client.orders.get(1)"),
        (("PUT /orders/{id}", "POST /orders/{id}/cancel"), "client.orders.update(1)"),
        (("DELETE /orders/{id}",), "client.orders.delete(1)"),
    ],
)
def test_what_is_shown_does_the_least_to_what_is_there(requests: tuple[str, ...], expected: str) -> None:
    found = infer(api(operations(*requests)))
    view = plan(found, name(found, CONFIG, Committed()), CONFIG).view
    (resource,) = view.resources
    assert resource.example is not None
    assert resource.example.call == expected
    assert view.guide.first is not None
    assert expected in view.guide.first
    assert "delete" not in "".join(filter(None, (view.guide.errors, view.guide.raw))) or len(requests) == 1


def test_what_removes_is_no_example_where_something_else_is_too_long() -> None:
    names = [f"a_rather_long_name_{letter}" for letter in "abcd"]
    properties = ", ".join(f"{item}: {{type: string}}" for item in names)
    body = f"{{type: object, required: [{', '.join(names)}], properties: {{{properties}}}}}"
    making = f"requestBody: {{required: true, content: {{application/json: {{schema: {body}}}}}}}, {DONE}"
    found = infer(api(f"paths: {{/orders: {{post: {{{making}}}, delete: {{{DONE}}}}}}}"))
    view = plan(found, name(found, CONFIG, Committed()), CONFIG).view
    assert view.resources[0].example is None


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("eSimProfiles", "e-sim profiles"),
        ("x-rays", "x-rays"),
        ("plan-b", "plan b"),
        ("buy-a-car", "buy a car"),
        ("orders", "orders"),
    ],
)
def test_a_letter_that_is_no_word_is_part_of_the_next(path: str, expected: str) -> None:
    found = infer(api(f"paths: {{/{path}: {{get: {{{DONE}}}}}}}"))
    view = plan(found, name(found, CONFIG, Committed()), CONFIG).view
    assert view.resources[0].about == (f"The operations on {expected}.",)
