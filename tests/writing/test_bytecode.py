"""Compiled templates: kept beside compiled modules, and never taken for those of another text."""

import sys
from importlib.util import cache_from_source
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from generator.writing import bytecode
from generator.writing.bytecode import CompiledTemplates


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where compiled modules are kept, with leave to keep them."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    found = Path(cache_from_source(bytecode.__file__)).parent
    found.mkdir(parents=True)
    return found


def rendered(text: str, *, trim: bool = False) -> str:
    options = {"trim_blocks": trim}
    environment = Environment(
        loader=DictLoader({"t": text}),
        bytecode_cache=CompiledTemplates(options),
        trim_blocks=trim,
        autoescape=True,
    )
    return environment.get_template("t").render(name="oasmith")


def test_a_template_is_compiled_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = rendered("{{ name }}")
    monkeypatch.delattr(Environment, "_parse")
    assert rendered("{{ name }}") == first == "oasmith"
    assert len([*folder.iterdir()]) == 1


def test_one_of_another_text_or_with_other_options_replaces_it(folder: Path) -> None:
    rendered("{{ name }}")
    assert rendered("{% if name %}\nyes{% endif %}") == "\nyes"
    assert rendered("{% if name %}\nyes{% endif %}", trim=True) == "yes"
    assert len([*folder.iterdir()]) == 1


@pytest.mark.parametrize("damage", [b"", b"j2", b"no bytecode at all"])
def test_a_damaged_file_is_replaced(folder: Path, damage: bytes) -> None:
    rendered("{{ name }}")
    (kept,) = folder.iterdir()
    whole = kept.read_bytes()
    for content in (damage, whole[:30], whole[:-9]):
        kept.write_bytes(content)
        assert rendered("{{ name }}") == "oasmith"
        assert kept.read_bytes() == whole


def test_nothing_is_kept_where_python_keeps_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert rendered("{{ name }}") == "oasmith"
    assert [*folder.iterdir()] == []


def test_a_folder_that_cannot_be_written_costs_nothing(folder: Path) -> None:
    folder.rmdir()
    assert rendered("{{ name }}") == "oasmith"
    assert not folder.exists()
