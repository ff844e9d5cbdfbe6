"""The waist of the generator: what a document means, in wire names only.

Everything left of it reads OpenAPI; everything right of it writes Python. The records are frozen and compare
by value, so a test of lowering is an equality. Nothing here knows Python names, and the only way back to the
document is a `Location`.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Any, Literal, NamedTuple, TypeAlias

from generator.diagnostics import Location
from generator.pages import PageDeclaration, Pagination
from generator.records import dataclass
from generator.scalars import Scalar

Limits: TypeAlias = tuple[tuple[str, Scalar], ...]
"""What is demanded of a value beyond its type: pairs of a keyword and its value."""


def same_value(left: object, right: object) -> bool:
    """Tell whether two scalars are one JSON value: 1 and 1.0 are, 1 and true are not."""
    return value_key(left) == value_key(right)


def value_key(value: object) -> object:
    """Return what two JSON values have in common if they are one, and which can be looked up."""
    if isinstance(value, dict | list):
        return "json", json.dumps(value, sort_keys=True)
    return isinstance(value, bool), value


# --- types ---


@dataclass(frozen=True, slots=True)
class Anything:
    """Any JSON value."""


@dataclass(frozen=True, slots=True)
class Never:
    """No value at all: the schema `false`."""


@dataclass(frozen=True, slots=True)
class Null:
    """The value null."""


@dataclass(frozen=True, slots=True)
class Boolean:
    """true or false."""


@dataclass(frozen=True, slots=True)
class Integer:
    """A whole number; of a point in time what has passed since 1970 in UTC, in `epoch`."""

    epoch: Literal["seconds", "milliseconds"] | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """A number."""


@dataclass(frozen=True, slots=True)
class String:
    """Text. `format` is kept only where it changes the Python type."""

    format: str | None = None


@dataclass(frozen=True, slots=True)
class Encoded:
    """Text that holds JSON of the inner type (JSON Schema Validation 2020-12, 8.5)."""

    inner: "Type"


@dataclass(frozen=True, slots=True)
class Const:
    """Exactly one scalar value."""

    value: Scalar

    def __eq__(self, other: object) -> bool:
        """Tell whether two constants are one JSON value."""
        return same_value(self.value, other.value) if isinstance(other, Const) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.value)


@dataclass(frozen=True, slots=True)
class Enum:
    """One of several values of one scalar type, in the document's order; open, for servers grow.

    `names` are the document's own member names (`x-enum-varnames`), as many as there are values, or none; of
    one that `is_hinted` they are for other tools, and names that members have had come before.
    `is_closed` tells that no other value is to be sent.
    """

    values: tuple[Scalar, ...]
    names: tuple[str, ...] = ()
    is_closed: bool = False
    is_hinted: bool = False


@dataclass(frozen=True, slots=True)
class Array:
    """A list of items of one type."""

    item: "Type"


@dataclass(frozen=True, slots=True)
class Tuple:
    """A list whose first items have types of their own.

    `rest` is the type of further items, None when there are none.
    """

    items: tuple["Type", ...]
    rest: "Type | None"


@dataclass(frozen=True, slots=True)
class Map:
    """An object used as a dictionary."""

    value: "Type"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What the document says of a value that changes no type.

    Attributes:
        format: of text or numbers, as the document has it.
        example: a value, as JSON.
        minimum: the least number, without its fraction.
        maximum: the greatest one.
        limits: its constraints and formats as they are written; only the contract has them.
    """

    format: str | None = None
    example: Any = None
    minimum: int | None = None
    maximum: int | None = None
    limits: Limits = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A property of an object.

    Attributes:
        name: the wire name.
        type: what it holds, null included.
        required: whether it is always present.
        access: `read` for readOnly, `write` for writeOnly.
        default: the documented default as JSON text, which the server applies; None when there is none.
        notes: constraints in words, such as `at most 64 characters`.
        location: where it stands; two fields that say the same are equal wherever they stand.
        hints: what is said of it besides.
    """

    name: str
    type: "Type"
    required: bool = False
    access: Literal["both", "read", "write"] = "both"
    description: str = ""
    deprecated: bool = False
    default: str | None = None
    notes: tuple[str, ...] = ()
    location: Location | None = field(default=None, compare=False, repr=False)
    hints: Hints | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Subtypes:
    """The objects that derive from one and are told apart by a property of it (OAS 3.1.1, 4.8.25).

    `mapping` pairs the values of that property with the derived schemas, `names` the names of those that have
    none there. `default` is what has all other values, where that is another one than the object itself.
    """

    property: str
    mapping: tuple[tuple[str, Location], ...]
    names: tuple[tuple[str, Location], ...] = ()
    default: Location | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Object:
    """An object with known properties.

    Attributes:
        fields: its own properties, required ones first in the order of `required`, the others by name.
        extra: the type of further properties; None where they are untyped.
        base: the named object whose fields it also has (allOf with one named part).
        subtypes: what derives from it, where a value of it may be any of these.
    """

    fields: tuple[Field, ...] = ()
    extra: "Type | None" = None
    base: "Reference | None" = None
    subtypes: Subtypes | None = None


@dataclass(frozen=True, slots=True)
class Nullable:
    """A value of the inner type, or null."""

    inner: "Type"


@dataclass(frozen=True, slots=True)
class Discriminator:
    """The property that tells a union's variants apart.

    Attributes:
        property: its wire name.
        mapping: pairs of a value and the position of a variant. A value that comes several times is that of
            several variants, which only their structure tells apart.
        otherwise: the positions of the variants for all other values; none where they are of no known one.
        base: while nothing is inferred, the position of what the other variants inherit from.
        absent: the positions of the variants that do without it.
        names: while nothing is inferred, pairs of a schema's name and the position of its variant: its value
            where that variant has no value of its own.
    """

    property: str
    mapping: tuple[tuple[Scalar, int], ...] = ()
    otherwise: tuple[int, ...] = ()
    base: tuple[int, ...] = ()
    absent: tuple[int, ...] = ()
    names: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Union:
    """One of several types.

    Attributes:
        variants: these types.
        discriminator: the property that tells objects among them apart.
        by_names: whether the names of their properties tell objects apart, and nothing below these.
    """

    variants: tuple["Type", ...]
    discriminator: Discriminator | None = None
    by_names: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A named type, by the location of its schema."""

    target: Location


