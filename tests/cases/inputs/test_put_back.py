"""What a call gave goes back as a whole where a PUT takes the same; its properties may be given, too."""

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import Build
from tests.support.checkers import run_checker
from tests.support.contracts import made
from tests.support.conversations import Conversation, Talk, document
from tests.support.http_server import RecordedRequest, Reply, json_reply

# A device, which is read and replaced.
DEVICE = """
openapi: 3.1.0
paths:
  /devices/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
    get:
      operationId: get
      tags: [devices]
      responses:
        "200": {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Device'}}}}
    put:
      operationId: replace
      tags: [devices]
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/Device'}}}
      responses: {"204": {description: d}}
"""
DOCUMENT = (
    DEVICE
    + """\
    patch:
      operationId: change
      tags: [devices]
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/Device'}}}
      responses: {"204": {description: d}}
  /labels/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
    put:
      operationId: label
      tags: [devices]
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/Label'}}}
      responses: {"204": {description: d}}
  /other/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
    put:
      operationId: other
      tags: [devices]
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/OnlySent'}}}
      responses: {"204": {description: d}}
components:
  schemas:
    Device:
      type: object
      required: [id, deviceName]
      properties:
        id: {type: integer}
        deviceName: {type: string}
        note: {type: [string, "null"]}
        labels: {type: array, items: {$ref: '#/components/schemas/Label'}}
    Label: {type: object, required: [text], properties: {text: {type: string}, size: {type: integer}}}
    OnlySent: {type: object, required: [a], properties: {a: {type: string}}}
"""
)
STORED = {"id": 3, "deviceName": "n", "note": None, "labels": [{"text": "t"}], "more": [1]}


def answer(request: RecordedRequest) -> Reply:
    return json_reply(STORED) if request.method == "GET" else Reply(status=204)


@pytest.fixture
def devices(talk: Talk) -> Conversation:
    return talk(DOCUMENT, answer)


def last(talk: Conversation) -> Any:
    return talk.server.requests[-1].json


def test_what_came_goes_back(devices: Conversation) -> None:
    device = devices.call("devices.get", 3)
    device.device_name = "new"
    for call in ({"body": device}, {}):
        devices.call("devices.replace", 3, *([] if call else [device]), **call)
        assert last(devices) == {**STORED, "deviceName": "new"}


def test_its_properties_can_be_given(devices: Conversation) -> None:
    devices.call("devices.replace", 3, id_body=3, device_name="x", note=None)
    assert last(devices) == {"id": 3, "deviceName": "x", "note": None}


def test_a_single_property_does_not_take_its_place(devices: Conversation) -> None:
    devices.call("devices.label", 1, text="a", size=2)
    assert last(devices) == {"text": "a", "size": 2}
    label = devices.call("devices.get", 3).labels[0]
    devices.call("devices.label", 1, label)
    assert last(devices) == {"text": "t"}


def test_a_property_keeps_its_position() -> None:
    """Of a call that took it so before it took bodies as a whole."""
    before = made(DOCUMENT.replace("labels: {type: array, items: {$ref: '#/components/schemas/Label'}}", ""))
    after = made(DOCUMENT, before=before)
    plan = next(item for item in after.plan.operations if item.operation.operation_id == "label")
    assert [item.name for item in plan.positional] == ["id", "text"]
    assert [item.name for item in plan.keywords if item.is_whole_body] == ["body"]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "^id_body is missing$"),
        ({"device_name": "x"}, "^id_body is missing$"),
        ({"id_body": 3}, "^device_name is missing$"),
        ({"body": STORED, "device_name": "x"}, "^device_name is given twice"),
    ],
)
def test_half_a_body_is_refused(devices: Conversation, given: dict[str, Any], told: str) -> None:
    with pytest.raises(devices.package.InvalidRequestError, match=told):
        devices.call("devices.replace", 3, **given)
    assert devices.server.requests == []


@pytest.mark.parametrize("call", ["change", "other"])
def test_other_calls_take_properties_only(devices: Conversation, call: str) -> None:
    with pytest.raises(TypeError, match="body"):
        devices.call(f"devices.{call}", 3, body={"id": 1, "device_name": "x", "a": "y"})


# --- where requests and answers have models of their own ---

