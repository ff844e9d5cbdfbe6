"""What is kept and read again, and variants that nobody knows: read by type checkers and never run."""

import json
from typing import Any, assert_never, assert_type

from trigger_dev import UnknownVariant, from_json, models, to_json


def kept(session: models.SessionObject, row: dict[str, object]) -> None:
    text = to_json(session)
    assert_type(text, str)
    assert_type(from_json(models.SessionObject, text), models.SessionObject)
    assert_type(from_json(models.SessionObject, row, strict=True), models.SessionObject)
    assert_type(from_json(list[models.SessionObject], to_json([session])), list[models.SessionObject])
    assert_type(from_json(dict[str, models.SessionObject], json.loads(text)), dict[str, models.SessionObject])
    response: models.ExecuteQueryResponse = from_json(models.ExecuteQueryResponse, text.encode())
    told_apart(response)
    from_json(models.SessionObject, session)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]


def told_apart(response: models.ExecuteQueryResponse) -> object:
    match response:
        case models.ExecuteQueryResponseJson() | models.ExecuteQueryResponseCsv():
            return response.results
        case UnknownVariant():
            assert_type(response["results"], Any)
            return "results" in response
        case _:
            assert_never(response)
