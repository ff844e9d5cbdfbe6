"""Bodies that may be left out: given by their properties, as a whole, or not at all."""

import inspect
from typing import Any

import pytest

from tests.support.conversations import Talk, document
from tests.support.http_server import RecordedRequest, Reply

CERTIFICATES = document(
    """
/certificates:
  post:
    operationId: createCertificate
    requestBody:
      content:
        MEDIA_TYPE:
          schema:
            type: object
            required: [first-name, kind]
            properties:
              first-name: {type: string, description: The name.}
              kind: {const: plain}
              size: {type: integer}
              seen: {type: string, readOnly: true}
    responses: {"204": {description: Done.}}
"""
)
MEDIA_TYPES = ("application/json", "application/x-www-form-urlencoded", "multipart/form-data")
# The constant is sent though nobody gives it.
SENT = {
    "application/json": b'{"kind":"plain","first-name":"a"}',
    "application/x-www-form-urlencoded": b"kind=plain&first-name=a",
}


def answer(_: RecordedRequest) -> Reply:
    return Reply(status=204)


@pytest.mark.parametrize("media_type", MEDIA_TYPES)
@pytest.mark.parametrize("given", [{"first_name": "a"}, {"body": {"first_name": "a"}}], ids=str)
def test_what_is_given_is_sent(talk: Talk, media_type: str, given: dict[str, Any]) -> None:
    client = talk(CERTIFICATES.replace("MEDIA_TYPE", media_type), answer, {"resources": "paths"})
    client.call("certificates.create", **given)
    (request,) = client.server.requests
    assert request.headers["content-type"].partition(";")[0] == media_type
    if media_type in SENT:
        assert request.body == SENT[media_type]
    else:
        assert b'name="first-name"\r\n\r\na\r\n' in request.body
        assert b'name="kind"\r\n\r\nplain\r\n' in request.body


@pytest.mark.parametrize("media_type", MEDIA_TYPES)
def test_nothing_is_no_body(talk: Talk, media_type: str) -> None:
    client = talk(CERTIFICATES.replace("MEDIA_TYPE", media_type), answer, {"resources": "paths"})
    client.call("certificates.create")
    (request,) = client.server.requests
    assert (request.body, request.headers.get("content-type")) == (b"", None)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"size": 1}, "first_name is missing"),
        ({"first_name": "a", "body": {"first_name": "a"}}, "first_name is given twice"),
    ],
)
def test_a_part_of_it_is_refused(talk: Talk, given: dict[str, Any], message: str) -> None:
    client = talk(CERTIFICATES.replace("MEDIA_TYPE", MEDIA_TYPES[0]), answer, {"resources": "paths"})
    with pytest.raises(client.package.InvalidRequestError, match=message):
        client.call("certificates.create", **given)
    assert client.server.requests == []


def test_type_checkers_want_what_must_be_there(talk: Talk) -> None:
    client = talk(CERTIFICATES.replace("MEDIA_TYPE", MEDIA_TYPES[0]), answer, {"resources": "paths"})
    source = inspect.getsource(type(client.client.certificates))
    overloads = source.split("@overload")[1:]
    assert len(overloads) == 2
    assert "first_name: str,\n" in overloads[0].partition("...")[0]
    assert "kind: Literal['plain'] | Unset = UNSET" in overloads[0].replace('"', "'")
    assert "seen" not in overloads[0].partition("...")[0]
    assert "Unset = UNSET" in overloads[1].partition("...")[0]
