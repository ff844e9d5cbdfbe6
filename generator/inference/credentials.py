"""Which environment variables a client reads its credentials from, where the document's prose names some.

A document must not choose whose secrets are sent: a variable that its prose names is only read where it
begins with the package's or the API's own name. Any other one must stand in the configuration.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.config import ClientConfig
from generator.ir import Api, Entry, Evidence, Scheme, sorted_ledger
from generator.words import words

# What a title has besides the name of the API; the name ends there.
COMMON = frozenset(
    {"api", "apis", "client", "cloud", "documentation", "http", "openapi", "platform", "public", "reference"}
    | {"rest", "restful", "sdk", "server", "service", "services", "specification", "web"}
)
FOREIGN = "begins neither with the package's nor with the API's own name"
VERSION = re.compile(r"v?\d[\d.]*", re.IGNORECASE)


def choose_variables(api: Api, config: ClientConfig) -> Api:
    """Return the API, its schemes with no environment variables but those that its prose may choose."""
    names = own_names(config.package, api.title)
    schemes: list[Scheme] = []
    evidence: list[Evidence] = []
    ledger: list[Entry] = []
    for scheme in api.schemes:
        configured = config.credentials.get(scheme.key)
        variable = scheme.environment
        if variable is None or (configured is not None and configured.env is not None):
            schemes.append(scheme)
            continue
        is_own = begins_with(variable, names)
        schemes.append(scheme if is_own else replace(scheme, environment=None))
        evidence.append(_evidence(scheme, variable, is_own=is_own))
        ledger += [] if is_own else [_entry(scheme, variable)]
    return replace(
        api,
        schemes=tuple(schemes),
        evidence=(*evidence, *api.evidence),
        ledger=sorted_ledger((*api.ledger, *ledger)),
    )


def own_names(package: str, title: str) -> frozenset[str]:
    """Return what variables may begin with: the names of a package and of an API, letters and digits alone.

    `trigger_dev` is `triggerdev`. `Acme Widgets API v2` is `acmewidgets`. A title that begins with a domain,
    as `Trigger.dev REST API` does, is also what comes before its last dot.
    """
    return frozenset({_joined(package), *_names_in(title)} - {""})


def begins_with(variable: str, names: frozenset[str]) -> bool:
    """Tell whether the first words of a variable are one of these names, and more follows."""
    parts = variable.lower().split("_")
    return any("".join(parts[:count]) in names for count in range(1, len(parts)))


def _names_in(title: str) -> Iterator[str]:
    kept: list[str] = []
    for word in title.split():
        if word.lower() in COMMON or VERSION.fullmatch(word):
            break
        if kept or word.lower() != "the":
            kept.append(word)
    yield _joined(" ".join(kept))
    if kept and "." in kept[0]:
        yield _joined(kept[0].rpartition(".")[0])


def _joined(name: str) -> str:
    return "".join(words(name)).lower()


def _evidence(scheme: Scheme, variable: str, *, is_own: bool) -> Evidence:
    whose = "begins with the package's or the API's own name" if is_own else FOREIGN
    return Evidence(
        subject=scheme.location,
        topic="credential",
        conclusion=f"the credential '{scheme.key}' is {'' if is_own else 'not '}read from {variable}",
        because=f"its description names the environment variable {variable}, which {whose}",
    )


def _entry(scheme: Scheme, variable: str) -> Entry:
    message = (
        f"the environment variable {variable} {FOREIGN}, and is not read; "
        f"where it should be, set it as 'env' in credentials.{scheme.key}"
    )
    return Entry(kind="approximated", code="foreign-variable", message=message, location=scheme.location)
