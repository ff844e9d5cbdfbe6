# Rendered from templates/_settings.py.jinja. DO NOT EDIT: it is made anew.
"""What this package knows about the API as a whole: where it is, and how to get in."""

from collections.abc import Mapping
from typing import Final

from ._runtime.retries import RetryPolicy
from ._runtime.security import Scheme
from ._runtime.servers import Server

SERVERS: Final[tuple[Server, ...]] = (Server("https://api.trigger.dev"),)
BASE_URL_VARIABLE: Final[str | None] = "TRIGGER_API_URL"

SCHEMES: Final[tuple[Scheme, ...]] = (
    Scheme(
        "personalAccessToken", "personal_access_token", "bearer", environment="TRIGGER_ACCESS_TOKEN"
    ),
    Scheme(
        "publicAccessToken",
        "public_access_token",
        "bearer",
        environment="TRIGGER_DEV_PUBLIC_ACCESS_TOKEN",
    ),
    Scheme("secretKey", "secret_key", "bearer", environment="TRIGGER_SECRET_KEY"),
)

# What calls need of which the document says nothing.
SECURITY: Final[tuple[tuple[str, ...], ...]] = ()

PRODUCT: Final = "trigger_dev/2024-04"
HEADERS: Final[dict[str, str]] = {"x-trigger-api-version": "2025-07-16", "x-trigger-source": "sdk"}
# The environment variables of headers that are sent where they are set.
HEADER_VARIABLES: Final[dict[str, str]] = {"x-trigger-branch": "TRIGGER_PREVIEW_BRANCH"}
IDEMPOTENCY_HEADER: Final[str | None] = "x-trigger-request-idempotency-key"

TIMEOUT: Final = 60.0
MAX_RESPONSE_BYTES: Final = 536_870_912
MAX_RETRIES: Final = 4
RETRIES: Final = RetryPolicy(
    statuses=(
        "408",
        "409",
        "429",
        "5XX",
    ),
    unsafe_methods=False,
    initial_delay=1.0,
    factor=1.6,
    max_delay=30.0,
    jitter=0.0,
    spread=1.0,
)


def headers_of(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the headers whose environment variables are set, without blanks at their ends."""
    found = {
        name: environment.get(variable, "").strip() for name, variable in HEADER_VARIABLES.items()
    }
    return {name: value for name, value in found.items() if value}
