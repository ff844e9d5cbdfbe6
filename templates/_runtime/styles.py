"""How the value of a parameter is written on the wire (OAS 3.1.1, 4.8.12, and the same in OAS 3.2).

A style is a row of one table, which is RFC 6570's own (appendix A) with the delimiters that OpenAPI adds. Two
kinds of parameters have functions instead: `deepObject`, most of which OpenAPI leaves open, and a parameter
with `content`, whose value is one text of a media type.

None is absent (RFC 6570, 2.3): a parameter that is None, or that has no items or properties but None, is left
out, and so is such an item or property. Each function takes the value as a user passed it, and raises an
`UnsendableValueError` that names the parameter where the style has no form for the value, or where the server
would read another value back.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import KW_ONLY, replace
from functools import wraps
from itertools import chain
from typing import Final, TypeVar
from urllib.parse import quote, quote_plus, unquote

from .operation import Parameter, ParameterLocation, Style
from .plans import plan_of
from .records import record
from .scalars import UnsendableValueError
from .unset import UNSET
from .values import Plain, plain

_T = TypeVar("_T")

# The reserved characters of RFC 3986 that `allowReserved` lets through. Those that no path or query may have
# stay encoded, and so do `&`, `=` and `+`, which mean something in a query string (OAS 3.1.1, appendix E). A
# cookie has no commas and semicolons (RFC 6265, 4.1.1).
_RESERVED: Final[Mapping[ParameterLocation, str]] = {
    "path": "!$&'()*+,;=:@",
    "query": "!$'()*,;:@/?",
    "cookie": "!#$&'()*+/:=?@[]",
}
_QUERY_DELIMITERS: Final = _RESERVED["query"] + "&=+"

# Up to here JavaScript writes a whole number out (ECMA-262, Number::toString).
_WRITTEN_OUT: Final = 1e21

# RFC 3986, 2.3.
_UNRESERVED: Final = re.compile(r"[A-Za-z0-9\-._~]*")
_STRAY_PERCENT: Final = "%(?![0-9A-Fa-f]{2})"
# With its second quote, if it has one: what has none is read once, and not again from each quote in it.
_QUOTED_STRING: Final = r'"(?:[^"\\]|\\.)*("?)'

# RFC 9110, 5.5: visible ASCII, and blanks only between.
_FIELD_VALUE: Final = re.compile(r"(?:[!-~](?:[\t -~]*[!-~])?)?")
# RFC 6265, 4.1.1: a name, which is RFC 9110's token, and a value, bare or in quotes.
_COOKIE: Final = r"\A[!#$%&'*+\-.^_`|~0-9A-Za-z]+=(?:[!#-+\--:<-\[\]-~]*|\"[!#-+\--:<-\[\]-~]*\")"


def _percent_encoded(text: str, keep: str) -> str:
    """The text with everything but RFC 3986's unreserved characters, and those to keep, as `%XX`."""
    if _UNRESERVED.fullmatch(text):
        return text
    if not keep:
        return quote(text, safe="")
    # RFC 6570, 3.2.3: where reserved characters pass, what is percent-encoded already passes, too.
    return re.sub(_STRAY_PERCENT, "%25", quote(text, safe=keep + "%"))


def _unchanged(text: str, _keep: str) -> str:
    """The text itself: headers and cookies have no encoding that each server undoes (OAS 3.2, appendix D)."""
    return text


