"""README.md and API.md of packages: what they refer to is there, and what they say of the client is so."""

import inspect
import re
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from generator.config import ClientConfig
from generator.pipeline import Package, build
from generator.python.text.markdown import unlinked
from tests.corpus.documents import CORPUS
from tests.guides.links import FENCE, dangling
from tests.guides.test_snippets import DOCUMENTS, PLAIN

CLASS = re.compile(r"`([A-Z][a-z]+\w*)`")
IMPORT = re.compile(r"`from (\w+) import (\w+)`")
ROW = re.compile(r"^\| `(\w+)`", re.MULTILINE)
SPECIAL = re.compile(
    r"\b(pag(?:e|es|er|ers)|streams?|uploads?|downloads?|webhooks?|poll\w*)\b", re.IGNORECASE
)

UNSECURED = f"""{PLAIN}components:
  securitySchemes:
    key: {{type: http, scheme: bearer}}
"""
SEVERAL_SERVERS = f"""{PLAIN}servers:
  - {{url: "https://{{region}}.example", variables: {{region: {{default: eu, enum: [eu, us]}}}}}}
  - {{url: "https://{{site}}.example/v2", variables: {{site: {{default: main}}}}}}
"""
OWN_SERVER = f"""{SEVERAL_SERVERS}""".replace(
    "    get:\n",
    '    get:\n      servers: [{url: "https://{host}/up", variables: {host: {default: up.example}}}]\n',
)
FORMS = """\
openapi: 3.1.0
info: {title: Forms, version: "1"}
paths:
  /things:
    post:
      requestBody:
        content:
          text/plain: {schema: {type: string}}
          MEDIA_TYPE:
            schema:
              type: object
              required: [first-name]
              properties:
                first-name: {type: string, description: The name.}
                picture: {type: string, format: binary}
      responses: {"204": {description: Done.}}
"""
NO_CALLS = 'openapi: 3.1.0\ninfo: {title: Nothing, version: "1"}\npaths: {}\n'
TEXTS = {
    "plain": PLAIN,
    "unsecured": UNSECURED,
    "several_servers": SEVERAL_SERVERS,
    "own_server": OWN_SERVER,
    "no_calls": NO_CALLS,
}


# What a client of one's own needs, which is imported from `transports`.
OF_TRANSPORTS = ("Request", "Response")


def package_of(document: Path | str, tmp_path: Path, name: str) -> Package:
    """Build the package of a document, which is a file or a text."""
    if isinstance(document, str):
        path = tmp_path / f"{name}.yaml"
        path.write_text(document, "utf-8")
        document = path
    return build(
        ClientConfig(
            document=str(document), output=str(tmp_path), package=f"refers_{name}", client="ApiClient"
        )
    )


@pytest.fixture
def imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Make a package and import it."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def make(document: Path | str, name: str) -> tuple[Package, ModuleType]:
        package = package_of(document, tmp_path, name)
        for path, content in package.files.items():
            file = tmp_path / f"refers_{name}" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        return package, import_module(f"refers_{name}")

    return make


@pytest.mark.parametrize("name", [*DOCUMENTS, *TEXTS])
def test_every_link_leads_somewhere(name: str, tmp_path: Path) -> None:
    files = package_of(DOCUMENTS.get(name) or TEXTS[name], tmp_path, name).files
    assert list(dangling(files)) == []
    assert "](#client-options)" in files["README.md"].decode()


@pytest.mark.parametrize("name", ["twilio-api", "oas-security", "svix", "lakefs"])
def test_every_link_of_real_packages_leads_somewhere(name: str, tmp_path: Path) -> None:
    found = sorted((CORPUS / name).glob("openapi.*")) if (CORPUS / name).exists() else []
    if not found:
        pytest.skip("the corpus is not there")
    files = package_of(found[0], tmp_path, name.replace("-", "_")).files
    assert list(dangling(files)) == []


def test_a_link_that_leads_nowhere_is_found() -> None:
    files = {"README.md": b"# Here\n[a](#here) [b](#there) [c](gone.py)\n", "API.md": b"[d](README.md#here)"}
    assert list(dangling(files)) == ["README.md: #there", "README.md: gone.py"]


