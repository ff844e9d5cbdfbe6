"""Pages that are declared: in settings, in our extension, in those of other tools, and by OpenAPI's links."""

from typing import Any

import pytest

from generator.config import ClientConfig
from generator.diagnostics import InputError
from generator.inference.configured import apply_settings
from generator.inference.infer import infer
from generator.ir import Api
from generator.page_settings import PageSettings
from generator.pages import Read
from generator.python.operations.paging import described
from generator.reports.near import settings_of
from tests.support.documents import api

# Nothing here speaks of pages in words that are known.
STRANGE = """
paths:
  /blumen:
    get:
      operationId: blumen
      tags: [garten]
      parameters:
        - {name: seite, in: query, schema: {type: integer}}
        - {name: menge, in: query, schema: {type: integer}}
        - {name: zeiger, in: query, schema: {type: string}}
      responses:
        '200':
          description: Blumen
          content:
            application/json:
              schema:
                properties:
                  blumen: {type: array, items: {type: object, properties: {nummer: {type: string}}}}
                  beete: {type: array, items: {type: object}}
                  weiter: {type: string}
                  adresse: {type: string}
                  noch: {type: boolean}
          LINKS
      EXTENSION
  /samen:
    get:
      operationId: samen
      responses: {'200': {description: Samen, content: {application/json: {schema: {type: array}}}}}
"""


def declared(extension: str = "", links: str = "", **settings: dict[str, Any]) -> Api:
    """Return the document with an extension, links and settings, inferred."""
    document = STRANGE.replace("EXTENSION", extension).replace("LINKS", links)
    pagination = {key.replace("__", "*"): PageSettings(**value) for key, value in settings.items()}
    config = ClientConfig(document="api.yaml", pagination=pagination)
    return infer(apply_settings(api(document), config))


def pages_of(found: Api) -> dict[str, Any] | None:
    """Return the pages of the flowers, without the reasons."""
    pagination = found.operations[0].pagination
    if pagination is None:
        return None
    told = described(pagination)
    return {key: told[key] for key in told if key not in {"score", "reasons"}}


NUMBER = "total_pages: {type: integer}"
CURSOR = {"kind": "cursor", "items": "blumen", "next": "weiter", "next_parameter": "zeiger"}


def test_nothing_is_inferred() -> None:
    found = declared()
    assert pages_of(found) is None


@pytest.mark.parametrize(("always", "told"), [({}, 0), ({"seite": "3"}, "3")])
def test_a_number_that_must_be_given_is_given_by_the_pager(always: dict[str, str], told: int | str) -> None:
    document = STRANGE.replace("EXTENSION", "").replace("LINKS", "")
    document = document.replace("name: seite, in: query,", "name: seite, in: query, required: true,")
    said = PageSettings(items="blumen", page_parameter="seite", first=0, always=always)
    config = ClientConfig(document="api.yaml", pagination={"blumen": said})
    found = pages_of(infer(apply_settings(api(document), config)))
    assert found is not None
    assert found["always"] == {"seite": told}


@pytest.mark.parametrize("key", ["blumen", "__"])
def test_settings_for_one_and_for_all(key: str) -> None:
    found = declared(
        **{key: {"items": "blumen", "page_parameter": "seite", "size_parameter": "menge", "first": 0}}
    )
    assert pages_of(found) == {
        "kind": "page",
        "items": "blumen",
        "page_parameter": "seite",
        "first": 0,
        "size_parameter": "menge",
        "source": "configured",
    }
    assert found.operations[1].pagination is None


@pytest.mark.parametrize("key", ["/blu*", "/blumen", "tag:garten", "tag:g*"])
def test_settings_by_path_and_tag(key: str) -> None:
    config = ClientConfig(
        document="api.yaml", pagination={key: PageSettings(items="bl*", offset_parameter="menge")}
    )
    document = STRANGE.replace("EXTENSION", "").replace("LINKS", "")
    found = infer(apply_settings(api(document), config))
    told = pages_of(found)
    assert told is not None
    assert (told["kind"], told["items"], told["offset_parameter"]) == ("offset", "blumen", "menge")


