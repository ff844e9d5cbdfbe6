"""What a document says of pages in extensions: ours, those of other tools, and OpenAPI's own links."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any, get_args

from generator.diagnostics import Diagnostic, Location, closest, error
from generator.ir import Link
from generator.page_settings import PageKind, PageSettings
from generator.pages import PageDeclaration
from generator.reading.nodes import is_mapping
from generator.reading.raw import mapping_at, sequence_at, text_at

OURS = "x-oasmith-pagination"
_TEXTS = frozenset(
    item.name
    for item in fields(PageSettings)
    if item.name not in {"off", "kind", "first", "from_url", "always"}
)
_BODY = "$response.body#"
_HEADER = "$response.header."


def declared_pages(
    raw: Mapping[str, Any], location: Location, errors: list[Diagnostic], *, is_exact: bool = True
) -> tuple[PageDeclaration, ...]:
    """Return what the extensions of an operation, or of a document, say of pages; ours come first.

    Args:
        raw: the operation or document.
        location: where it stands.
        errors: where faults of our own extension are added.
        is_exact: whether it is about one operation.
    """
    found: list[PageDeclaration] = []
    if OURS in raw:
        settings = _ours(raw[OURS], location.child(OURS), errors)
        if settings is not None:
            found.append(_declaration(settings, OURS, location, is_exact=is_exact, is_foreign=False))
    for name, read in _FOREIGN.items():
        settings = read(raw[name]) if name in raw else None
        if settings is not None:
            found.append(_declaration(settings, name, location, is_exact=is_exact, is_foreign=True))
    return tuple(found)


def linked_pages(links: Iterable[Link], operation_id: str | None, pointer: str) -> Iterator[PageDeclaration]:
    """Yield what links that lead from an operation to itself say of its pages (OAS 3.1.1, 4.8.20)."""
    for link in links:
        leads_back = link.operation == operation_id or link.operation.endswith(f"#{pointer}")
        for name, expression in link.parameters if leads_back else ():
            place, dot, bare = name.partition(".")
            parameter = bare if dot and place in {"query", "header"} else name
            read = _expression(expression)
            if read is not None:
                settings = PageSettings(next=read, next_parameter=parameter)
                yield _declaration(
                    settings, f"the link '{link.name}'", link.location, is_exact=True, is_foreign=True
                )


def _declaration(
    settings: PageSettings, name: str, location: Location, *, is_exact: bool, is_foreign: bool
) -> PageDeclaration:
    return PageDeclaration(
        settings=settings,
        source="extension",
        name=name,
        location=location.child(name) if name.startswith("x-") else location,
        is_exact=is_exact,
        is_foreign=is_foreign,
    )


# --- ours ---


def _ours(raw: Any, location: Location, errors: list[Diagnostic]) -> PageSettings | None:
    if raw is False:
        return PageSettings(off=True)
    if not is_mapping(raw):
        errors.append(error("bad-pagination", f"{OURS} must be a mapping or false", location))
        return None
    values: dict[str, Any] = {}
    for key, value in raw.items():
        name = key.replace("-", "_")
        wanted = _wanted(name, value)
        if wanted is None:
            values[name] = value
        else:
            errors.append(
                error("bad-pagination", f"{OURS}: {_fault(key, name, wanted)}", location.child(key))
            )
    return PageSettings(**values)


def _wanted(name: str, value: Any) -> str | None:
    """Return what a value should be and is not; empty where no such key is known."""
    if name in _TEXTS:
        return None if isinstance(value, str) else "text"
    match name:
        case "kind":
            return None if value in get_args(PageKind) else f"one of {', '.join(get_args(PageKind))}"
        case "first":
            return None if type(value) is int else "a whole number"
        case "off" | "from_url":
            return None if type(value) is bool else "true or false"
        case "always":
            is_table = is_mapping(value) and all(isinstance(item, str) for item in value.values())
            return None if is_table else "a table of texts"
        case _:
            return ""


def _fault(key: str, name: str, wanted: str) -> str:
    if wanted:
        return f"'{key}' must be {wanted}"
    close = closest(name, [item.name for item in fields(PageSettings)])
    return f"unknown key '{key}'" + ("" if close is None else f"; did you mean '{close}'?")


# --- those of other tools ---


def _speakeasy(raw: Any) -> PageSettings | None:
    given = mapping_at(raw)
    outputs = mapping_at(given.get("outputs"))
    inputs = {
        text_at(item.get("type")): _placed(item.get("name"), is_body=item.get("in") == "requestBody")
        for item in map(mapping_at, sequence_at(given.get("inputs")))
    }
    items = _json_path(outputs.get("results"))
    cursor = _json_path(outputs.get("nextCursor"))
    if cursor is not None and "[-1]." in cursor:
        holder, _, field = cursor.partition("[-1].")
        return PageSettings(
            kind="item", items=items or holder, next=field, next_parameter=inputs.get("cursor")
        )
    if outputs.get("nextUrl"):
        return PageSettings(kind="url", items=items, next=_json_path(outputs["nextUrl"]))
    return PageSettings(
        items=items,
        next=cursor,
        next_parameter=inputs.get("cursor"),
        page_parameter=inputs.get("page"),
        offset_parameter=inputs.get("offset"),
        size_parameter=inputs.get("limit"),
        total_pages=_json_path(outputs.get("numPages")),
    )


def _fern(raw: Any) -> PageSettings | None:
    given = {key.replace("_", "-"): value for key, value in mapping_at(raw).items() if isinstance(value, str)}
    items, more = _fern_read(given.get("results")), _fern_read(given.get("has-next-page"))
    if "next-uri" in given:
        return PageSettings(kind="url", items=items, next=_fern_read(given["next-uri"]))
    if "cursor" in given:
        next_ = _fern_read(given.get("next-cursor"))
        return PageSettings(items=items, next=next_, next_parameter=_fern_write(given["cursor"]), more=more)
    position, size = _fern_write(given.get("offset")), _fern_write(given.get("step"))
    if position is None:
        return None
    if "page" in position.lower():
        return PageSettings(items=items, page_parameter=position, size_parameter=size, more=more)
    return PageSettings(items=items, offset_parameter=position, size_parameter=size, more=more)


def _ms_pageable(raw: Any) -> PageSettings | None:
    given = mapping_at(raw)
    if given.get("nextLinkName") is None:
        return PageSettings(off=True)
    items = text_at(given.get("itemName")) or "value"
    return PageSettings(kind="url", items=items, next=text_at(given["nextLinkName"]))


def _dropshot(raw: Any) -> PageSettings | None:
    return PageSettings(items="items", next="next_page", next_parameter="page_token") if raw else None


def _datadog(raw: Any) -> PageSettings | None:
    given = mapping_at(raw)
    first = given.get("pageStart")
    if not {"cursorParam", "pageParam", "pageOffsetParam"} & given.keys():
        return None  # many tools have an extension of that name
    return PageSettings(
        items=text_at(given.get("resultsPath")) or "",
        next=text_at(given.get("cursorPath")),
        next_parameter=text_at(given.get("cursorParam")),
        page_parameter=text_at(given.get("pageParam")),
        offset_parameter=text_at(given.get("pageOffsetParam")),
        size_parameter=text_at(given.get("limitParam")),
        first=first if isinstance(first, int) else None,
    )


_FOREIGN: dict[str, Callable[[Any], PageSettings | None]] = {
    "x-speakeasy-pagination": _speakeasy,
    "x-fern-pagination": _fern,
    "x-ms-pageable": _ms_pageable,
    "x-dropshot-pagination": _dropshot,
    "x-pagination": _datadog,
}


def _json_path(value: Any) -> str | None:
    """Return a JSON path such as `$.data.next` as ours."""
    return value.removeprefix("$").removeprefix(".") if isinstance(value, str) and value else None


def _placed(name: Any, *, is_body: bool) -> str | None:
    if not isinstance(name, str):
        return None
    return f"body:{name}" if is_body else name


def _fern_read(value: str | None) -> str | None:
    return None if value is None else value.removeprefix("$response").removeprefix(".")


def _fern_write(value: str | None) -> str | None:
    return None if value is None else value.removeprefix("$request").removeprefix(".")


def _expression(expression: str) -> str | None:
    """Return the place in a response that a runtime expression names (OAS 3.1.1, 4.8.20.4)."""
    if expression.startswith(_BODY):
        return expression.removeprefix(_BODY).strip("/").replace("/", ".")
    if expression.startswith(_HEADER):
        return f"header:{expression.removeprefix(_HEADER)}"
    return None
