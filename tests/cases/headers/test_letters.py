"""Letters that no standard lets stand in a header: a call with one is refused, and nothing is sent."""

import pytest

from tests.support.conversations import Talk, document
from tests.support.http_server import Reply

THINGS = document("/things: {get: {operationId: listThings, responses: {'204': {description: Done.}}}}")


@pytest.mark.parametrize("value", ["é", "日", "\udc80"])
def test_other_letters_in_the_headers_of_a_client(value: str, talk: Talk) -> None:
    client = talk(THINGS, Reply(status=204), {"resources": "paths"}, headers={"X-Name": value})
    with pytest.raises(client.package.ApiError, match="no text that can be sent"):
        client.call("things.list")
    assert not client.server.requests
