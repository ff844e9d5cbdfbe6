"""What is copied into packages, and what is rendered."""

from typing import Literal

import pytest

from generator.config import ClientConfig
from generator.writing.output import formatted
from generator.writing.render import copies, render
from tests.support.contracts import made

Http = Literal["httpx", "httpx2"]
DOCUMENT = "paths: {}"


@pytest.mark.parametrize("http", ["httpx", "httpx2"])
def test_what_is_copied_is_formatted_as_it_stands(http: Http) -> None:
    config = ClientConfig(document="t.yaml", package="t", http=http)
    found = copies(made(DOCUMENT, config=config).plan.view)
    assert formatted([{path: text.decode() for path, text in found.items()}]) == found


@pytest.mark.parametrize(("http", "is_copied"), [("httpx", False), ("httpx2", True)])
def test_what_names_another_library_is_formatted_again(http: Http, *, is_copied: bool) -> None:
    view = made(DOCUMENT, config=ClientConfig(document="t.yaml", package="t", http=http)).plan.view
    assert ("_async/http.py" in copies(view)) is is_copied
    assert any("_async/http.py" in lot for lot in render(view)) is not is_copied
