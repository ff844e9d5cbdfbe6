"""What kind of value stands at each key of the objects of a document, and objects without what is of another.

Pass: read. In: an object as it stands in the document. Out: the same without what is of the wrong kind, each
such value entered in the ledger. Null is as good as absent, as many serializers write it; where a name alone
says something (a path, a status), it stands for an object of which nothing is said.

It is done one object at a time, when lowering comes to it. Of schemas `dialect` does the same.
"""

import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from generator.diagnostics import Location
from generator.ir import Entry
from generator.reading.nodes import is_mapping, is_sequence


class Kind(NamedTuple):
    """A kind of value.

    Attributes:
        words: what it is called in messages.
        types: the types of its values in Python.
        items: the kind of what is in a list, or of each value of a mapping of any keys.
        keys: the kinds of values at the keys of a mapping; of others nothing is said.
        is_extended: whether what begins with `x-` is none of the keys of a mapping of any.
    """

    words: str
    types: tuple[type, ...]
    items: "Kind | None" = None
    keys: "Mapping[str, Kind]" = MappingProxyType({})
    is_extended: bool = False

    def at(self, key: str) -> "Kind | None":
        """Return the kind of the value at a key; None where nothing is said of it."""
        if self.items is None:
            return self.keys.get(key)
        return None if self.is_extended and key[:2] == "x-" else self.items


TEXT = Kind("text", (str,))
FLAG = Kind("true or false", (bool,))
NUMBER = Kind("a finite number", (int, float))
OBJECT = Kind("a mapping", (dict,))
SEQUENCE = Kind("a list", (list,))
# Of a mapping the samples are objects; a list of any values is read as well, as schemas have it.
SAMPLES = Kind("a mapping", (dict, list), items=OBJECT)


def list_of(item: Kind) -> Kind:
    """Return the kind of a list."""
    return Kind("a list", (list,), items=item)


def map_of(value: Kind, *, is_extended: bool = False) -> Kind:
    """Return the kind of a mapping of any keys."""
    return Kind("a mapping", (dict,), items=value, is_extended=is_extended)


def object_of(**keys: Kind) -> Kind:
    """Return the kind of an object; `_ref` stands for `$ref`, `in_` for `in`, and `_` elsewhere for `-`."""
    return Kind("a mapping", (dict,), keys={_SPELLED.get(key, key): kind for key, kind in keys.items()})


_SPELLED = {"ref": "$ref", "in_": "in", "x_webhooks": "x-webhooks"} | {
    f"x_oasmith_{word}": f"x-oasmith-{word}" for word in ("name", "group")
}

DOCS = object_of(url=TEXT, description=TEXT)
OBJECTS, OBJECT_LIST = map_of(OBJECT), list_of(OBJECT)
PATHS = map_of(OBJECT, is_extended=True)
ROOT = object_of(
    info=OBJECT,
    servers=OBJECT_LIST,
    paths=PATHS,
    webhooks=PATHS,
    x_webhooks=PATHS,
    components=object_of(
        schemas=OBJECT,
        responses=OBJECT,
        parameters=OBJECT,
        examples=OBJECT,
        requestBodies=OBJECT,
        headers=OBJECT,
        securitySchemes=OBJECTS,
        links=OBJECT,
        callbacks=OBJECT,
        pathItems=OBJECT,
        mediaTypes=OBJECT,
    ),
    security=OBJECT_LIST,
    tags=list_of(
        object_of(name=TEXT, description=TEXT, summary=TEXT, parent=TEXT, kind=TEXT, externalDocs=DOCS)
    ),
    externalDocs=DOCS,
)
# The methods that have keys of their own in path items.
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
PATH_ITEM = object_of(
    ref=TEXT,
    summary=TEXT,
    description=TEXT,
    parameters=OBJECT_LIST,
    servers=OBJECT_LIST,
    additionalOperations=OBJECTS,
    **dict.fromkeys(METHODS, OBJECT),
)
OPERATION = object_of(
    ref=TEXT,
    parameters=OBJECT_LIST,
    requestBody=OBJECT,
    responses=PATHS,
    callbacks=PATHS,
    servers=OBJECT_LIST,
    security=OBJECT_LIST,
    externalDocs=DOCS,
    x_oasmith_name=TEXT,
    x_oasmith_group=TEXT,
)
CALLBACK = PATHS
PARAMETER = object_of(ref=TEXT, name=TEXT, in_=TEXT, content=OBJECTS, examples=SAMPLES, x_oasmith_name=TEXT)
HEADER = object_of(ref=TEXT, description=TEXT, content=OBJECTS, examples=SAMPLES)
CONTENTS = OBJECTS
REQUEST_BODY = object_of(ref=TEXT, content=OBJECT)
RESPONSE = object_of(
    ref=TEXT, summary=TEXT, headers=OBJECTS, content=OBJECT, links=map_of(object_of(ref=TEXT))
)
MEDIA_TYPE = object_of(ref=TEXT, examples=SAMPLES, encoding=OBJECTS)
ENCODING = object_of(contentType=TEXT, headers=OBJECTS, style=TEXT, explode=FLAG, allowReserved=FLAG)
SERVER = object_of(name=TEXT)
LINK = object_of(ref=TEXT, operationId=TEXT, operationRef=TEXT, parameters=OBJECT)
DISCRIMINATOR = object_of(propertyName=TEXT, mapping=map_of(TEXT), defaultMapping=TEXT)
SECURITY_SCHEME = object_of(
    ref=TEXT,
    flows=map_of(object_of(tokenUrl=TEXT, refreshUrl=TEXT, deviceAuthorizationUrl=TEXT, scopes=OBJECT)),
    openIdConnectUrl=TEXT,
)


