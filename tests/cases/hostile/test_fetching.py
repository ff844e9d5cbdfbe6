"""What documents from elsewhere refer to: servers that are not theirs to ask."""

import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from generator.diagnostics import Diagnostic, InputError, Location
from generator.reading import fetching
from generator.reading.addresses import Zone, addresses_of, names_this_machine, zone_of
from generator.reading.document import parse
from generator.reading.fetching import fetch, too_near
from generator.reading.limits import Limits, RemoteError
from generator.reading.references import References, UnresolvedReferenceError
from generator.reading.remote import RemoteAccess
from tests.support.http_server import Reply
from tests.support.site import Site, open_site


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site({}) as site:
        yield site


@pytest.mark.parametrize(
    ("address", "zone"),
    [
        *((address, Zone.HERE) for address in ("127.0.0.1", "127.255.255.254", "::1", "::ffff:127.0.0.1")),
        *(
            (address, Zone.HERE)
            for address in ("::ffff:7f00:1", "64:ff9b::127.0.0.1", "2002:7f00:1::", "::127.0.0.1")
        ),
        *((address, Zone.PRIVATE) for address in ("10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.0.1")),
        *(
            (address, Zone.PRIVATE)
            for address in ("100.64.0.1", "100.127.255.255", "fc00::1", "fd12::1", "fec0::1")
        ),
        *((address, Zone.PRIVATE) for address in ("192.0.0.1", "198.18.0.1", "203.0.113.1", "2001:db8::1")),
        *((address, Zone.PRIVATE) for address in ("::ffff:10.0.0.1", "64:ff9b::192.168.0.1", "2002:a00:1::")),
        *(
            (address, Zone.NOWHERE)
            for address in ("169.254.169.254", "169.254.0.1", "fe80::1", "fe80::1%eth0")
        ),
        *((address, Zone.NOWHERE) for address in ("224.0.0.1", "239.1.1.1", "ff02::1", "0.0.0.0", "::")),
        *((address, Zone.NOWHERE) for address in ("255.255.255.255", "240.0.0.1", "::ffff:169.254.169.254")),
        *((address, Zone.NOWHERE) for address in ("64:ff9b::169.254.169.254", "2002:a9fe:a9fe::")),
        *((address, Zone.ANYWHERE) for address in ("1.1.1.1", "172.32.0.1", "100.63.0.1", "100.128.0.1")),
        *(
            (address, Zone.ANYWHERE)
            for address in ("2606:4700:4700::1111", "::ffff:1.1.1.1", "64:ff9b::1.1.1.1")
        ),
    ],
)
def test_where_an_address_is(address: str, zone: Zone) -> None:
    assert zone_of([address]) is zone
    assert zone_of(["1.1.1.1", address]) is zone_of([address, "1.1.1.1"]) is zone


def test_no_address_is_nowhere() -> None:
    assert zone_of([]) is Zone.NOWHERE


SPELLINGS = (
    *("127.0.0.1", "127.1", "127.0.1", "0x7f.1", "0x7f000001", "2130706433", "017700000001", "0177.0.0.1"),
    *(
        "localhost",
        "LOCALHOST",
        "localhost.",
        "127.0.0.1.",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:7f00:1",
        "0:0:0:0:0:0:0:1",
    ),
)


@pytest.mark.parametrize("host", SPELLINGS)
def test_this_machine_in_every_spelling(host: str, site: Site) -> None:
    assert names_this_machine(host)
    port = site.url.rpartition(":")[2]
    url = f"https://{f'[{host}]' if ':' in host else host}:{port}/secret.yaml"
    for nearer in (Zone.ANYWHERE, Zone.PRIVATE):
        with pytest.raises(RemoteError, match="a server on this machine is not for documents from elsewhere"):
            fetch(url, nearer, Limits())
        with pytest.raises(RemoteError, match="is not fetched"):
            fetch(url.replace("https", "http", 1), nearer, Limits())
    assert site.asked == []


