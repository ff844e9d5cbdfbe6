"""What changed in the client: its names, servers, credentials and settings."""

from collections.abc import Mapping
from typing import Any

from generator.contract.findings import Findings
from generator.contract.records import Where

_WAY: Where = ("client", "client")


def compare_client(old: Mapping[str, Any], new: Mapping[str, Any], found: Findings) -> None:
    """Find what changed in the client."""
    subject = new["names"][0]
    for name, other in zip(old["names"], new["names"], strict=True):
        if name != other:
            found.add("client-renamed", name, f"is now called {other}", old=_WAY, new=_WAY)
    _public(old, new, found)
    _servers(subject, old["servers"], new["servers"], found)
    for name in sorted(old["server_arguments"].keys() - new["server_arguments"].keys()):
        message = f"has no argument '{name}' any more"
        found.add("server-argument-removed", subject, message, old=_WAY, new=_WAY)
    for name in sorted(new["server_arguments"].keys() - old["server_arguments"].keys()):
        found.add("server-argument-added", subject, f"has the new argument '{name}'", old=_WAY, new=_WAY)
    _schemes(subject, old["schemes"], new["schemes"], found)
    before, after = old["settings"], new["settings"]
    for key in sorted(before.keys() | after.keys()):
        if before.get(key) != after.get(key):
            rule = "http-library-changed" if key == "http" else "setting-changed"
            message = f"has {key} {after.get(key)}, was {before.get(key)}"
            found.add(rule, subject, message, old=_WAY, new=_WAY)


def _public(old: Mapping[str, Any], new: Mapping[str, Any], found: Findings) -> None:
    """Find what changed in the names that the package gives; older contracts do not say."""
    if "public" in old and "public" in new:
        before, after = set(old["public"].split()), set(new["public"].split())
        for name in sorted(before - after):
            found.add("public-removed", name, "is no name of the package any more", old=_WAY, new=_WAY)
        for name in sorted(after - before):
            found.add("public-added", name, "is a new name of the package", old=_WAY, new=_WAY)


def _servers(
    subject: str, old: list[Mapping[str, Any]], new: list[Mapping[str, Any]], found: Findings
) -> None:
    """Find what changed in the servers; the first is the one that calls go to, all are chosen by position."""
    for place, (server, other) in enumerate(zip(old, new, strict=False)):
        if server != other:
            message = f"server {place} is now {_shown(other)}, was {_shown(server)}"
            found.add("server-changed", subject, message, old=_WAY, new=_WAY)
    for server in old[len(new) :]:
        found.add("server-removed", subject, f"has no server {server['url']} any more", old=_WAY, new=_WAY)
    for server in new[len(old) :]:
        rule = "server-added" if old else "server-changed"
        found.add(rule, subject, f"has the server {server['url']}", old=_WAY, new=_WAY)


def _shown(server: Mapping[str, Any]) -> str:
    variables = server.get("variables", {})
    values = [
        f"{name}={item['default']} of {', '.join(item['values']) or 'any'}"
        for name, item in sorted(variables.items())
    ]
    named = f" ({server['name']})" if "name" in server else ""
    return f"{server['url']}{named}{' with ' if values else ''}{'; '.join(values)}"


def _schemes(
    subject: str, old: Mapping[str, Mapping[str, Any]], new: Mapping[str, Mapping[str, Any]], found: Findings
) -> None:
    for key in sorted(old.keys() | new.keys()):
        way: Where = ("client", "schemes", key)
        if key not in new:
            found.add("credential-removed", subject, f"has no credential '{key}' any more", old=way, new=_WAY)
        elif key not in old:
            found.add("credential-added", subject, f"has the new credential '{key}'", old=_WAY, new=way)
        else:
            _scheme(subject, key, old[key], new[key], found)


def _scheme(subject: str, key: str, old: Mapping[str, Any], new: Mapping[str, Any], found: Findings) -> None:
    way: Where = ("client", "schemes", key)
    if old.get("argument") != new.get("argument"):
        message = f"the argument '{old.get('argument')}' is now called '{new.get('argument')}'"
        found.add("credential-renamed", subject, message, old=way, new=way)
    told = [(item["kind"], item.get("name", "")) for item in (old, new)]
    if told[0] != told[1]:
        was, now = (" ".join(part for part in item if part) for item in told)
        message = f"the credential '{key}' travels as {now}, was {was}"
        found.add("credential-changed", subject, message, old=way, new=way)
    for fact in ("token_url", "refresh_url"):
        if old.get(fact) != new.get(fact):
            how = "changed" if fact in old else "added"
            message = (
                f"the {fact.replace('_url', '')} URL of the credential '{key}' is {new.get(fact) or 'gone'}"
            )
            found.add(f"credential-tokens-{how}", subject, message, old=way, new=way)
    if old.get("environment") != new.get("environment"):
        message = (
            f"the credential '{key}' is read from {new.get('environment')}, was {old.get('environment')}"
        )
        found.add("credential-variable-changed", subject, message, old=way, new=way)
