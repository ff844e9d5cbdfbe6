"""What changed in the client: its names, servers, credentials and settings."""

from ast import literal_eval
from collections.abc import Mapping
from typing import Any

from generator.contract import spelling
from generator.contract.findings import Findings
from generator.contract.records import Where
from generator.contract.security import compare_of_no_operation
from generator.contract.servers import compare_servers

_WAY: Where = ("client", "client")


def compare_client(old: Mapping[str, Any], new: Mapping[str, Any], found: Findings) -> None:
    """Find what changed in the client."""
    subject = new["names"][0]
    for name, other in zip(old["names"], new["names"], strict=True):
        if name != other:
            found.add("client-renamed", name, f"is now called {other}", old=_WAY, new=_WAY)
    _public(old, new, found)
    compare_servers(subject, _WAY, found)
    for name in sorted(old["server_arguments"].keys() - new["server_arguments"].keys()):
        message = f"has no argument '{name}' any more"
        found.add("server-argument-removed", subject, message, old=_WAY, new=_WAY)
    for name in sorted(new["server_arguments"].keys() - old["server_arguments"].keys()):
        found.add("server-argument-added", subject, f"has the new argument '{name}'", old=_WAY, new=_WAY)
    _parameters(subject, old.get("parameters", {}), new.get("parameters", {}), found)
    _schemes(subject, old["schemes"], new["schemes"], found)
    compare_of_no_operation(subject, old.get("undocumented", []), new.get("undocumented", []), _WAY, found)
    _settings(subject, old["settings"], new["settings"], found)


def _settings(subject: str, old: Mapping[str, Any], new: Mapping[str, Any], found: Findings) -> None:
    for key in sorted(old.keys() | new.keys()):
        if old.get(key) != new.get(key):
            message = f"has {key} {new.get(key)}, was {old.get(key)}"
            found.add(_rule(key, old.get(key), new.get(key)), subject, message, old=_WAY, new=_WAY)


def _parameters(subject: str, old: Mapping[str, str], new: Mapping[str, str], found: Findings) -> None:
    """Find what changed in the arguments for parameters of calls; each has what it is an argument for."""
    before, after = ({key: name for name, key in item.items()} for item in (old, new))
    for key in sorted(before.keys() | after.keys()):
        name, other = before.get(key), after.get(key)
        if other is None:
            message = f"has no argument '{name}' any more, for the {spelling.parameter(key)}"
            found.add("client-parameter-removed", subject, message, old=_WAY, new=_WAY)
        elif name is None:
            told = spelling.parameter(key)
            message = f"has the new argument '{other}', for the {told} of calls that do not give it"
            found.add("client-parameter-added", subject, message, old=_WAY, new=_WAY)
        elif name != other:
            message = f"the argument '{name}' is now called '{other}'"
            found.add("client-parameter-renamed", subject, message, old=_WAY, new=_WAY)


def _rule(setting: str, old: Any, new: Any) -> str:
    """Return the rule of a setting that is another one now."""
    match setting:
        case "http":
            return "http-library-changed"
        case "headers" | "idempotency_header":
            return "setting-sent-changed"
        case "base_url_env":
            return "setting-variable-added" if old == "None" else "setting-variable-changed"
        case "header_env":
            is_more = literal_eval(old or "{}").items() <= literal_eval(new or "{}").items()
            return "setting-variable-added" if is_more else "setting-variable-changed"
        case _:
            return "setting-changed"


def _public(old: Mapping[str, Any], new: Mapping[str, Any], found: Findings) -> None:
    """Find what changed in the names that the package gives; older contracts do not say."""
    if "public" in old and "public" in new:
        before, after = set(old["public"].split()), set(new["public"].split())
        for name in sorted(before - after):
            found.add("public-removed", name, "is no name of the package any more", old=_WAY, new=_WAY)
        for name in sorted(after - before):
            found.add("public-added", name, "is a new name of the package", old=_WAY, new=_WAY)


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
    if _spelled(*told[0]) != _spelled(*told[1]):
        was, now = (" ".join(part for part in item if part) for item in told)
        message = f"the credential '{key}' travels as {now}, was {was}"
        found.add("credential-changed", subject, message, old=way, new=way)
    elif told[0] != told[1]:
        message = f"the credential '{key}' travels in {told[1][1]}, as it is written now"
        found.add("credential-spelled", subject, message, old=way, new=way)
    for fact in ("token_url", "refresh_url", "device_url", "discovery_url"):
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


def _spelled(kind: str, name: str) -> tuple[str, str]:
    """Return a name as it is looked at: headers and HTTP's schemes in any case (RFC 9110, 5.1, 11.1)."""
    return kind, name.lower() if kind in {"header", "other-http"} else name
