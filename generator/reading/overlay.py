"""Overlays: documents of OpenAPI Overlay 1.0 and 1.1, applied in order.

Where 1.0 leaves open what happens, 1.1 says it.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from generator.diagnostics import Diagnostic, InputError, Location, closest, error, warning
from generator.reading.document import Document
from generator.reading.nodes import children, is_mapping, is_sequence
from generator.reading.places import MAX_DEPTH

if TYPE_CHECKING:
    from jsonpath_rfc9535 import JSONPathQuery

    from generator.reading.queries import Budget, Queries

_VERSION = re.compile(r"1\.[01]\.\d+")
_OVERLAY_FIELDS = frozenset({"overlay", "info", "extends", "actions"})
_ACTION_FIELDS = frozenset({"target", "description", "update", "copy", "remove"})

_Keys = tuple[str | int, ...]


_MAX_FAULTS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much the overlays of a document may take: seconds in all, and nodes that they add to it."""

    seconds: float = 30
    nodes: int = 1_000_000


# What is doubtful about an action that did nothing.
IDLE = frozenset({"idle-overlay-action", "unmatched-target"})


_Did: TypeAlias = Literal["updated", "removed", "copied to"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What an action did to a document: how, to which nodes (by their pointers), and why."""

    location: Location
    did: _Did
    nodes: tuple[str, ...]
    description: str


@dataclass(frozen=True, slots=True)
class Overlaid:
    """A document with its overlays applied, what is doubtful about them, and what each action did."""

    document: Document
    warnings: tuple[Diagnostic, ...] = ()
    deeds: tuple[Deed, ...] = ()


@dataclass(frozen=True, slots=True)
class _Action:
    """An action object (Overlay 1.1, 4.4.3), with its JSONPath queries ready."""

    location: Location
    fields: dict[str, Any]
    target: "JSONPathQuery"
    source: "JSONPathQuery | None"


def json_path(data: Any, location: Location) -> str:
    """Return the query that selects one node of a document: its normalised path (RFC 9535, 2.7)."""
    path = "$"
    for key in location.keys:
        if is_sequence(data):
            path, data = f"{path}[{key}]", data[int(key)]
        else:
            escaped = key.replace("\\", "\\\\").replace("'", "\\'")
            path, data = f"{path}['{escaped}']", data.get(key) if is_mapping(data) else None
    return path


def apply(document: Document, overlays: Sequence[Document], limits: Limits = Limits()) -> Overlaid:
    """Return the document as the overlays make it. It, and they, stay as they are.

    Args:
        document: what is changed.
        overlays: what changes it, in order.
        limits: of what all of them may take.

    Raises:
        InputError: `not-an-overlay`, `bad-overlay-action` and `bad-jsonpath`: every one in the overlays by
            themselves; or `bad-overlay-action`, `too-deep` or `too-much` for the first action that does not
            fit the document or takes more than it may.
    """
    if not overlays:
        return Overlaid(document)
    # Who has no overlays need not wait for it.
    from generator.reading.queries import Budget, Queries  # noqa: PLC0415

    budget = Budget(seconds=limits.seconds, nodes=limits.nodes)
    errors: list[Diagnostic] = []
    actions = [action for overlay in overlays for action in _actions(overlay, Queries(budget), errors)]
    if errors:
        raise InputError(*errors[:_MAX_FAULTS])
    tree = _Tree(document.data, budget)
    done = [_performed(action, tree) for action in actions]
    changed = replace(
        document,
        data=tree.root,
        overlays=(*document.overlays, *overlays),
        moved=document.moved | tree.moved,
    )
    doubts = tuple(item for item in done if isinstance(item, Diagnostic))
    return Overlaid(changed, doubts, tuple(item for item in done if isinstance(item, Deed)))


def _actions(overlay: Document, queries: "Queries", errors: list[Diagnostic]) -> list[_Action]:
    """Return the actions of an overlay, having entered what is wrong with it among the errors."""
    here = Location(overlay.name)
    faults = list(_overlay_faults(overlay.data, here))
    errors += faults
    if faults:
        return []
    version: str = overlay.data["overlay"]
    actions: list[_Action] = []
    for index, fields in enumerate(overlay.data["actions"]):
        location = here.child("actions", index)
        faults = list(_action_faults(fields, location, version))
        errors += faults
        if not faults:
            actions += _compiled(fields, location, queries, errors)
    return actions


def _overlay_faults(data: dict[str, Any], here: Location) -> Iterator[Diagnostic]:
    """Yield what makes a document no overlay (Overlay 1.1, 4.4.1 and 4.4.2)."""
    version, info, actions = data.get("overlay"), data.get("info"), data.get("actions")
    if version is None:
        yield error("not-an-overlay", "this is not an overlay: it has no 'overlay' version", here)
        return
    if not isinstance(version, str) or not _VERSION.fullmatch(version):
        message = f"the overlay version {version!r} is not supported; oasmith reads '1.0.0' and '1.1.0'"
        yield error("not-an-overlay", message, here.child("overlay"))
    if not is_mapping(info) or "title" not in info or "version" not in info:
        message = "an overlay has an 'info' with a 'title' and a 'version'"
        yield error("not-an-overlay", message, here.child("info"))
    if not is_sequence(actions) or not actions:
        yield error("not-an-overlay", "an overlay has a list of 'actions'", here.child("actions"))
    yield from _unknown_fields(data, _OVERLAY_FIELDS, here, "not-an-overlay")


def _action_faults(fields: Any, here: Location, version: str) -> Iterator[Diagnostic]:
    """Yield what makes a node no action object."""
    if not is_mapping(fields) or not isinstance(fields.get("target"), str):
        yield error("bad-overlay-action", "an action is a mapping with a 'target', a JSONPath query", here)
        return
    if not isinstance(fields.get("remove", False), bool):
        yield error("bad-overlay-action", "'remove' is true or false", here.child("remove"))
    if not isinstance(fields.get("copy", ""), str):
        yield error("bad-overlay-action", "'copy' is a JSONPath query", here.child("copy"))
    if "copy" in fields and version.startswith("1.0."):
        message = "'copy' came with Overlay 1.1: say 'overlay: 1.1.0'"
        yield error("bad-overlay-action", message, here.child("copy"))
    if "copy" in fields and "update" in fields:
        yield error(
            "bad-overlay-action", "an action has an 'update' or a 'copy', not both", here.child("copy")
        )
    yield from _unknown_fields(fields, _ACTION_FIELDS, here, "bad-overlay-action")


def _unknown_fields(
    node: dict[str, Any], known: Collection[str], here: Location, code: str
) -> Iterator[Diagnostic]:
    for key in node:
        if key not in known and not key.startswith("x-"):
            guess = closest(key, sorted(known))
            hint = f"; did you mean {guess!r}?" if guess else ""
            yield error(code, f"the field {key!r} is not known{hint}", here.child(key))


def _compiled(
    fields: dict[str, Any], here: Location, queries: "Queries", errors: list[Diagnostic]
) -> Iterator[_Action]:
    """Yield the action, if its queries are JSONPath; else, enter why not among the errors."""
    from generator.reading.queries import BadQueryError  # noqa: PLC0415 - as above

    compiled: dict[str, JSONPathQuery] = {}
    sought = [key for key in ("target", "copy") if key in fields]
    for key in sought:
        try:
            compiled[key] = queries.compile(fields[key])
        except BadQueryError as problem:
            message = f"not a JSONPath query (RFC 9535): {problem.message}"
            errors.append(error("bad-jsonpath", message, here.child(key)))
    if len(compiled) == len(sought):
        yield _Action(here, fields, compiled["target"], compiled.get("copy"))


class _Tree:
    """The data as it is changed: what changes is copied first, and so is all that is above it."""

    def __init__(self, root: Any, budget: "Budget") -> None:
        self.root = root
        self.budget = budget
        self._moved: set[str] = set()
        self._own: dict[int, Any] = {}

    @property
    def moved(self) -> frozenset[str]:
        """Pointers to the sequences whose items no longer stand where the text has them."""
        return frozenset(self._moved)

    def at(self, keys: _Keys) -> Any:
        """Return a node."""
        node = self.root
        for key in keys:
            node = node[key]
        return node

    def own(self, keys: _Keys) -> Any:
        """Return a mapping or sequence that may be changed, as nothing else holds it."""
        self.root = node = self._owned(self.root)
        for key in keys:
            child = node[key] = self._owned(node[key])
            node = child
        return node

    def share(self) -> None:
        """Let something else hold any node: nothing may be changed any more without a copy."""
        self._own.clear()

    def remove(self, keys: _Keys) -> None:
        """Remove a node."""
        parent: Any = self.own(keys[:-1])
        del parent[keys[-1]]
        if isinstance(parent, list):
            self._moved.add(Location("").child(*keys[:-1]).pointer)

    def _owned(self, node: Any) -> Any:
        self.budget.step()
        if id(node) not in self._own:
            self.budget.step(len(node))
            node = node.copy()
            self._own[id(node)] = node
        return node


def _performed(action: _Action, tree: _Tree) -> Deed | Diagnostic:
    """Change the tree as an action says, if that takes no more than it may."""
    from generator.reading.queries import TooMuchError  # noqa: PLC0415 - as above

    try:
        return _perform(action, tree)
    except TooMuchError as problem:
        raise InputError(error("too-much", problem.message, action.location)) from None


def _perform(action: _Action, tree: _Tree) -> Deed | Diagnostic:
    """Change the tree as an action says. Returns what was done, or a warning."""
    here = action.location
    if action.fields.keys().isdisjoint({"update", "copy", "remove"}):
        return warning(
            "idle-overlay-action", "an action without 'update', 'copy' and 'remove' does nothing", here
        )
    targets = _select(action.target, tree, here.child("target"))
    if not targets:
        message = f"the target {action.fields['target']!r} matches nothing"
        return warning("unmatched-target", message, here.child("target"))
    did: _Did = "updated"
    if action.fields.get("remove"):
        did = "removed"
        _remove(targets, tree, here.child("remove"))
    elif action.source is not None:
        did = "copied to"
        _update(targets, _copied(action.source, tree, here.child("copy")), tree, here.child("copy"))
    elif "update" in action.fields:
        _update(targets, action.fields["update"], tree, here.child("update"))
    nodes = tuple(Location("").child(*keys).pointer for keys in targets)
    return Deed(location=here, did=did, nodes=nodes, description=str(action.fields.get("description", "")))


def _select(query: "JSONPathQuery", tree: _Tree, here: Location) -> list[_Keys]:
    """Return where the nodes are that a query selects, each once."""
    from generator.reading.queries import BadQueryError, locations  # noqa: PLC0415 - as above

    try:
        return locations(query, tree.root)
    except BadQueryError as problem:
        message = f"the query cannot be answered: {problem.message}"
        raise InputError(error("bad-jsonpath", message, here)) from None


def _remove(targets: list[_Keys], tree: _Tree, here: Location) -> None:
    """Remove nodes, what is deep before what is above it, and the last items of a sequence first."""
    if () in targets:
        raise _misfit("the whole document cannot be removed", here)
    for keys in sorted(targets, key=lambda keys: (-len(keys), -keys[-1] if isinstance(keys[-1], int) else 0)):
        tree.remove(keys)


def _copied(source: "JSONPathQuery", tree: _Tree, here: Location) -> Any:
    """Return the only node that a query selects, as it is before the action."""
    found = _select(source, tree, here)
    if len(found) != 1:
        raise _misfit(f"'copy' selects {len(found)} nodes and not one", here)
    tree.share()
    return tree.at(found[0])


def _update(targets: list[_Keys], value: Any, tree: _Tree, here: Location) -> None:
    """Merge a value into each mapping, add it to each sequence, or put it in the place of each other node."""
    if len({_kind(tree.at(keys)) for keys in targets}) > 1:
        raise _misfit("the target selects nodes of more than one kind: mappings, sequences, values", here)
    size, height = _extent(value, tree.budget.room)
    tree.budget.add(size * len(targets))
    if height + max(map(len, targets)) > MAX_DEPTH:
        message = f"mappings and sequences would be nested more than {MAX_DEPTH} deep"
        raise InputError(error("too-deep", message, here))
    for keys in targets:
        if is_sequence(tree.at(keys)) and not is_sequence(value):
            tree.own(keys).append(value)
        else:
            _merge(keys, value, tree, here)


def _extent(value: Any, most: int) -> tuple[int, int]:
    """Return how many nodes a value has, and how deep they are nested; no further than to so many."""
    size, height, level = 0, 0, [value]
    while level and size <= most:
        size += len(level)
        height += 1
        level = [child for node in level for _, child in children(node)]
    return size, height


def _merge(keys: _Keys, value: Any, tree: _Tree, here: Location) -> None:
    """Merge a value into a node of its kind (Overlay 1.1, 4.4.3.1)."""
    node = tree.at(keys)
    if _kind(node) != _kind(value):
        place = f"'#{Location('').child(*keys).pointer}'"
        message = f"{place} is {_kind(node)}, and {_kind(value)} cannot be merged with it; remove it first"
        raise _misfit(message, here)
    if is_mapping(value):
        own = tree.own(keys)
        for key, child in value.items():
            if key in own:
                _merge((*keys, key), child, tree, here)
            else:
                own[key] = child
    elif is_sequence(value):
        tree.own(keys).extend(value)
    else:
        tree.own(keys[:-1])[keys[-1]] = value


def _kind(node: Any) -> str:
    if is_mapping(node):
        return "a mapping"
    return "a sequence" if is_sequence(node) else "a single value"


def _misfit(message: str, here: Location) -> InputError:
    return InputError(error("bad-overlay-action", message, here))