TWOFOLD = (
    DEVICE
    + """\
  /devices:
    post:
      operationId: make
      tags: [devices]
      requestBody:
        required: true
        content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Device'}}}}
      responses: {"204": {description: d}}
components:
  schemas:
    Device:
      type: object
      required: [id, deviceName, createdAt]
      properties:
        id: {type: integer, readOnly: true}
        createdAt: {type: string, format: date-time, readOnly: true}
        deviceName: {type: string}
        pin: {type: string, writeOnly: true}
        label: {$ref: '#/components/schemas/Label'}
    Label:
      type: object
      required: [text, uid]
      properties:
        text: {type: string}
        uid: {type: integer, readOnly: true}
        inner: {$ref: '#/components/schemas/Label'}
"""
)
CAME = {
    "id": 3,
    "createdAt": "2024-05-17T12:00:00Z",
    "deviceName": "n",
    "label": {"text": "a", "uid": 1, "inner": {"text": "b", "uid": 2}},
    "more": [1],
}
GOES = {"deviceName": "n", "label": {"text": "a", "inner": {"text": "b"}}, "more": [1]}


def test_what_is_only_read_is_left_out(talk: Talk) -> None:
    devices = talk(
        TWOFOLD, lambda request: json_reply(CAME) if request.method == "GET" else Reply(status=204)
    )
    device = devices.call("devices.get", 3)
    devices.call("devices.replace", 3, device)
    assert last(devices) == GOES
    devices.call("devices.replace", 3, device_name="x", pin="1", label=device.label)
    assert last(devices) == {"deviceName": "x", "pin": "1", "label": GOES["label"]}
    devices.call("devices.make", [device, {"device_name": "y", "label": device.label}])
    assert last(devices) == [GOES, {"deviceName": "y", "label": GOES["label"]}]


# --- where one model is both, and may lack what is only read ---

SHARED = document(
    """
/things/{id}:
  parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
  get:
    operationId: get
    tags: [things]
    responses:
      "200": {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
  put:
    operationId: replace
    tags: [things]
    requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
    responses: {"204": {description: d}}
  patch:
    operationId: change
    tags: [things]
    requestBody:
      required: true
      content: {application/merge-patch+json: {schema: {$ref: '#/components/schemas/Thing'}}}
    responses: {"204": {description: d}}
/things:
  post:
    operationId: make
    tags: [things]
    requestBody:
      required: true
      content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Thing'}}}}
    responses: {"204": {description: d}}
/forms:
  post:
    operationId: send
    tags: [forms]
    requestBody:
      required: true
      content: {application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Form'}}}
    responses: {"204": {description: d}}
/kinds:
  post:
    operationId: kind
    tags: [forms]
    requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Kind'}}}}
    responses:
      "200": {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Kind'}}}}
""",
    """
Thing:
  type: object
  properties:
    name: {type: string}
    madeAt: {type: string, format: date-time, readOnly: true}
    part: {$ref: '#/components/schemas/Part'}
    parts: {type: array, items: {$ref: '#/components/schemas/Part'}}
    by: {type: object, additionalProperties: {$ref: '#/components/schemas/Part'}}
    owner: {allOf: [{$ref: '#/components/schemas/Owner'}], readOnly: true}
    either: {oneOf: [{$ref: '#/components/schemas/Part'}, {$ref: '#/components/schemas/Other'}]}
Part: {type: object, required: [t], properties: {t: {type: string}, uid: {type: integer, readOnly: true}}}
Other: {type: object, required: [o], properties: {o: {type: string}, uid: {type: integer, readOnly: true}}}
Owner: {type: object, properties: {n: {type: string}}}
Form:
  type: object
  properties: {part: {$ref: '#/components/schemas/Part'}, thing: {$ref: '#/components/schemas/Thing'}}
Kind:
  allOf:
    - {$ref: '#/components/schemas/Part'}
    - type: object
      required: [kind]
      properties: {kind: {type: string, const: k}, seen: {type: boolean, readOnly: true}}
""",
)
PART, SENT_PART = {"t": "a", "uid": 1}, {"t": "a"}
THING = {
    "name": "n",
    "madeAt": "2024-05-17T12:00:00Z",
    "part": PART,
    "parts": [PART, PART],
    "by": {"x": PART},
    "owner": {"n": "o"},
    "either": {"o": "b", "uid": 2},
    "more": [1],
}
SENT_THING = {
    "name": "n",
    "part": SENT_PART,
    "parts": [SENT_PART, SENT_PART],
    "by": {"x": SENT_PART},
    "either": {"o": "b"},
    "more": [1],
}


