"""Near misses of pagination in words, and the settings that would settle them."""

from typing import Any

from generator.ir import NearMiss, Operation
from generator.pages import Pagination, dotted, told_read, told_write
from generator.pipeline import Understood
from generator.terminal import escaped
from generator.writing.toml import key, text


def near_misses(understood: Understood) -> list[tuple[Operation, NearMiss]]:
    """Return the operations that came near to giving pages."""
    operations = {operation.location: operation for operation in understood.api.operations}
    return [(operations[near.subject], near) for near in understood.api.near_misses]


def in_words(near: NearMiss) -> str:
    """Return what came near and what was missing."""
    points = sum(piece.points for piece in near.pieces)
    missing = " or ".join(near.missing) or "stronger evidence"
    return escaped(f"it may give pages {_would_be(near.pagination)} ({points} points); missing: {missing}")


def _would_be(pages: Pagination) -> str:
    parameter = told_write(pages.next.write)
    is_known = bool(parameter.strip("."))  # of a near miss it may be what is missing
    return f"by '{parameter}'" if is_known else f"by '{told_read(pages.next.read)}'"


def settings_line(operation: Operation, near: NearMiss) -> str:
    """Return the line of TOML under `pagination` that would settle a near miss."""
    values = ", ".join(f"{name} = {text(str(value))}" for name, value in settings_of(near.pagination).items())
    return f"{key(operation.operation_id or operation.path)} = {{ {values} }}"


def settings_of(pages: Pagination) -> dict[str, Any]:
    """Return the settings that say how pages are linked."""
    settings: dict[str, Any] = {"kind": pages.kind, "items": dotted(pages.items)}
    parameter = told_write(pages.next.write)
    match pages.kind:
        case "page":
            settings["page_parameter"] = parameter
        case "offset":
            settings["offset_parameter"] = parameter
        case "link":
            pass
        case _:
            settings["next"] = told_read(pages.next.read)
            settings |= {"next_parameter": parameter} if parameter else {}
    return settings
