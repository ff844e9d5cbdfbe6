"""Properties of forms that are written like query parameters, in parts that nothing is encoded in."""

import pytest

from tests.support.conversations import Talk
from tests.support.http_server import Reply

DOCUMENT = """
openapi: 3.1.0
paths:
  /things:
    post:
      operationId: make
      tags: [it]
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              properties:
                tags: {type: array, items: {type: string}}
                "more,tags": {type: array, items: {type: string}}
                name: {type: string}
            encoding:
              tags: &joined {style: form, explode: false}
              "more,tags": *joined
              name: *joined
      responses: {"204": {description: d}}
"""


def test_items_are_joined(talk: Talk) -> None:
    it = talk(DOCUMENT, Reply(status=204))
    it.call("it.make", tags=["a b", "c"], more_tags=["x", "y"], name="d,e")
    assert b"\r\n\r\na b,c\r\n" in it.request.body
    assert b"\r\n\r\nx,y\r\n" in it.request.body
    assert b"\r\n\r\nd,e\r\n" in it.request.body


@pytest.mark.parametrize("tags", [["a,b", "c"], ["a,b"]])
def test_an_item_that_would_be_two_is_refused(talk: Talk, tags: list[str]) -> None:
    it = talk(DOCUMENT, Reply(status=204))
    with pytest.raises(it.package.InvalidRequestError, match="an item of tags has a comma in it"):
        it.call("it.make", tags=tags)
    assert it.server.requests == []


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_objects_are_parts_with_names_in_brackets(talk: Talk, version: str) -> None:
    """OAS 3.0 ignores the style of parts; nobody writes it who wants something else."""
    link = "{type: object, properties: {create: {type: boolean}, labels: {type: object}}}"
    text = DOCUMENT.replace("3.1.0", version).replace("name: {type: string}", f"name: {link}")
    it = talk(text.replace("name: *joined", "name: {style: deepObject, explode: true}"), Reply(status=204))
    it.call("it.make", name={"create": True, "labels": {"a": "b"}})
    assert b'name="name[create]"\r\n\r\ntrue\r\n' in it.request.body
    assert b'name="name[labels][a]"\r\n\r\nb\r\n' in it.request.body
