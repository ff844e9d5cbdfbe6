"""References: from `$ref` to the node that it stands for, its identity, and the file that it is in."""

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from generator.diagnostics import Diagnostic, InputError, Location, Position, closest, error, unescape
from generator.reading.dialect import restricts
from generator.reading.document import Document, load
from generator.reading.identifiers import Identifiers, identifiers
from generator.reading.limits import RemoteError
from generator.reading.nodes import is_mapping, is_sequence
from generator.reading.remote import RemoteAccess

_MAX_PENDING = 100
_MAX_HINTS = 10  # to compare names takes long, and nobody reads hundreds of suggestions
_ABSENT: Any = object()
_SCHEME = re.compile(r"\A[A-Za-z][A-Za-z0-9+.-]+:")  # two letters at least: `C:` is a drive
_URL = re.compile(r"\A(https?:)?//", re.IGNORECASE)
_INDEX = re.compile(r"0|[1-9][0-9]{0,9}")
_OUTSIDE = (
    "{name!r} is not read: it is outside of the folder {folder!r}; "
    "allow it with --root, or `root` in the configuration, a folder that holds both"
)
_NOT_ALLOWED = (
    "{url!r} is not fetched: "
    "save it beside the document and refer to the file, or allow it with --allow-remote"
)


class Resolved(NamedTuple):
    """A node, and the location that is its identity, whichever way it was reached."""

    node: Any
    location: Location


class UnresolvedReferenceError(Exception):
    """A reference leads nowhere. Whether that is fatal is for the caller to say.

    Attributes:
        diagnostic: why.
        in_missing_file: whether a whole file is missing, and not a name in one.
    """

    def __init__(self, diagnostic: Diagnostic, *, in_missing_file: bool = False) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic
        self.in_missing_file = in_missing_file


