"""`oasmith.json`: what a package was made from and what is in it, for `check`, `diff` and other tools.

Its format is a contract, described in ARCHITECTURE.md. Reading it needs nothing but JSON, so that `check` is
quick; `contents` makes the part that says what is in the package. The last entry, the seal, is the digest of
that part: where it is right the part is as it was written, and need not be decoded.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Any

from generator.config import ClientConfig
from generator.diagnostics import Diagnostic, InputError, Location, error
from generator.reading.files import digest, read_file
from generator.reading.shapes import TEXT_OR_NULL, Each, OneOf, fits
from generator.writing.ownership import MANIFEST

if TYPE_CHECKING:
    from generator.writing.inputs import Inputs

SCHEMA = 1
SEAL = "seal"
VERSION = "0.1.0"
TOOL = f"oasmith {VERSION}"
_BODY = {
    "arguments?": Each(str),
    "required_arguments?": [str],
    "media_types?": [str],
    "media_type_argument?": TEXT_OR_NULL,
    "variants?": [Each(str)],
    "other_forms?": [{"media_types?": [str], "arguments?": Each(str)}],
}
_OPERATION = {
    "id": str,
    "method": str,
    "path": str,
    "call": str,
    "leads?": [str],
    "returns": str,
    "parameters": [{"in": str, "arguments": Each(str), "required?": bool}],
    "body?": OneOf((NoneType, _BODY)),
    "accept?": OneOf((NoneType, {"argument": str})),
    "stream?": TEXT_OR_NULL,
}
# What `check` reads of it again, and what others do.
_SUMMARY = {
    "schema": int,
    "inputs": {
        "document": str,
        "references?": Each(str),
        "overlays": [str],
        "config": str,
        "templates": str,
    },
    "client": str,
    "async_client": str,
    "project?": {"version": str, "files": Each(str)},
    "custom?": [str],
    "ledger": {"approximated": int, "ignored": int},
    "files": Each(str),
}
_SHAPE = {
    **_SUMMARY,
    "operations": [_OPERATION],
    "webhooks?": [{"call": str, "returns": str}],
    "models?": Each(str),
    "inline_models?": Each(str),
    "copies?": Each([str]),
    "fields?": Each(Each(str)),
}
# Between these are the contents, which are nearly all of it; no line of a text in JSON begins so.
_CONTENTS, _BEHIND = b'\n  "operations": ', b'\n  "ledger": '
_END = b"\n}"


def config_digest(config: ClientConfig) -> str:
    """Return the digest of the settings that change what is made; paths and permissions do not."""
    settings = asdict(config)
    for name in ("document", "output", "overlays", "root", "follow_link", "strict", "allow_remote", "drift"):
        del settings[name]
    # So that packages are as they were which do without what is newer than they are.
    for name in ("project", "custom"):
        if not settings[name]:
            del settings[name]
    if settings["client_parameters"] is None:
        del settings["client_parameters"]
    return digest(json.dumps(settings, sort_keys=True).encode())


@cache
def tool_digest(templates: Path) -> str:
    """Return the digest of the templates and the generator's own code."""
    code = Path(__file__).parents[1]
    total = hashlib.sha256(VERSION.encode())
    sources = [(templates, path) for path in _files(str(templates), (".py", ".jinja"))]
    # Installed, the templates are inside the generator: once is enough.
    inside = f"{templates}{os.sep}"
    sources += [(code, path) for path in _files(str(code), (".py",)) if not path.startswith(inside)]
    for root, path in sources:
        total.update(path[len(str(root)) + 1 :].replace(os.sep, "/").encode() + b"\0")
        total.update(read_file(path))
    return f"sha256:{total.hexdigest()}"


def _files(root: str, suffixes: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name != "__pycache__"]
        found += [f"{folder}{os.sep}{name}" for name in names if name.endswith(suffixes)]
    return sorted(found)


