"""Servers: several of them, variables in their URLs, and those that operations have of their own."""

from types import ModuleType

import pytest

from tests.conftest import Build
from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, Reply

DOCUMENT = """\
openapi: 3.2.0
info: {title: Pets, version: "1"}
servers:
  - url: "http://127.0.0.1:%(port)s/{region}/v1/"
    name: main
    variables: {region: {default: us, enum: [us, eu]}}
  - {url: "http://127.0.0.1:%(port)s/test", description: For tests.}
paths:
  /pets:
    get: {operationId: list_pets, tags: [Pets], responses: {"204": {description: None}}}
  /photos:
    servers:
      - url: "http://127.0.0.1:%(port)s/{region}/photos/{size}"
        variables: {region: {default: us}, size: {default: s}}
    get: {operationId: list_photos, tags: [Pets], responses: {"204": {description: None}}}
"""


def asked(api: ModuleType, flavour: Flavour, there: HttpServer, **options: object) -> list[str]:
    """Return the paths of a call to the API's own server and of one to the operation's."""
    client = flavour.open(api.ApiClient, api.AsyncApiClient, **options)
    flavour.call(client.pets.list)
    flavour.call(client.pets.list_photos)
    return [request.path for request in there.requests]


@pytest.mark.parametrize(
    ("options", "paths"),
    [
        ({}, ["/us/v1/pets", "/us/photos/s/photos"]),
        ({"region": "eu", "size": "l"}, ["/eu/v1/pets", "/eu/photos/l/photos"]),
        ({"server": 1}, ["/test/pets", "/us/photos/s/photos"]),
        ({"server": "main"}, ["/us/v1/pets", "/us/photos/s/photos"]),
    ],
)
def test_servers(build: Build, flavour: Flavour, options: dict[str, object], paths: list[str]) -> None:
    with HttpServer(lambda _: Reply(status=204)) as server:
        api = build(DOCUMENT % {"port": server.url.rpartition(":")[2]})
        assert asked(api, flavour, server, **options) == paths


def test_a_base_url_comes_before_all_of_them(build: Build, flavour: Flavour) -> None:
    api = build(DOCUMENT % {"port": 9})
    with HttpServer(lambda _: Reply(status=204)) as server:
        assert asked(api, flavour, server, base_url=f"{server.url}/mine") == ["/mine/pets", "/mine/photos"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"region": "mars"}, "region is one of us, eu, not 'mars'"),
        ({"server": 2}, "there is no server 2, but 0 .main., 1 .http"),
    ],
)
def test_what_no_server_has_is_refused(build: Build, options: dict[str, object], message: str) -> None:
    api = build(DOCUMENT % {"port": 9})
    with pytest.raises(api.InvalidRequestError, match=message):
        api.ApiClient(**options)


def test_a_number_is_no_value_of_a_variable(build: Build) -> None:
    api = build(VARIABLE)
    with pytest.raises(api.InvalidRequestError, match="the server's port is text, not 443"):
        api.ApiClient(port=443)


VARIABLE = """openapi: 3.1.0
info: {title: T, version: '1'}
servers:
  - url: "https://{tenant}.a.example:{port}/{base}"
    variables: {tenant: {default: demo}, port: {default: "443"}, base: {default: v1/x}}
  - {url: "{whole}", variables: {whole: {default: "https://a.example/v1"}}}
paths: {/a: {get: {operationId: a, tags: [A], responses: {'204': {description: None}}}}}
"""


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("tenant", f"evil.example{sign}") for sign in "/?#@\\ \n\x7f"),
        *(("port", value) for value in ("80@evil.example", "80/", "80?", "80#x")),
        *(("base", value) for value in ("x#y", "x?y", "x\\y", "x y")),
        ("whole", "https://a.example/v1#"),
    ],
)
def test_what_would_send_calls_elsewhere_is_no_value_of_a_variable(
    build: Build, name: str, value: str
) -> None:
    api = build(VARIABLE)
    with pytest.raises(api.InvalidRequestError, match=f"{name} cannot be"):
        api.ApiClient(server=int(name == "whole"), **{name: value})


def test_what_the_document_has_for_a_variable_is_its_own_business(build: Build) -> None:
    source = VARIABLE.replace(
        "{default: demo}", "{default: a.example/x?y, enum: [a.example/x?y, b.example/z#]}"
    )
    api = build(source)
    for tenant in ("a.example/x?y", "b.example/z#"):
        assert api.ApiClient(tenant=tenant) is not None


def test_a_variable_may_be_several_segments_or_a_whole_url(build: Build, flavour: Flavour) -> None:
    api = build(VARIABLE)
    with HttpServer(lambda _: Reply(status=204)) as server:
        flavour.call(flavour.open(api.ApiClient, api.AsyncApiClient, server=1, whole=f"{server.url}/a/b").a.a)
    assert [request.path for request in server.requests] == ["/a/b/a"]
    assert api.ApiClient(tenant="me", port="8443", base="v2/y/z") is not None


def test_a_document_without_a_whole_server_needs_a_base_url(build: Build) -> None:
    api = build(
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\nservers: [{url: /api}]\n"
        "paths: {/a: {get: {operationId: a, tags: [A], responses: {'204': {description: None}}}}}\n"
    )
    with (
        api.ApiClient() as client,
        pytest.raises(api.InvalidRequestError, match="give the client a base_url"),
    ):
        client.a.a()


def test_an_operations_own_server_may_be_on_the_apis_host(build: Build, flavour: Flavour) -> None:
    with HttpServer(lambda _: Reply(status=204)) as server:
        api = build(
            f"openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\nservers: [{{url: '{server.url}/v1'}}]\n"
            "paths: {/a: {servers: [{url: /v2/}], get: {operationId: a, tags: [A]}}}\n"
        )
        client = flavour.open(api.ApiClient, api.AsyncApiClient)
        flavour.call(client.a.a)
    assert [request.path for request in server.requests] == ["/v2/a"]


@pytest.mark.parametrize(
    ("url", "path"),
    [("./v1", "/docs/v1"), ("v1/", "/docs/v1"), ("/v1", "/v1"), ("../v1", "/v1"), (".", "/docs")],
)
def test_relative_urls_are_of_where_the_document_says_that_it_is(
    build: Build, flavour: Flavour, url: str, path: str
) -> None:
    with HttpServer(lambda _: Reply(status=204)) as server:
        port = server.url.rpartition(":")[2]
        text = f"""\
openapi: 3.2.0
$self: http://127.0.0.1:{port}/docs/openapi.yaml
info: {{title: Pets, version: "1"}}
servers: [{{url: {url}}}]
paths:
  /pets:
    get: {{operationId: list_pets, tags: [Pets], responses: {{"204": {{description: None}}}}}}
  /photos:
    servers: [{{url: "{{scheme}}://127.0.0.1:{port}/x", variables: {{scheme: {{default: http}}}}}}]
    get: {{operationId: list_photos, tags: [Pets], responses: {{"204": {{description: None}}}}}}
"""
        assert asked(build(text), flavour, server) == [f"{path}/pets", "/x/photos"]
