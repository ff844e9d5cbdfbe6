"""Pages that a call must name: walked from the one it names, also where that stands in the path."""

import json

import pytest

from tests.support.conversations import Talk, document
from tests.support.http_server import RecordedRequest, Reply

SONGS = document(
    """
/songs/{kind}/{page}:
  get:
    operationId: listSongs
    parameters:
      - {name: kind, in: path, required: true, schema: {type: string}}
      - {name: page, in: path, required: true, schema: {type: integer, minimum: 1}}
    responses:
      "200":
        description: Songs.
        content:
          application/json:
            schema:
              type: object
              properties:
                results: {type: array, items: {type: object, properties: {id: {type: integer}}}}
                hasMore: {type: boolean}
                totalResults: {type: integer}
"""
)


def song_page(number: int) -> Reply:
    """Return a page of seven songs."""
    ids = list(range(1, 8))[3 * number - 3 : 3 * number]
    body = {"results": [{"id": one} for one in ids], "hasMore": 3 * number < 7, "totalResults": 7}
    return Reply(headers={"content-type": "application/json"}, body=json.dumps(body).encode())


def by_path(request: RecordedRequest) -> Reply:
    """Answer with the page that the path names."""
    return song_page(int(request.path.rpartition("/")[2]))


def test_every_item_of_the_pages_from_the_one_that_was_asked_for(talk: Talk) -> None:
    songs = talk(SONGS, by_path, {"resources": "paths"})
    assert [song.id for song in songs.collect("songs.list", "pop", 1)] == [1, 2, 3, 4, 5, 6, 7]
    assert songs.targets == [f"GET /songs/pop/{page}" for page in (1, 2, 3)]
    assert [song.id for song in songs.collect("songs.list", "pop", 2)] == [4, 5, 6, 7]


def test_a_server_that_gives_the_same_page_is_an_error(talk: Talk) -> None:
    songs = talk(SONGS, song_page(1), {"resources": "paths"})
    with pytest.raises(songs.package.PaginationError, match="page"):
        songs.collect("songs.list", "pop", 1)


CHANGES = document(
    """
/changes{path}:
  get:
    operationId: listChanges
    parameters:
      - {name: pageToken, in: WHERE, required: true, schema: {type: string}}
    responses:
      "200":
        description: Changes.
        content:
          application/json:
            schema:
              type: object
              required: [changes]
              properties:
                changes: {type: array, items: {type: object, properties: {id: {type: integer}}}}
                nextPageToken: {type: string}
                newStartPageToken: {type: string}
"""
)
PLACES = {"query": "/changes?pageToken=", "path": "/changes/"}


@pytest.mark.parametrize("place", PLACES)
def test_a_list_that_begins_where_the_call_says_goes_on_by_its_tokens(talk: Talk, place: str) -> None:
    def answer(request: RecordedRequest) -> Reply:
        start = int(request.target.removeprefix(PLACES[place]))
        led = {"nextPageToken": str(start + 2)} if start < 5 else {"newStartPageToken": "9"}
        body = {"changes": [{"id": start}, {"id": start + 1}], **led}
        return Reply(headers={"content-type": "application/json"}, body=json.dumps(body).encode())

    source = CHANGES.replace("{path}", "/{pageToken}" if place == "path" else "").replace("WHERE", place)
    changes = talk(source, answer, {"resources": "paths"})
    given = ["3"] if place == "path" else []
    keywords = {} if place == "path" else {"page_token": "3"}
    assert [item.id for item in changes.collect("changes.list", *given, **keywords)] == [3, 4, 5, 6]
    assert changes.targets == [f"GET {PLACES[place]}{start}" for start in (3, 5)]