def read_manifest(package: Path) -> dict[str, Any] | None:
    """Return the manifest of a package; None where it has none that can be read: a merge may have broken it.

    Raises:
        InputError: `bad-manifest`, where it is JSON of another shape than ours.
    """
    path = package / MANIFEST
    try:
        return _understood(read_file(path, follow=False), path)
    except OSError:
        return None


def read_summary(package: Path) -> dict[str, Any] | None:
    """Return what `read_manifest` does, and raise so, the contents left out where its seal is right."""
    path = package / MANIFEST
    try:
        content = read_file(path, follow=False)
    except OSError:
        return None
    summary = _summary(content)
    return summary if summary is not None else _understood(content, path)


def _understood(content: bytes, path: Path) -> dict[str, Any] | None:
    try:
        manifest: dict[str, Any] = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if fits(manifest, {"schema": int}) and manifest["schema"] > SCHEMA:
        raise InputError(_too_new(manifest, path))
    if not fits(manifest, _SHAPE) or manifest["schema"] != SCHEMA:
        message = "this is not a manifest that oasmith can read: "
        message += "restore it, or delete it and run `oasmith generate`"
        raise InputError(error("bad-manifest", message, Location(str(path))))
    return manifest


def _summary(content: bytes) -> dict[str, Any] | None:
    """Return what is not contents of a manifest that is sealed; None where it has to be read as a whole."""
    first, last = _contents_in(content)
    if first == last:
        return None
    try:
        summary = json.loads(content[:first] + content[last:])
    except (ValueError, RecursionError):
        return None
    if not fits(summary, _SUMMARY) or summary["schema"] != SCHEMA:
        return None
    return summary if summary.get(SEAL) == digest(memoryview(content)[first:last]) else None


def is_edited(manifest: Mapping[str, Any]) -> bool:
    """Tell whether the contents of a manifest are not what was written, however they are laid out.

    Without them, which `read_summary` leaves out where they are right, nor where it has no seal, nobody can.
    """
    if SEAL not in manifest or "operations" not in manifest:
        return False
    try:
        written = dump({key: value for key, value in manifest.items() if key != SEAL})
    except ValueError:  # half a character, which we write nowhere
        return True
    return bool(json.loads(written)[SEAL] != manifest[SEAL])


def _contents_in(content: bytes) -> tuple[int, int]:
    """Return where the contents of a manifest begin and end; nowhere where it is laid out in another way."""
    first, last = content.find(_CONTENTS), content.rfind(_BEHIND)
    return (first, last) if 0 < first < last else (0, 0)


def _too_new(manifest: Mapping[str, Any], path: Path) -> Diagnostic:
    by = manifest.get("tool")
    who = f" ({by[:40]})" if isinstance(by, str) else ""
    message = f"a newer oasmith wrote this{who}, and this is {TOOL}: "
    message += "install the newer one, or delete the manifest and run `oasmith generate`"
    return error("bad-manifest", message, Location(str(path)))


def dump(manifest: Mapping[str, Any]) -> bytes:
    """Return a manifest's bytes, its contents sealed."""
    # Imported when needed, for `check` needs none of it; with an indent the standard library takes ten times
    # as long.
    from pydantic_core import to_json  # noqa: PLC0415

    content = to_json(manifest, indent=2)
    first, last = _contents_in(content)
    seal = digest(memoryview(content)[first:last])
    tail = f',\n  "{SEAL}": "{seal}"\n}}\n'.encode()
    return b"".join((memoryview(content)[: -len(_END)], tail))  # it is large, and made once


def build_manifest(
    inputs: "Inputs", contents: Mapping[str, Any], files: Mapping[str, bytes]
) -> dict[str, Any]:
    """Return the manifest of a package.

    Args:
        inputs: what it is made from.
        contents: what is in it, as `contents.describe` says.
        files: its files, formatted, by their paths.
    """
    return {
        "schema": SCHEMA,
        "tool": TOOL,
        "inputs": inputs.as_json(),
        **contents,
        "files": {path: digest(content) for path, content in sorted(files.items())},
    }
