"""What readers have to know of each section of the page."""

from collections.abc import Mapping
from typing import Final

ABOUT: Final[Mapping[str, str]] = {
    "Calls, one by one": """\
A session of 2 KB, a page of 100 sessions, and a batch of 5 KB that is posted, to a server on loopback.
Beside it, httpx2 makes the same request and pydantic's `validate_json` reads the answer as the same
models.""",
    "Calls, 50 at once": """\
The same with asyncio; times are those of one call. How many of them one turn of the loop serves differs
from run to run, so these medians are known less well.""",
    "Calls by other HTTP libraries": """\
The async GET by the adapters that are in every package, beside httpx2 as above, and beside the library that
carries it and pydantic alone. What these two need beside httpx2 bounds the goals: no adapter needs less.""",
    "Calls by other SDKs": """\
The same requests, one by one: by what openapi-python-client and crozier make of the same document, and by
openai's SDK, which takes any path and models of its own kind. What they are compared with is as above, with
models written by hand.""",
    "Decoding": """\
From the bytes of an answer to models, without any call.""",
    "Answers that do not fit": """\
A page of 100 rows with wrong fields, and a tree of 1 MB with a wrong leaf at its bottom, decoded as far as
they fit and reported. Beside it, the same without faults: a server that answers wrongly must not stop a
client. Python's own search for cycles takes longer than all else in reading the tree, and falls into one or
the other: those rows are known least.""",
    "Streams": """\
From memory, in blocks of 16 KiB; beside it,
httpx2's `iter_lines` with `validate_json` of each line's data.""",
    "Uploads": """\
A file from a path, sent as a form to a server that drops it.""",
    "Starting": """\
Whole processes, byte code being there. `import` and touching are the CPU of that alone.""",
    "A large package": """\
GitHub's, of 1,200 operations. A resource is touched in a process with a client, pydantic and httpx2.""",
    "Generation": """\
Whole processes that write a package into an empty folder, formatted. Several times GitHub is one document
with so many copies of each path and component. Memory is the peak of the process, without what an empty
document needs.""",
    "Generation, beside other generators": """\
The same document by their command, formatted too.""",
}