@record
class _Expansion:
    """What a style is made of: the columns of RFC 6570's table, and OpenAPI's delimiters.

    Attributes:
        first: what stands before a path value.
        separator: what stands between items and properties that are parts of their own (`explode`).
        delimiter: what stands between items, names and values inside one part (no `explode`).
        named: whether a part begins with the parameter's name.
        if_empty: what follows a name whose value is the empty text.
        encode: what makes a text fit for its place, given the reserved characters that it may keep.
        kept_in_names: the reserved characters that names keep.
    """

    _: KW_ONLY
    first: str = ""
    separator: str
    delimiter: str = ","
    named: bool = True
    if_empty: str = "="
    encode: Callable[[str, str], str] = _percent_encoded
    kept_in_names: str = ""

    def parts(self, parameter: Parameter, value: Plain) -> list[str]:
        """The parts that the value is written in; none where it is absent."""
        if value is None:
            return []
        if isinstance(value, dict):
            return self._properties(parameter, value)
        if isinstance(value, list):
            return self._items(parameter, value)
        text = self.encode(scalar_text(value), self._kept(parameter, self.first))
        return [self._part(parameter, text)]

    def _items(self, parameter: Parameter, items: list[Plain]) -> list[str]:
        texts = [self._member(parameter, item) for item in items if item is not None]
        if parameter.explode:
            return [self._part(parameter, text) for text in texts]
        return [self._part(parameter, self.delimiter.join(texts))] if texts else []

    def _properties(self, parameter: Parameter, properties: dict[str, Plain]) -> list[str]:
        members = [
            (self._property_name(parameter, name), self._member(parameter, value))
            for name, value in properties.items()
            if value is not None
        ]
        if parameter.explode:
            return [self._pair(name, text) for name, text in members]
        return [self._part(parameter, self.delimiter.join(chain(*members)))] if members else []

    def _part(self, parameter: Parameter, text: str) -> str:
        return (
            self._pair(self.encode(parameter.name, self.kept_in_names), text)
            if self.named
            else text
        )

    def _pair(self, name: str, text: str) -> str:
        return f"{name}={text}" if text else name + self.if_empty

    def _member(self, parameter: Parameter, value: Plain) -> str:
        """An item, or the value of a property."""
        ending = self.separator if parameter.explode else self.delimiter
        return _whole(self.encode(scalar_text(value), self._kept(parameter, ending)), ending)

    def _property_name(self, parameter: Parameter, name: str) -> str:
        text = self.encode(name, self.kept_in_names)
        if parameter.explode:
            return _whole(_whole(text, "="), self.separator)
        return _whole(text, self.delimiter)

    def _kept(self, parameter: Parameter, delimiter: str) -> str:
        """The reserved characters that a value keeps: never the one that would end it."""
        if not parameter.allow_reserved:
            return ""
        kept = _RESERVED.get(parameter.location, "").replace(delimiter, "")
        return f"{kept}/" if parameter.allow_slashes else kept


_EXPANSIONS: Final[Mapping[tuple[ParameterLocation, Style], _Expansion]] = {
    ("path", "simple"): _Expansion(separator=",", named=False),
    ("path", "label"): _Expansion(first=".", separator=".", named=False),
    ("path", "matrix"): _Expansion(first=";", separator=";", if_empty=""),
    ("query", "form"): _Expansion(separator="&"),
    ("query", "spaceDelimited"): _Expansion(separator="&", delimiter="%20"),
    ("query", "pipeDelimited"): _Expansion(separator="&", delimiter="%7C"),
    ("header", "simple"): _Expansion(separator=",", named=False, encode=_unchanged),
    # Servers do not decode the names of cookies: what RFC 9110's tokens are made of stays.
    ("cookie", "form"): _Expansion(separator=";", kept_in_names="!#$&'*+^`|"),
    ("cookie", "cookie"): _Expansion(separator=";", encode=_unchanged),
}


def _of_any_value(write: Callable[[Parameter, Plain], _T]) -> Callable[[Parameter, object], _T]:
    """Makes a function of plain data one of any Python value, whose errors name the parameter."""

    @wraps(write)
    def written(parameter: Parameter, value: object) -> _T:
        try:
            plan = plan_of(parameter.takes) if parameter.takes is not None else None
            data = None if value is UNSET else plain(value, plan, dates=parameter.dates, utc=True)
            return write(parameter, data)
        except UnicodeEncodeError:
            reason = "its text has half of a surrogate pair, which UTF-8 cannot write"
        except UnsendableValueError as error:
            reason = str(error)
        how = parameter.media_type or f"style {parameter.style}"
        message = f"{parameter.location} parameter {parameter.name!r} ({how}): {reason}"
        raise UnsendableValueError(message)

    return written


