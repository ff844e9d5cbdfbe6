"""`oasmith diff`: two documents, understood, and what changed from one to the other."""

from dataclasses import replace

from generator.config import ClientConfig
from generator.contract.allowances import weighed
from generator.contract.committed import Before
from generator.contract.compare import compare
from generator.contract.records import Change
from generator.contract.state import contract_of
from generator.diagnostics import InputError, Location, Position, error
from generator.pipeline import Understood, understand
from generator.reading.sources import STDIN, Source, opened
from generator.records import dataclass
from generator.writing.contents import describe


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What changed from one document to another.

    Attributes:
        changes: what changed.
        places: on which lines that is.
        paths: the paths in the repository of files of other revisions, by how these are shown.
    """

    changes: tuple[Change, ...]
    places: dict[Location, Position]
    paths: dict[str, str]


def compare_documents(old: str, new: str, config: ClientConfig) -> Comparison:
    """Return what changed from one document to another, with the names that the package of the old one has.

    Raises:
        InputError: where one of them cannot be used, or both are to come from standard input.
    """
    if old == new == STDIN:
        message = f"only one of the two documents can be `{STDIN}`: standard input is read once"
        raise InputError(error("bad-flags", message))
    with (
        opened(old, allow_remote=config.allow_remote) as source,
        opened(new, allow_remote=config.allow_remote) as other,
    ):
        before = understand(replace(config, document=source.document.name), source=source)
        contract = contract_of(before.api, before.names, before.plan)
        known = Before(manifest=describe(before.api, before.names, before.plan), contract=contract)
        settings = replace(config, document=other.document.name)
        after = understand(settings, source=other, known=known, refuses=True)
        changes = weighed(compare(contract, contract_of(after.api, after.names, after.plan)), config)
        places = {
            **positions_of([item.old_place for item in changes], before, source),
            **positions_of([item.new_place for item in changes], after, other),
        }
        shown = tuple(
            replace(item, old_place=source.shown(item.old_place), new_place=other.shown(item.new_place))
            for item in changes
        )
        paths = {
            **_paths([item.old_place for item in changes], source),
            **_paths([item.new_place for item in changes], other),
        }
    return Comparison(changes=shown, places=places, paths=paths)


def _paths(locations: list[Location | None], source: Source) -> dict[str, str]:
    """Return the paths in the repository of what is of another revision, by how it is shown."""
    known = ((source.shown(item), source.path(item)) for item in locations if item is not None)
    return {shown.file: path for shown, path in known if shown is not None and path is not None}


def positions_of(
    locations: list[Location | None], understood: Understood, source: Source | None = None
) -> dict[Location, Position]:
    """Return the lines and columns of locations in a document, by how its user knows them."""
    wanted = {item for item in locations if item is not None}
    found = understood.references.positions(wanted)
    if source is None:
        return found
    return {source.shown(location) or location: position for location, position in found.items()}