@pytest.mark.parametrize(
    "host",
    [
        "example.com",
        "127.0.0.1.example.com",
        "1.1.1.1",
        "10.0.0.1",
        "0x0a000001",
        "localhost.example.com",
        "",
        "0",
    ],
)
def test_another_machine(host: str) -> None:
    assert not names_this_machine(host)


def test_what_leads_where() -> None:
    assert too_near(Zone.ANYWHERE, Zone.ANYWHERE) is None
    assert too_near(Zone.HERE, Zone.HERE) is None
    assert too_near(Zone.PRIVATE, Zone.HERE) is None
    assert too_near(Zone.PRIVATE, Zone.PRIVATE) is None
    assert (
        too_near(Zone.PRIVATE, Zone.ANYWHERE)
        == "a server in a private network is not for documents from elsewhere"
    )
    for referrer in Zone:
        assert too_near(Zone.NOWHERE, referrer) == "no documents are at an address like that of its server"


def resolving(monkeypatch: pytest.MonkeyPatch, *answers: tuple[str, ...]) -> list[str]:
    """Let each look-up of a name give the next answer, the last one for ever; return what was asked."""
    asked: list[str] = []

    def look_up(host: str, port: int) -> tuple[str, ...]:
        asked.append(host)
        return answers[min(len(asked), len(answers)) - 1]

    monkeypatch.setattr(fetching, "addresses_of", look_up)
    return asked