@_of_any_value
def path_segment(parameter: Parameter, value: Plain) -> str:
    """The text that stands in the path for the parameter, percent-encoded."""
    segment = _segment(parameter, value)
    if parameter.allow_slashes:
        # An id that is a path begins with what the template has already.
        segment = segment.lstrip("/")
    if not segment:
        message = "it is empty, and the path without it is another path"
        raise UnsendableValueError(message)
    # RFC 3986, 5.2.4: whoever normalises the path drops these, encoded or not, and what stands before `..`.
    steps = unquote(segment).split("/") if parameter.allow_slashes else [segment]
    step = next((step for step in steps if unquote(step) in {".", ".."}), None)
    if step is not None:
        message = f"{step!r} is a step in a path, not a segment of it"
        raise UnsendableValueError(message)
    return segment


@_of_any_value
def query_pairs(parameter: Parameter, value: Plain) -> list[str]:
    """The `name=value` pairs of the parameter, percent-encoded; none where it is absent."""
    if value is None:
        return []
    if parameter.media_type is not None:
        text = _content(parameter.media_type, value)
        return [f"{_percent_encoded(parameter.name, '')}={_percent_encoded(text, '')}"]
    if parameter.style == "deepObject":
        return list(_deep_object(parameter, value))
    if parameter.explode and isinstance(value, dict):
        return list(_exploded(parameter, value))
    return _expansion(parameter).parts(parameter, _flat(value))


def _exploded(parameter: Parameter, value: dict[str, Plain]) -> Iterator[str]:
    """Yield the pairs of properties, each a parameter of its own: of lists in them one for each item."""
    expansion = _expansion(parameter)
    for name, item in value.items():
        if isinstance(item, list):
            yield from expansion.parts(replace(parameter, name=name), _flat(item))
        else:
            yield from expansion.parts(parameter, _flat({name: item}))


