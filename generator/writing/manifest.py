"""`oasmith.json`: what a package was made from and what is in it, for `check`, `diff` and other tools.

Its format is a contract, described in ARCHITECTURE.md. Reading it needs nothing but JSON, so that `check` is quick.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.config import ClientConfig
from generator.writing.output import MANIFEST, digest

if TYPE_CHECKING:
    from generator.diagnostics import Location
    from generator.ir import Api, Pagination
    from generator.python.naming import Names
    from generator.python.operations import OperationPlan
    from generator.python.plan import Plan

SCHEMA = 1
VERSION = "0.1.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """The digests of everything that a package is made from.

    Attributes:
        document: of the root document.
        references: of each further document, by its path from the root's.
        overlays: of the overlays, in order.
        config: of the settings.
        templates: of the templates and the generator.
    """

    document: str
    references: Mapping[str, str]
    overlays: tuple[str, ...]
    config: str
    templates: str

    def as_json(self) -> dict[str, Any]:
        """Return the inputs as the manifest has them."""
        return {
            "document": self.document,
            "references": dict(sorted(self.references.items())),
            "overlays": list(self.overlays),
            "config": self.config,
            "templates": self.templates,
        }


def config_digest(config: ClientConfig) -> str:
    """Return the digest of the settings that change what is made; paths do not."""
    settings = asdict(config)
    for name in ("document", "output", "overlays", "strict"):
        del settings[name]
    return digest(json.dumps(settings, sort_keys=True).encode())


@cache
def tool_digest(templates: Path) -> str:
    """Return the digest of the templates and the generator's own code."""
    code = Path(__file__).parents[1]
    total = hashlib.sha256(VERSION.encode())
    for root, patterns in ((templates, ("*.py", "*.jinja")), (code, ("*.py",))):
        paths = {
            path for pattern in patterns for path in root.rglob(pattern) if "__pycache__" not in path.parts
        }
        for path in sorted(paths):
            if root == code and templates in path.parents and templates != code:
                continue  # installed, the templates are inside the generator
            total.update(path.relative_to(root).as_posix().encode() + b"\0")
            total.update(path.read_bytes())
    return f"sha256:{total.hexdigest()}"


def read_manifest(package: Path) -> dict[str, Any] | None:
    """Return the manifest of a package; None where it has none that can be read."""
    try:
        manifest = json.loads((package / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return None
    fits = (
        isinstance(manifest, dict)
        and isinstance(manifest.get("files"), dict)
        and manifest.get("schema") == SCHEMA
    )
    return manifest if fits else None


def dump(manifest: Mapping[str, Any]) -> bytes:
    """Return a manifest's bytes."""
    return (json.dumps(manifest, indent=2, ensure_ascii=False) + "\n").encode()


def build_manifest(
    api: "Api", names: "Names", plan: "Plan", inputs: Inputs, files: Mapping[str, bytes]
) -> dict[str, Any]:
    """Return the manifest of a package."""
    return {
        "schema": SCHEMA,
        "tool": f"oasmith {VERSION}",
        "inputs": inputs.as_json(),
        **describe(api, names, plan),
        "files": {path: digest(content) for path, content in sorted(files.items())},
    }


def describe(api: "Api", names: "Names", plan: "Plan") -> dict[str, Any]:
    """Return the part of a manifest that says what is in the package, whatever it was made from."""
    ledger = api.ledger
    return {
        "client": names.client,
        "async_client": names.async_client,
        "operations": [
            _operation(operation, returns)
            for operation, returns in zip(plan.operations, plan.returns, strict=True)
        ],
        "models": {
            pointer(location, api): f"models.{name.module}.{name.name}"
            for location, name in sorted(names.models.items())
            if api.definitions[location].component
        },
        "fields": {
            f"{module.module}.{member.name}": {
                item.name: item.annotation for item in getattr(member, "fields", ())
            }
            for module in plan.view.models
            for member in module.members
            if hasattr(member, "fields")
        },
        "ledger": {
            "honoured": api.honoured,
            "approximated": sum(entry.kind == "approximated" for entry in ledger),
            "ignored": sum(entry.kind == "ignored" for entry in ledger),
        },
    }


def pointer(location: "Location", api: "Api") -> str:
    """Return a location as the manifest names it: without a file where it is in the root document."""
    return f"#{location.pointer}" if location.file == api.document else str(location)


def _operation(plan: "OperationPlan", returns: str) -> dict[str, Any]:
    operation = plan.operation
    return {
        "id": operation.operation_id or f"{operation.method} {operation.path}",
        "method": operation.method,
        "path": operation.path,
        "call": plan.name.call,
        "parameters": [
            {
                "in": parameter.where,
                "name": parameter.name,
                "required": parameter.required,
                "arguments": {
                    argument.wire: argument.name
                    for argument in plan.arguments
                    if argument.where == parameter.where
                    and (argument.wire == parameter.name or argument.wire.startswith(f"{parameter.name}["))
                    and argument.path[0] == plan.keys[f"{parameter.where} {parameter.name}"]
                },
            }
            for parameter in operation.parameters
        ],
        "body": _body(plan),
        "returns": returns,
        "pagination": _pagination(operation.pagination, operation.pagination_source),
        "links": sorted({link for response in operation.responses for link in response.links}),
    }


def _body(plan: "OperationPlan") -> dict[str, Any] | None:
    if plan.body is None or plan.operation.body is None:
        return None
    arguments = [argument for argument in plan.arguments if argument.where == "body"]
    return {
        "media_type": plan.body.media_type,
        "required": plan.operation.body.required,
        "arguments": {argument.wire: argument.name for argument in arguments},
        "required_arguments": [argument.name for argument in arguments if argument.required],
    }


def _pagination(pages: "Pagination | None", source: str) -> dict[str, Any] | None:
    from generator.inference.pagination import bracketed, dotted  # noqa: PLC0415 - `check` mostly needs no inference
    from generator.ir import CursorPages  # noqa: PLC0415

    if pages is None:
        return None
    if isinstance(pages, CursorPages):
        described: dict[str, Any] = {
            "kind": "cursor",
            "items": dotted(pages.items),
            "next": dotted(pages.next),
            "next_parameter": bracketed(pages.next_parameter),
        }
        if pages.previous is not None and pages.previous_parameter is not None:
            described["previous"] = dotted(pages.previous)
            described["previous_parameter"] = bracketed(pages.previous_parameter)
    else:
        described = {
            "kind": "page",
            "items": dotted(pages.items),
            "page_parameter": bracketed(pages.page_parameter),
            "total": dotted(pages.total),
        }
        if pages.current is not None:
            described["current"] = dotted(pages.current)
    return {**described, "source": source}
