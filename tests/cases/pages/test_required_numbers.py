"""The number of a page that a server asks for: a pager gives it, and callers need not."""

import json
from urllib.parse import parse_qs

import pytest

from tests.support.contracts import Made, made
from tests.support.conversations import Talk, document
from tests.support.http_server import RecordedRequest, Reply

ANSWER = """
      responses:
        "200":
          description: Oars.
          content:
            application/json:
              schema:
                properties:
                  results: {type: array, items: {type: object, properties: {id: {type: integer}}}}
                  total: {type: integer}
"""
OARS = document(
    f"""
/boats/{{boat}}/oars:
    get:
      operationId: listOars
      parameters:
        - {{name: boat, in: path, required: true, schema: {{type: string}}}}
        - {{name: page, in: query, required: true, schema: {{type: integer}}, description: The page number.}}
        - {{name: size, in: query, schema: {{type: integer}}, description: How many oars a page has.}}{ANSWER}
/oars/at/{{offset}}:
    get:
      operationId: listOarsAt
      parameters:
        - {{name: offset, in: path, required: true, schema: {{type: integer}}}}
        - {{name: page, in: query, required: true, schema: {{type: integer, default: 0}}}}
        - {{name: size, in: query, schema: {{type: integer}}, description: How many oars a page has.}}{ANSWER}
/oars/pages/{{page}}:
    get:
      operationId: listOarPages
      parameters:
        - {{name: page, in: path, required: true, schema: {{type: integer}}, description: The page number.}}
        - {{name: size, in: query, schema: {{type: integer}}, description: How many oars a page has.}}{ANSWER}
/oars/search:
    post:
      operationId: searchOars
      requestBody:
        required: true
        content:
          application/json:
            schema:
              required: [from, text]
              properties:
                from: {{type: integer, description: How many oars to skip.}}
                size: {{type: integer, description: How many oars to return.}}
                text: {{type: string}}{ANSWER}
"""
)
SETTINGS = {"resources": "paths"}
OARS_THERE = range(5)


def answer(request: RecordedRequest) -> Reply:
    """Return two oars, of those from where the request says; without that, none of this."""
    query = parse_qs(request.raw_query)
    if request.method == "POST":
        begin = request.json["from"]
    elif "pages" in request.path:
        begin = (int(request.path.rpartition("/")[2]) - 1) * 2
    else:
        begin = (int(query["page"][0]) - ("boats" in request.path)) * 2
    found = [{"id": one} for one in OARS_THERE[begin : begin + 2]]
    body = json.dumps({"results": found, "total": len(OARS_THERE)}).encode()
    return Reply(headers={"content-type": "application/json"}, body=body)


@pytest.mark.parametrize(
    ("method", "given"),
    [
        ("boats.oars.list", {"boat": "b"}),
        ("oars.at.list", {"offset": 3}),
        ("oars.pages.list", {}),
        ("oars.search", {"text": "long"}),
    ],
)
def test_a_walk_begins_with_the_first_page(talk: Talk, method: str, given: dict[str, object]) -> None:
    oars = talk(OARS, answer, SETTINGS)
    assert [oar.id for oar in oars.collect(method, **given)] == [*OARS_THERE]


def test_a_walk_begins_with_what_is_asked_for(talk: Talk) -> None:
    oars = talk(OARS, answer, SETTINGS)
    assert [oar.id for oar in oars.collect("boats.oars.list", boat="b", page=2)] == [*OARS_THERE][2:]
    assert [oar.id for oar in oars.collect("oars.search", text="t", from_=4)] == [4]


# --- packages that are there already ---

LIST = """
paths:
  /boats/{boat}/oars:
    get:
      operationId: list
      parameters:
        - {name: boat, in: path, required: true, schema: {type: string}}
        - {name: page, in: query, required: true, schema: {type: integer}, description: SAID}
      responses:
        "200": {description: d, content: {application/json: {schema: {type: object, properties: {ANSWER}}}}}
"""
ONE = LIST.replace("SAID", "Which sheet.").replace("ANSWER", "a: {type: string}")
MANY = LIST.replace("SAID", "The number of the page.").replace(
    "ANSWER", "data: {type: array, items: {type: object}}, total: {type: integer}"
)


def positions(found: Made) -> list[tuple[str, bool]]:
    """Return what the call can be given by position, and whether that must be given."""
    (plan,) = found.plan.operations
    return [(item.name, item.required) for item in plan.positional]


def test_what_could_be_given_by_position_still_can() -> None:
    before = made(ONE)
    assert positions(before) == [("boat", True), ("page", True)]
    assert positions(made(MANY, before=before)) == [("boat", True), ("page", False)]
    assert positions(made(MANY)) == [("boat", True)]
