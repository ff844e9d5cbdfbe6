"""All that is measured, in the order of the page."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Final, TypeAlias

from tests.bench import calls, decoding, peers, processes, streams, uploads
from tests.bench.pairs import Row
from tests.bench.scale import Scale

Group: TypeAlias = Callable[[Scale], AbstractContextManager[list[Row]]]

# By the titles of their sections.
GROUPS: Final[Mapping[str, Group]] = {
    "Calls, one by one": calls.one_by_one,
    "Calls, 50 at once": calls.at_once,
    "Calls by other HTTP libraries": calls.carried,
    "Calls by other SDKs": peers.sdks,
    "Decoding": decoding.pages,
    "Answers that do not fit": decoding.faults,
    "Streams": streams.streams,
    "Uploads": uploads.uploads,
    "Starting": processes.starts,
    "A large package": processes.touches,
    "Generation": processes.generation,
    "Generation, beside other generators": peers.generators,
}
