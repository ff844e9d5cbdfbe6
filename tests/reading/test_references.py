"""References: what they lead to, under which name, and what is said of those that lead nowhere."""

from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Diagnostic, Location, Position, Severity
from generator.reading.document import load, parse
from generator.reading.overlay import apply
from generator.reading.references import References, Resolved, UnresolvedReferenceError, is_reference

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"


def references(text: str) -> References:
    """Return the references of a document that stands alone."""
    return References(parse(text.encode(), "api.yaml"))


def follow(refs: References, ref: str, pointer: str = "/here", file: str | None = None) -> Resolved:
    """Return what a reference at a place leads to."""
    return refs.resolve({"$ref": ref}, Location(file or refs.root.name, pointer))


def failure(refs: References, ref: str, pointer: str = "/here", file: str | None = None) -> Diagnostic:
    """Return why a reference at a place leads nowhere."""
    with pytest.raises(UnresolvedReferenceError) as caught:
        follow(refs, ref, pointer, file)
    return caught.value.diagnostic


def write(root: Path, files: dict[str, str]) -> References:
    """Write files, and return the references of the first."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    first = next(iter(files))
    return References(load(root / first, name=first), folder=root)


def unresolved(message: str, pointer: str = "/here/$ref", file: str = "api.yaml") -> Diagnostic:
    return Diagnostic(
        severity=Severity.ERROR,
        code="unresolved-reference",
        message=message,
        location=Location(file, pointer),
    )


POINTERS = """
a/b: {"~": {x: 1}}
"c%d e": 2
"f%25": 3
list: [{y: 4}, 5]
200: 6
"": 7
é: 8
"""


@pytest.mark.parametrize(
    ("ref", "node", "pointer"),
    [
        ("#/a~1b/~0/x", 1, "/a~1b/~0/x"),
        ("#/a~1b/%7E0", {"x": 1}, "/a~1b/~0"),
        ("#%2Fa~1b", {"~": {"x": 1}}, "/a~1b"),
        ("#/c%25d%20e", 2, "/c%d e"),
        ("#/c%d e", 2, "/c%d e"),
        ("#/f%2525", 3, "/f%25"),
        ("#/f%25", 3, "/f%25"),
        ("#/list/0/y", 4, "/list/0/y"),
        ("#/list/1", 5, "/list/1"),
        ("#/200", 6, "/200"),
        ("#/", 7, "/"),
        ("#/%C3%A9", 8, "/é"),
        ("#/é", 8, "/é"),
    ],
)
def test_pointers(ref: str, node: Any, pointer: str) -> None:
    assert follow(references(POINTERS), ref) == Resolved(node, Location("api.yaml", pointer))


def test_the_whole_document() -> None:
    refs = references("a: 1")
    assert follow(refs, "#") == follow(refs, "") == Resolved({"a": 1}, Location("api.yaml"))


def test_what_is_no_reference_stands_for_itself() -> None:
    refs = references("a: 1")
    for node in ({"type": "object"}, {"$ref": {"type": "string"}}, [1], "text", None, 1):
        assert refs.resolve(node, Location("api.yaml", "/a")) == Resolved(node, Location("api.yaml", "/a"))


def test_a_chain_ends_where_no_reference_is() -> None:
    links = "\n".join(f"a{n}: {{$ref: '#/a{n + 1}'}}" for n in range(300))
    assert follow(references(f"{links}\na300: end"), "#/a0") == Resolved("end", Location("api.yaml", "/a300"))


def test_a_cycle() -> None:
    refs = references("a: {$ref: '#/b'}\nb: {$ref: '#/a'}\nc: {$ref: '#/c'}\nd: {$ref: '#/d/e'}\n")
    for ref in ("#/a", "#/b", "#/c", "#/d/e", "#/d/x"):
        assert failure(refs, ref).code == "reference-cycle"
    assert failure(refs, "#/c") == Diagnostic(
        severity=Severity.ERROR,
        code="reference-cycle",
        message="'#/c' leads back to itself",
        location=Location("api.yaml", "/c/$ref"),
    )


def test_a_place_may_refer_to_what_is_around_it() -> None:
    refs = references("node: {properties: {next: {$ref: '#/node'}}}")
    here = Location("api.yaml", "/node")
    assert refs.resolve({"$ref": "#/node"}, here) == Resolved(refs.root.data["node"], here)


def test_a_pointer_may_lead_through_references() -> None:
    refs = references("a: {$ref: '#/b'}\nb: {$ref: '#/c/0'}\nc: [{d: {e: 1}}]\n")
    assert follow(refs, "#/a/d/e") == Resolved(1, Location("api.yaml", "/c/0/d/e"))
    assert failure(refs, "#/a/x") == unresolved("'#/a/x' does not exist")


@pytest.mark.parametrize(
    ("ref", "message"),
    [
        ("#/schemas/Sesion", "'#/schemas/Sesion' does not exist; did you mean 'Session'?"),
        ("#/schema/Session", "'#/schema/Session' does not exist; did you mean 'schemas'?"),
        ("#/schemas/Elephant", "'#/schemas/Elephant' does not exist"),
        ("#/schemas/Session/type/x", "'#/schemas/Session/type/x' does not exist"),
        ("#/list/1", "'#/list/1' does not exist"),
        ("#/list/00", "'#/list/00' does not exist"),
        ("#/list/-", "'#/list/-' does not exist"),
        ("#/list/99999999999999999999", "'#/list/99999999999999999999' does not exist"),
        ("#Session", "'#Session' does not exist"),
        ("Session", "'Session' does not exist"),
        ("/schemas", "'/schemas' does not exist; did you mean '#/schemas'?"),
        ("/dead/end", "'/dead/end' does not exist"),
        ("/schemas/Session", "'/schemas/Session' does not exist; did you mean '#/schemas/Session'?"),
        ("none.yaml#/a", "'none.yaml' does not exist"),
        ("urn:example:x", "'urn:example:x' does not exist: a file is referred to by its path"),
        ("file:///etc/passwd", "'file:///etc/passwd' does not exist: a file is referred to by its path"),
        ("a%00b", "'a\\x00b' does not exist"),
    ],
)
def test_what_leads_nowhere(ref: str, message: str) -> None:
    refs = references("schemas: {Session: {type: object}, Run: {}}\nlist: [1]\ndead: {$ref: x.yaml}")
    assert failure(refs, ref) == unresolved(message)
    assert failure(refs, ref, "/there") == unresolved(message, "/there/$ref")


@pytest.mark.parametrize("uri", ["https://example.com/a.yaml", "http://example.com/", "//example.com/a.yaml"])
def test_nothing_is_fetched(uri: str) -> None:
    assert failure(references("a: 1"), f"{uri}#/x") == Diagnostic(
        severity=Severity.ERROR,
        code="remote-reference",
        message=f"'{uri if ':' in uri else f'https:{uri}'}' is not fetched: "
        "save it beside the document and refer to the file, or allow it with --allow-remote",
        location=Location("api.yaml", "/here/$ref"),
    )


def test_files(tmp_path: Path) -> None:
    refs = write(
        tmp_path,
        {
            "spec/api.yaml": "a: 1\n",
            "spec/schemas/pet one.yaml": "tag: {$ref: ../../common.yaml#/T}\nback: {$ref: ../api.yaml#/a}\n",
            "common.yaml": "T: {$ref: 'spec/tag.json'}\n",
            "spec/tag.json": '["x"]',
        },
    )
    pet = "spec/schemas/pet one.yaml"
    for spelling in ("schemas/pet%20one.yaml", "./schemas/pet one.yaml", "../spec/schemas/pet%20one.yaml#"):
        assert follow(refs, spelling).location == Location(pet)
    assert follow(refs, "schemas/pet%20one.yaml#/tag") == Resolved(["x"], Location("spec/tag.json"))
    assert follow(refs, "schemas/pet%20one.yaml#/tag/0") == Resolved("x", Location("spec/tag.json", "/0"))
    assert follow(refs, "#/back", file=pet) == Resolved(1, Location("spec/api.yaml", "/a"))
    assert failure(refs, "../none.yaml", file=pet) == unresolved("'spec/none.yaml' does not exist", file=pet)
    assert failure(refs, "schemas").message == "'spec/schemas' is a folder"
    assert list(refs.documents) == ["spec/api.yaml", pet, "common.yaml", "spec/tag.json"]
    assert refs.documents["common.yaml"].path == tmp_path / "common.yaml"


def test_a_file_has_one_name(tmp_path: Path) -> None:
    refs = write(tmp_path, {"api.yaml": "a: 1\n", "b.yaml": "b: 2\n"})
    (tmp_path / "link.yaml").symlink_to(tmp_path / "b.yaml")
    (tmp_path / "again.yaml").symlink_to(tmp_path / "api.yaml")
    assert follow(refs, "link.yaml").location == follow(refs, "b.yaml").location == Location("link.yaml")
    assert follow(refs, "again.yaml") == follow(refs, f"{tmp_path}/api.yaml") == follow(refs, "#")


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    refs = write(tmp_path, {"api.yaml": "a: 1\n", "b.yaml": "a: 1\nb: [\n"})
    for pointer in ("/here", "/there"):
        assert failure(refs, "b.yaml#/a", pointer) == Diagnostic(
            severity=Severity.ERROR,
            code="invalid-yaml",
            message="not valid YAML: did not find expected node content",
            location=Location("b.yaml"),
            position=Position(3, 1),
        )


def test_anchors() -> None:
    refs = references(
        "a: {$anchor: one, x: 1}\nb: [{$dynamicAnchor: two}]\nc: {properties: {$anchor: {type: string}}}\n"
    )
    assert follow(refs, "#one") == Resolved({"$anchor": "one", "x": 1}, Location("api.yaml", "/a"))
    assert follow(refs, "#two").location == Location("api.yaml", "/b/0")
    assert failure(refs, "#three") == unresolved("'#three' does not exist")


IDS = """
$self: https://example.com/apis/api.yaml
components:
  schemas:
    Tree:
      $id: https://example.com/schemas/tree
      $defs:
        Leaf: {$anchor: leaf, type: string}
        Node: {$id: node, $defs: {Own: {type: 'null'}}}
    Other: {$anchor: leaf, type: number}
