"""Operations: what they inherit, and the defaults of what they do not say."""

import pytest

from generator.diagnostics import InputError
from generator.ir import Server, ServerVariable
from tests.support.documents import api, at, noted, operation

# --- servers ---


def test_the_nearest_servers_count() -> None:
    found = api("""
servers:
  - url: https://{region}.example.com
    description: Near you
    variables: {region: {default: eu, enum: [eu, us], description: Where}}
paths:
  /a: {get: {}}
  /b: {servers: [{url: https://item}], get: {}, put: {servers: [{url: https://own}]}}
""")
    region = ServerVariable(name="region", default="eu", values=("eu", "us"), description="Where")
    assert found.servers == (
        Server(url="https://{region}.example.com", variables=(region,), description="Near you"),
    )
    assert [operation.servers for operation in found.operations] == [
        (),
        (Server(url="https://item"),),
        (Server(url="https://own"),),
    ]


# --- paths ---


def test_operations_are_sorted_by_path_and_method() -> None:
    found = api("""
paths:
  /b: {get: {}}
  x-more: {get: {}}
  /a:
    summary: About pets
    query: {}
    delete: {summary: Delete}
    get: {}
    additionalOperations: {COPY: {operationId: copyPets}}
""")
    assert [(item.path, item.method, item.operation_id, item.summary) for item in found.operations] == [
        ("/a", "GET", None, "About pets"),
        ("/a", "DELETE", None, "Delete"),
        ("/a", "QUERY", None, "About pets"),
        ("/a", "COPY", "copyPets", "About pets"),
        ("/b", "GET", None, ""),
    ]


def test_paths_that_share_an_item_are_two() -> None:
    found = api("""
paths:
  /a: {$ref: '#/components/pathItems/Shared'}
  /b: {$ref: '#/components/pathItems/Shared', summary: Mine}
components: {pathItems: {Shared: {get: {operationId: read}}}}
""")
    assert [(item.location, item.operation_id, item.summary) for item in found.operations] == [
        (at("/paths/~1a/get"), "read", ""),
        (at("/paths/~1b/get"), "read", "Mine"),
    ]


def test_a_reference_to_an_operation_is_followed() -> None:
    found = operation(
        "paths: {/a: {get: {$ref: '#/x-operations/read'}}}\nx-operations: {read: {operationId: read}}"
    )
    assert (found.location, found.operation_id) == (at("/paths/~1a/get"), "read")


def test_what_an_operation_says() -> None:
    found = operation("""
paths:
  /a:
    get:
      {tags: [x, y], deprecated: true, description: ' Why ', x-oasmith-name: read, x-oasmith-group: pets}
""")
    assert (found.tags, found.deprecated, found.description) == (("x", "y"), True, "Why")
    assert (found.python_name, found.python_group) == ("read", "pets")


def test_what_openapi_refuses_is_left_out() -> None:
    found = api("paths: {/a: {get: {tags: [[1]], deprecated: perhaps, operationId: a}}}")
    assert found.operations[0].operation_id == "a"
    assert noted(found) == [
        ("refused-value", "/paths/~1a/get/deprecated"),
        ("refused-value", "/paths/~1a/get/tags"),
    ]


def test_numbers_are_read_as_the_text_that_they_stand_for() -> None:
    found = api("""
openapi: 3.0.3
info: {title: 2024, version: 1.5}
servers: [{url: 'https://a.test:{port}', variables: {port: {default: 443, enum: [443, 8443]}}}]
paths: {/a: {get: {tags: [1], operationId: 5}}}
""")
    assert (found.title, found.version) == ("2024", "1.5")
    assert found.servers[0].variables == (ServerVariable(name="port", default="443", values=("443", "8443")),)
    assert (found.operations[0].tags, found.operations[0].operation_id) == (("1",), "5")
    assert noted(found) == []


def test_webhooks_are_kept_apart() -> None:
    found = api("webhooks: {paid: {post: {operationId: onPaid}}}")
    assert found.operations == ()
    assert [(item.name, item.operation.operation_id) for item in found.webhooks] == [("paid", "onPaid")]


