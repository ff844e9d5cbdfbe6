"""What the client states about an operation: data only, read by the rest of the runtime."""

from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, field
from typing import Any, Generic, Literal, TypeAlias, TypeVar

from .records import record
from .servers import Server

T_co = TypeVar("T_co", covariant=True)

ParameterLocation: TypeAlias = Literal["path", "query", "header", "cookie", "querystring"]
Style: TypeAlias = Literal[
    "simple", "label", "matrix", "form", "spaceDelimited", "pipeDelimited", "deepObject", "cookie"
]


@record
class DeepObject:
    """What OpenAPI leaves open about the style `deepObject`.

    Attributes:
        objects: how a property of an object inside the object is named: `filter[a][b]` or `filter[a.b]`.
        lists: how a list is written: one pair with commas, a pair for each item under the same name,
            under the name with empty brackets, or under the name with the item's index in brackets.
        scalars: whether a single value may stand in the object's place: `filter=all`.
    """

    objects: Literal["brackets", "dots"] = "brackets"
    lists: Literal["comma", "repeat", "brackets", "indices"] = "repeat"
    scalars: bool = False


@record
class Parameter:
    """How one parameter travels (OAS 3.1.1, 4.8.12).

    Attributes:
        argument: the key of its value among the arguments of a call.
        name: its name on the wire.
        location: where it travels.
        style: how its value is written out.
        explode: whether items and properties are pairs of their own.
        required: whether a call without it is refused.
        allow_reserved: whether RFC 3986's reserved characters stay as they are in a value.
        allow_slashes: whether its value may be several segments of the path.
        media_type: set for a `content` parameter, whose value is one text of that media type.
        deep: what `deepObject` leaves open.
        dates: how a date-time is written in it.
        takes: gives the type of its value, where that says how what is inside is written.
        client: the client's argument that it is taken from where a call does not give it, if there is one.
    """

    argument: str
    name: str
    location: ParameterLocation
    style: Style
    explode: bool = False
    required: bool = False
    allow_reserved: bool = False
    allow_slashes: bool = False
    media_type: str | None = None
    deep: DeepObject = DeepObject()
    dates: Literal["rfc3339", "http-date", "epoch-seconds", "epoch-milliseconds"] = "rfc3339"
    takes: Callable[[], Any] | None = None
    client: str | None = None


