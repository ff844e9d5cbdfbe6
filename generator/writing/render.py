"""The render pass: views to text. Templates state; there is nothing to decide left here.

The tree `templates/` mirrors a package: `.py` files are copied, `.jinja` files rendered, and a name in braces
such as `{resource}.py.jinja` stands for a file for each resource. Every file begins with where to change it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import Any, TypeAlias

from jinja2 import DictLoader, Environment, StrictUndefined

from generator.python.views import (
    AliasView,
    ClassView,
    EnumView,
    ModelModuleView,
    OperationsModuleView,
    PackageView,
    ParamModuleView,
    ResourceView,
    WebhooksView,
)
from generator.writing.bytecode import CompiledTemplates
from generator.writing.ownership import NOTICE
from generator.writing.templates import template_root
from generator.writing.twins import ASYNC, SYNC, sync_templates

ModuleView: TypeAlias = ResourceView | OperationsModuleView | ModelModuleView | ParamModuleView | WebhooksView
OPTIONS: dict[str, Any] = {"trim_blocks": True, "lstrip_blocks": True, "keep_trailing_newline": True}


def render(view: PackageView) -> Iterator[dict[str, str]]:
    """Yield the files of a package by their paths in it, not yet formatted, in two lots, without `copies`.

    The sync flavour comes last: the rest can be formatted meanwhile.
    """
    paths = [path for path in sorted(_templates()) if not _is_copied(path, view)]
    yield {"py.typed": "", **_files([path for path in paths if not path.startswith(SYNC)], view)}
    yield _files([path for path in paths if path.startswith(SYNC)], view)


def copies(view: PackageView) -> dict[str, bytes]:
    """Return the files of a package that are copied as they are.

    In `templates/` they are formatted as packages are: that ruff reads them again in each run would take more
    than half of what it takes for a small package.
    """
    paths = [path for path in sorted(_templates()) if _is_copied(path, view)]
    return {path: text.encode() for path, text in _files(paths, view).items()}


def render_init(view: PackageView) -> dict[str, str]:
    """Return the module that has the package's version alone."""
    return _rendered("__init__.py.jinja", view)


def _files(paths: Sequence[str], view: PackageView) -> dict[str, str]:
    """Return the files that templates stand for."""
    files: dict[str, str] = {}
    for path in paths:
        if path.endswith(".jinja"):
            files |= _rendered(path, view)
        else:
            files[path] = _opening(path, path) + _with_http(_templates()[path], view.http)
    return files


def _is_copied(path: str, view: PackageView) -> bool:
    """Whether nothing is made of a file, of which ruff would have to tell where its lines end."""
    if path.endswith(".jinja") or path.startswith(SYNC):
        return False
    text = _templates()[path]
    return _with_http(text, view.http) == text


def _with_http(text: str, library: str) -> str:
    """Return a copied file for the chosen HTTP library; httpx2 continues httpx under the same names."""
    return text if library == "httpx2" else text.replace("httpx2", library)


def _rendered(path: str, view: PackageView) -> dict[str, str]:
    template = _environment().get_template(path)
    targets = _targets(path.removesuffix(".jinja"), view)
    # Whatever stands last, one line ends there.
    return {
        target: _opening(target, path) + template.render(context).rstrip("\n") + "\n"
        for target, context in targets
    }


def _targets(target: str, view: PackageView) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the files that a template stands for, each with what is known in it."""
    package = {item.name: getattr(view, item.name) for item in fields(view)}
    kinds: dict[str, Sequence[ModuleView]] = {
        "{resource}": view.resources,
        "{operations}": view.operations,
        "{model}": view.models,
        "{param}": view.params,
        "{webhooks}": view.webhooks,
    }
    for placeholder, views in kinds.items():
        if placeholder in target:
            for item in views:
                yield target.replace(placeholder, item.module), {"package": view, "view": item}
            return
    yield target, package


@cache
def _templates() -> Mapping[str, str]:
    """Return the text of each template by its path, those of the sync flavour too, which are in no file."""
    root = template_root()
    files = (path for path in root.rglob("*") if path.suffix in {".py", ".jinja"})
    written = {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in files}
    return {**written, **sync_templates(written)}


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=DictLoader(_templates()),
        undefined=StrictUndefined,
        bytecode_cache=CompiledTemplates(OPTIONS),
        autoescape=False,  # noqa: S701 - Python text; `python.prose` makes everything safe that comes from a document
        **OPTIONS,
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
    """Return the first line of a file: which template it comes from, or of which file it is the twin."""
    if path.endswith(".md"):
        return f"<!-- Rendered from templates/{template}. {NOTICE} -->\n"
    if path.startswith(SYNC):
        return f"# Derived from {ASYNC}{path.removeprefix(SYNC)}. {NOTICE}\n"
    how = "Rendered" if template.endswith(".jinja") else "Copied"
    return f"# {how} from templates/{template}. {NOTICE}\n"
