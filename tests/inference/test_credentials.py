"""Which environment variables a document may choose: those that begin with its own name, and no others."""

import pytest

from generator.config import ClientConfig, CredentialConfig
from generator.inference.credentials import begins_with, choose_variables, own_names
from generator.ir import Api
from tests.support.documents import api as lowered

DOCUMENT = """\
openapi: 3.1.0
info: {{title: {title}, version: '1'}}
paths: {{}}
components:
  securitySchemes:
    key: {{type: http, scheme: bearer, description: "The token of the `{variable}` environment variable."}}
"""


def chosen(variable: str, *, title: str = "Acme API", package: str = "client", env: str | None = None) -> Api:
    credentials = {"key": CredentialConfig(env=env)} if env else {}
    config = ClientConfig(document="api.yaml", package=package, credentials=credentials)
    return choose_variables(lowered(DOCUMENT.format(title=title, variable=variable)), config)


@pytest.mark.parametrize(
    ("package", "title", "variable"),
    [
        ("acme", "Some API", "ACME_TOKEN"),
        ("acme_widgets", "Some API", "ACME_WIDGETS_TOKEN"),
        ("client", "Acme", "ACME_TOKEN"),
        ("client", "Acme API", "ACME_API_KEY"),
        ("client", "The Acme API", "ACME_API_KEY"),
        ("client", "OpenThings API", "OPENTHINGS_KEY"),
        ("client", "OpenThings API", "OPEN_THINGS_KEY"),
        ("client", "Acme Widgets API v2", "ACME_WIDGETS_TOKEN"),
        ("client", "Acme 2.0", "ACME_TOKEN"),
        ("trigger_dev", "Trigger.dev v3 REST API", "TRIGGER_SECRET_KEY"),
        ("trigger_dev", "Trigger.dev v3 REST API", "TRIGGER_DEV_SECRET_KEY"),
    ],
)
def test_its_own(package: str, title: str, variable: str) -> None:
    assert begins_with(variable, own_names(package, title))


@pytest.mark.parametrize(
    ("package", "title", "variable"),
    [
        ("acme", "Acme API", "AWS_SECRET_ACCESS_KEY"),
        ("acme", "Acme API", "DATABASE_URL"),
        ("acme", "Acme API", "ACMEX_TOKEN"),
        ("acme", "Acme API", "XACME_TOKEN"),
        ("acme", "Acme API", "MY_ACME_TOKEN"),
        ("a", "A", "AWS_SECRET_ACCESS_KEY"),
        ("acme", "API", "API_KEY"),
        ("acme", "", "SECRET_KEY"),
        ("acme", "   ", "SECRET_KEY"),
        ("acme", "!!!", "_SECRET_KEY"),
        ("acme", "Secret Stores API", "SECRET_KEY"),
        ("acme_widgets", "API", "ACME_TOKEN"),
        ("acme", "Acme", "ACME"),
    ],
)
def test_somebody_elses(package: str, title: str, variable: str) -> None:
    assert not begins_with(variable, own_names(package, title))


def test_its_own_is_read() -> None:
    found = chosen("ACME_TOKEN")
    assert found.schemes[0].environment == "ACME_TOKEN"
    assert found.ledger == ()
    assert found.evidence[0].conclusion == "the credential 'key' is read from ACME_TOKEN"


def test_another_one_is_told_and_not_read() -> None:
    found = chosen("GITHUB_TOKEN")
    assert found.schemes[0].environment is None
    assert [entry.code for entry in found.ledger] == ["foreign-variable"]
    assert found.ledger[0].message == (
        "the environment variable GITHUB_TOKEN begins neither with the package's nor with the API's own name"
        ", and is not read; where it should be, set it as 'env' in credentials.key"
    )
    assert found.evidence[0].conclusion == "the credential 'key' is not read from GITHUB_TOKEN"


def test_what_is_configured_is_not_judged() -> None:
    found = chosen("GITHUB_TOKEN", env="GITHUB_TOKEN")
    assert (found.ledger, found.evidence) == ((), ())
