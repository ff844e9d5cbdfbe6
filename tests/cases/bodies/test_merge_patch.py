"""Patches in which null removes what is there (RFC 7396), whatever type a property has."""

import json
from typing import Any, get_type_hints

import pytest

from tests.support.conversations import Talk, document
from tests.support.http_server import RecordedRequest, Reply

SHIPS = document(
    """
/ships/{ship}:
  patch:
    operationId: updateShip
    parameters: [{name: ship, in: path, required: true, schema: {type: string}}]
    requestBody:
      content: {MEDIA_TYPE: {schema: {$ref: '#/components/schemas/Ship'}}}
    responses: {"204": {description: Done.}}
""",
    """
Ship:
  type: object
  properties:
    name: {type: string}
    homePort: {type: string}
    owner: {$ref: '#/components/schemas/Owner'}
    crew: {type: array, items: {$ref: '#/components/schemas/Owner'}}
Owner: {type: object, properties: {firstName: {type: string}, since: {type: string, format: date}}}
""",
)
MERGE = SHIPS.replace("MEDIA_TYPE", "application/merge-patch+json")
PLAIN = SHIPS.replace("MEDIA_TYPE", "application/json")


def answer(_: RecordedRequest) -> Reply:
    return Reply(status=204)


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({"home_port": None}, {"homePort": None}),
        ({"home_port": None, "name": "a"}, {"homePort": None, "name": "a"}),
        ({"owner": {"first_name": None}}, {"owner": {"firstName": None}}),
        (
            {"owner": {"firstName": None, "since": "2026-01-02"}},
            {"owner": {"firstName": None, "since": "2026-01-02"}},
        ),
        ({"crew": [{"since": None}]}, {"crew": [{"since": None}]}),
        ({"owner": {"further": None}}, {"owner": {"further": None}}),
    ],
)
def test_null_is_sent_in_a_merge_patch(talk: Talk, given: dict[str, Any], sent: Any) -> None:
    it = talk(MERGE, answer)
    it.call("ships.update", "s", **given)
    (request,) = it.server.requests
    assert json.loads(request.body) == sent


def test_models_send_what_was_set_to_none(talk: Talk) -> None:
    it = talk(MERGE, answer)
    it.call("ships.update", "s", name="a", home_port=None, owner=it.package.models.Owner(since=None))
    (request,) = it.server.requests
    assert json.loads(request.body) == {"name": "a", "homePort": None, "owner": {"since": None}}


def test_elsewhere_null_is_sent_only_where_it_is_allowed(talk: Talk) -> None:
    it = talk(PLAIN, answer)
    it.call(
        "ships.update", "s", home_port=None, owner=it.package.models.Owner(since=None), crew=[{"since": None}]
    )
    (request,) = it.server.requests
    assert json.loads(request.body) == {"owner": {}, "crew": [{}]}


@pytest.mark.parametrize(("text", "takes_none"), [(MERGE, True), (PLAIN, False)], ids=["merge", "plain"])
def test_arguments_of_a_patch_take_none(talk: Talk, text: str, takes_none: bool) -> None:
    it = talk(text, answer)
    hints = get_type_hints(type(it.client.ships).update)
    assert (type(None) in hints["home_port"].__args__) is takes_none
    assert type(None) not in getattr(hints["ship"], "__args__", ())