def test_the_narrower_settings_win() -> None:
    found = declared(
        blumen={"items": "blumen", "next": "weiter", "next_parameter": "zeiger"},
        __={"items": "blumen", "page_parameter": "seite"},
    )
    assert pages_of(found) == {**CURSOR, "source": "configured"}


def test_off() -> None:
    found = declared("x-oasmith-pagination: {items: blumen, page_parameter: seite}", blumen={"off": True})
    assert pages_of(found) is None


def test_our_extension_and_what_comes_before_it() -> None:
    extension = "x-oasmith-pagination: {items: blumen, next: weiter, next_parameter: zeiger, more: noch}"
    assert pages_of(declared(extension)) == {**CURSOR, "more": "noch", "source": "extension"}
    found = pages_of(declared(extension, blumen={"items": "blumen", "page_parameter": "seite"}))
    assert found is not None
    assert (found["kind"], found["source"]) == ("page", "configured")


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (
            {"kind": "item", "items": "blumen", "next": "nummer", "next_parameter": "zeiger"},
            {"next": "nummer"},
        ),
        ({"kind": "url", "items": "blumen", "next": "adresse"}, {"kind": "url", "next": "adresse"}),
        ({"kind": "link", "items": "blumen"}, {"kind": "link", "next": "header:Link"}),
        ({"items": "blumen", "next": "header:Link"}, {"kind": "link"}),
        (
            {"items": "blumen", "next": "header:X-Weiter", "next_parameter": "zeiger"},
            {"kind": "cursor", "next": "header:X-Weiter"},
        ),
        (
            {"items": "blumen", "next": "adresse", "next_parameter": "zeiger", "from_url": True},
            {"kind": "cursor", "next": "adresse", "from_url": True},
        ),
        (
            {"items": "blumen", "page_parameter": "seite", "always": {"zeiger": "an"}},
            {"always": {"zeiger": "an"}},
        ),
    ],
    ids=str,
)
def test_every_way(given: dict[str, Any], wanted: dict[str, Any]) -> None:
    found = pages_of(declared(blumen=given))
    assert found is not None
    assert {key: found.get(key) for key in wanted} == wanted


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"items": "blume", "page_parameter": "seite"}, "no list 'blume'; did you mean 'blumen'?"),
        ({"items": "blumen", "page_parameter": "seiten"}, "no 'seiten'; did you mean 'seite'?"),
        ({"items": "blumen", "next": "weite", "next_parameter": "zeiger"}, "did you mean 'weiter'?"),
        ({"items": "blumen", "page_parameter": "seite", "more": "nich"}, "did you mean 'noch'?"),
        ({"kind": "item", "items": "blumen", "next": "numer", "next_parameter": "zeiger"}, "'nummer'?"),
        ({"page_parameter": "seite"}, None),
        ({"items": "blumen"}, "neither what leads to the next page"),
    ],
    ids=str,
)
def test_what_does_not_fit_is_an_error(given: dict[str, Any], message: str | None) -> None:
    if message is None:  # the path tells which list it is
        assert declared(blumen=given).operations[0].pagination is not None
        return
    with pytest.raises(InputError) as fault:
        declared(blumen=given)
    assert message in fault.value.diagnostics[0].message
    assert fault.value.diagnostics[0].location.pointer == "/paths/~1blumen/get"