@pytest.mark.parametrize(
    ("addresses", "reason"),
    [
        (("127.0.0.1",), "a server on this machine is not for documents from elsewhere"),
        (("1.1.1.1", "127.0.0.1"), "a server on this machine is not for documents from elsewhere"),
        (("1.1.1.1", "10.0.0.1"), "a server in a private network is not for documents from elsewhere"),
        (("169.254.169.254",), "no documents are at an address like that of its server"),
        (("1.1.1.1", "fe80::1"), "no documents are at an address like that of its server"),
    ],
)
def test_a_name_that_leads_to_what_is_near(
    addresses: tuple[str, ...], reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = resolving(monkeypatch, addresses)
    with pytest.raises(RemoteError) as caught:
        fetch("https://rebound.example/a.yaml", Zone.ANYWHERE, Limits())
    assert caught.value.message == f"'https://rebound.example/a.yaml' is not fetched: {reason}"
    assert asked == ["rebound.example"]


def test_metadata_of_a_cloud_is_for_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not for the user's own document either."""
    for url in (
        "https://169.254.169.254/latest",
        "https://[fe80::1]/",
        "https://2852039166/",
        "https://0.0.0.0/",
    ):
        with pytest.raises(RemoteError, match="no documents are at an address like that"):
            fetch(url, Zone.HERE, Limits())


def test_a_name_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a second look-up would say does not matter: the address that was judged is connected to."""
    connected: list[Any] = []

    def connect(address: Any, timeout: float | None = None) -> socket.socket:
        connected.append(address)
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(fetching, "create_connection", connect)
    monkeypatch.setattr(fetching, "getproxies", dict)
    asked = resolving(monkeypatch, ("1.1.1.1", "1.0.0.1"), ("127.0.0.1",))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: pytest.fail("looked up again"))
    with pytest.raises(RemoteError, match="connection refused"):
        fetch("https://rebound.example/a.yaml", Zone.ANYWHERE, Limits())
    assert connected == [("1.1.1.1", 443), ("1.0.0.1", 443)]
    assert asked == ["rebound.example"]


def test_the_server_is_asked_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    hellos: list[bytes] = []
    listener = socket.create_server(("127.0.0.1", 0))

    def listen() -> None:
        connection, _ = listener.accept()
        hellos.append(connection.recv(65536))
        connection.close()

    thread = threading.Thread(target=listen)
    thread.start()
    resolving(monkeypatch, ("127.0.0.1",))
    monkeypatch.setattr(fetching, "getproxies", dict)
    with pytest.raises(RemoteError, match="cannot be fetched"):
        fetch(f"https://named.example:{listener.getsockname()[1]}/", Zone.HERE, Limits())
    thread.join()
    listener.close()
    assert b"named.example" in hellos[0]  # SNI: RFC 6066, 3


def test_the_host_of_a_request(site: Site) -> None:
    site.pages["/a"] = "a: 1"
    fetched = fetch(site.url.replace("127.0.0.1", "localhost") + "/a", Zone.HERE, Limits())
    assert (fetched.source, fetched.zone) == (b"a: 1", Zone.HERE)
    assert site.hosts == [f"localhost:{site.url.rpartition(':')[2]}"]


def test_a_redirect_is_judged_by_its_own_address(monkeypatch: pytest.MonkeyPatch, site: Site) -> None:
    for location in (
        "http://169.254.169.254/latest",
        "https://169.254.169.254/",
        "https://0xa9.0xfe.0xa9.0xfe/",
    ):
        site.pages["/a"] = Reply(status=302, headers={"location": location})
        with pytest.raises(RemoteError, match=r"leads to '.*', which is not fetched"):
            fetch(f"{site.url}/a", Zone.HERE, Limits())


def failure(refs: References, ref: str, location: Location) -> Diagnostic:
    with pytest.raises((InputError, UnresolvedReferenceError)) as caught:
        refs.resolve({"$ref": ref}, location)
    fault = caught.value
    return fault.diagnostics[0] if isinstance(fault, InputError) else fault.diagnostic


def test_a_document_keeps_its_zone(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """What came from afar does not lead here, whatever it was reached by."""
    site.pages |= {"/a.yaml": "b: {$ref: '/secret.yaml'}\n", "/secret.yaml": "s: 1\n"}
    access = RemoteAccess()
    refs = References(parse(b"a: 1", "api.yaml"), access)
    url = f"{site.url}/a.yaml"
    refs.resolve({"$ref": url}, Location("api.yaml", "/here"))
    access.zones[url] = Zone.ANYWHERE
    found = failure(refs, f"{site.url}/secret.yaml", Location(url, "/b"))
    assert found.message.endswith("a server on this machine is not for documents from elsewhere")
    assert site.asked == ["/a.yaml"]


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (Limits(documents=3), "there are more than 3 documents"),
        (Limits(all_size=12), "all together have more than 12 bytes"),
        (Limits(all_seconds=0), "all together take more than 0 s"),
    ],
)
def test_limits_of_a_run(limits: Limits, reason: str, site: Site) -> None:
    site.pages |= {f"/{number}.yaml": f"a: {number}" for number in range(10)}
    refs = References(parse(b"a: 1", "api.yaml"), RemoteAccess(limits=limits))
    with pytest.raises(InputError) as caught:
        _resolve_all(refs, [f"{site.url}/{number}.yaml" for number in range(10)])
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == "too-much"
    assert diagnostic.message.endswith(f"is not fetched: {reason}")
    assert len(site.asked) <= 3


def _resolve_all(refs: References, urls: list[str]) -> None:
    for url in urls:
        refs.resolve({"$ref": url}, Location("api.yaml", "/a"))


def test_a_chain_that_never_ends(site: Site) -> None:
    class Pages(dict[str, Any]):
        def get(self, path: str, _default: Any = None) -> Any:
            return f"a: {{$ref: '{path}x#/a'}}"

    site.pages = Pages()
    refs = References(parse(b"a: 1", "api.yaml"), RemoteAccess(limits=Limits(documents=20)))
    found = failure(refs, f"{site.url}/x#/a", Location("api.yaml", "/here"))
    assert found.code == "too-much"
    assert len(site.asked) == 20


def test_addresses() -> None:
    assert "127.0.0.1" in addresses_of("localhost", 80)
    with pytest.raises(socket.gaierror):
        addresses_of("nowhere.invalid", 80)


@pytest.mark.parametrize(
    "host", ["a" * 70, "a..b", ".", "xn--", "\u2488", "127.0.0.1%00", "[::1", "a b", "a\tb"]
)
def test_hosts_that_are_none(host: str) -> None:
    with pytest.raises(RemoteError):
        fetch(f"https://{host}/", Zone.ANYWHERE, Limits(seconds=5))
