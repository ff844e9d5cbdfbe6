"""Webhooks that are told apart: by a constant property, a union's discriminator, or a header."""

from typing import Any

import pytest

from tests.conftest import Build

HEAD = 'openapi: 3.1.0\ninfo: {title: Shop, version: "1"}\npaths: {}\nwebhooks:\n'


def event(name: str, schema: str, parameters: str = "[]") -> str:
    """Return a webhook with a payload of JSON."""
    return (
        f"  {name}:\n    post:\n      parameters: {parameters}\n      requestBody:\n"
        f"        content: {{application/json: {{schema: {schema}}}}}\n"
        "      responses: {'204': {description: d}}\n"
    )


def told(name: str, value: str, sign: str = "type") -> str:
    return event(
        name,
        f"{{type: object, required: [{sign}, {name}], "
        f"properties: {{{sign}: {value}, {name}: {{type: integer}}}}}}",
    )


@pytest.mark.parametrize("sign", ["type", "event-name", "class", "self"])
@pytest.mark.parametrize(
    ("paid", "sent"),
    [
        ("{const: order.paid}", "{const: order.sent}"),
        ("{type: string, enum: [order.paid]}", "{type: string, enum: [order.sent, order.late]}"),
    ],
)
def test_a_constant_property_tells(sign: str, paid: str, sent: str, build: Build) -> None:
    api = build(HEAD + told("paid", paid, sign) + told("sent", sent, sign))
    parse: Any = api.webhooks.parse
    assert isinstance(parse(f'{{"{sign}": "order.paid", "paid": 1}}'), api.models.PaidBody)
    found = parse(f'{{"{sign}": "order.sent", "sent": 2}}'.encode(), {"X-Any": "1"}, strict=True)
    assert (type(found), found.sent) == (api.models.SentBody, 2)


def test_a_number_tells(build: Build) -> None:
    api = build(HEAD + told("paid", "{const: 1}") + told("sent", "{const: 2}"))
    assert isinstance(api.webhooks.parse('{"type": 2, "sent": 1}'), api.models.SentBody)
    assert isinstance(api.webhooks.parse('{"type": 1.0, "paid": 1}'), api.models.PaidBody)
    with pytest.raises(api.PayloadError, match="half a character"):
        api.webhooks.parse('{"type": "\ud800"}')


def test_a_header_tells_in_any_case(build: Build) -> None:
    documents = [
        event(name, f"{{type: object, properties: {{id: {{type: integer}}, {name}: {{}}}}}}", parameters)
        for name in ("paid", "sent")
        for parameters in [f"[{{name: X-Event, in: header, schema: {{const: {name}}}}}]"]
    ]
    api = build(HEAD + "".join(documents))
    for headers in ({"X-EVENT": "sent"}, {"x-event": "sent"}):
        assert isinstance(api.webhooks.parse(b'{"id": 1}', headers), api.models.SentBody)
    assert type(api.webhooks.parse(b'{"id": 1}', {"x-event": "else"})).__name__ == "UnknownVariant"
    assert type(api.webhooks.parse(b'{"id": 1}')).__name__ == "UnknownVariant"


def test_the_discriminator_of_a_union_tells(build: Build) -> None:
    union = (
        "{oneOf: [{type: object, title: Paid, required: [type], properties: {type: {const: paid}}}, "
        "{type: object, title: Late, required: [type], properties: {type: {const: late}}}], "
        "discriminator: {propertyName: type}}"
    )
    api = build(HEAD + event("order", union) + told("sent", "{const: sent}"))
    assert api.webhooks.parse('{"type": "late"}').type == "late"
    assert isinstance(api.webhooks.parse('{"type": "sent", "sent": 1}'), api.models.SentBody)


@pytest.mark.parametrize(
    "payload", ['{"type": "else", "a": 1}', '{"a": 1}', '{"type": null}', '{"type": {}}']
)
def test_an_event_that_nobody_knows(payload: str, build: Build) -> None:
    api = build(HEAD + told("paid", "{const: paid}") + told("sent", "{const: sent}"))
    found = api.webhooks.parse(payload)
    assert type(found).__name__ == "UnknownVariant"
    with pytest.raises(api.PayloadError, match=r"by its property type$"):
        api.webhooks.parse(payload, strict=True)


@pytest.mark.parametrize("payload", [b"", b"<html>", b"[1]", b"1", b"\xff"])
def test_what_is_no_object_is_refused(payload: bytes, build: Build) -> None:
    api = build(HEAD + told("paid", "{const: paid}") + told("sent", "{const: sent}"))
    with pytest.raises(api.PayloadError):
        api.webhooks.parse(payload)


@pytest.mark.parametrize(
    "second",
    [
        told("sent", "{const: paid}"),
        told("sent", "{type: string}"),
        told("sent", "{const: sent}", "kind"),
        "",
    ],
)
def test_nothing_is_guessed_where_nothing_tells(second: str, build: Build) -> None:
    api = build(HEAD + told("paid", "{const: paid}") + second)
    assert not hasattr(api.webhooks, "parse")


def test_what_does_not_fit_is_reported_as_ever(build: Build, caplog: pytest.LogCaptureFixture) -> None:
    api = build(HEAD + told("paid", "{const: paid}") + told("sent", "{const: sent}"))
    assert api.webhooks.parse('{"type": "paid", "paid": "no"}').paid == "no"
    assert "not what the document says: paid" in caplog.text
    with pytest.raises(api.PayloadError, match="paid"):
        api.webhooks.parse('{"type": "paid", "paid": "no"}', strict=True)