@pytest.mark.parametrize(
    ("extension", "message"),
    [
        ("{itms: blumen}", "unknown key 'itms'; did you mean 'items'?"),
        ("{first: x}", "'first' must be a whole number"),
        ("{kind: pages}", "'kind' must be one of"),
        ("yes", "must be a mapping or false"),
        ("{items: blumen, page_parameter: sete}", "did you mean 'seite'?"),
    ],
)
def test_faults_of_our_extension_have_a_place(extension: str, message: str) -> None:
    with pytest.raises(InputError) as fault:
        declared(f"x-oasmith-pagination: {extension}")
    assert message in fault.value.diagnostics[0].message
    assert fault.value.diagnostics[0].location.pointer.startswith("/paths/~1blumen/get/x-oasmith-pagination")


@pytest.mark.parametrize(
    ("extension", "wanted"),
    [
        (
            (
                "x-speakeasy-pagination: {inputs: [{name: zeiger, in: parameters, type: cursor}],"
                " outputs: {results: $.blumen, nextCursor: $.weiter}}"
            ),
            CURSOR,
        ),
        (
            (
                "x-speakeasy-pagination: {inputs: [{name: zeiger, in: parameters, type: cursor}],"
                " outputs: {nextCursor: '$.blumen[-1].nummer'}}"
            ),
            {"kind": "item", "items": "blumen", "next": "nummer", "next_parameter": "zeiger"},
        ),
        (
            (
                "x-speakeasy-pagination: {inputs: [{name: seite, in: parameters, type: page},"
                " {name: menge, in: parameters, type: limit}], outputs: {results: $.blumen}}"
            ),
            {"kind": "page", "page_parameter": "seite", "size_parameter": "menge"},
        ),
        (
            "x-speakeasy-pagination: {type: url, outputs: {results: $.blumen, nextUrl: $.adresse}}",
            {"kind": "url"},
        ),
        (
            (
                "x-fern-pagination: {cursor: $request.zeiger, next_cursor: $response.weiter,"
                " results: $response.blumen}"
            ),
            CURSOR,
        ),
        (
            (
                "x-fern-pagination: {offset: $request.menge, results: $response.blumen,"
                " has-next-page: $response.noch}"
            ),
            {"kind": "offset", "offset_parameter": "menge", "more": "noch"},
        ),
        ("x-ms-pageable: {nextLinkName: adresse, itemName: blumen}", {"kind": "url", "next": "adresse"}),
        (
            "x-pagination: {pageParam: seite, limitParam: menge, resultsPath: blumen, pageStart: 0}",
            {"kind": "page", "page_parameter": "seite", "first": 0},
        ),
    ],
)
def test_extensions_of_other_tools(extension: str, wanted: dict[str, Any]) -> None:
    found = pages_of(declared(extension))
    assert found is not None
    assert {key: found.get(key) for key in wanted} == wanted
    assert found["source"] == "extension"


def test_a_single_page_of_azure() -> None:
    assert pages_of(declared("x-ms-pageable: {nextLinkName: null, itemName: blumen}")) is None


def test_what_another_tool_says_and_is_not_there_is_told() -> None:
    found = declared("x-ms-pageable: {nextLinkName: nextLink, itemName: blumen}")
    assert pages_of(found) is None
    (entry,) = [entry for entry in found.ledger if entry.code == "unread-pagination"]
    assert "the response has no 'nextLink'" in entry.message


def test_a_link_that_leads_back_to_the_operation() -> None:
    links = "links: {mehr: {operationId: blumen, parameters: {zeiger: '$response.body#/weiter'}}}"
    found = pages_of(declared(links=links))
    assert found is not None
    assert found == {**CURSOR, "source": "extension"}


def test_the_whole_document_by_our_extension() -> None:
    document = STRANGE.replace("EXTENSION", "").replace("LINKS", "")
    document = f"x-oasmith-pagination: {{items: blumen, page_parameter: seite}}\n{document}"
    found = infer(api(document))
    told = pages_of(found)
    assert told is not None
    assert (told["kind"], told["page_parameter"]) == ("page", "seite")
    assert found.operations[1].pagination is None


