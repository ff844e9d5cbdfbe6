"""The version after one, by what has changed."""

import pytest

from generator.publishing.versions import ReleaseStep, is_version, order_of, stepped


@pytest.mark.parametrize(
    ("version", "step", "expected"),
    [
        ("1.2.3", "major", "2.0.0"),
        ("1.2.3", "minor", "1.3.0"),
        ("1.2.3", "patch", "1.2.4"),
        ("1.2.3", "none", "1.2.3"),
        ("0.4.2", "major", "0.5.0"),
        ("0.4.2", "minor", "0.4.3"),
        ("0.4.2", "patch", "0.4.3"),
        ("2", "minor", "2.1.0"),
        ("1.0.0rc1", "major", "1.0.0rc2"),
        ("1.0.0.post2", "patch", "1.0.1"),
    ],
)
def test_a_step(version: str, step: ReleaseStep, expected: str) -> None:
    assert stepped(version, step) == expected
    assert is_version(expected)


@pytest.mark.parametrize("text", ["", "v1", "1.0-beta", "1.0rc", '1"\nimport os', "1.0.0\n", "\uff11.0"])
def test_what_is_no_version(text: str) -> None:
    assert not is_version(text)


def test_their_order() -> None:
    versions = ["0.9", "1.0.0.dev1", "1.0.0a2", "1.0.0b1", "1.0.0rc1", "1.0", "1.0.0.post1", "1.0.1", "1.10"]
    as_texts = sorted(versions)
    as_texts.sort(key=order_of)
    assert as_texts == versions
