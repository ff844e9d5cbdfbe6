"""The words of messages: types as annotations have them, which is what users of a package see."""

from collections.abc import Iterable, Mapping

from generator.contract.terms import Term, key_of, unmarked

# What annotations have for what is plain, and for texts of a format.
_WORDS: Mapping[str, str] = {"num": "float", "null": "None", "any": "Any", "never": "Any"}
_FORMATTED: Mapping[str, str] = {
    "date-time": "dt.datetime",
    "date": "dt.date",
    "time": "dt.time",
    "duration": "dt.timedelta",
    "uuid": "UUID",
    "decimal": "Decimal",
    "binary": "bytes",
}


def in_words(term: Term) -> str:
    """Return a type as annotations have it: `dict[str, dt.datetime | None]`."""
    mark, inner = unmarked(term)
    match mark:
        case "?":
            return _joined([in_words(inner), "None"])
        case "[]":
            return f"list[{in_words(inner)}]"
        case "{}":
            return f"dict[str, {in_words(inner)}]"
        case _:
            return _in_words(term)


def pair_in_words(old: Term, new: Term) -> tuple[str, str]:
    """Return two types as annotations have them; where these are the same, also what travels."""
    before, after = in_words(old), in_words(new)
    if before != after:
        return before, after
    return f"{before} ({_on_the_wire(old)})", f"{after} ({_on_the_wire(new)})"


def parameter(key: str) -> str:
    """Return what messages call the parameter that is known by a key: `query limit`."""
    where, _, name = key.partition(" ")
    return f"{where} parameter '{name}'"


def _in_words(term: Term) -> str:
    match term:
        case str():
            kind, _, format_ = term.partition(":")
            return (
                _FORMATTED.get(format_, "str") if kind == "str" else _WORDS.get(term, term.removeprefix("@"))
            )
        case ["or", variants, *_]:
            return _joined(map(in_words, variants))
        case ["const", value]:
            return f"Literal[{_literal(value)}]"
        case ["enum", *values]:
            return f"one of {', '.join(map(_literal, values))}"
        case ["json", inner]:
            return f"Json[{in_words(inner)}]"
        case ["tuple", items, None | "any"]:
            return f"tuple[{', '.join(map(in_words, items)) or '()'}]"
        case ["tuple", items, rest]:
            return f"list[{_joined(map(in_words, [*items, rest]))}]"
        case _:
            return "dict[str, Any]"


def _joined(texts: Iterable[str]) -> str:
    """Return a union as annotations have it: nothing twice, None last, and `Any` for itself."""
    told = [*texts]
    null = ["None"] if any(text == "None" or text.endswith(" | None") for text in told) else []
    parts = dict.fromkeys(text.removesuffix(" | None") for text in told if text != "None")
    return "Any" if "Any" in parts else " | ".join([*parts, *null])


def _literal(value: object) -> str:
    return str(value) if isinstance(value, bool) else key_of(value)


def _on_the_wire(term: Term) -> str:
    """Return a type by what it is in JSON, formats told."""
    mark, inner = unmarked(term)
    match term:
        case _ if mark:
            told = {"?": "{} or null", "[]": "list of {}", "{}": "map of {}"}[mark]
            return told.format(_on_the_wire(inner))
        case str():
            kind, _, format_ = term.removeprefix("@").partition(":")
            return f"{kind} of the format {format_}" if format_ else kind
        case ["or", variants, *_]:
            return " or ".join(map(_on_the_wire, variants))
        case ["json", inner]:
            return f"JSON of {_on_the_wire(inner)}"
        case ["tuple", items, rest]:
            return ", ".join(map(_on_the_wire, items)) + (
                f", then {_on_the_wire(rest)}" if rest is not None else ""
            )
        case ["const" | "enum", *values]:
            return " or ".join(map(key_of, values))
        case _:
            return "object"