@pytest.fixture
def things(talk: Talk) -> Conversation:
    return talk(SHARED, lambda request: json_reply(THING) if request.method == "GET" else Reply(status=204))


def test_of_a_model_what_is_only_read_is_left_out(things: Conversation) -> None:
    thing = things.call("things.get", 3)
    things.call("things.replace", 3, thing)
    assert last(things) == SENT_THING
    things.call("things.make", [thing, {"part": thing.part}, {"by": thing.by}])
    assert last(things) == [SENT_THING, {"part": SENT_PART}, {"by": {"x": SENT_PART}}]
    given = {name: value for name, value in THING.items() if name in {"name", "part"}}
    things.call("things.change", 3, **(given | {"part": thing.part}))
    assert last(things) == {"name": "n", "part": SENT_PART}
    things.call("put", "/things/3", body=thing)
    assert last(things) == SENT_THING
    things.call("forms.send", part=thing.part, thing=thing)
    assert b"uid" not in things.server.requests[-1].body


@pytest.mark.parametrize("made", [{"made_at": "2024-05-17T12:00:00Z"}, {"madeAt": "2024-05-17T12:00:00Z"}])
def test_a_dictionary_is_sent_as_it_is_written(things: Conversation, made: dict[str, Any]) -> None:
    part = {"t": "a", "uid": 9}
    things.call("things.replace", 3, {"name": "n", "part": part, "parts": [part], **made})
    sent = {"name": "n", "madeAt": "2024-05-17T12:00:00Z", "part": part, "parts": [part]}
    assert last(things) == sent
    thing = things.call("things.get", 3)
    things.call("things.make", [{"name": "x", **made, "part": thing.part}])
    assert last(things) == [{"name": "x", "madeAt": "2024-05-17T12:00:00Z", "part": SENT_PART}]
    things.call("things.replace", 3, thing.model_dump(mode="json", exclude_unset=True))
    assert last(things) == THING


def test_a_model_that_was_made_is_sent_as_one_that_came(things: Conversation) -> None:
    models = things.package.models
    things.call("things.replace", 3, models.Thing(name="n", part=models.Part(t="a", uid=4), owner={"n": "o"}))
    assert last(things) == {"name": "n", "part": SENT_PART}


def test_what_derives_from_it_is_sent_alike(talk: Talk) -> None:
    came = {"t": "a", "uid": 1, "kind": "k", "seen": True}
    kinds = talk(SHARED, came)
    kind = kinds.call("forms.kind", t="a")
    assert vars(kind) == came
    kinds.call("put", "/x", body=kind)
    assert last(kinds) == {"kind": "k", "t": "a"}


def test_pydantic_writes_all_of_such_models(things: Conversation) -> None:
    """What is printed or stored is not what is sent."""
    thing = things.call("things.get", 3)
    assert thing.model_dump(mode="json", by_alias=True, exclude_unset=True) == THING


USES = """
from api import ApiClient, models

def use(client: ApiClient) -> None:
    device = client.devices.get(3)
    client.devices.replace(3, device)
    client.devices.replace(3, body=device)
    client.devices.replace(3, {"id": 3, "device_name": "x"})
    client.devices.replace(3, id_body=3, device_name="x")
    client.devices.label(3, text="text", size=1)
    client.devices.label(3, models.Label(text="t"))
    client.devices.replace(3)  # wrong
    client.devices.replace(3, device_name="x")  # wrong
    client.devices.replace(3, device, device_name="x")  # wrong
    client.devices.label(3, "text")  # wrong
"""


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_type_checkers_know_both_ways(
    checker: str, build: Build, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    package: ModuleType = build(DOCUMENT)
    (tmp_path / "api").symlink_to(Path(str(package.__file__)).parent)
    (tmp_path / "uses.py").write_text(USES, "utf-8")
    found = run_checker(checker, tmp_path, "uses.py", folders=tmp_path_factory)
    wrong = {number for number, line in enumerate(USES.splitlines(), start=1) if "# wrong" in line}
    told = {
        int(line.split(":")[1])
        for line in found.stdout.splitlines()
        if ": error" in line or " - error" in line
    }
    assert told == wrong, found.stdout