Type: TypeAlias = (
    Anything
    | Never
    | Null
    | Boolean
    | Integer
    | Number
    | String
    | Encoded
    | Const
    | Enum
    | Array
    | Tuple
    | Map
    | Object
    | Nullable
    | Union
    | Reference
)


class Origin(NamedTuple):
    """Where a name comes from: a root (a component, a file or an operation) and the steps down from it.

    A step is a property's name, `[]` for an item of a list, `{}` for a value of a map, or a variant's label.
    `operation` tells that the root is an operation, whose own name is decided later. A tuple, as `Location`
    is: there is one for each schema.
    """

    root: str
    steps: tuple[str, ...] = ()
    operation: bool = False

    def child(self, step: str) -> "Origin":
        """Return the origin of something one step further down."""
        return Origin(self.root, (*self.steps, step), self.operation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A schema that gets a name of its own.

    Attributes:
        location: its identity.
        home: the location of the definition or operation in whose module it stands; its own for a root.
        component: whether the document itself names it, in `components/schemas` or by a reference.
        owner: the home that names it, where several modules share it and its own is another.
        copies: the definitions that it stands for besides itself, as they say the same.
        aliases: the components that are only references to it.
        answer: of what requests send of a schema, the definition of what answers have of it.
    """

    location: Location
    type: Type
    origin: Origin
    home: Location
    component: bool
    owner: Location | None = None
    copies: tuple["Definition", ...] = ()
    aliases: tuple[Location, ...] = ()
    answer: Location | None = None
    title: str = ""
    description: str = ""
    deprecated: bool = False
    hints: Hints | None = field(default=None, compare=False, repr=False)


# --- operations ---

ParameterLocation: TypeAlias = Literal["path", "query", "header", "cookie", "querystring"]
ListStyle: TypeAlias = Literal["comma", "repeat", "brackets", "indices"]
ObjectStyle: TypeAlias = Literal["brackets", "dots"]
DateStyle: TypeAlias = Literal["rfc3339", "http-date", "epoch-seconds", "epoch-milliseconds"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """An effective parameter of an operation: defaults applied, references followed.

    `lists` is how a list inside `deepObject` travels, None while nothing has said so; `of_client` tells that
    the client has an argument for it, too, from which calls take it that do not give it; `allow_slashes`
    tells that its value may be several segments of a path.
    """

    name: str
    where: ParameterLocation
    type: Type
    style: str
    explode: bool
    required: bool = False
    allow_reserved: bool = False
    allow_slashes: bool = False
    media_type: str | None = None
    lists: ListStyle | None = None
    objects: ObjectStyle = "brackets"
    dates: DateStyle = "rfc3339"
    description: str = ""
    deprecated: bool = False
    default: str | None = None
    notes: tuple[str, ...] = ()
    python_name: str | None = None
    of_client: bool = False
    location: Location
    hints: Hints | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartEncoding:
    """How one property of a form or multipart body travels (OAS 3.1.1, 4.8.15).

    `headers` pairs the names of its part's headers with the values that the document gives them.
    """

    property: str
    content_types: tuple[str, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    style: str | None = None
    explode: bool | None = None
    allow_reserved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """One media type of a body or response.

    Attributes:
        media_type: the media type, or a range.
        type: what it holds.
        item: the type of each item of a sequential one (OAS 3.2).
        encodings: how the properties of a form travel.
        examples: of a request body, as JSON.
        limits: what its schema demands beyond the type, where it is written.
    """

    media_type: str
    type: Type
    item: Type | None = None
    encodings: tuple[PartEncoding, ...] = ()
    examples: tuple[str, ...] = ()
    example: Any = field(default=None, compare=False, repr=False)
    limits: Limits = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A request body."""

    contents: tuple[Content, ...]
    required: bool
    description: str = ""
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A response header.

    `is_json` tells that its value is JSON, and not written in the style `simple`; `held_as` is the
    wire name of the field that holds it in what a call gives, where settings say so.
    """

    name: str
    type: Type
    is_json: bool = False
    description: str = ""
    held_as: str | None = None
    location: Location | None = field(default=None, compare=False, repr=False)
    hints: Hints | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What a response says about another call (OAS 3.1.1, 4.8.20).

    Attributes:
        name: its key.
        operation: the operationId that it leads to, or the reference to that operation.
        parameters: pairs of a parameter's name and the runtime expression of its value.
    """

    name: str
    operation: str
    parameters: tuple[tuple[str, str], ...] = ()
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """A response by its status pattern: `200`, `4XX` or `default`."""

    status: str
    contents: tuple[Content, ...] = ()
    headers: tuple[Header, ...] = ()
    links: tuple[str, ...] = ()
    description: str = ""
    location: Location
    followed: tuple[Link, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerVariable:
    """A variable of a server's URL template."""

    name: str
    default: str
    values: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server, its URL template as the document has it; OAS 3.2 gives servers names."""

    url: str
    name: str | None = None
    variables: tuple[ServerVariable, ...] = ()
    description: str = ""


SchemeKind: TypeAlias = Literal["bearer", "basic", "header", "query", "cookie", "other-http", "mutual-tls"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A security scheme.

    Attributes:
        key: its name in the document.
        kind: how its credential travels; `other-http` sends `scheme credential`, `mutual-tls` sends nothing.
        name: of the header, query parameter or cookie of an API key, or of the other HTTP scheme.
        environment: the environment variable the document's prose names for it.
        token_url: where a client of OAuth 2.0 gets its tokens.
        scopes: what such a client may ask for.
        refresh_url: where a refresh token leads to others.
        device_url: where a device gets the code that its user is to enter elsewhere.
        discovery_url: where OpenID Connect says where all these are.
    """

    key: str
    kind: SchemeKind
    name: str = ""
    description: str = ""
    environment: str | None = None
    token_url: str | None = None
    scopes: tuple[str, ...] = ()
    refresh_url: str | None = None
    device_url: str | None = None
    discovery_url: str | None = None
    location: Location


Requirement: TypeAlias = tuple[str, ...]
"""The keys of the schemes that are needed together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameHint:
    """What an extension for another tool says of an operation's name: its resource, its method, or both."""

    source: str
    group: str | None = None
    method: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """An operation with everything it inherits from its path item and document.

    `docs` is the URL of what else there is to read.
    `stream_field` is the property of its body that chooses between a whole answer and a stream, by its wire
    name: None while nothing has said so, empty where none does.
    """

    location: Location
    method: str
    path: str
    operation_id: str | None
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    body: Body | None
    responses: tuple[Response, ...]
    security: tuple[Requirement, ...]
    servers: tuple[Server, ...] = ()
    summary: str = ""
    description: str = ""
    docs: str | None = None
    deprecated: bool = False
    pagination: Pagination | None = None
    declared_pages: tuple[PageDeclaration, ...] = ()
    stream_field: str | None = None
    python_name: str | None = None
    python_group: str | None = None
    name_hints: tuple[NameHint, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """A request that the API's server makes: a webhook, or a callback of an operation.

    Attributes:
        name: its key in the document.
        owner: the operation that it is a callback of.
        operation: the request; its path is the webhook's name, or the callback's expression.
    """

    name: str
    owner: Location | None
    operation: Operation


# --- the whole ---


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the ledger: what was approximated (how) or ignored (why), and where."""

    kind: Literal["approximated", "ignored"]
    code: str
    message: str
    location: Location


def sorted_ledger(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the lines of a ledger, each once, in the order of their places."""
    return tuple(sorted(dict.fromkeys(entries), key=lambda entry: (entry.location, entry.code)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of evidence: how much it counts, of what kind it is, what it says, and where it stands."""

    points: int
    reason: str
    sentence: str
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Why something was inferred: `subject` is an operation's or definition's location.

    `pieces` are what it was weighed by, where there was something to weigh.
    """

    subject: Location
    topic: Literal[
        "pagination", "union", "lists", "name", "credential", "format", "shape", "stream", "client"
    ]
    conclusion: str
    because: str
    pieces: tuple[Piece, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """An operation that looks as if it gave pages, but not enough so.

    Attributes:
        subject: the operation.
        pagination: how they would be linked.
        missing: what would have been needed, in words.
        pieces: the evidence that there was.
    """

    subject: Location
    pagination: Pagination
    missing: tuple[str, ...]
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """What the document says of a tag; `docs` is the URL of more, `parent` and `kind` are OAS 3.2's."""

    name: str
    description: str = ""
    docs: str | None = None
    parent: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class License:
    """The license that a document says its API has; `identifier` is an SPDX id."""

    name: str
    identifier: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """A whole document, lowered.

    `document` is the root's name in locations, `docs` the URL of what else there is to read, `security` what
    operations need that say nothing else, `is_undemanded` whether nothing is said to need
    credentials, which are sent where they are given.
    """

    document: str
    title: str
    version: str
    description: str
    license: License | None = None
    docs: str | None = None
    servers: tuple[Server, ...]
    schemes: tuple[Scheme, ...]
    security: tuple[Requirement, ...] = ()
    is_undemanded: bool = False
    operations: tuple[Operation, ...]
    definitions: Mapping[Location, Definition]
    webhooks: tuple[Webhook, ...] = ()
    tags: tuple[Tag, ...] = ()
    honoured: int = 0
    ledger: tuple[Entry, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    near_misses: tuple[NearMiss, ...] = ()