@pytest.mark.parametrize("name", [*DOCUMENTS, *TEXTS])
def test_every_class_that_is_named_can_be_imported(name: str, imported: Any) -> None:
    package, module = imported(DOCUMENTS.get(name) or TEXTS[name], f"{name}_classes")
    text = FENCE.sub("", package.files["README.md"].decode())
    names = set(CLASS.findall(text)) - {"AsyncHttp", "Authorization", "False", "Http", "Path", *OF_TRANSPORTS}
    assert "AsyncApiClient" in names
    transports = import_module(f"{module.__name__}.transports")
    assert [item for item in sorted(names) if not (hasattr(module, item) or hasattr(transports, item))] == []
    for source, item in IMPORT.findall(text):
        assert hasattr(import_module(source), item)


def test_what_an_api_does_not_have_is_not_mentioned(tmp_path: Path) -> None:
    text = package_of(PLAIN, tmp_path, "plain").files["README.md"].decode()
    # Any call may be read while its answer comes.
    text = re.sub(r"`streaming`|\bclient\.stream\b|`StreamError`|`text/event-stream`", "", text)
    lines = [line for line in text.splitlines() if SPECIAL.search(line)]
    assert lines == []


@pytest.mark.parametrize("name", ["guided", "plain", "own_server"])
def test_the_options_of_a_client_are_those_that_it_takes(name: str, imported: Any) -> None:
    package, module = imported(DOCUMENTS.get(name) or TEXTS[name], f"{name}_options")
    section = _section(package, "Client options")
    taken = dict(inspect.signature(module.ApiClient.__init__).parameters)
    taken.pop("self")
    assert ROW.findall(section) == list(taken)
    for option in ("max_retries", "strict_responses"):
        assert (
            f"| `{option}` | `{type(taken[option].default).__name__}` | `{taken[option].default}` |"
            in section
        )
    assert f"`{taken['max_response_bytes'].default:_}`" in section
    assert list(inspect.signature(module.AsyncApiClient.__init__).parameters) == ["self", *taken]


def test_what_undocumented_calls_take(imported: Any) -> None:
    package, module = imported(PLAIN, "plain_request")
    rows = ROW.findall(_section(package, "Calls that the document does not have"))
    for client in (module.ApiClient, module.AsyncApiClient):
        assert ["self", "method", *rows] == list(inspect.signature(client.request).parameters)
        assert "body" not in inspect.signature(client.get).parameters


def test_how_long_a_call_waits(imported: Any) -> None:
    package, _ = imported(PLAIN, "plain_waits")
    retries = import_module("refers_plain_waits._runtime.retries")
    policy = import_module("refers_plain_waits._settings").RETRIES
    section = _section(package, "Retries and timeouts")
    assert f"more than {policy.max_asked_delay:g} seconds" in section
    assert f"about {policy.initial_delay:g} seconds, then {policy.factor:g} times" in section
    assert f"{policy.max_delay:g} at most" in section
    for header in ("retry-after-ms", "retry-after", "x-ratelimit-reset"):
        assert f"`{header}`" in section
        assert retries.asked_delay(429, {header: "7"}, 0.0) in {7.0, 0.007}


def test_which_headers_name_a_request(imported: Any) -> None:
    package, _ = imported(PLAIN, "plain_id")
    messages = import_module("refers_plain_id._runtime.messages")
    told = re.search(
        r"`request_id` \(the header `([\w-]+)` or\s`([\w-]+)`, else", _section(package, "Errors")
    )
    assert told is not None
    request = messages.Request(method="GET", url="https://x.example", headers={}, content=b"")
    for header in told.groups():
        response = messages.Response(status=404, headers={header: "r1"}, content=b"", request=request)
        assert response.request_id == "r1"


@pytest.mark.parametrize(
    "media_type", ["application/json", "multipart/form-data", "application/x-www-form-urlencoded"]
)
def test_the_keys_of_bodies_that_are_given_as_a_whole(media_type: str, tmp_path: Path) -> None:
    text = package_of(FORMS.replace("MEDIA_TYPE", media_type), tmp_path, "forms").files["API.md"].decode()
    assert '| `body["first_name"]` | `str`, required where a body is sent | The name. |' in text
    taken = "FileContent" if media_type.startswith("multipart") else "bytes"
    assert f'| `body["picture"]` | `{taken}` |' in text


