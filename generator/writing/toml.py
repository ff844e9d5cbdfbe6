"""Texts and keys as TOML has them."""

from generator.terminal import escaped


def text(value: str) -> str:
    """Return a TOML basic string; its escapes are those of the terminal."""
    quoted = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped(quoted)}"'


def key(name: str) -> str:
    """Return a key, in quotes where it needs them."""
    return name if name.isascii() and name.replace("-", "").replace("_", "").isalnum() else text(name)
