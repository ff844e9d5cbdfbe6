"""Pagination over the shapes that APIs of many makers have, and over what only looks like them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.inference.infer import infer
from generator.pages import Pagination
from generator.python.operations.paging import described
from tests.support.documents import api

CASES = Path(__file__).parent / "pages"


def cases(*names: str) -> list[Any]:
    """Return the cases of files as parameters."""
    found = [case for name in names for case in yaml.safe_load((CASES / name).read_text("utf-8"))]
    return [pytest.param(case, id=case["name"]) for case in found]


def document(case: dict[str, Any]) -> str:
    """Return the document that has a case's operation and nothing else."""
    content = {"application/json": {"schema": case["response"]}}
    success = {"description": "What there is.", "headers": case.get("headers", {}), "content": content}
    operation: dict[str, Any] = {"responses": {case.get("status", "200"): success}}
    operation |= {key: case[key] for key in ("parameters", "summary", "description") if key in case}
    if "body" in case:
        operation["requestBody"] = {"content": {"application/json": {"schema": case["body"]}}}
    paths = {case["path"]: {case.get("method", "get"): operation}}
    components = {"components": {"schemas": case.get("schemas", {})}}
    head = {"openapi": "3.0.3", "info": {"title": "T", "version": "1"}}
    return yaml.safe_dump({**head, "paths": paths, **components})


def pagination(case: dict[str, Any]) -> Pagination | None:
    """Return how the pages of a case are linked."""
    return infer(api(document(case))).operations[0].pagination


def fits(pages: Pagination, wanted: dict[str, Any]) -> bool:
    """Tell whether a record says everything that is wanted."""
    told = described(pages)
    return all(told.get(name) == value for name, value in wanted.items())


@pytest.mark.parametrize("case", cases("paged.yaml", "makers.yaml", "strangers.yaml"))
def test_what_gives_pages(case: dict[str, Any]) -> None:
    pages = pagination(case)
    assert pages is not None
    readings = [case["expect"], *([case["or"]] if "or" in case else [])]
    assert any(fits(pages, wanted) for wanted in readings), described(pages)
    assert pages.score >= 10
    assert pages.reasons


@pytest.mark.parametrize("case", cases("whole.yaml", "lookalikes.yaml"))
def test_what_gives_none(case: dict[str, Any]) -> None:
    pages = pagination(case)
    assert pages is None, described(pages) if pages else ""