def test_a_near_miss_tells_what_is_missing() -> None:
    found = infer(
        api("""
paths:
  /things:
    get:
      parameters:
        - {name: start, in: query, schema: {type: integer}}
        - {name: limit, in: query, schema: {type: integer}}
      responses:
        '200': {description: Things, content: {application/json: {schema: {type: array, items: {}}}}}
""")
    )
    (near,) = found.near_misses
    assert near.subject.pointer == "/paths/~1things/get"
    assert near.pagination.kind == "offset"
    assert near.missing == ("a description that speaks of pages", "a total in the response")
    assert sum(piece.points for piece in near.pieces) == 8


def test_a_near_miss_tells_that_the_first_page_is_missing() -> None:
    """A server may count from 0, and nothing is lost by asking."""
    found = infer(
        api("""
paths:
  /things:
    get:
      description: All things, paginated.
      parameters:
        - name: q
          in: query
          content:
            application/json: {schema: {properties: {page: {type: integer}, page_size: {type: integer}}}}
      responses:
        '200':
          description: Things
          content:
            application/json:
              schema: {properties: {count: {type: integer}, things: {type: array, items: {type: object}}}}
""")
    )
    (near,) = found.near_misses
    assert near.pagination.next.write.path == ("q", "page")
    assert near.missing == ("the number of the first page (the setting with first = 0, or first = 1)",)


TOKENS = """
paths:
  /things:
    get:
      operationId: things
      parameters:
        - {name: limit, in: query, schema: {type: integer}, description: How many things to return.}
        - {name: offset, in: query, schema: {type: string}, description: The token that the last page gave.}
      responses:
        '200':
          description: Things
          content: {application/json: {schema: {properties: {data: {type: array, items: {type: object}}}}}}
"""


def test_a_near_miss_tells_that_no_response_has_the_cursor() -> None:
    (near,) = infer(api(TOKENS)).near_misses
    assert near.missing == (
        "where the response has what that takes (the setting with the path to it for next)",
    )
    assert settings_of(near.pagination) == {
        "kind": "cursor",
        "items": "data",
        "next": "...",
        "next_parameter": "offset",
    }


def test_a_cursor_that_no_response_is_said_to_have() -> None:
    said = PageSettings(kind="cursor", items="data", next="page.token", next_parameter="offset")
    config = ClientConfig(document="api.yaml", pagination={"things": said})
    found = infer(apply_settings(api(TOKENS), config))
    assert pages_of(found) == {
        "kind": "cursor",
        "items": "data",
        "next": "page.token",
        "next_parameter": "offset",
        "size_parameter": "limit",
        "source": "configured",
    }
    assert [(entry.kind, entry.code) for entry in found.ledger] == [("approximated", "undescribed-cursor")]


def test_what_stands_for_a_path_is_none() -> None:
    said = PageSettings(kind="cursor", items="data", next="...", next_parameter="offset")
    config = ClientConfig(document="api.yaml", pagination={"things": said})
    with pytest.raises(InputError) as fault:
        infer(apply_settings(api(TOKENS), config))
    assert "what leads to the next page" in fault.value.diagnostics[0].message


@pytest.mark.parametrize("name", ["total_pages", "total"])
def test_what_the_manifest_tells_can_be_declared(name: str) -> None:
    """Older manifests had the number of pages as the total where that alone is told."""
    document = (
        STRANGE.replace("EXTENSION", "")
        .replace("LINKS", "")
        .replace("weiter: {type: string}", "total_pages: {type: integer}")
    )
    told = {"kind": "page", "items": "blumen", "page_parameter": "seite", name: "total_pages"}
    config = ClientConfig(document="api.yaml", pagination={"blumen": PageSettings(**told)})
    pages = infer(apply_settings(api(document), config)).operations[0].pagination
    assert pages is not None
    assert (pages.total, pages.total_pages) == (None, Read(path=("total_pages",)))
    assert described(pages)["total_pages"] == "total_pages"
    assert "total" not in described(pages)
