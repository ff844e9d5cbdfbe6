"""What the client states about an operation: data only, read by the rest of the runtime."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeAlias, TypeVar

T_co = TypeVar("T_co", covariant=True)

ParameterLocation: TypeAlias = Literal["path", "query", "header", "cookie", "querystring"]
Style: TypeAlias = Literal[
    "simple", "label", "matrix", "form", "spaceDelimited", "pipeDelimited", "deepObject", "cookie"
]


@dataclass(frozen=True, slots=True)
class DeepObject:
    """What OpenAPI leaves open about the style `deepObject`.

    Attributes:
        objects: how a property of an object inside the object is named: `filter[a][b]` or `filter[a.b]`.
        lists: how a list is written: one pair with commas, a pair for each item under the same name,
            under the name with empty brackets, or under the name with the item's index in brackets.
    """

    objects: Literal["brackets", "dots"] = "brackets"
    lists: Literal["comma", "repeat", "brackets", "indices"] = "repeat"


@dataclass(frozen=True, slots=True)
class Parameter:
    """How one parameter travels (OAS 3.1.1, 4.8.12).

    Attributes:
        argument: the key of its value among the arguments of a call.
        name: its name on the wire.
        location: where it travels.
        style: how its value is written out.
        explode: whether items and properties are pairs of their own.
        required: whether a call without it is refused.
        allow_reserved: whether RFC 3986's reserved characters stay as they are in a query value.
        media_type: set for a `content` parameter, whose value is one text of that media type.
        deep: what `deepObject` leaves open.
        dates: how a date-time is written in it.
    """

    argument: str
    name: str
    location: ParameterLocation
    style: Style
    explode: bool = False
    required: bool = False
    allow_reserved: bool = False
    media_type: str | None = None
    deep: DeepObject = DeepObject()
    dates: Literal["rfc3339", "epoch-seconds", "epoch-milliseconds"] = "rfc3339"
