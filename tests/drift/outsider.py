"""What griffe calls breaking between two packages: it reads Python and knows nothing of documents."""

from collections.abc import Iterator
from pathlib import Path

import griffe

from generator.writing.render import render
from tests.support.contracts import Made

# Griffe takes what begins with an underscore for private, unless it is asked for that itself.
_PARTS = ("_sync", "models", "params", "webhooks")


def read(made: Made, folder: Path) -> griffe.Module:
    """Write the Python of a package, and return it as griffe reads it."""
    package = folder / made.plan.view.package
    for files in render(made.plan.view):
        for path, text in files.items():
            if path.endswith(".py") and path.removesuffix(".py").split("/")[0] in (*_PARTS, "__init__"):
                (package / path).parent.mkdir(parents=True, exist_ok=True)
                (package / path).write_text(text, "utf-8")
    module = griffe.load(package.name, search_paths=[folder], allow_inspection=False)
    assert isinstance(module, griffe.Module)
    return module


def breakages(old: griffe.Module, new: griffe.Module) -> Iterator[str]:
    """Yield what griffe calls breaking, in its words."""
    for part in _PARTS:
        if part in old.members and part in new.members:
            for item in griffe.find_breaking_changes(old[part], new[part]):
                yield f"{item.kind.value}: {item.obj.path}"
        elif part in old.members:
            yield f"{griffe.BreakageKind.OBJECT_REMOVED.value}: {part}"


# Where griffe finds nothing in what breaks the source of callers: why, and the kinds of changes.
_BLIND = {
    "the argument keeps its name and place, and griffe compares no annotations": (
        "query parameter integer becomes boolean",
        "query parameter string becomes integer",
        "query parameter boolean becomes string",
        "query parameter number becomes boolean",
        "query parameter number becomes integer",
        "query parameter single becomes list",
        "query parameter list becomes single",
        "items of a query parameter become booleans",
        "query parameter gets a format",
        "query parameter gets a told format",
        "query parameter gets an enum",
        "header parameter becomes integer",
        "cookie parameter becomes integer",
        "path parameter integer becomes string",
        "path parameter string becomes integer",
    ),
    "the field keeps its name, and griffe compares no annotations": (
        "request property string becomes integer",
        "request property integer becomes boolean",
        "request property boolean becomes string",
        "request property single becomes list",
        "request property list becomes single",
        "request property gets a date",
        "both property string becomes integer",
        "both property integer becomes boolean",
        "both property boolean becomes string",
        "both property single becomes list",
        "both property list becomes single",
        "both property gets a date",
        "both property integer becomes number",
        "both property may be null",
        "both property takes anything",
        "response property string becomes integer",
        "response property integer becomes boolean",
        "response property boolean becomes string",
        "response property single becomes list",
        "response property list becomes single",
        "response property gets a date",
        "response property integer becomes number",
        "response property may be null",
        "response property takes anything",
        "response map takes anything",
    ),
    "a field loses or gets the default None, and griffe compares no values of attributes": (
        "response property is optional",
        "both property is optional",
    ),
    "a key of a nested dictionary has to be given, and griffe reads no NotRequired": (
        "request property is required",
        "required request property is added",
        "both property is required",
        "required both property is added",
    ),
    "the call gives something else, and griffe compares no annotations of what is returned": (
        "success is something else",
        "success may be empty, too",
        "success is of another media type",
        "an answer becomes one of two objects",
    ),
    "headers of answers are looked up by their names, which are no names of Python": (
        "response header is removed",
        "response header is of another type",
    ),
}
BLIND = {kind: reason for reason, kinds in _BLIND.items() for kind in kinds}