def kept(node: Any, kind: Kind, location: Location, ledger: list[Entry]) -> Any:
    """Return an object without what is of the wrong kind; an empty one where it is none itself.

    Args:
        node: the object as it stands in the document, references followed.
        kind: what it should be: one of those of this module.
        location: its place.
        ledger: where each value that is left out is entered.
    """
    if is_mapping(node):
        return node if _is_sound(node, kind) else _kept_in_mapping(node, kind, location, ledger)
    if node is None:
        ledger.append(_empty("this", location))
    else:
        ledger.append(_wrong(f"this must be {kind.words}, and is {kind_of(node)}", location))
    return {}


def is_of(value: Any, kind: Kind) -> bool:
    """Whether a value is of a kind itself, whatever is in it."""
    return type(value) in kind.types and not (isinstance(value, float) and not math.isfinite(value))


def kind_of(value: Any) -> str:
    """Return what a value is called in messages."""
    match value:
        case None:
            return "empty"
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case str():
            return "text"
        case list():
            return "a list"
        case _:
            return "a mapping"


def wrong(key: str | int, value: Any, expected: str, location: Location) -> Entry:
    """Return the line of the ledger for a value of the wrong kind at a key of an object."""
    return _wrong(f"'{key}' must be {expected}, and is {kind_of(value)}", location.child(key))


def _wrong(message: str, location: Location) -> Entry:
    return Entry(kind="ignored", code="wrong-type", message=f"{message}; it is left out", location=location)


def _is_sound(value: Any, kind: Kind) -> bool:
    """Whether a value is of a kind, and all that is in it."""
    if not is_of(value, kind):
        return False
    if is_mapping(value):
        for key, inner in value.items():
            expected = kind.at(key)
            if expected is not None and not _is_sound(inner, expected):
                return False
        return True
    return kind.items is None or dict in kind.types or all(_is_sound(item, kind.items) for item in value)


def _kept_in_mapping(
    node: dict[str, Any], kind: Kind, location: Location, ledger: list[Entry]
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in node.items():
        expected = kind.at(key)
        if expected is None or _is_sound(value, expected):
            found[key] = value
        elif value is None:
            if kind.items is not None:
                found[key] = {}
                ledger.append(_empty(f"'{key}'", location.child(key)))
        elif is_of(value, expected):
            _keep_inside(found, key, value, expected, location.child(key), ledger)
        else:
            ledger.append(wrong(key, value, expected.words, location))
    return found


def _keep_inside(
    found: dict[str, Any], key: str, value: Any, kind: Kind, location: Location, ledger: list[Entry]
) -> None:
    """Keep what is right inside of a value; where that is nothing, nothing is said."""
    if is_sequence(value):
        items = _kept_in_list(value, kind, location, ledger)
        if any(item is not None for item in items):
            found[key] = items
    else:
        found[key] = _kept_in_mapping(value, kind, location, ledger)


def _kept_in_list(value: list[Any], kind: Kind, location: Location, ledger: list[Entry]) -> list[Any]:
    """Return a list with None in place of what is wrong: the others keep their places."""
    assert kind.items is not None
    found: list[Any] = []
    for index, item in enumerate(value):
        if is_of(item, kind.items):
            found.append(kept(item, kind.items, location.child(index), ledger))
        else:
            ledger.append(wrong(index, item, kind.items.words, location))
            found.append(None)
    return found


def _empty(what: str, location: Location) -> Entry:
    message = f"{what} is empty; it is taken for an object of which nothing is said"
    return Entry(kind="approximated", code="empty-object", message=message, location=location)
