"""What templates print: frozen records of finished text, one kind for each kind of module."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from generator.records import dataclass

# What a method gives: the answer as a whole, its pages, or its items as they come.
MethodKind: TypeAlias = Literal["whole", "pages", "stream", "poll"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """A field of a model: `name: annotation = default`, and the docstring under it."""

    name: str
    annotation: str
    default: str | None
    docstring: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MixinView:
    """What people add to a model: their class, the path of its module, and the class of its fields."""

    name: str
    path: str
    fields: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassView:
    """A model class.

    `unsent` are the fields that requests do not have, `extra` is the annotation of the dictionary of further
    properties, where it is typed, `deprecated` the decorator that marks it so, and `mixin` what people add.
    """

    name: str
    base: str
    docstring: tuple[str, ...]
    fields: tuple[FieldView, ...]
    nullable: str | None
    unsent: str | None
    extra: str | None
    deprecated: str | None
    mixin: MixinView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumView:
    """An open enum; members are pairs of a name and a literal, `deprecated` is as that of a class."""

    name: str
    base: str
    docstring: tuple[str, ...]
    members: tuple[tuple[str, str], ...]
    deprecated: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasView:
    """A name for a type that is no class."""

    name: str
    statement: str
    docstring: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelModuleView:
    """A module of `models/`. Classes, enums and aliases stand in the order in which they need each other."""

    module: str
    docstring: tuple[str, ...]
    imports: tuple[str, ...]
    members: tuple[ClassView | EnumView | AliasView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParamView:
    """A TypedDict that stands for a model; `keys` are pairs of a name and an annotation."""

    name: str
    docstring: tuple[str, ...]
    keys: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParamModuleView:
    """A module of `params/`: what may be given for the models of one module."""

    module: str
    docstring: tuple[str, ...]
    imports: tuple[str, ...]
    members: tuple[ParamView | AliasView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportView:
    """A name that a lazy package gives, and the module it comes from."""

    name: str
    module: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstantView:
    """An operation's record.

    Attributes:
        name: of the constant.
        annotation: its type.
        expression: the record itself.
        parts: what it says of each parameter, of each response and of all else, by what that is.
    """

    name: str
    annotation: str
    expression: str
    parts: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationsModuleView:
    """A module of `_operations/`."""

    module: str
    imports: tuple[str, ...]
    constants: tuple[ConstantView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgumentView:
    """An argument of a method; without a default it is required."""

    name: str
    annotation: str
    default: str | None = None
    is_deprecated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerArgumentView:
    """The client's argument for a server variable; `default` and `values` are cells of a table."""

    key: str
    argument: str
    default: str
    values: str
    doc: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientParameterView:
    """The client's argument for a parameter of calls, which take it from there where they do not give it.

    `known_as` is the parameter's place and name in all operations, `key` the argument as a literal.
    `annotation` is as the constructor has it, `changed` as `with_options` does, `type` without quotes.
    `sent` and `cell` are cells of a table, `expression` is the record.
    """

    known_as: str
    key: str
    argument: str
    annotation: str
    changed: str
    type: str
    expression: str
    sent: str
    cell: str
    doc: tuple[str, ...]
    brief: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureView:
    """What a method, or one of its overloads, takes and gives.

    `returns` is the whole, or an item; `streams` is an item of the stream that it gives instead, and
    `deprecated` the decorator that marks calls with deprecated arguments so.
    """

    positional: tuple[ArgumentView, ...]
    keywords: tuple[ArgumentView, ...]
    returns: str | None
    streams: str | None = None
    deprecated: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodView:
    """A method of a resource; `call` are the arguments of the call that it makes.

    `chooses` tells whether one of its arguments asks for a stream instead of the whole; `deprecated` is the
    decorator that marks it so.
    """

    name: str
    kind: MethodKind
    chooses: bool
    overloads: tuple[SignatureView, ...]
    signature: SignatureView
    docstring: tuple[str, ...]
    call: str
    deprecated: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildView:
    """A resource as an attribute of its parent: of another one, or of the client.

    `home` is its module as its parent imports it.
    """

    attribute: str
    home: str
    name: str
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleView:
    """A call as a docstring of either flavour shows it; `name` is the variable for what it gives."""

    kind: MethodKind
    name: str | None
    call: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceView:
    """A resource: its class, and its module; `children` are the resources below it.

    `docstring` is the module's; that of the class goes on with the example, if there is one.
    """

    module: str
    name: str
    docstring: tuple[str, ...]
    about: tuple[str, ...]
    example: ExampleView | None
    imports: tuple[str, ...]
    children: tuple[ChildView, ...]
    methods: tuple[MethodView, ...]

    @property
    def has_pages(self) -> bool:
        """Whether a method gives pages."""
        return any(method.kind == "pages" for method in self.methods)

    @property
    def has_streams(self) -> bool:
        """Whether a method gives a stream."""
        return any(method.kind == "stream" or method.chooses for method in self.methods)


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialView:
    """A credential: the client's argument for it, the scheme's record, and how it travels, in words.

    `takes_grants` says whether it may be a token that OAuth 2.0 leads to, `scope` what that may allow.
    """

    key: str
    argument: str
    annotation: str
    takes_grants: bool
    scope: str | None
    expression: str
    environment: str | None
    sent: str
    doc: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookView:
    """A function that reads what the API's server sends; `content` is the record that says how."""

    name: str
    returns: str
    docstring: tuple[str, ...]
    summary: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventsView:
    """What reads any of several events; `functions` are pairs of a value that tells one, and what reads it.

    `finder` is the expression that finds that value, and `sign` says what it is, in words.
    """

    returns: str
    unknown: str
    finder: str
    sign: str
    docstring: tuple[str, ...]
    functions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhooksView:
    """The module for what the server sends."""

    module: str
    imports: tuple[str, ...]
    functions: tuple[WebhookView, ...]
    events: EventsView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenView:
    """An argument of a call in API.md; `name` and `annotation` are cells of a table."""

    name: str
    annotation: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallView:
    """A call in API.md; `returns`, `raises`, `needs` and `server` are Markdown, `example` is code.

    `needs` are its credentials, where these are not the package's usual ones.
    """

    call: str
    summary: str
    request: str
    is_deprecated: bool
    example: str | None
    arguments: tuple[TakenView, ...]
    returns: str
    raises: str
    needs: str | None
    server: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeView:
    """What a model holds, in API.md: `lines` are Markdown, `twin` the dictionary that stands for it."""

    name: str
    twin: str | None
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """The calls of a resource in API.md; `anchor` is where its heading is found."""

    resource: str
    anchor: str
    calls: tuple[CallView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedView:
    """A line of the README: which credentials are needed for which calls."""

    credentials: str
    calls: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorBodyView:
    """What the body of an error may be: the name of that type, and the type.

    `count` is of the types that the document has; `is_told` is false where these are too many to be told.
    """

    name: str
    expression: str
    count: int
    is_told: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorBodiesView:
    """What type checkers are told of the bodies of errors; `untold` are the errors with too many types."""

    bodies: tuple[ErrorBodyView, ...]
    untold: str
    imports: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorView:
    """A line of the README: what an answer with a status raises, and what its body usually is."""

    status: str
    name: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionView:
    """A line of the README: an argument of the client; all but `name` are cells of a table."""

    name: str
    annotation: str
    default: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VariableView:
    """A line of the README: an argument for a variable of servers; all but `argument` are cells."""

    argument: str
    values: str
    default: str
    scope: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideView:
    """What the README shows of this API: snippets, of which None are those that it has nothing for.

    `given` are the client's arguments for the credentials of the first call, `environment` the variables
    that these are read from, `needed` its arguments for parameters that calls need. `is_undecided` tells that
    the document says of no call that it needs a credential, `is_undemanded` that each that is given is sent,
    `waits` how long tries wait for each other.
    """

    first: str | None
    switched: str | None
    first_async: str | None
    given: tuple[str, ...]
    needed: str
    environment: tuple[str, ...]
    needs: tuple[NeedView, ...]
    is_undecided: bool
    is_undemanded: bool
    options: tuple[OptionView, ...]
    variables: tuple[VariableView, ...]
    waits: str
    errors: str | None
    raised: tuple[ErrorView, ...]
    pages: str | None
    pages_async: str | None
    stream: str | None
    stream_async: str | None
    upload: str | None
    download: str | None
    download_async: str | None
    poll: str | None
    webhook: str | None
    patient: str | None
    raw: str | None
    raw_pages: str | None
    raw_stream: str | None
    raw_async: str | None
    undocumented: str | None
    proxy: str | None
    fake: str | None
    kept: str | None
    null: str | None
    dictionary: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsView:
    """The oldest Python and pydantic, and what pip is asked for: for a package, and for its adapters."""

    python: tuple[int, ...]
    pydantic: tuple[int, ...]
    installed: tuple[str, ...]
    carriers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageView:
    """A whole package; `own_version` is its own, `version` the document's."""

    package: str
    own_version: str | None
    client: str
    title: str
    version: str
    docs: str | None
    description: tuple[str, ...]
    base_url: str
    servers: tuple[str, ...]
    server_imports: tuple[str, ...]
    server_choice: tuple[str, ...]
    server_chosen: str
    server_arguments: tuple[ServerArgumentView, ...]
    client_parameters: tuple[ClientParameterView, ...]
    client_imports: tuple[str, ...]
    base_url_env: str | None
    http: str
    needs: NeedsView
    headers: str
    header_env: str | None
    timeout: str
    max_response_bytes: str
    idempotency_header: str
    has_idempotency_key: bool
    idempotency_note: str
    retries: str
    max_retries: int
    retried: str
    retry_note: str
    server_example: str
    credentials: tuple[CredentialView, ...]
    granted: CredentialView | None
    schemes: tuple[str, ...]
    security: str
    product: str
    log_variable: str
    children: tuple[ChildView, ...]
    resources: tuple[ResourceView, ...]
    operations: tuple[OperationsModuleView, ...]
    webhooks: tuple[WebhooksView, ...]
    models: tuple[ModelModuleView, ...]
    exports: tuple[ExportView, ...]
    exported: tuple[tuple[str, tuple[str, ...]], ...]
    has_deprecated: bool
    params: tuple[ParamModuleView, ...]
    param_exports: tuple[ExportView, ...]
    params_exported: tuple[tuple[str, tuple[str, ...]], ...]
    public: tuple[str, ...]
    homes: tuple[tuple[str, tuple[str, ...]], ...]
    submodules: tuple[str, ...]
    errors: tuple[str, ...]
    error_bodies: ErrorBodiesView
    reference: tuple[SectionView, ...]
    shapes: tuple[ShapeView, ...]
    guide: GuideView
