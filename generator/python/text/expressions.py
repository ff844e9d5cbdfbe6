"""Python expressions as text."""

from collections.abc import Mapping

from generator.python.text.prose import literal


def call(name: str, values: Mapping[str, str], *, positional: tuple[str, ...] = ()) -> str:
    """Return a call; arguments whose names are in `positional` stand without them."""
    texts = [value if key in positional else f"{key}={value}" for key, value in values.items()]
    return f"{name}({', '.join(texts)})"


def tuple_of(items: list[str], *, empty: str = "") -> str:
    """Return a tuple of expressions; `empty` stands for one without any."""
    if len(items) == 1:
        return f"({items[0]},)"
    return f"({', '.join(items)})" if items else empty


def texts(path: tuple[str, ...], *, empty: str = "") -> str:
    """Return a tuple of literals."""
    return tuple_of([literal(name) for name in path], empty=empty)
