"""Documents at URLs: what is fetched, what is not, and what is said of what cannot be."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic, InputError, Location, Position
from generator.reading.document import load, parse
from generator.reading.fetching import refusal
from generator.reading.files import digest
from generator.reading.limits import Limits
from generator.reading.references import References, Resolved, UnresolvedReferenceError
from generator.reading.remote import RemoteAccess
from tests.support.http_server import Reply
from tests.support.site import Site, open_site

MOVED = {"location": "/v2/parts.yaml"}
HERE = Location("api.yaml", "/here")


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site({}) as site:
        yield site


def references(text: str = "a: 1", access: RemoteAccess | None = None) -> References:
    return References(parse(text.encode(), "api.yaml"), access or RemoteAccess())


def follow(refs: References, ref: str, location: Location = HERE) -> Resolved:
    return refs.resolve({"$ref": ref}, location)


def failure(refs: References, ref: str, location: Location = HERE) -> Diagnostic:
    """Return why a reference ends the run."""
    with pytest.raises(InputError) as caught:
        follow(refs, ref, location)
    (diagnostic,) = caught.value.diagnostics
    return diagnostic


def test_a_document_is_fetched_once(site: Site) -> None:
    site.pages["/a.yaml"] = "Note: {type: object}\nlist: [x]\n"
    refs = references()
    url = f"{site.url}/a.yaml"
    assert follow(refs, f"{url}#/Note") == Resolved({"type": "object"}, Location(url, "/Note"))
    assert follow(refs, f"{url}#/list/0") == Resolved("x", Location(url, "/list/0"))
    assert follow(refs, url).location == Location(url)
    assert site.asked == ["/a.yaml"]
    assert refs.digests == {url: digest(b"Note: {type: object}\nlist: [x]\n")}
    assert refs.position(Location(url, "/list/0")) == Position(2, 8)


def test_a_fetched_document_refers_relative_to_its_url(site: Site) -> None:
    site.pages |= {
        "/specs/a.json": '{"here": {"$ref": "#/b"}, "b": {"$ref": "../parts/b.yaml?v=1#/B"}}',
        "/parts/b.yaml?v=1": "B: {$ref: '/c.yaml#c'}\n",
        "/c.yaml": "C: {$anchor: c, type: string}\n",
    }
    found = follow(references(), f"{site.url}/specs/a.json#/here")
    assert found == Resolved({"$anchor": "c", "type": "string"}, Location(f"{site.url}/c.yaml", "/C"))
    assert site.asked == ["/specs/a.json", "/parts/b.yaml?v=1", "/c.yaml"]


def test_a_redirect_moves_the_base_and_keeps_the_name(site: Site) -> None:
    site.pages |= {
        "/latest/parts.yaml": Reply(status=302, headers=MOVED),
        "/v2/parts.yaml": "A: {$ref: 'more.yaml#/B'}\nOwn: 1\n",
        "/v2/more.yaml": "B: {$ref: 'parts.yaml#/Own'}\n",
    }
    refs = references()
    asked = f"{site.url}/latest/parts.yaml"
    # The document refers to itself by the URL that it was moved to, and is not fetched again.
    assert follow(refs, f"{asked}#/A") == Resolved(1, Location(asked, "/Own"))
    assert list(refs.documents) == ["api.yaml", asked, f"{site.url}/v2/more.yaml"]
    assert site.asked == ["/latest/parts.yaml", "/v2/parts.yaml", "/v2/more.yaml"]


def test_two_ways_to_a_document_are_both_known(site: Site) -> None:
    site.pages |= {"/old.yaml": Reply(status=308, headers=MOVED), "/v2/parts.yaml": "A: 1\n"}
    refs = references()
    old, new = f"{site.url}/old.yaml", f"{site.url}/v2/parts.yaml"
    assert follow(refs, f"{new}#/A") == follow(refs, f"{old}#/A") == Resolved(1, Location(new, "/A"))
    assert list(refs.digests) == [new, old]


def test_a_fetched_document_is_known_by_its_identifiers(site: Site) -> None:
    site.pages["/tree.yaml"] = f"$id: {site.url}/oak\nLeaf: {{$id: leaf, x: 1}}\n"
    refs = references()
    tree = f"{site.url}/tree.yaml"
    assert follow(refs, tree).location == Location(tree)
    assert follow(refs, f"{site.url}/leaf").location == Location(tree, "/Leaf")
    site.pages["/below/bush.yaml"] = "$id: hedge\nLeaf: 1\n"
    follow(refs, f"{site.url}/below/bush.yaml")
    assert follow(refs, f"{site.url}/below/hedge#/Leaf").node == 1
    assert site.asked == ["/tree.yaml", "/below/bush.yaml"]


def test_an_identifier_of_somebody_else_counts_inside_its_document_only(site: Site) -> None:
    site.pages["/tree.yaml"] = (
        "$id: https://nowhere.invalid/tree\nLeaf: {$id: leaf, x: 1}\nroot: {$ref: leaf}\n"
    )
    refs = references()
    tree = f"{site.url}/tree.yaml"
    assert follow(refs, f"{tree}#/root").location == Location(tree, "/Leaf")
    for claimed in ("https://nowhere.invalid/leaf", "https://nowhere.invalid/tree"):
        assert failure(refs, claimed).code == "remote-failure"  # it is asked for where it says that it is


@pytest.mark.parametrize(
    "ref", ["file://{path}", "FILE://{path}", "file://{stem}", "secret.yaml", "../../../..{path}", "{path}"]
)
def test_a_fetched_document_never_leads_to_a_file(ref: str, site: Site, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("$id: secret\na: {$id: b}\n")
    (tmp_path / "api.yaml").write_text("local: {$ref: 'secret.yaml#/a'}\n")
    refs = References(load(tmp_path / "api.yaml", name="api.yaml"), RemoteAccess())
    assert follow(refs, "secret.yaml#/a").location.file == "secret.yaml"  # it has been read before
    site.pages["/a.yaml"] = "a: 1\n"
    remote = Location(f"{site.url}/a.yaml", "/x")
    follow(refs, remote.file)
    assert failure(refs, ref.format(path=secret, stem=secret.with_suffix("")), remote).code in {
        "remote-reference",
        "remote-failure",
    }


def test_a_fetched_document_does_not_pass_for_a_file(site: Site, tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text("$anchor: a\n")
    (tmp_path / "parts.yaml").write_text("from: here\n")
    refs = References(load(tmp_path / "api.yaml", name="api.yaml"), RemoteAccess())
    site.pages["/a.yaml"] = f"$id: {(tmp_path / 'parts.yaml').as_uri()}\nfrom: elsewhere\n"
    follow(refs, f"{site.url}/a.yaml")
    assert follow(refs, "parts.yaml").node == {"from": "here"}


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.com/a", None),
        ("http://example.com/a", "only https is, and http where the server is on this machine"),
        ("http://127.0.0.1.example.com/", "only https is, and http where the server is on this machine"),
        ("http://10.0.0.1/", "only https is, and http where the server is on this machine"),
        ("http://localhost:80/a", None),
        ("http://LOCALHOST./a", None),
        ("http://127.0.0.2/a", None),
        ("http://127.1/a", None),
        ("http://[::1]/a", None),
        ("https://u:p@example.com/", "a URL with a user or password in it would be kept in files"),
        ("file:///etc/passwd", "only https is"),
        ("ftp://example.com/", "only https is"),
        ("https:///a", "only https is"),
        ("https://[", "it is no URL"),
        ("https://example.com:99999/", "it is no URL"),
    ],
)
def test_what_is_asked_for(url: str, expected: str | None) -> None:
    assert refusal(url) == expected


def test_a_refusal_has_its_place(site: Site) -> None:
    site.pages["/a.yaml"] = "a: 1\nb: {$ref: 'http://example.com/b.yaml'}\n"
    here = follow(references(), f"{site.url}/a.yaml#/a")
    refs = references()
    follow(refs, here.location.file)
    found = failure(refs, "http://example.com/b.yaml", Location(here.location.file, "/b"))
    assert (found.code, found.location) == ("remote-reference", Location(here.location.file, "/b/$ref"))
    assert refs.placed([found])[0].position == Position(2, 5)


@pytest.mark.parametrize(
    ("reply", "limits", "reason"),
    [
        (Reply(status=404), Limits(), "the server answers 404 Not Found"),
        (Reply(status=304), Limits(), "the server answers 304 Not Modified"),
        (Reply(body=b"x" * 101), Limits(size=100), "it is larger than 100 bytes"),
        (Reply(body=b"x" * (2**20 + 1)), Limits(size=2**20), "it is larger than 1 MiB"),
        (Reply(delay=60), Limits(seconds=0.2), "it takes more than 0.2 s"),
        (
            Reply(body=b"abc", headers={"content-length": "10"}, close_connection=True),
            Limits(),
            "the answer breaks off",
        ),
        (
            Reply(status=301, headers={"location": "/a"}),
            Limits(redirects=3),
            "it is redirected more than 3 times",
        ),
    ],
)
def test_what_cannot_be_fetched(reply: Reply, limits: Limits, reason: str, site: Site) -> None:
    site.pages["/a"] = reply
    found = failure(references(access=RemoteAccess(limits=limits)), f"{site.url}/a#/b")
    assert found.message == f"'{site.url}/a' cannot be fetched: {reason}"
    assert (found.code, found.location) == ("remote-failure", Location("api.yaml", "/here/$ref"))


def test_as_much_as_is_allowed(site: Site) -> None:
    site.pages["/a"] = "a: 1"
    assert follow(references(access=RemoteAccess(limits=Limits(size=4))), f"{site.url}/a").node == {"a": 1}


@pytest.mark.parametrize("location", ["http://example.com/a", "file:///etc/passwd", "//example.com/a"])
def test_a_redirect_to_what_may_not_be_asked_for(location: str, site: Site) -> None:
    site.pages["/a"] = Reply(status=302, headers={"location": location})
    found = failure(references(), f"{site.url}/a")
    leads = f"http:{location}" if location.startswith("//") else location
    assert found.code == "remote-reference"
    assert found.message.startswith(f"'{site.url}/a' leads to '{leads}', which is not fetched: only https is")


def test_no_server() -> None:
    with open_site({}) as site:
        pass
    found = failure(references(), f"{site.url}/a")
    assert found.message == f"'{site.url}/a' cannot be fetched: connection refused"


def test_no_name() -> None:
    found = failure(references(), "https://nowhere.invalid/a")
    assert found.message.startswith("'https://nowhere.invalid/a' cannot be fetched: ")


def test_letters_that_no_url_has(site: Site) -> None:
    site.pages["/caf%C3%A9%20au%20lait.yaml?q=%C3%A9"] = "a: 1"
    url = f"{site.url}/café%20au lait.yaml?q=é"
    assert follow(references(), url).location == Location(url)


def test_known_bytes(site: Site) -> None:
    site.pages["/a"] = "a: 1"
    url = f"{site.url}/a"
    same, other = {url: digest(b"a: 1")}, {url: digest(b"a: 2")}
    assert follow(references(access=RemoteAccess(pins=same)), url).node == {"a": 1}
    found = failure(references(access=RemoteAccess(pins=other)), url)
    assert (found.code, found.location) == ("remote-changed", Location("api.yaml", "/here/$ref"))
    assert found.message == (
        f"'{url}' is no longer what oasmith.lock has: "
        "where that is as it should be, accept it with `oasmith generate --update-remote`"
    )
    accepting = RemoteAccess(pins=other, update=True)
    assert follow(references(access=accepting), url).node == {"a": 1}
    assert accepting.used == same


def test_a_fetched_document_that_cannot_be_read(site: Site) -> None:
    site.pages["/a.yaml"] = "a: 1\nb: [\n"
    with pytest.raises(UnresolvedReferenceError) as caught:
        follow(references(), f"{site.url}/a.yaml")
    found = caught.value.diagnostic
    assert (found.code, found.location) == ("invalid-yaml", Location(f"{site.url}/a.yaml"))
    assert found.position == Position(3, 1)


def test_a_name_that_a_fetched_document_does_not_have(site: Site) -> None:
    site.pages["/a.yaml"] = "Session: 1"
    with pytest.raises(UnresolvedReferenceError) as caught:
        follow(references(), f"{site.url}/a.yaml#/Sesion")
    assert caught.value.diagnostic.message == (
        f"'{site.url}/a.yaml#/Sesion' does not exist; did you mean 'Session'?"
    )