"""


def test_identifiers() -> None:
    refs = references(IDS)
    schemas = "/components/schemas"
    tree = f"{schemas}/Tree"
    for ref, pointer, expected in [
        ("https://example.com/schemas/tree", "", tree),
        ("../schemas/tree#/$defs/Leaf", "", f"{tree}/$defs/Leaf"),
        ("https://example.com/schemas/tree#leaf", "", f"{tree}/$defs/Leaf"),
        ("https://example.com/schemas/node#/$defs/Own", "", f"{tree}/$defs/Node/$defs/Own"),
        ("https://example.com/apis/api.yaml#leaf", "", f"{schemas}/Other"),
        ("#leaf", f"{schemas}/Other/items", f"{schemas}/Other"),
        ("#leaf", f"{tree}/items", f"{tree}/$defs/Leaf"),
        ("#/$defs/Leaf", f"{tree}/items", f"{tree}/$defs/Leaf"),
        ("node", f"{tree}/items", f"{tree}/$defs/Node"),
        ("tree", f"{tree}/$defs/Node/items", tree),
        ("#", f"{tree}/items", tree),
        ("#/components/schemas/Other", f"{tree}/items", f"{schemas}/Other"),
    ]:
        assert follow(refs, ref, pointer).location == Location("api.yaml", expected)


def test_identifiers_in_other_files(tmp_path: Path) -> None:
    refs = write(
        tmp_path,
        {"api.yaml": "a: 1\n", "tree.yaml": "$id: https://example.com/tree\n$defs: {a: {$id: leaf}}\n"},
    )
    assert failure(refs, "https://example.com/leaf").code == "remote-reference"
    assert follow(refs, "tree.yaml#/$defs/a").location == Location("tree.yaml", "/$defs/a")
    assert follow(refs, "leaf", "/$defs/x", "tree.yaml").location == Location("tree.yaml", "/$defs/a")
    assert follow(refs, "https://example.com/leaf", "/elsewhere", "tree.yaml").location.pointer == "/$defs/a"


def test_positions(tmp_path: Path) -> None:
    refs = write(tmp_path, {"api.yaml": "a: 1\nb: 2\n", "c.yaml": "- 1\n- x: 1\n"})
    item, key = follow(refs, "c.yaml#/1/x").location, Location("api.yaml", "/b")
    assert refs.positions([item, key]) == {item: Position(2, 3), key: Position(2, 1)}
    assert refs.position(item) == Position(2, 3)
    assert refs.position(Location("unread.yaml", "/a")) == Position(1, 1)


def test_positions_in_overlays() -> None:
    change = (
        "overlay: 1.0.0\ninfo: {title: T, version: 1}\nactions:\n- target: $\n  update: {b: {$ref: '#/c'}}\n"
    )
    changes = parse(change.encode(), "overlay.yaml")
    refs = References(apply(parse(b"a: 1", "api.yaml"), [changes]).document)
    assert failure(refs, "#/b", "/d") == unresolved("'#/c' does not exist", "/b/$ref")
    assert refs.position(Location("overlay.yaml", "/actions/0/update")) == Position(5, 3)
    assert list(refs.documents) == ["api.yaml"]


def dangling(refs: References) -> list[tuple[str, str]]:
    """Return the code and message of each reference that leads nowhere, in every file that is reached."""
    found: set[tuple[str, str]] = set()
    done: set[str] = set()
    while new := refs.documents.keys() - done:
        for name in sorted(new):
            done.add(name)
            stack = [(refs.documents[name].data, Location(name))]
            while stack:
                node, location = stack.pop()
                if is_reference(node):
                    try:
                        refs.resolve(node, location)
                    except UnresolvedReferenceError as problem:
                        found.add((problem.diagnostic.code, str(problem.diagnostic.location)))
                children = (
                    node.items()
                    if isinstance(node, dict)
                    else enumerate(node)
                    if isinstance(node, list)
                    else ()
                )
                stack += ((child, location.child(key)) for key, child in children)
    return sorted(found)


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not here")
@pytest.mark.parametrize(
    ("name", "unresolvable"),
    [
        ("trigger-v3/openapi.yaml", 0),
        ("hatchet-multi/api-contracts/openapi/openapi.yaml", 0),
        ("digitalocean/specification/DigitalOcean-public.v2.yaml", 0),
        ("speakeasy-32-inline/openapi/testdata/inline/inline_input.yaml", 4),
        ("aio-32-itemschema/openapi.yaml", 1),
    ],
)
def test_the_corpus_refers_to_what_exists(name: str, unresolvable: int) -> None:
    found = dangling(References(load(CORPUS / name, name=name)))
    assert [code for code, _ in found] == ["unresolved-reference"] * unresolvable


def test_positions_are_found_after_the_trees_were_let_go_of(tmp_path: Path) -> None:
    refs = write(tmp_path, {"api.yaml": "here:\n  - $ref: 'other.yaml#/b'\n", "other.yaml": "a: 1\nb: 2\n"})
    follow(refs, "other.yaml#/b")
    digests = refs.digests
    refs.forget_trees()
    assert [found.data for found in (refs.root, *refs.documents.values())] == [None, None, None]
    assert refs.position(Location("other.yaml", "/b")) == Position(2, 1)
    assert refs.digests == digests
