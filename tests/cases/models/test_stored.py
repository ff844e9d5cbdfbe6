"""What calls gave, kept as JSON and read again: also what was not as the document says."""

import copy
import json
import logging
import pickle
import warnings
from collections.abc import Mapping
from typing import Any

import pytest

from tests.conftest import Build
from tests.support.conversations import Talk, document

DOCUMENT = document(
    """
/orders/{id}:
  get:
    operationId: getOrder
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    responses:
      "200": {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
/orders:
  get:
    operationId: listOrders
    responses:
      "200":
        description: d
        content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Order'}}}}
""",
    """
Status: {type: string, enum: [open, closed]}
Cat:
  type: object
  required: [kind, petName]
  properties: {kind: {type: string, const: cat}, petName: {type: string}}
Dog:
  type: object
  required: [kind, petName]
  properties: {kind: {type: string, const: dog}, petName: {type: string}}
Moved:
  type: object
  required: [type, name, id, payload]
  properties:
    type: {type: string, const: sync}
    name: {type: string, const: moved}
    id: {type: string}
    payload: {type: object, required: [toPlace], properties: {toPlace: {type: string}}}
Sold:
  type: object
  required: [type, name, id, payload]
  properties:
    type: {type: string, const: sync}
    name: {type: string, const: sold}
    id: {type: string}
    payload: {type: object, required: [atPrice], properties: {atPrice: {type: integer}}}
Sent:
  type: object
  required: [type, id, payload]
  properties: {type: {type: string, const: sent}, id: {type: string}, payload: {type: object}}
Address:
  type: object
  properties: {zipCode: {type: string}, streetName: {type: string}}
  additionalProperties: {type: string}
Order:
  type: object
  required: [orderId, madeAt, status, pet]
  properties:
    orderId: {type: string, format: uuid}
    madeAt: {type: string, format: date-time}
    status: {$ref: '#/components/schemas/Status'}
    pet:
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
      discriminator: {propertyName: kind}
    lastEvent:
      oneOf:
      - {$ref: '#/components/schemas/Moved'}
      - {$ref: '#/components/schemas/Sold'}
      - {$ref: '#/components/schemas/Sent'}
    homeAddress: {$ref: '#/components/schemas/Address'}
    allPets:
      type: array
      items: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}
    byName: {type: object, additionalProperties: {$ref: '#/components/schemas/Address'}}
    waitTime: {type: string, format: duration}
    aNote: {type: [string, 'null']}
""",
)
CAT = {"kind": "cat", "petName": "Tom"}
GOOD: Mapping[str, Any] = {
    "orderId": "6f9619ff-8b86-d011-b42d-00cf4fc964ff",
    "madeAt": "2024-01-02T03:04:05.123456789Z",
    "status": "open",
    "pet": CAT,
    "lastEvent": {"type": "sync", "name": "sold", "id": "1", "payload": {"atPrice": 5}},
    "homeAddress": {"zipCode": "1", "further": "x"},
    "allPets": [CAT, {"kind": "dog", "petName": "Rex"}],
    "byName": {"home": {"streetName": "s"}},
    "waitTime": "PT36H",
    "further": {"toPlace": None},
}
# What is not as the document says, or what it does not know.
CHANGES: list[dict[str, Any]] = [
    {},
    {"status": "lost"},
    {"pet": {"kind": "fish", "petName": "Nemo", "fins": 2}},
    {"madeAt": "yesterday"},
    {"orderId": "1", "aNote": 5},
    {"madeAt": None, "pet": None},
    {"pet": {"kind": "cat", "petName": 5}},
    {"pet": {"kind": "cat"}},
    {"pet": "Tom", "allPets": CAT},
    {"lastEvent": {"type": "sync", "name": "sold", "id": 1, "payload": {"atPrice": 5}}},
    {"lastEvent": {"type": "sync", "name": "moved", "id": "1", "payload": {"toPlace": 5}}},
    {"lastEvent": {"type": "sync", "name": "lent", "id": "1", "payload": {}}},
    {"homeAddress": {"zipCode": 1, "further": 5}},
    {"byName": {"home": {"streetName": 1}, "work": 5}},
    {"allPets": [CAT, {"kind": "fish"}, 5]},
    {"aNote": None, "waitTime": 5},
]