def test_webhooks_of_documents_that_know_none() -> None:
    text = "x-webhooks: {paid: {post: {operationId: onPaid}}, x-more: true}"
    found = api(text, version="3.0.3")
    assert [(item.name, item.operation.operation_id) for item in found.webhooks] == [("paid", "onPaid")]
    assert noted(found) == [("extended-webhooks", "/x-webhooks")]
    assert [entry.kind for entry in found.ledger] == ["approximated"]
    assert api(text).webhooks == ()


def test_webhooks_that_are_written_as_callbacks() -> None:
    text = "x-webhooks: {paid: {'{$request.body#/url}': {post: {operationId: onPaid}}}}"
    found = api(text, version="3.0.3")
    assert [(item.name, item.operation.operation_id) for item in found.webhooks] == [("paid", "onPaid")]


@pytest.mark.parametrize(
    ("text", "place"), [("x-webhooks: 5", "/x-webhooks"), ("x-webhooks: {a: 5}", "/x-webhooks/a")]
)
def test_webhooks_of_the_wrong_kind_are_told(text: str, place: str) -> None:
    found = api(text, version="3.0.3")
    assert found.webhooks == ()
    assert ("wrong-type", place) in noted(found)


# --- the document ---


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{openapi: 4.0.0}", "unsupported-version"),
        ("{openapi: 2.0.0}", "unsupported-version"),
        ("{swagger: '2.0', 'openapi:': ''}", "swagger-2"),
        ("{'openapi:': 3.1.0}", "not-openapi"),
    ],
)
def test_documents_that_are_refused(text: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        api(text)
    assert [diagnostic.code for diagnostic in caught.value.diagnostics] == [code]


def test_every_broken_reference_is_told() -> None:
    with pytest.raises(InputError) as caught:
        api("""
paths:
  /a: {get: {parameters: [{$ref: '#/x'}], requestBody: {$ref: '#/y'}, responses: {200: {$ref: '#/z'}}}}
""")
    assert [diagnostic.message for diagnostic in caught.value.diagnostics] == [
        "'#/x' does not exist",
        "'#/y' does not exist",
        "'#/z' does not exist",
    ]


def test_a_path_without_a_slash_gets_one() -> None:
    """Behind a base URL it would be a part of the host, which is another server's."""
    found = api(
        "paths:\n  .evil.test/steal: {get: {}}\n  ':9999/a': {get: {}}\n  pets: {get: {}}\n  /b: {get: {}}"
    )
    assert sorted(it.path for it in found.operations) == ["/.evil.test/steal", "/:9999/a", "/b", "/pets"]
    assert [code for code, _ in noted(found)] == ["path-without-slash"] * 3
    assert {entry.kind for entry in found.ledger} == {"approximated"}


def test_a_path_that_is_there_with_a_slash_too_is_told() -> None:
    found = api("paths:\n  pets: {get: {operationId: a}}\n  /pets: {get: {operationId: b}}")
    assert [it.operation_id for it in found.operations] == ["b"]
    assert [(entry.code, entry.kind) for entry in found.ledger] == [("path-without-slash", "ignored")]


@pytest.mark.parametrize(
    "target", ["#/paths", "#/paths/~1pets", "#/paths/~1pets/get", "#/components", "#/info"]
)
def test_a_schema_may_be_said_to_be_anything_there_is(target: str) -> None:
    found = api(
        "paths: {/pets: {get: {responses: {'200': {content: {application/json: {schema: {$ref: '"
        + target
        + "'}}}}}}}}\ncomponents: {}"
    )
    assert len(found.operations) == 1


def test_methods_in_capitals_are_methods() -> None:
    found = api("paths:\n  /b: {GET: {operationId: a}, Post: {operationId: b}, x-Get: {operationId: c}}")
    assert [(it.method, it.operation_id) for it in found.operations] == [("GET", "a"), ("POST", "b")]
    assert [code for code, _ in noted(found)] == ["method-in-capitals"] * 2
    assert [entry.kind for entry in found.ledger] == ["approximated"] * 2


@pytest.mark.parametrize(
    "keys", ["get: {operationId: a}, GET: {operationId: b}", "get: {operationId: a}, link: {responses: {}}"]
)
def test_what_looks_like_an_operation_and_is_none_is_told(keys: str) -> None:
    found = api(f"paths:\n  /b: {{{keys}}}")
    assert [it.operation_id for it in found.operations] == ["a"]
    assert [(entry.code, entry.kind) for entry in found.ledger] == [("unknown-method", "ignored")]