def _flat(value: Plain) -> Plain:
    """The value with JSON text for what is nested too deeply for the style: OpenAPI leaves it open."""
    if isinstance(value, dict):
        return {
            key: _json(item) if isinstance(item, dict | list) else item
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [_json(item) if isinstance(item, dict | list) else item for item in value]
    return value


def _is_nested(value: Plain) -> bool:
    """Tell whether a value is too deep for a style that has one level."""
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(isinstance(item, dict | list) for item in items)


@_of_any_value
def querystring(parameter: Parameter, value: Plain) -> str:
    """The whole query string, without `?`, that OAS 3.2's `in: querystring` is; empty where it is absent."""
    if value is None:
        return ""
    media_type = parameter.media_type or ""
    match essence_of(media_type):
        case "application/x-www-form-urlencoded" if isinstance(value, dict):
            return form_urlencoded(value)
        case "application/x-www-form-urlencoded":
            # Text of this media type is encoded already, but for what a user overlooked.
            return _percent_encoded(scalar_text(value), _QUERY_DELIMITERS)
        case "text/plain":
            # A format of the API's own (OAS 3.2, "Extending Support for Querystring Formats"), which may well
            # use the delimiters of query strings.
            return quote(scalar_text(value), safe=_QUERY_DELIMITERS)
        case _:
            return _percent_encoded(_content(media_type, value), "")


@_of_any_value
def header_value(parameter: Parameter, value: Plain) -> str | None:
    """The value of the header; None where it is absent."""
    if value is None:
        return None
    if parameter.media_type is not None:
        text = _content(parameter.media_type, value)
    elif _is_nested(value):
        # The commas of JSON would end items: OpenAPI leaves it open, and one JSON text is what can be read.
        text = _json(value)
    else:
        parts = _expansion(parameter).parts(parameter, value)
        if not parts:
            return None
        text = ",".join(parts)
    if not _FIELD_VALUE.fullmatch(text):
        message = (
            "the value of a header is printable ASCII without blanks at its ends (RFC 9110, 5.5): "
            "encode it in the way that the API expects first"
        )
        raise UnsendableValueError(message)
    return text


@_of_any_value
def cookie_pairs(parameter: Parameter, value: Plain) -> list[str]:
    """The `name=value` pairs of the parameter, to be joined by `; `; none where it is absent."""
    if value is None:
        return []
    if parameter.media_type is None:
        pairs = _expansion(parameter).parts(parameter, _flat(value))
        encoded = parameter.style != "cookie"
    else:
        text = _content(parameter.media_type, value)
        # JSON is full of what a cookie may not have; other text is as the API wants it (OAS 3.2, appendix D).
        encoded = is_json_type(parameter.media_type)
        pairs = [f"{parameter.name}={_percent_encoded(text, '') if encoded else text}"]
    if not encoded and not all(re.fullmatch(_COOKIE, pair) for pair in pairs):
        message = (
            "a cookie is ASCII without blanks, quotes, commas, semicolons and backslashes (RFC 6265, 4.1.1): "
            "encode it in the way that the API expects first"
        )
        raise UnsendableValueError(message)
    return pairs


def _segment(parameter: Parameter, value: Plain) -> str:
    if value is None:
        return ""
    if parameter.media_type is not None:
        return _percent_encoded(_content(parameter.media_type, value), "")
    expansion = _expansion(parameter)
    parts = expansion.parts(parameter, value)
    return expansion.first + expansion.separator.join(parts) if parts else ""


def form_urlencoded(properties: Mapping[str, Plain]) -> str:
    """An object as `application/x-www-form-urlencoded`.

    A list is a pair for each item; an object, and a list in a list, is JSON text. These are the defaults of
    the Encoding Object (OAS 3.1.1, 4.8.15).
    """
    pairs: list[str] = []
    for name, value in properties.items():
        items = value if isinstance(value, list) else [value]
        pairs += [
            f"{_form_text(name)}={_form_text(_text_or_json(item))}"
            for item in items
            if item is not None
        ]
    return "&".join(pairs)


def _form_text(text: str) -> str:
    # OAS 3.2, "URL Percent-Encoding": this media type is older than the rule that `~` needs no encoding.
    return quote_plus(text).replace("~", "%7E")


def _text_or_json(value: Plain) -> str:
    return _json(value) if isinstance(value, (dict, list)) else scalar_text(value)


def _deep_object(parameter: Parameter, value: Plain) -> Iterator[str]:
    # Undefined by OpenAPI, but used: where the client says how, written like a list inside an object.
    if isinstance(value, list) and parameter.deep.lists != "repeat":
        return _deep_pairs(parameter, parameter.name, value)
    if parameter.deep.scalars and not isinstance(value, dict | list):
        return iter((_deep_pair(parameter, parameter.name, value),))
    if not isinstance(value, dict):
        message = "the style is defined for objects only"
        raise UnsendableValueError(message)
    return _deep_properties(parameter, parameter.name, value, separate=True)


def _deep_properties(
    parameter: Parameter, prefix: str, properties: dict[str, Plain], *, separate: bool
) -> Iterator[str]:
    """The pairs of the object that is named `prefix`.

    Args:
        parameter: the parameter that it is in.
        prefix: the name of the object, not yet encoded.
        properties: what it has.
        separate: whether a property has brackets of its own, or shares those of the object.
    """
    for key, value in properties.items():
        # OAS 3.1.1, appendix E: encoded or not, these read as the style's own.
        if "[" in key or "]" in key:
            message = f"the name of the property {key!r} has a bracket in it"
            raise UnsendableValueError(message)
        name = f"{prefix}[{key}]" if separate else f"{prefix[:-1]}.{key}]"
        yield from _deep_pairs(parameter, name, value)


def _deep_pairs(parameter: Parameter, name: str, value: Plain) -> Iterator[str]:
    if isinstance(value, dict):
        separate = parameter.deep.objects == "brackets"
        yield from _deep_properties(parameter, name, value, separate=separate)
    elif isinstance(value, list):
        items: list[Plain] = [item for item in value if item is not None]
        # Items that have parts themselves can be told apart by their indices only.
        nested = any(isinstance(item, dict | list) for item in items)
        lists = "indices" if nested else parameter.deep.lists
        yield from _DEEP_LISTS[lists](parameter, name, items)
    elif value is not None:
        yield _deep_pair(parameter, name, value)


def _deep_pair(parameter: Parameter, name: str, *values: Plain) -> str:
    keep = _RESERVED["query"].replace(",", "") if parameter.allow_reserved else ""
    text = ",".join(_percent_encoded(scalar_text(value), keep) for value in values)
    return f"{_percent_encoded(name, '')}={text}"


def _comma_list(parameter: Parameter, name: str, items: list[Plain]) -> Iterator[str]:
    if items:
        yield _deep_pair(parameter, name, *items)


def _repeated_list(parameter: Parameter, name: str, items: list[Plain]) -> Iterator[str]:
    for item in items:
        yield _deep_pair(parameter, name, item)


def _bracketed_list(parameter: Parameter, name: str, items: list[Plain]) -> Iterator[str]:
    return _repeated_list(parameter, f"{name}[]", items)


def _indexed_list(parameter: Parameter, name: str, items: list[Plain]) -> Iterator[str]:
    for index, item in enumerate(items):
        if isinstance(item, dict):
            yield from _deep_properties(parameter, f"{name}[{index}]", item, separate=True)
        else:
            yield from _deep_pairs(parameter, f"{name}[{index}]", item)


_DEEP_LISTS: Final = {
    "comma": _comma_list,
    "repeat": _repeated_list,
    "brackets": _bracketed_list,
    "indices": _indexed_list,
}


def _expansion(parameter: Parameter) -> _Expansion:
    try:
        return _EXPANSIONS[parameter.location, parameter.style]
    except KeyError:
        message = f"OpenAPI has no such style for a {parameter.location} parameter"
        raise UnsendableValueError(message) from None


def _whole(text: str, delimiter: str) -> str:
    """The text, if a reader that splits at the delimiter gets it whole.

    Percent-encoding hides most delimiters, but not a space and a pipe, which as delimiters are encoded, too,
    and not a dot, which never is. Headers have nothing but quotes.
    """
    if delimiter in text and delimiter in re.sub(_QUOTED_STRING, _unless_quoted, text):
        message = f"{text!r} contains {delimiter!r}, which ends an item or a name in this style"
        raise UnsendableValueError(message)
    return text


def _unless_quoted(found: "re.Match[str]") -> str:
    """What is left of a quoted string: nothing, unless it never ends."""
    return "" if found[1] else found[0]


def scalar_text(value: Plain) -> str:
    """The text of a single value; numbers and booleans as JavaScript writes them."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, int):
        return str(value)
    kind = "an object" if isinstance(value, dict) else "a list"
    message = f"{kind} cannot be written here, only text, numbers and booleans can"
    raise UnsendableValueError(message)


def _number(value: float) -> str:
    # A server that reads an integer refuses `1.0`, and one that reads a number takes `1`.
    return str(int(value)) if value.is_integer() and abs(value) < _WRITTEN_OUT else repr(value)


def _content(media_type: str, value: Plain) -> str:
    return _json(value) if is_json_type(media_type) else scalar_text(value)


def _json(value: Plain) -> str:
    return json.dumps(value, separators=(",", ":"))


# `application/json`, `application/problem+json`, `application/x-amz-json-1.1`; `json-seq` is none.
_JSON_TYPE = re.compile(r"[/+.-]json(?:-\d[\d.]*)?$")


def is_json_type(media_type: str) -> bool:
    """Tell whether a media type is JSON or a format made of it."""
    return _JSON_TYPE.search(essence_of(media_type)) is not None


def essence_of(media_type: str) -> str:
    """The media type without its parameters (RFC 9110, 8.3.1)."""
    return media_type.partition(";")[0].strip().lower()
