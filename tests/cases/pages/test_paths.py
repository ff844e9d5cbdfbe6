"""Pages whose number stands in the path: walked from the page that the call names, on and back."""

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
