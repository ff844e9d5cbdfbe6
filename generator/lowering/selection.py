"""Which operations of a document are wanted: all, or those of some tags, paths and operationIds."""

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase

from generator.config import ClientConfig
from generator.diagnostics import Diagnostic, Location, closest, error
from generator.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What an operation may be selected by."""

    path: str
    operation_id: str | None
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The operations that are wanted: those that fit any entry; all, where there is none.

    Attributes:
        tags: tags as they stand in the document.
        paths: path templates, with `*` for any text.
        operations: operationIds.
        unused: whether schemas that nothing uses are wanted, too, where all operations are.
    """

    tags: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    operations: tuple[str, ...] = ()
    unused: bool = True

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        return not (self.tags or self.paths or self.operations)

    def takes(self, offer: Offer) -> bool:
        """Whether an operation is wanted."""
        return (
            self.is_everything
            or offer.operation_id in self.operations
            or any(tag in offer.tags for tag in self.tags)
            or any(fnmatchcase(offer.path, pattern) for pattern in self.paths)
        )


def selection_of(config: ClientConfig) -> Selection:
    """Return what the settings select."""
    return Selection(
        tags=config.tags, paths=config.paths, operations=config.operations, unused=config.unused_schemas
    )


def unmatched(selection: Selection, offers: Sequence[Offer], location: Location) -> Iterable[Diagnostic]:
    """Yield an error for each entry that no operation fits: it is misspelt, or the document has changed.

    Args:
        selection: what is wanted.
        offers: every operation of the document.
        location: where the operations stand.
    """
    tags = {tag for offer in offers for tag in offer.tags}
    ids = {offer.operation_id for offer in offers if offer.operation_id is not None}
    paths = {offer.path for offer in offers}
    for tag in selection.tags:
        if tag not in tags:
            yield _unknown(f"no operation has the tag {tag!r}", tag, tags, location)
    for pattern in selection.paths:
        if not any(fnmatchcase(path, pattern) for path in paths):
            yield _unknown(f"no operation has the path {pattern!r}", pattern, paths, location)
    for operation_id in selection.operations:
        if operation_id not in ids:
            yield _unknown(f"no operation is called {operation_id!r}", operation_id, ids, location)


def _unknown(message: str, given: str, known: set[str], location: Location) -> Diagnostic:
    close = closest(given, sorted(known))
    hint = f"; did you mean {close!r}?" if close else ""
    return error("nothing-selected", f"{message}{hint}", location)
