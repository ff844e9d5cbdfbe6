"""Signatures of webhooks: what the standard's own example says, and what was changed."""

import base64
import hashlib
import hmac
import time
from importlib import import_module
from typing import Any

import pytest

from tests.conftest import Build

DOCUMENT = """
openapi: 3.1.0
info: {title: t, version: "1"}
paths: {}
webhooks:
  made:
    post:
      requestBody: {content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}
      responses: {"204": {description: d}}
"""
KEY = b"0123456789abcdef0123456789abcdef"
SECRET = f"whsec_{base64.b64encode(KEY).decode()}"
BODY = b'{"name":"n"}'


def signed(body: bytes = BODY, *, age: int = 0, key: bytes = KEY) -> dict[str, str]:
    stamp = str(int(time.time()) - age)
    digest = hmac.digest(key, f"msg_1.{stamp}.".encode() + body, "sha256")
    signature = f"v1a,eHg= v1,{base64.b64encode(b'x' * 32).decode()} v1,{base64.b64encode(digest).decode()}"
    return {"Webhook-Id": "msg_1", "webhook-timestamp": stamp, "WEBHOOK-SIGNATURE": signature}


@pytest.fixture
def webhooks(build: Build) -> Any:
    return build(DOCUMENT, package="signed_api").webhooks


def test_what_was_signed_passes(webhooks: Any) -> None:
    webhooks.verify_signature(BODY, signed(), SECRET)
    webhooks.verify_signature(BODY.decode(), signed(age=290), SECRET.removeprefix("whsec_"))
    webhooks.verify_signature(BODY, signed(age=-290), base64.b64encode(b"old").decode(), SECRET)
    webhooks.verify_signature(BODY, signed(age=900), SECRET, tolerance=1000)


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"{}", {}),
        (BODY, signed(age=310)),
        (BODY, signed(age=-9_000)),  # made when tests are collected, which may be long before
        (BODY, signed(key=b"other")),
        (BODY, {"webhook-timestamp": "nan"}),
        (BODY, {"Webhook-Id": "msg_2"}),
        (BODY, {"Webhook-Id": ""}),
        *((BODY, {"Webhook-Timestamp": stamp}) for stamp in ("9" * 400, "9" * 5000, "1e3", "-1", "\u0661")),
        (BODY, {"WEBHOOK-SIGNATURE": "v1,"}),
        (BODY, {"WEBHOOK-SIGNATURE": "v2,eHg="}),
    ],
)
def test_all_else_is_refused(body: bytes, headers: dict[str, str], webhooks: Any) -> None:
    with pytest.raises(ValueError, match="payload"):
        webhooks.verify_signature(body, {**signed(), **headers}, SECRET)


@pytest.mark.parametrize("half", ["\ud800", "a\udcff"])
def test_half_a_character_is_no_payload(half: str, webhooks: Any) -> None:
    error = import_module(webhooks.__package__).PayloadError
    for call in (
        lambda: webhooks.verify_signature(BODY, {**signed(), "Webhook-Id": half}, SECRET),
        lambda: webhooks.verify_signature(half, signed(), SECRET),
        lambda: webhooks.verify_hmac(half, "00", "secret"),
        lambda: webhooks.verify_hmac(BODY, "00", half),
        lambda: webhooks.parse_made(f'{{"name":"{half}"}}'),
    ):
        with pytest.raises(error, match="half a character"):
            call()


def test_what_is_neither_bytes_nor_text_is_told(webhooks: Any) -> None:
    error = import_module(webhooks.__package__).PayloadError
    for given in (None, {"name": "n"}, 5):
        for call in (
            lambda given=given: webhooks.verify_signature(given, signed(), SECRET),
            lambda given=given: webhooks.verify_hmac(given, "00", "secret"),
            lambda given=given: webhooks.parse_made(given),
        ):
            with pytest.raises(error, match="is given as bytes or text"):
                call()
    for view in (bytearray(b'{"name":"n"}'), memoryview(b'{"name":"n"}')):
        assert webhooks.parse_made(view).name == "n"


def test_no_time_is_within_a_tolerance_that_is_no_number(webhooks: Any) -> None:
    with pytest.raises(ValueError, match="too long ago"):
        webhooks.verify_signature(BODY, signed(), SECRET, tolerance=float("nan"))


def test_a_secret_that_is_none_is_refused_and_not_shown(webhooks: Any) -> None:
    for secret in ("", "whsec_", "s3cret!"):
        with pytest.raises(ValueError, match="secret") as caught:
            webhooks.verify_signature(BODY, signed(), secret)
        assert "s3cret!" not in str(caught.value)


@pytest.mark.parametrize("secret", ["", b""])
def test_nothing_is_no_secret(secret: str | bytes, webhooks: Any) -> None:
    with pytest.raises(ValueError, match="the secret is empty"):
        webhooks.verify_hmac(BODY, hmac.new(b"", BODY, "sha256").hexdigest(), secret)


@pytest.mark.parametrize("algorithm", ["sha1", "sha256", "sha512"])
def test_plain_hmac(algorithm: Any, webhooks: Any) -> None:
    digest = hmac.new(b"secret", BODY, getattr(hashlib, algorithm))
    for text in (
        digest.hexdigest(),
        f"{algorithm}={digest.hexdigest()}",
        base64.b64encode(digest.digest()).decode(),
    ):
        webhooks.verify_hmac(BODY, text, "secret", algorithm=algorithm)
        for body, secret in ((b"{}", "secret"), (BODY, "other")):
            with pytest.raises(ValueError, match="signature"):
                webhooks.verify_hmac(body, text, secret, algorithm=algorithm)
    for text in ("", "zz" * 32, "é"):
        with pytest.raises(ValueError, match="signature"):
            webhooks.verify_hmac(BODY, text, "secret", algorithm=algorithm)


def renamed(word: str, **options: Any) -> dict[str, str]:
    """Return headers of the standard that are called after something else."""
    return {f"{word}{name[len('webhook') :]}": value for name, value in signed(**options).items()}


@pytest.mark.parametrize("word", ["acme", "X-Acme", "acme-webhook"])
def test_headers_may_be_called_after_the_service(webhooks: Any, word: str) -> None:
    headers = {"x-request-id": "r", "acme-run-id": "1", **renamed(word)}
    webhooks.verify_signature(BODY, headers, SECRET)
    with pytest.raises(ValueError, match="no signature that was made with the secret"):
        webhooks.verify_signature(BODY, renamed(word, key=b"other"), SECRET)
    for missing in renamed(word):
        rest = {name: value for name, value in headers.items() if name != missing}
        with pytest.raises(ValueError, match="needs webhook-id, -timestamp and -signature"):
            webhooks.verify_signature(BODY, rest, SECRET)


def test_the_standards_own_headers_come_first(webhooks: Any) -> None:
    webhooks.verify_signature(BODY, {**renamed("acme", key=b"other"), **signed()}, SECRET)
    with pytest.raises(ValueError, match="made with the secret"):
        webhooks.verify_signature(BODY, {**renamed("acme"), **signed(key=b"other")}, SECRET)


def test_of_others_one_must_be_meant(webhooks: Any) -> None:
    webhooks.verify_signature(BODY, {**renamed("acme"), **renamed("x-acme")}, SECRET)
    with pytest.raises(ValueError, match="only one can be meant: acme-signature and b-signature"):
        webhooks.verify_signature(BODY, {**renamed("acme"), **renamed("b", key=b"other")}, SECRET)
