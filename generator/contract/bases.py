"""What objects of a contract derive from, and which fields they have by that."""

from collections.abc import Iterator, Mapping
from typing import Any

Models = Mapping[str, Mapping[str, Any]]
"""The models of a contract, by their names."""


def bases_of(model: Mapping[str, Any], models: Models) -> Iterator[str]:
    """Yield the names of what a model derives from, the nearest first."""
    met: set[str] = set()
    while "base" in model:
        name = str(model["base"]).removeprefix("@")
        if name in met:
            return
        met.add(name)
        yield name
        model = models.get(name, {})


def inherited(model: Mapping[str, Any], models: Models) -> dict[str, Any]:
    """Return the fields that a model has by its bases, by their wire names."""
    found: dict[str, Any] = {}
    for name in bases_of(model, models):
        found = {**models.get(name, {}).get("fields", {}), **found}
    return found


def fields_of(model: Mapping[str, Any], models: Models) -> dict[str, Any]:
    """Return all fields of a model, by their wire names; its own come before those of its bases."""
    return {**inherited(model, models), **model["fields"]}
