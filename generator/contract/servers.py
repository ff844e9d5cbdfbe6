"""What changed in servers: those of the client, and those that operations have of their own."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from generator.contract.findings import Findings
from generator.contract.records import Where

Server: TypeAlias = Mapping[str, Any]
_PORTS = {"http": "80", "https": "443"}


def compare_servers(subject: str, way: Where, found: Findings) -> None:
    """Find what changed in the servers; the first is the one that calls go to, all are chosen by position."""
    old, new = found.old_servers, found.new_servers
    for place, (server, other) in enumerate(zip(old, new, strict=False)):
        if server != other:
            message = f"server {place} is now {_shown(other)}, was {_shown(server)}"
            found.add(_rule(server, other), subject, message, old=way, new=way)
    for server in old[len(new) :]:
        found.add("server-removed", subject, f"has no server {server['url']} any more", old=way, new=way)
    for server in new[len(old) :]:
        found.add("server-added", subject, f"has the server {server['url']}", old=way, new=way)


def compare_own_servers(
    subject: str, old: Sequence[Server], new: Sequence[Server], ways: tuple[Where, Where], found: Findings
) -> None:
    """Find what changed in the servers of an operation, of which the first is requested."""
    if old == new:
        return
    message = f"requests {_urls(new)}, was {_urls(old)}"
    before, after = _requested(old, found.old_servers), _requested(new, found.new_servers)
    rule = "server-changed" if before is None or after is None else _rule(before, after)
    if not old and not any(map(_has_host, found.old_servers)):
        rule = "server-added"
    prefix = "operation-" if rule == "server-changed" else ""
    found.add(f"{prefix}{rule}", subject, message, old=ways[0], new=ways[1])


def _requested(own: Sequence[Server], servers: Sequence[Server]) -> Server | None:
    """Return the server that an operation requests; None where the client chooses it."""
    if own:
        return own[0]
    return servers[0] if len(servers) == 1 else None


def _rule(old: Server, new: Server) -> str:
    """Return the rule of a server that is written otherwise."""
    if not _has_host(old) and _has_host(new) and old.get("name") in (None, new.get("name")):
        return "server-added"  # where nothing could be requested
    before, after = ({**item, "url": _normal(item["url"])} for item in (old, new))
    if before == after:
        return "server-spelled"
    return "server-extended" if _is_extended(before, after) else "server-changed"


def _has_host(server: Server) -> bool:
    url: str = server["url"]
    return "://" in url or url.startswith("{")  # which may stand for a whole URL


def _normal(url: str) -> str:
    """Return a URL as it is requested: without a slash at its end, its host in any case (RFC 3986, 6.2.2)."""
    scheme, separator, rest = url.rstrip("/").partition("://")
    host, slash, path = rest.partition("/")
    if not separator or "{" in f"{scheme}{host}":
        return url.rstrip("/")
    port = f":{_PORTS.get(scheme.lower(), '')}"
    return f"{scheme.lower()}://{host.lower().removesuffix(port)}{slash}{path}"


def _is_extended(old: Server, new: Server) -> bool:
    """Whether the variables of a server take more values, and nothing else changed."""
    before, after = old.get("variables", {}), new.get("variables", {})
    wider = {
        name: {**item, "values": before[name]["values"]}
        for name, item in after.items()
        if name in before and before[name]["values"] and _takes_all(item["values"], before[name]["values"])
    }
    return bool(wider) and {**new, "variables": {**after, **wider}} == old


def _takes_all(values: Sequence[str], others: Sequence[str]) -> bool:
    """Whether a variable that may have some values may have others; with none told it may have any."""
    return not values or set(values) >= set(others)


def _shown(server: Server) -> str:
    variables = server.get("variables", {})
    values = [
        f"{name}={item['default']} of {', '.join(item['values']) or 'any'}"
        for name, item in sorted(variables.items())
    ]
    named = f" ({server['name']})" if "name" in server else ""
    return f"{server['url']}{named}{' with ' if values else ''}{'; '.join(values)}"


def _urls(servers: Sequence[Server]) -> str:
    return " or ".join(server["url"] for server in servers) or "the client's servers"
