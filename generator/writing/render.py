"""The render pass: views to text. Templates state; there is nothing to decide left here.

The tree `templates/` mirrors a package: `.py` files are copied, `.jinja` files rendered, and a name in braces
such as `{resource}.py.jinja` stands for a file for each resource. Every file begins with where to change it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import Any, TypeAlias

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.python.views import (
    AliasView,
    ClassView,
    EnumView,
    ModelModuleView,
    OperationsModuleView,
    PackageView,
    ResourceView,
    WebhooksView,
)
from generator.writing.output import NOTICE
from generator.writing.templates import template_root
from generator.writing.twins import derive_sync, twin_names

ModuleView: TypeAlias = ResourceView | OperationsModuleView | ModelModuleView | WebhooksView


def render(view: PackageView) -> Iterator[dict[str, str]]:
    """Yield the files of a package by their paths in it, not yet formatted, in two lots.

    The sync flavour, which is derived from the async one, comes last: the rest can be formatted meanwhile.
    """
    files = {"py.typed": "", **_copied(view), **_rendered(view)}
    yield files
    yield _derived(files)


def _derived(files: Mapping[str, str]) -> dict[str, str]:
    """Return the modules of the sync flavour."""
    names = twin_names(files)
    twins: dict[str, str] = {}
    for path, text in files.items():
        if path.startswith("_async/"):
            body = text.split("\n", 1)[1]
            twin = f"_sync/{path.removeprefix('_async/')}"
            twins[twin] = _header("Derived", path) + derive_sync(body, names, path)
    return twins


def _copied(view: PackageView) -> dict[str, str]:
    root = template_root()
    files: dict[str, str] = {}
    for source in sorted(root.rglob("*.py")):
        path = source.relative_to(root).as_posix()
        text = _with_http(source.read_text("utf-8"), view.http)
        files[path] = _header("Copied", f"templates/{path}") + text
    return files


def _with_http(text: str, library: str) -> str:
    """Return a copied file for the chosen HTTP library; httpx2 continues httpx under the same names."""
    return text if library == "httpx2" else text.replace("httpx2", library)


def _rendered(view: PackageView) -> dict[str, str]:
    files: dict[str, str] = {}
    for name in _environment().list_templates(extensions=["jinja"]):
        template = _environment().get_template(name)
        target = name.removesuffix(".jinja")
        for path, context in _targets(target, view):
            files[path] = _opening(path, name) + template.render(context)
    return files


def _targets(target: str, view: PackageView) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the files that a template stands for, each with what is known in it."""
    package = {item.name: getattr(view, item.name) for item in fields(view)}
    kinds: dict[str, Sequence[ModuleView]] = {
        "{resource}": view.resources,
        "{operations}": view.operations,
        "{model}": view.models,
        "{webhooks}": view.webhooks,
    }
    for placeholder, views in kinds.items():
        if placeholder in target:
            for item in views:
                yield target.replace(placeholder, item.module), {"package": view, "view": item}
            return
    yield target, package


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(template_root(), encoding="utf-8"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - Python text; `python.prose` makes everything safe that comes from a document
    )
    tests = {"class": _is_class, "enum": _is_enum, "alias": _is_alias}
    environment.tests.update(tests)
    return environment


def _is_class(value: object) -> bool:
    return isinstance(value, ClassView)


def _is_enum(value: object) -> bool:
    return isinstance(value, EnumView)


def _is_alias(value: object) -> bool:
    return isinstance(value, AliasView)


def _opening(path: str, template: str) -> str:
    if path.endswith(".md"):
        return f"<!-- Rendered from templates/{template}. {NOTICE} -->\n"
    return _header("Rendered", f"templates/{template}")


def _header(how: str, source: str) -> str:
    return f"# {how} from {source}. {NOTICE}\n"
