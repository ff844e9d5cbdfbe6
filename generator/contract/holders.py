"""Where models stand in what code reads and makes; inside lists and maps type checkers take no other type."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.contract.records import Contract
from generator.contract.terms import Term, unmarked
from generator.reading.nodes import is_mapping, is_sequence


class Holders:
    """Which models annotations of values have: those of fields, and of what calls return.

    Those of arguments are not among them: they take a `Sequence` or a `Mapping`.

    Attributes:
        written: all that they name, or that aliases in them stand for.
        held: those of them that stand inside a list or a map.
    """

    def __init__(self, contract: Contract) -> None:
        self._models = contract.models
        met = {
            (name, is_inside)
            for term, inside in _values(contract)
            for name, is_inside in self._met(term, is_inside=inside)
        }
        self.written = {name for name, _ in met}
        self.held = {name for name, is_inside in met if is_inside}

    def _met(self, term: Term, *, is_inside: bool) -> set[tuple[str, bool]]:
        """Return the models of an annotation, and whether each is inside a list or a map."""
        found: set[tuple[str, bool]] = set()
        waiting = [(term, is_inside)]
        while waiting:
            item, is_inside = waiting.pop()
            if not isinstance(item, str) or unmarked(item)[0] or not item.startswith("@"):
                waiting += _parts(item, is_inside=is_inside)
            elif (item[1:], is_inside) not in found:
                found.add((item[1:], is_inside))
                waiting += [(held, is_inside) for held in _aliased(self._models.get(item[1:], {}))]
        return found


def _values(contract: Contract) -> Iterator[tuple[Term, bool]]:
    """Yield the types of values, and whether what holds them is a map already."""
    for model in contract.models.values():
        for field in model.get("fields", {}).values():
            yield field["type"], False
        if "extra" in model:
            yield model["extra"], True
    answers = [
        answer for item in contract.operations.values() for answer in item.get("responses", {}).values()
    ]
    for said in (*answers, *contract.webhooks.values()):
        for content in said.get("contents", {}).values():
            yield content["type"], False
            yield content.get("item", "any"), False


def _aliased(model: Mapping[str, Any]) -> list[Term]:
    """Return what a model is another name of; nothing where it is a class."""
    return [model["type"]] if "type" in model else []


def _parts(term: Term, *, is_inside: bool) -> Iterator[tuple[Term, bool]]:
    """Yield what a type is made of, and whether that is inside a list or a map."""
    mark, inner = unmarked(term)
    if mark:
        yield inner, is_inside or mark != "?"
    elif is_sequence(term) and term[0] == "or":
        yield from ((item, is_inside) for item in term[1])
    elif is_sequence(term) and term[0] == "json":
        yield term[1], is_inside
    elif is_sequence(term) and term[0] == "tuple":
        # With a rest of some type it is a list in Python.
        is_list = term[2] not in (None, "any")
        yield from ((item, is_inside or is_list) for item in (*term[1], term[2]) if item is not None)
    elif is_sequence(term) and term[0] == "object" and is_mapping(term[1]):
        yield from ((item["type"], is_inside) for item in term[1].values())