@record
class PartEncoding:
    """How one property of a form or multipart body travels (OAS 3.1.1, 4.8.15).

    Attributes:
        content_types: the media types that its part may have, the usual one first; without them the value
            decides.
        headers: what its part has besides.
        style: set where the property is written like a query parameter instead.
        explode: whether items and properties are pairs of their own, with a style.
        allow_reserved: whether RFC 3986's reserved characters stay as they are, with a style.
    """

    content_types: tuple[str, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    style: Style | None = None
    explode: bool = True
    allow_reserved: bool = False


BodyKind: TypeAlias = Literal["json", "form", "multipart", "text", "binary", "json-lines"]


@record
class RequestBody:
    """What an operation sends.

    Attributes:
        media_type: its Content-Type.
        kind: how a value becomes bytes.
        required: whether a call without it is refused.
        encodings: what differs for single properties of a form.
        text: whether bytes may be given as text, too.
        files: the parts that are files: one, or as many as are given.
        takes: gives the type of its value, where that says how what is inside is written.
    """

    media_type: str
    kind: BodyKind = "json"
    required: bool = False
    encodings: Mapping[str, PartEncoding] = field(default_factory=dict[str, PartEncoding])
    text: bool = False
    files: Mapping[str, Literal["one", "many"]] = field(
        default_factory=dict[str, Literal["one", "many"]]
    )
    takes: Callable[[], Any] | None = None


ContentKind: TypeAlias = Literal[
    "json",
    "text",
    "binary",
    "none",
    "events",
    "json-events",
    "event-data",
    "json-lines",
    "json-seq",
]


@record
class Content:
    """What a response holds.

    Attributes:
        status: a status code, a range such as `4XX`, or `default`.
        type: what it is decoded into, of a stream an item, or what finds that; None where there is nothing
            to decode.
        kind: how bytes become a value, or the items of a stream: what describes events describes their data
            as text (`events`) or as JSON (`json-events`), or is what their data is (`event-data`).
        media_type: its Content-Type.
        end_marks: the data of events that are no items but end a stream.
    """

    status: str
    type: Any = None
    kind: ContentKind = "json"
    media_type: str = "application/json"
    end_marks: tuple[str, ...] = ("[DONE]",)


@record
class Header:
    """A header of a response.

    Attributes:
        status: of which responses: a status code, a range or `default`.
        name: its name.
        type: what it is decoded into, or what finds that.
        is_json: whether its value is JSON, and not written in the style `simple`.
        held_as: the wire name of the field that holds it in what a call gives.
    """

    status: str
    name: str
    type: Any
    is_json: bool = False
    held_as: str | None = None


Path: TypeAlias = tuple[str, ...]


@record
class Read:
    """Where a response says something about its pages.

    Attributes:
        place: in its body, in a header, in its last item (backward: in its first), or nowhere: it is counted.
        path: the wire names that lead to it, or the header's name.
        relation: the relation of a `Link` header whose URL is meant (RFC 8288).
        query: the parameter of the URL that stands there whose value is meant.
    """

    place: Literal["body", "header", "item", "count"]
    path: Path = ()
    relation: str | None = None
    query: str | None = None


@record
class Write:
    """Where a call says which page it wants.

    Attributes:
        place: among its arguments, in its body, or in its whole URL.
        path: the key of the argument and the wire names below it, or those of the body.
    """

    place: Literal["argument", "body", "url"]
    path: Path = ()


@record
class Turn:
    """The way to another page: what a response says, and where the next call has it."""

    read: Read
    write: Write


@record
class PageSize:
    """Where a call says how many items it wants, how many a page has when it does not, and at most."""

    write: Write
    default: int | None = None
    maximum: int | None = None


@record
class Pages:
    """How the pages of an operation are linked.

    Attributes:
        items: where a response has its items; the empty path is the body itself.
        next: the way forward.
        previous: the way back.
        more: where a response says that there is more.
        done: where it says that there is no more.
        total: where it has the number of all items.
        total_pages: where it has the number of pages.
        current: where it has its own number, or that of its first item.
        following: where it has the number of the page after it, and null where there is none; where pages are
            not counted, that or its URL, if `next` leads nowhere.
        number: what takes that number where pages are not counted.
        start: what else says where a walk begins, where URLs lead on.
        size: how a call says how many items it wants.
        unit: what is counted, if anything is.
        first: the number of the first of what is counted.
        always: what each call has besides, unless it says otherwise.
        how: how pages are turned, in words.
    """

    _: KW_ONLY
    items: Path
    next: Turn
    previous: Turn | None = None
    more: Read | None = None
    done: Read | None = None
    total: Read | None = None
    total_pages: Read | None = None
    current: Read | None = None
    following: Read | None = None
    number: Write | None = None
    start: Write | None = None
    size: PageSize | None = None
    unit: Literal["page", "item"] | None = None
    first: int = 1
    always: tuple[tuple[Write, Any], ...] = ()
    how: str = ""


@record
class Poll:
    """When what an operation gives is final: where the value stands that says so, and what it then is."""

    path: Path
    until: tuple[str | int | float, ...]


@record
class Operation(Generic[T_co]):
    """One operation of the API; `T_co` is what a call returns.

    Attributes:
        name: how it is called: `sessions.list`.
        method: the HTTP method.
        path: the path template.
        parameters: what may travel besides the body.
        body: the request body it takes, by media type; the first is the usual one.
        contents: what its responses hold.
        accept: the media types that a call asks for, unless it says which.
        headers: what the headers of its successful responses hold.
        security: the credentials it needs: one of these groups, all of the group. No group: none is needed.
        pages: how its pages are linked, where it gives pages.
        servers: the servers that have it, where these are not the client's.
        poll: when what it gives is final, where it may be watched.
    """

    _: KW_ONLY
    name: str
    method: str
    path: str
    parameters: tuple[Parameter, ...] = ()
    body: tuple[RequestBody, ...] = ()
    contents: tuple[Content, ...] = ()
    accept: str = "application/json"
    headers: tuple[Header, ...] = ()
    security: tuple[tuple[str, ...], ...] = ()
    pages: Pages | None = None
    servers: tuple[Server, ...] = ()
    poll: Poll | None = None
