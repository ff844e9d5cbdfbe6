"""Properties called `body`: the argument of that name is theirs, and all of the body has another."""

from urllib.parse import parse_qs

import pytest

from tests.support.conversations import Talk, document
from tests.support.http_server import Reply

NOTES = document(
    """
/notes:
  post:
    operationId: createNote
    requestBody:
      REQUIRED
      content:
        application/x-www-form-urlencoded:
          schema:
            type: object
            required: [To]
            properties: {To: {type: string}, Body: {type: string}}
    responses: {"204": {description: Done.}}
"""
)


@pytest.mark.parametrize("required", ["required: true", "required: false"])
def test_a_property_is_given_by_its_name(talk: Talk, required: str) -> None:
    it = talk(NOTES.replace("REQUIRED", required), lambda _: Reply(status=204))
    it.call("notes.create", to="me", body="hi")
    (request,) = it.server.requests
    assert parse_qs(request.body.decode()) == {"To": ["me"], "Body": ["hi"]}


def test_all_of_the_body_has_another_name(talk: Talk) -> None:
    it = talk(NOTES.replace("REQUIRED", "required: false"), lambda _: Reply(status=204))
    it.call("notes.create", request_body={"to": "me", "body": "hi"})
    it.call("notes.create")
    whole, none = it.server.requests
    assert parse_qs(whole.body.decode()) == {"To": ["me"], "Body": ["hi"]}
    assert none.body == b""
    with pytest.raises(it.package.InvalidRequestError, match="given twice"):
        it.call("notes.create", body="hi", request_body={"to": "me"})
