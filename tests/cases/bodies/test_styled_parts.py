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