def test_which_servers_a_variable_belongs_to(tmp_path: Path) -> None:
    section = _section(package_of(OWN_SERVER, tmp_path, "own_server"), "Servers")
    assert "| `host` | any | `up.example` | `https://{host}/up`, the server of `things.get` |" in section
    assert "| `region` | `eu`, `us` | `eu` | `https://{region}.example` |" in section
    assert "| `site` | any | `main` | `https://{site}.example/v2` |" in section
    assert 'ApiClient(server=1, host="up.example", site="main")' in section


def test_which_calls_have_a_server_of_their_own(tmp_path: Path) -> None:
    text = package_of(OWN_SERVER, tmp_path, "own_server").files["API.md"].decode()
    assert "Sent to `https://{host}/up`, where the client has no `base_url`." in text
    assert "Sent to" not in package_of(SEVERAL_SERVERS, tmp_path, "several").files["API.md"].decode()


def test_the_first_call_shows_a_header_where_the_document_names_no_credential(tmp_path: Path) -> None:
    plain = _section(package_of(PLAIN, tmp_path, "plain"), "First call")
    assert 'headers={"Authorization": "Bearer ..."}' in plain
    guided = _section(package_of(DOCUMENTS["guided"], tmp_path, "guided"), "First call")
    assert "Authorization" not in guided


def test_credentials_that_no_call_is_said_to_need(tmp_path: Path) -> None:
    section = _section(package_of(UNSECURED, tmp_path, "unsecured"), "Authentication")
    assert "what is given is sent with every call" in section
    refused = UNSECURED.replace("\npaths:", "\nsecurity: []\npaths:")
    section = _section(package_of(refused, tmp_path, "refused"), "Authentication")
    assert "The document says of no call that it needs a credential" in section
    assert 'headers={"Authorization": "Bearer ..."}' in section


TOLD = """\
openapi: 3.1.0
info: {title: Told, version: "1"}
security: [{bearer: []}]
paths:
  /hooks:
    get:
      security: []
      responses: {"200": {description: They., content: {application/json: {schema: {type: string}}}}}
    post:
      requestBody:
        content: {application/json: {schema: {$ref: "#/components/schemas/NewHook"}}}
      responses:
        "200": {description: It., content: {application/json: {schema: {$ref: "#/components/schemas/Hook"}}}}
        "400": {$ref: "#/components/responses/Fault"}
        "404": {description: Gone.}
        "409": {$ref: "#/components/responses/Fault"}
        default: {$ref: "#/components/responses/Fault"}
  /hooks/{id}:
    get:
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        "200": {description: It., content: {application/json: {schema: {$ref: "#/components/schemas/Hook"}}}}
components:
  securitySchemes: {bearer: {type: http, scheme: bearer}}
  responses:
    Fault:
      description: No.
      content: {application/json: {schema: {$ref: "#/components/schemas/Fault"}}}
  schemas:
    Fault: {type: object, properties: {why: {type: string}}}
    Hook:
      type: object
      required: [id, kind]
      properties:
        id: {type: string, readOnly: true}
        createdAt: {type: string, format: date-time}
        kind: {$ref: "#/components/schemas/Kind"}
        above: {$ref: "#/components/schemas/Hook"}
      additionalProperties: {type: integer}
    NewHook:
      type: object
      required: [address, kind]
      properties:
        address: {type: string, format: uri}
        secret: {type: string, writeOnly: true}
        kind: {$ref: "#/components/schemas/Kind"}
    Kind: {type: string, enum: [big, small]}
    Unused: {type: object, properties: {here: {type: string}}}
"""


@pytest.fixture
def told(tmp_path: Path) -> Package:
    return package_of(TOLD, tmp_path, "told")


