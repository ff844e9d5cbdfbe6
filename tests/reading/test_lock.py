"""The lock: what it says of URLs, and for how long."""

from pathlib import Path

import pytest

from generator.diagnostics import InputError
from generator.reading.files import is_url
from generator.reading.lock import Pin, read_lock, updated, write_lock

ONE, TWO = f"sha256:{'1' * 64}", f"sha256:{'2' * 64}"
A, B = "https://example.com/a.yaml", "https://example.com/b.yaml"


def pin(digest: str, *packages: str) -> Pin:
    return Pin(digest=digest, packages=packages)


def test_what_a_package_uses_is_pinned() -> None:
    assert updated({}, "acme", {B: TWO, A: ONE}) == {A: pin(ONE, "acme"), B: pin(TWO, "acme")}


def test_what_no_package_uses_goes() -> None:
    lock = {A: pin(ONE, "acme", "other"), B: pin(TWO, "acme")}
    assert updated(lock, "acme", {}) == {A: pin(ONE, "other")}
    assert updated(lock, "third", {}) == lock


def test_packages_share_the_bytes() -> None:
    lock = {A: pin(ONE, "other")}
    assert updated(lock, "acme", {A: TWO}) == {A: pin(TWO, "acme", "other")}


def test_the_file(tmp_path: Path) -> None:
    path = tmp_path / "oasmith.lock"
    assert read_lock(path) == {}
    lock = {B: pin(TWO, "acme"), A: pin(ONE, "acme", "other")}
    write_lock(path, lock)
    assert read_lock(path) == lock
    assert path.read_text() == (
        '{\n  "schema": 1,\n  "references": {\n'
        f'    "{A}": {{\n      "digest": "{ONE}",\n'
        '      "packages": [\n        "acme",\n        "other"\n      ]\n    },\n'
        f'    "{B}": {{\n      "digest": "{TWO}",\n      "packages": [\n        "acme"\n      ]\n    }}\n'
        "  }\n}\n"
    )
    write_lock(path, {})
    write_lock(path, {})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [
        "<<<<<<< HEAD",
        "[]",
        '{"schema": 2, "references": {}}',
        '{"schema": 1}',
        '{"schema": 1, "references": {"https://example.com/a": "sha256:1"}}',
        '{"schema": 1, "references": {"https://example.com/a": {"digest": "sha256:1", "packages": []}}}',
        f'{{"schema": 1, "references": {{"https://example.com/a": {{"digest": "{ONE}"}}}}}}',
    ],
)
def test_a_lock_that_cannot_be_used(content: str, tmp_path: Path) -> None:
    path = tmp_path / "oasmith.lock"
    path.write_text(content)
    with pytest.raises(InputError) as caught:
        read_lock(path)
    assert [item.code for item in caught.value.diagnostics] == ["bad-lock"]


def test_a_lock_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        write_lock(tmp_path / "missing" / "oasmith.lock", {A: pin(ONE, "acme")})
    assert [item.code for item in caught.value.diagnostics] == ["unwritable-lock"]


def test_urls() -> None:
    assert is_url(A)
    assert is_url("HTTP://127.0.0.1/a")
    assert not is_url("https/a.yaml")
