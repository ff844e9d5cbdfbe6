"""Security schemes and requirements, and which of them travel in one place."""

import pytest

from generator.ir import Requirement, Scheme
from tests.support.documents import PETS, api, at, noted, operation

SCHEMES = """
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    token: {type: http, scheme: Bearer}
"""


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("{}", (("key",),)),
        ("{security: []}", ()),
        ("{security: [{}]}", ()),
        ("{security: [{}, {}]}", ()),
        ("{security: [{token: []}, {}]}", (("token",), ())),
        ("{security: [{token: [], key: []}]}", (("key", "token"),)),
        ("{security: [{key: []}, {key: []}]}", (("key",),)),
        ("{security: [{nobody: []}, {key: []}]}", (("key",),)),
    ],
)
def test_security(stated: str, expected: tuple[Requirement, ...]) -> None:
    text = f"security: [{{key: []}}]\npaths: {{/pets: {{get: {stated}}}}}"
    assert operation(text + SCHEMES).security == expected


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        ("{type: http, scheme: bearer}", "{type: http, scheme: basic}", ["credentials-in-one-place"]),
        ("{type: http, scheme: bearer}", "{type: oauth2, flows: {}}", ["credentials-in-one-place"]),
        ("{type: http, scheme: bearer}", "{type: apiKey, in: header, name: X-Key}", []),
        ("{type: http, scheme: bearer}", "{type: mutualTLS}", []),
        ("{type: apiKey, in: query, name: a}", "{type: apiKey, in: query, name: b}", []),
    ],
)
def test_credentials_that_travel_in_one_place_are_in_the_ledger(
    first: str, second: str, codes: list[str]
) -> None:
    schemes = f"components: {{securitySchemes: {{a: {first}, b: {second}}}}}\n"
    found = api(f"{schemes}paths: {{/pets: {{get: {{security: [{{a: [], b: []}}, {{a: []}}]}}}}}}")
    assert [code for code, _ in noted(found) if code.startswith("credentials")] == codes


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("a: [], b: []", (("a",), ("b",))),
        ("a: [], b: [], k: []", (("a", "k"), ("b", "k"))),
        ("a: [], k: []", (("a", "k"),)),
        ("a: [], m: []", (("a", "m"),)),
        ("", ()),
    ],
)
def test_any_of_the_credentials_that_travel_in_one_place_is_enough(
    keys: str, expected: tuple[Requirement, ...]
) -> None:
    bearer, oauth = "{type: http, scheme: bearer}", "{type: oauth2, flows: {}}"
    others = "k: {type: apiKey, in: query, name: k}, m: {type: mutualTLS}"
    schemes = f"components: {{securitySchemes: {{a: {bearer}, b: {oauth}, {others}}}}}\n"
    assert operation(f"{schemes}paths: {{/pets: {{get: {{security: [{{{keys}}}]}}}}}}").security == expected


@pytest.mark.parametrize(
    "key", ["#/components/securitySchemes/key", "api.yaml#/components/securitySchemes/key"]
)
def test_a_scheme_is_also_called_by_its_uri(key: str) -> None:
    text = f"$self: api.yaml\npaths: {{/pets: {{get: {{security: [{{'{key}': []}}]}}}}}}{SCHEMES}"
    found = api(text, version="3.2.0")
    assert (found.operations[0].security, noted(found)) == ((("key",),), [])


def test_a_scheme_that_nobody_declares_is_in_the_ledger() -> None:
    found = api("paths: {/pets: {get: {security: [{nobody: []}]}}}")
    assert noted(found) == [("unknown-security-scheme", f"{PETS}/get/security/0")]


@pytest.mark.parametrize(
    ("stated", "kind", "name"),
    [
        ("{type: apiKey, in: query, name: key}", "query", "key"),
        ("{type: apiKey, in: cookie, name: sid}", "cookie", "sid"),
        ("{type: apiKey, name: X-Key}", "header", "X-Key"),
        ("{type: http, scheme: BASIC}", "basic", ""),
        ("{type: http, scheme: bearer}", "bearer", ""),
        ("{type: http, scheme: Hawk}", "other-http", "Hawk"),
        ("{type: oauth2, flows: {}}", "bearer", ""),
        ("{type: openIdConnect, openIdConnectUrl: https://x}", "bearer", ""),
        ("{type: mutualTLS}", "mutual-tls", ""),
    ],
)
def test_schemes(stated: str, kind: str, name: str) -> None:
    (found,) = api(f"components: {{securitySchemes: {{it: {stated}}}}}").schemes
    assert (found.key, found.kind, found.name) == ("it", kind, name)


def test_prose_names_the_environment_variable() -> None:
    found = api(
        "components: {securitySchemes: {it: {type: http, scheme: bearer,"
        " description: Set the `ACME_TOKEN` environment variable.}}}"
    )
    here = at("/components/securitySchemes/it")
    assert found.schemes == (
        Scheme(
            key="it",
            kind="bearer",
            description="Set the `ACME_TOKEN` environment variable.",
            environment="ACME_TOKEN",
            location=here,
        ),
    )