def changed(changes: Mapping[str, Any], *missing: str) -> dict[str, Any]:
    """Return an order that is not as the document says."""
    return {key: value for key, value in {**GOOD, **changes}.items() if key not in missing}


@pytest.mark.parametrize("changes", CHANGES)
@pytest.mark.parametrize("missing", [(), ("pet", "status"), ("lastEvent",)])
def test_what_came_is_read_again_as_it_was(
    changes: dict[str, Any], missing: tuple[str, ...], talk: Talk
) -> None:
    data = changed(changes, *missing)
    conversation = talk(DOCUMENT, data)
    package = conversation.package
    order = conversation.call("orders.get", "1")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        kept = package.to_json(order)
    assert json.loads(kept) == data
    for content in (kept, kept.encode(), json.loads(kept)):
        again = package.from_json(package.models.Order, content)
        assert again == order
        assert repr(again) == repr(order)
        assert again.model_fields_set == order.model_fields_set
    by_python = order.model_dump_json(exclude_unset=True, warnings=False)
    assert package.from_json(package.models.Order, by_python) == order
    whole = order.model_dump_json(warnings=False)
    assert package.from_json(package.models.Order, whole) == order


@pytest.mark.parametrize("changes", CHANGES)
def test_what_was_read_tolerantly_is_copied_and_pickled(changes: dict[str, Any], talk: Talk) -> None:
    order = talk(DOCUMENT, changed(changes, "status")).call("orders.get", "1")
    assert pickle.loads(pickle.dumps(order)) == order
    assert copy.deepcopy(order) == order
    assert copy.copy(order) == order


def test_several_are_kept_as_one(talk: Talk) -> None:
    rows = [changed(change) for change in CHANGES]
    conversation = talk(DOCUMENT, rows)
    package = conversation.package
    orders = conversation.call("orders.list")
    kept = package.to_json({"orders": orders, 1: [orders[0].made_at, None, "é", True, 1.5]})
    assert json.loads(kept) == {"orders": rows, "1": [GOOD["madeAt"], None, "é", True, 1.5]}
    assert package.from_json(dict[str, Any], kept)["orders"] == rows
    assert package.from_json(list[package.models.Order], package.to_json(orders)) == orders


def test_what_does_not_fit_is_told(build: Build, caplog: pytest.LogCaptureFixture) -> None:
    package = build(DOCUMENT)
    order = package.models.Order
    text = json.dumps(changed({"madeAt": "secret"}))
    caplog.set_level(logging.WARNING)
    assert package.from_json(order, text).made_at == "secret"
    told = "what was kept is not what the document says of Order: madeAt: Input should be a date-time"
    assert [record.getMessage() for record in caplog.records] == [told]
    caplog.clear()
    with pytest.raises(package.PayloadError, match=f"^{told}$") as raised:
        package.from_json(order, text, strict=True)
    assert raised.value.__suppress_context__
    unknown = changed({"status": "lost", "pet": {"kind": "fish"}})
    assert package.from_json(order, unknown, strict=True).pet["kind"] == "fish"
    assert not caplog.records


def test_only_the_variant_that_is_meant_is_told_of(build: Build, caplog: pytest.LogCaptureFixture) -> None:
    package = build(DOCUMENT)
    sold = {"type": "sync", "name": "sold", "id": 1, "payload": {"atPrice": 5}}
    order = package.from_json(package.models.Order, changed({"lastEvent": sold}))
    assert isinstance(order.last_event, package.models.Sold)
    assert order.last_event.payload.at_price == 5
    assert caplog.messages == [
        "what was kept is not what the document says of Order: lastEvent.id: Input should be a valid string"
    ]


def test_what_has_names_of_both_kinds_keeps_both(build: Build) -> None:
    package = build(DOCUMENT)
    for further in ("x", 5):
        data = {"zipCode": "wire", "zip_code": "python", "more": further}
        address = package.from_json(package.models.Address, data)
        assert (address.zip_code, address.model_extra) == ("wire", {"zip_code": "python", "more": further})


@pytest.mark.parametrize("content", ["<html>", b"", '{"orderId": ', b"\xff", "{} {}"])
def test_what_is_no_json_is_refused(content: str | bytes, build: Build) -> None:
    package = build(DOCUMENT)
    with pytest.raises(package.PayloadError, match=r"^what was kept of Order is no JSON: "):
        package.from_json(package.models.Order, content)
    with pytest.raises(package.PayloadError, match=r"^what was kept is no JSON: "):
        package.from_json(list[package.models.Order], content)