class _FailureError(Exception):
    """Why a reference leads nowhere, wherever it stands; or what is wrong with the file that it leads to."""

    def __init__(
        self,
        message: str,
        code: str = "unresolved-reference",
        *,
        cause: Diagnostic | None = None,
        in_missing_file: bool = False,
        ends_run: bool = False,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.cause = cause
        self.in_missing_file = in_missing_file
        self.ends_run = ends_run

    def at(self, location: Location) -> UnresolvedReferenceError | InputError:
        """Return the error for one place where the reference stands."""
        diagnostic = self.cause or error(self.code, self.message, location.child("$ref"))
        if self.ends_run:
            return InputError(diagnostic)
        return UnresolvedReferenceError(diagnostic, in_missing_file=self.in_missing_file)


class _AbsentError(Exception):
    """A node has no such child."""

    def __init__(self, parent: Any, token: str) -> None:
        super().__init__(token)
        self.parent = parent
        self.token = token


class _Key(NamedTuple):
    """What a reference's meaning depends on: its text, and the schema resource and file that it stands in."""

    file: str
    resource: str
    ref: str


class References:
    """The root document, and every other one that its references lead to, read when first needed.

    Attributes:
        root: the root document.
        access: leave to fetch documents at URLs; None where nothing is fetched.

    Files are only read below one folder, where links lead to in the end included: the root document's own, or
    the one that is given.
    """

    def __init__(
        self, root: Document, access: RemoteAccess | None = None, *, folder: Path | None = None
    ) -> None:
        self.root = root
        self.access = access
        home = root.path or Path(root.name)
        self._folder = (folder or home.parent).resolve()
        self._documents: dict[str, Document] = {}
        self._by_name: dict[str, Document] = {}  # a file that has several, through links, is here with each
        self._by_path: dict[Path, Document] = {}
        self._identifiers: dict[str, Identifiers] = {}
        self._resources: dict[str, Location] = {}
        self._own_resources: dict[tuple[str, str], Location] = {}  # of those, what only its document calls so
        self._targets: dict[_Key, Resolved | _FailureError] = {}
        self._ends: dict[Location, Resolved] = {}  # of chains, from each reference on the way
        self._schemas: dict[Location, Resolved] = {}  # the same of chains of schemas
        self._pending: set[_Key] = set()
        self._hints = 0
        self._by_path[home.resolve()] = root
        self._add(root)

    @property
    def documents(self) -> Mapping[str, Document]:
        """The documents read so far, by name."""
        return MappingProxyType(self._documents)

    @property
    def digests(self) -> Mapping[str, str]:
        """The digests of the documents read so far besides the root, by file name or URL."""
        files = {name: document.digest for name, document in self._documents.items()}
        del files[self.root.name]
        return files | (self.access.used if self.access else {})

    def placed(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Return diagnostics with their positions in what was read: nobody can fetch it again for them."""
        diagnostics = tuple(diagnostics)
        nodes = [item.location for item in diagnostics if item.location and not item.position]
        found = self.positions(node for node in nodes if node.pointer and node.file in self._documents)
        return tuple(
            replace(item, position=item.position or found[item.location])
            if item.location is not None and item.location in found
            else item
            for item in diagnostics
        )

    def position(self, location: Location) -> Position:
        """Return the line and column of a node."""
        return self.positions((location,))[location]

    def positions(self, locations: Iterable[Location]) -> dict[Location, Position]:
        """Return the lines and columns of nodes, of the overlays too, having read each file once.

        In a file that could not be read it is the first.
        """
        by_file: dict[str, set[str]] = {}
        for location in locations:
            by_file.setdefault(location.file, set()).add(location.pointer)
        texts = {overlay.name: overlay for overlay in self.root.overlays} | self._documents
        found: dict[Location, Position] = {}
        for file, pointers in by_file.items():
            places = (
                texts[file].positions(pointers) if file in texts else dict.fromkeys(pointers, Position(1, 1))
            )
            found |= {Location(file, pointer): place for pointer, place in places.items()}
        return found

    def forget_trees(self) -> None:
        """Let go of what the documents hold: positions are found in texts, and nothing is resolved any more.

        The trees take five times the room of their texts, and nobody right of lowering reads them.
        """
        self._documents = {name: replace(found, data=None) for name, found in self._documents.items()}
        self.root = self._documents[self.root.name]
        self._by_name, self._by_path, self._targets = {}, {}, {}
        self._ends, self._schemas = {}, {}

    def resolve(self, node: Any, location: Location) -> Resolved:
        """Return what a node stands for: itself, unless it is a reference, or what the chain of them ends at.

        Raises:
            UnresolvedReferenceError: `unresolved-reference`, `reference-cycle`, `remote-reference`, or what
                is wrong with the file that it leads to.
            InputError: where a document may be fetched, and cannot be or has changed. That ends the run even
                where nothing in use needs it: what is made would depend on the network.
        """
        return self._end(node, location, self._ends, is_reference)

    def resolve_schema(self, node: Any, location: Location) -> Resolved:
        """Return what a schema stands for, as `resolve` does, but end at the first that says more itself.

        A schema may say something beside its `$ref` (JSON Schema 2020-12 Core, 8.2.3.1), and is then no other
        name of what it refers to. What the node itself says is for the caller to read.
        """
        end = self._end(node, location, self._schemas, is_alias)
        if is_reference(end.node):
            self._refuse_cycle(end)
        return end

    def _refuse_cycle(self, end: Resolved) -> None:
        """Raise where a schema is only itself, and more: what it lacks is told where it is read."""
        try:
            self.resolve(*end)
        except UnresolvedReferenceError as unresolved:
            if unresolved.diagnostic.code == "reference-cycle":
                raise

    def _end(
        self,
        node: Any,
        location: Location,
        ends: dict[Location, Resolved],
        leads_on: Callable[[Any], bool],
    ) -> Resolved:
        """Return the end of a chain of references.

        Args:
            node: its beginning.
            location: where that is.
            ends: of the chains of this kind that are known.
            leads_on: whether what was reached is not yet the end.
        """
        passed: set[Location] = set()
        follows = is_reference(node)
        while follows:
            target = self._target(node["$ref"], location)
            if target.location in passed:
                raise _cycle(node["$ref"]).at(location)
            passed.add(target.location)
            node, location = ends.get(target.location, target)
            follows = leads_on(node)
        end = Resolved(node, location)
        if len(passed) > 1:
            ends |= dict.fromkeys(passed, end)
        return end

    def _target(self, ref: str, location: Location) -> Resolved:
        """Return the node that a single reference leads to."""
        key = _Key(location.file, self._identifiers[location.file].resource(location.pointer), ref)
        target = self._targets.get(key)
        if target is None:
            target = self._targets[key] = self._first_target(key)
        if isinstance(target, _FailureError):
            raise target.at(location)
        return target

    def _first_target(self, key: _Key) -> Resolved | _FailureError:
        # A pointer may lead through references, and so back to itself.
        if key in self._pending or len(self._pending) >= _MAX_PENDING:
            return _cycle(key.ref)
        self._pending.add(key)
        try:
            return self._follow(key)
        except _FailureError as failure:
            return failure
        finally:
            self._pending.discard(key)

    def _follow(self, key: _Key) -> Resolved:
        uri, _, fragment = key.ref.partition("#")
        resource = self._find_resource(uri, key) if uri else Location(key.file, key.resource)
        if fragment and not unquote(fragment).startswith("/"):
            anchors = self._identifiers[resource.file].anchors
            pointer = anchors.get((resource.pointer, unquote(fragment)))
            if pointer is None:
                raise _FailureError(f"{key.ref!r} does not exist")
            return self._node(Location(resource.file), pointer)
        return self._node_in_resource(resource, fragment, key.ref)

    def _node_in_resource(self, resource: Location, fragment: str, ref: str) -> Resolved:
        """Return the node that a pointer leads to.

        Inside a schema with an `$id` it starts at that schema. Many who write one do not know, and start at
        the document: that is tried next; then, that the percent signs are meant as they stand.
        """
        absent: _AbsentError | UnresolvedReferenceError | None = None
        starts = dict.fromkeys((resource, Location(resource.file)))
        for pointer in dict.fromkeys((unquote(fragment), fragment)):
            for start in starts:
                try:
                    return self._node(start, pointer)
                except (_AbsentError, UnresolvedReferenceError) as found:
                    # The schema with the `$id` may be the reference itself, which leads back to itself.
                    absent = absent if isinstance(absent, _AbsentError) else found
        if isinstance(absent, UnresolvedReferenceError):
            raise _FailureError(absent.diagnostic.message, cause=absent.diagnostic)
        assert absent is not None
        raise _FailureError(f"{ref!r} does not exist{self._suggestion(absent)}")

    def _suggestion(self, absent: _AbsentError) -> str:
        self._hints += 1
        known = absent.parent if is_mapping(absent.parent) and self._hints <= _MAX_HINTS else ()
        guess = closest(absent.token, known)
        return f"; did you mean {guess!r}?" if guess else ""

    def _node(self, start: Location, pointer: str) -> Resolved:
        root = self._documents[start.file].data
        tokens = [unescape(token) for token in f"{start.pointer}{pointer}".split("/")[1:]]
        return self._descend(root, Location(start.file), tokens)

    def _descend(self, node: Any, location: Location, tokens: list[str]) -> Resolved:
        for depth, token in enumerate(tokens):
            child = _child(node, token)
            if child is _ABSENT:
                return self._descend_behind(node, location.child(*tokens[:depth]), tokens[depth:])
            node = child
        return Resolved(node, location.child(*tokens))

    def _descend_behind(self, node: Any, location: Location, tokens: list[str]) -> Resolved:
        """Return what a pointer that leads through a reference means: not RFC 6901's, but people write it."""
        if not is_reference(node):
            raise _AbsentError(node, tokens[0])
        target = self.resolve(node, location)
        return self._descend(target.node, target.location, tokens)

    def _find_resource(self, uri: str, key: _Key) -> Location:
        """Return the document, or the schema with an `$id`, that the part of a reference before `#` names."""
        home = self._documents[key.file]
        named = self._identified(uri, key, home)
        if named is not None:
            return named
        if home.url is not None or _URL.match(uri):
            return Location(self._fetch(_join_url(home.url or "https:", uri), home).name)
        if _SCHEME.match(uri):
            raise _FailureError(f"{uri!r} does not exist: a file is referred to by its path")
        return Location(self._open(uri, key.file).name)

    def _identified(self, uri: str, key: _Key, home: Document) -> Location | None:
        """Return what calls itself by a URI; what was fetched sees nothing of the files here."""
        if not self._resources and not self._own_resources:
            return None
        base = self._identifiers[key.file].uris.get(key.resource, "")
        whole = _join_url(base, uri)
        named = self._resources.get(whole) or self._own_resources.get((key.file, whole))
        if named is None or (home.url is not None and self._documents[named.file].url is None):
            return None
        return named

    def _fetch(self, url: str, home: Document) -> Document:
        """Return the document at a URL, by which it is also known in diagnostics."""
        if url not in self._by_name:
            self._by_name[url] = self._first_fetch(url, home)
        return self._by_name[url]

    def _first_fetch(self, url: str, home: Document) -> Document:
        if self.access is None:
            raise _FailureError(_NOT_ALLOWED.format(url=url), "remote-reference")
        try:
            document = self.access.read(url, home)
        except RemoteError as problem:
            raise _FailureError(problem.message, problem.code, ends_run=True) from None
        except InputError as problem:
            raise _unreadable(problem) from None
        # It may refer to itself by the URL that it was redirected to, or have been read by that one.
        known = self._by_name.get(document.url or url)
        if known is not None and known.digest == document.digest:
            return known
        self._by_name[document.url or url] = document
        self._add(document)
        return document

    def _open(self, uri: str, file: str) -> Document:
        """Return the document at a path relative to the file that refers to it."""
        name = _join(file, uri)
        if name not in self._by_name:
            home = self._documents[file].path
            path = Path(_join(home.as_posix(), uri)) if home else Path(name)
            self._by_name[name] = self._read(name, path, uri, file)
        return self._by_name[name]

    def _read(self, name: str, path: Path, uri: str, file: str) -> Document:
        """Return the document in a file that was not referred to by this name before."""
        resolved = _resolved(path)
        is_folder = resolved is not None and resolved.is_dir()
        if resolved is None or is_folder or not resolved.exists():
            what = "is a folder" if is_folder else "does not exist"
            message = f"{name!r} {what}{self._pointer_hint(uri, file)}"
            # Without an ending it is more likely a name that lacks its `#`.
            raise _FailureError(message, in_missing_file=is_folder or "." in posixpath.basename(uri))
        if not resolved.is_relative_to(self._folder):
            raise _FailureError(_OUTSIDE.format(name=name, folder=self._folder.name or "/"), "outside-root")
        if resolved not in self._by_path:
            document = self._by_path[resolved] = _load(path, name)
            self._add(document)
        return self._by_path[resolved]

    def _pointer_hint(self, uri: str, file: str) -> str:
        """Return a suggestion for a pointer that lacks its `#`."""
        if not uri.startswith("/"):
            return ""
        try:
            self._node(Location(file), uri)
        except (_AbsentError, UnresolvedReferenceError):
            return ""
        return f"; did you mean '#{uri}'?"

    def _add(self, document: Document) -> None:
        self._documents[document.name] = self._by_name[document.name] = document
        known = self._identifiers[document.name] = identifiers(document)
        for pointer, uri in known.uris.items():
            here = Location(document.name, pointer)
            # Nothing fetched passes for a file, or for what another server has.
            if document.url is None or _origin(uri) == _origin(document.url):
                self._resources.setdefault(uri, here)
            else:
                self._own_resources.setdefault((document.name, uri), here)


def is_reference(node: Any) -> bool:
    """Whether a node is a mapping with a `$ref`; siblings do not matter here, but to those who read it."""
    return is_mapping(node) and isinstance(node.get("$ref"), str)


def is_alias(node: Any) -> bool:
    """Whether a schema is a reference and says nothing else of values.

    A type is what is referred to already; what `$defs` holds may fill the holes of that.
    """
    if not is_reference(node) or node.get("nullable") is True or "$defs" in node:
        return False
    return not any(map(restricts, node.keys() - {"$ref", "type"}))


def _join(file: str, uri: str) -> str:
    """Return the path that a relative reference in a file means: without its dots (RFC 3986, 5.2.4)."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(uri)))


def _origin(url: str) -> tuple[str, str] | None:
    """Return who has what is at a URL: its scheme, and its server with the port."""
    try:
        parts = urlsplit(url)
        port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    except ValueError:
        return None
    return parts.scheme, f"{(parts.hostname or '').lower()}:{port}"


def _join_url(base: str, uri: str) -> str:
    """Return the URL that a relative one means; what cannot be one stays as it is."""
    try:
        return urljoin(base, uri)
    except ValueError:
        return uri


def _resolved(path: Path) -> Path | None:
    """Return where a path leads to, every link followed; None where it is a name that no file can have."""
    try:
        found = path.resolve()
        found.exists()
    except (OSError, ValueError, RuntimeError):
        return None
    return found


def _load(path: Path, name: str) -> Document:
    try:
        return load(path, name=name, root=False)
    except InputError as problem:
        raise _unreadable(problem) from None


def _unreadable(problem: InputError) -> _FailureError:
    cause = problem.diagnostics[0]
    return _FailureError(cause.message, cause=cause)


def _child(node: Any, token: str) -> Any:
    """Return the child that a reference token leads to (RFC 6901, 4)."""
    if is_mapping(node):
        return node.get(token, _ABSENT)
    if is_sequence(node) and _INDEX.fullmatch(token) and int(token) < len(node):
        return node[int(token)]
    return _ABSENT


def _cycle(ref: str) -> _FailureError:
    return _FailureError(f"{ref!r} leads back to itself", "reference-cycle")