def _shape(package: Package, name: str) -> str:
    """Return what API.md says of a model."""
    text = package.files["API.md"].decode()
    found = re.search(rf"^### models\.{name}\n+(.*?)\n+(?=^#|\Z)", text, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


def test_models_are_shown_with_their_fields(told: Package) -> None:
    assert _shape(told, "Hook").splitlines() == [
        "- `id`: `str`, required, only read",
        "- `kind`: `models.Kind`, required",
        "- `above`: `models.Hook`",
        "- `created_at`: `DateTime`",
        "- any other: `int`",
    ]
    assert _shape(told, "NewHook").splitlines() == [
        "To be sent: `params.NewHookParam`.",
        "",
        "- `address`: `str`, required",
        "- `kind`: `models.Kind`, required",
        "- `secret`: `str`, only sent",
    ]
    assert _shape(told, "Kind").splitlines()[-1] == "`'big'`, `'small'`"
    assert "### models.Fault\n" in told.files["API.md"].decode()


def test_models_that_no_call_has_are_not_shown(told: Package) -> None:
    assert "models.Unused" not in told.files["API.md"].decode()


@pytest.mark.parametrize("name", [*DOCUMENTS, *TEXTS])
def test_the_fields_that_are_shown_are_those_of_the_models(name: str, imported: Any) -> None:
    package, module = imported(DOCUMENTS.get(name) or TEXTS[name], f"{name}_fields")
    text = package.files["API.md"].decode()
    for shown in re.findall(r"^### models\.(\w+)$", text, re.MULTILINE):
        fields = getattr(getattr(module.models, shown), "model_fields", None)
        if fields is not None:
            lines = re.findall(r"^- `(\w+)`: .*$", _shape(package, shown), re.MULTILINE)
            assert lines == [field for field in fields if field != "nothing"]


def test_types_lead_to_the_models_that_they_name(told: Package) -> None:
    text = told.files["API.md"].decode()
    assert "Returns [`models.Hook`](#modelshook)." in text
    assert "`models.NewHook \\| params.NewHookParam` ([NewHook](#modelsnewhook))" in text


def test_a_body_that_may_be_left_out_is_shown_with_what_it_must_have(told: Package) -> None:
    text = told.files["API.md"].decode()
    assert 'client.hooks.create(address="address", kind="big")' in text
    assert "| `address` | `str`, required where a body is sent |" in text
    assert "| `secret` | `str` |" in text
    assert 'body["' not in text


def test_calls_say_which_credentials_they_need_where_most_need_others(told: Package) -> None:
    text = told.files["API.md"].decode()
    assert re.findall(r"^Returns (`str`|.models.*?)\..* (Needs .*)$", text, re.MULTILINE) == [
        ("`str`", "Needs nothing.")
    ]


@pytest.mark.parametrize(
    ("prose", "shown"),
    [
        ("See [the guide](https://docs.example/a).", "See the guide (https://docs.example/a)."),
        ("See [the guide] (https://docs.example/a).", "See the guide (https://docs.example/a)."),
        ("See [the guide](/guides/a) and [this](#here).", "See the guide and this."),
        ("See [the guide][guide] now.", "See the guide now."),
        ("Such as `filter[a][b]` or filter[a][b], a[0] (first).", None),
        ("[https://docs.example](https://docs.example)", "https://docs.example"),
        ('See [a](https://docs.example/a_(b) "A title").', "See a (https://docs.example/a_(b))."),
        ("Ask [us](mailto:us@docs.example), [a@b.c](mailto:a@b.c).", "Ask us (us@docs.example), a@b.c."),
        ("In `a[b](/c)`, [`d`](/e) and `f`.", "In `a[b](/c)`, `d` and `f`."),
    ],
)
def test_links_of_the_document_are_text(prose: str, shown: str | None) -> None:
    assert unlinked(prose) == (shown or prose)


def test_errors_are_shown_with_their_bodies(told: Package) -> None:
    assert (
        "Raises `NotFoundError` (404); `BadRequestError` (400), `ConflictError` (409), "
        "`ApiStatusError` (any other status), whose `body` is [`models.Fault`](#modelsfault)."
    ) in told.files["API.md"].decode()


def _section(package: Package, title: str) -> str:
    """Return a section of a README."""
    text = package.files["README.md"].decode()
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]
