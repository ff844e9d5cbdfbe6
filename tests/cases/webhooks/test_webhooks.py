"""Webhooks and callbacks: a typed function reads what the server sends."""

import json
import logging
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import Build

DOCUMENT = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
  /orders:
    post:
      operationId: create_order
      tags: [Orders]
      responses: {"204": {description: Done}}
      callbacks:
        shipped:
          "{$request.query.url}/shipped":
            post: {requestBody: {$ref: "#/components/requestBodies/Shipment"}}
        noted: {$ref: "#/components/callbacks/Noted"}
  /gifts:
    post:
      operationId: create_gift
      tags: [Gifts]
      responses: {"204": {description: Done}}
      callbacks:
        noted: {$ref: "#/components/callbacks/Noted"}
        shipped:
          "{$request.body#/url}":
            post: {requestBody: {$ref: "#/components/requestBodies/Shipment"}}
webhooks:
  newItem:
    post:
      summary: Sent for every new item.
      parameters:
        - {name: X-Signature, in: header, description: HMAC of the content, schema: {type: string}}
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [id, made]
              properties: {id: {type: string}, made: {type: string, format: date-time}}
components:
  requestBodies:
    Shipment:
      content: {application/json: {schema: {$ref: "#/components/schemas/Shipment"}}}
  callbacks:
    Noted:
      "{$request.query.url}/noted":
        put: {requestBody: {content: {text/plain: {}}}}
  schemas:
    Shipment:
      type: object
      required: [code]
      properties: {code: {type: integer}, parts: {type: array, items: {type: integer}}}
"""


@pytest.fixture
def api(build: Build) -> ModuleType:
    return build(DOCUMENT)


def test_the_payload_of_a_webhook_is_a_model(api: ModuleType) -> None:
    item = api.webhooks.parse_new_item(b'{"id": "1", "made": "2026-01-02T03:04:05Z"}')
    assert (type(item), item.id, item.made.year) == (api.models.NewItemBody, "1", 2026)
    assert "X-Signature: HMAC of the content." in api.webhooks.parse_new_item.__doc__


def test_callbacks_of_one_name_are_told_apart_by_their_operations(api: ModuleType) -> None:
    functions = sorted(name for name in dir(api.webhooks) if name.startswith("parse_"))
    assert functions == [
        "parse_create_gift_shipped_post",
        "parse_create_order_shipped_post",
        "parse_new_item",
        "parse_noted",
    ]
    shipment = api.webhooks.parse_create_gift_shipped_post('{"code": 7}', strict=True)
    assert shipment == api.models.Shipment(code=7)


def test_a_payload_of_text_is_text(api: ModuleType) -> None:
    assert api.webhooks.parse_noted("So be it: ä".encode()) == "So be it: ä"


def test_what_does_not_fit_is_kept_and_reported(api: ModuleType, caplog: pytest.LogCaptureFixture) -> None:
    parse = api.webhooks.parse_create_order_shipped_post
    with caplog.at_level(logging.WARNING):
        shipment = parse(b'{"code": "seven", "parts": [1]}')
    assert (shipment.code, shipment.parts) == ("seven", [1])
    assert "not what the document says: code" in caplog.text
    with pytest.raises(api.PayloadError, match="code"):
        parse(b'{"code": "seven"}', strict=True)


def test_what_is_no_json_is_refused(api: ModuleType) -> None:
    with pytest.raises(api.PayloadError):
        api.webhooks.parse_new_item(b"<html>")


def test_the_manifest_has_them(api: ModuleType) -> None:
    manifest = json.loads((Path(api.__file__ or "").parent / "oasmith.json").read_text("utf-8"))
    assert manifest["webhooks"][-2:] == [
        {
            "name": "newItem",
            "method": "POST",
            "call": "webhooks.parse_new_item",
            "returns": "NewItemBody",
            "callback_of": None,
        },
        {
            "name": "noted",
            "method": "PUT",
            "call": "webhooks.parse_noted",
            "returns": "str",
            "callback_of": "gifts.create",
        },
    ]


def test_a_package_without_any_has_no_such_module(build: Build) -> None:
    api = build("openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n", package="bare")
    assert "webhooks" not in api.__all__
    assert not (Path(api.__file__ or "").parent / "webhooks.py").exists()