@pytest.mark.parametrize("value", [b"x", [b"x"], object(), float("nan")])
def test_what_has_no_form_in_json_is_refused(value: Any, build: Build) -> None:
    with pytest.raises(ValueError, match=r"no JSON|cannot be sent"):
        build(DOCUMENT).to_json(value)


def test_classes_of_people_s_own_are_read(build: Build) -> None:
    package = build(DOCUMENT)

    class Mine(package.models.Order):  # type: ignore[misc, name-defined]
        own_count: int = 0

        def is_open(self) -> bool:
            return bool(self.status == "open")

    mine = package.from_json(Mine, {**GOOD, "ownCount": 3, "madeAt": "soon"})
    assert isinstance(mine, Mine)
    assert (mine.own_count, mine.is_open(), mine.made_at) == (3, True, "soon")
    assert package.from_json(Mine, package.to_json(mine)) == mine


def test_unknown_variants_have_a_name_and_are_looked_into(build: Build) -> None:
    package = build(DOCUMENT)
    order = package.from_json(package.models.Order, changed({"pet": {"kind": "fish", "fins": None}}))
    match order.pet:
        case package.UnknownVariant() as unknown:
            assert unknown["fins"] is None
            assert "fins" in unknown
            assert "wings" not in unknown
            assert 5 not in unknown
        case _:
            pytest.fail("it is of no other class")


NUMBERS = document(
    """
/numbers:
  get:
    operationId: getNumbers
    responses:
      "200": {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Numbers'}}}}
""",
    """
Numbers:
  type: object
  properties:
    whole: {type: integer}
    needed: {type: integer, minimum: 3}
    real: {type: number}
    bounded: {type: number, minimum: 0, maximum: 2}
    moment: {type: integer, format: unix-time}
    nothing: {type: [integer, 'null']}
    all: {type: array, items: {type: integer}}
    named: {type: object, additionalProperties: {type: number}}
    single: {type: integer, const: 5}
    level: {type: integer, enum: [2, 3]}
  required: [needed]
  additionalProperties: {type: integer}
""",
)


@pytest.mark.parametrize("value", [True, False])
@pytest.mark.parametrize(
    "name",
    [
        *("whole", "needed", "real", "bounded", "moment", "nothing"),
        *("all", "named", "single", "level", "more"),
    ],
)
def test_what_is_no_number_is_written_as_what_it_is(
    name: str, value: bool, talk: Talk, caplog: pytest.LogCaptureFixture
) -> None:
    given: Any = {"all": [1, value], "named": {"a": value, "b": 1.5}}.get(name, value)
    data = {"needed": 2**70, name: given}
    it = talk(NUMBERS, data)
    caplog.set_level(logging.WARNING)
    answer = it.call("numbers.list")
    assert len(caplog.records) == 1, "it is told of"
    kept = it.package.to_json(answer)
    assert kept == json.dumps(data, separators=(",", ":"))
    assert it.package.to_json(it.package.from_json(it.package.models.Numbers, kept)) == kept
    assert json.loads(answer.model_dump_json(by_alias=True, exclude_unset=True, warnings=False)) == data


@pytest.mark.parametrize("other", ["{type: integer}", "{type: number}", "{type: integer, enum: [5]}"])
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("date-time", "2020-01-01T00:00:00.123456789Z"),
        ("date-time", "2020-01-01T00:00:00.100Z"),
        ("duration", "PT36H"),
        ("decimal", "1e3"),
        ("time", "12:00:00.123456789Z"),
    ],
)
def test_what_may_be_a_number_too_keeps_its_form(name: str, value: str, other: str, build: Build) -> None:
    one = f"{{oneOf: [{other}, {{type: string, format: {name}}}]}}"
    package = build(
        document(
            """
/things:
  get:
    operationId: getThings
    responses:
      "200": {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Things'}}}}
""",
            f"""
Things:
  type: object
  properties:
    one: {one}
    many: {{type: array, items: {one}}}
    named: {{type: object, additionalProperties: {one}}}
""",
        )
    )
    data = {"one": value, "many": [5, value], "named": {"a": value}}
    assert json.loads(package.to_json(package.from_json(package.models.Things, data))) == data
