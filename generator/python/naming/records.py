"""What a package's names are: frozen records that plan, explain and the manifest read."""

from collections.abc import Mapping
from dataclasses import field

from generator.diagnostics import Location
from generator.ir import Tag
from generator.records import dataclass
from generator.scalars import Scalar


@dataclass(frozen=True, slots=True)
class ModelName:
    """Where a definition is found: the class or alias, and the module of `models/` that it stands in."""

    name: str
    module: str

    @property
    def param(self) -> str:
        """What a dictionary that stands for it is called, in the module of `params/` of the same name."""
        return self.name if self.name.endswith("Params") else f"{self.name}Param"


@dataclass(frozen=True, slots=True, kw_only=True)
class MixinName:
    """What a model is made of that people add to.

    Attributes:
        name: their class.
        module: the module of `_custom/` that it stands in.
        fields: the class of what the document says of it, which stands beside the model.
    """

    name: str
    module: str
    fields: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodName:
    """One of several methods of an operation: where it is, and what it always sends, by names on the wire."""

    resource: str
    method: str
    sends: Mapping[str, Scalar]


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationName:
    """How an operation is called: `client.resource.method(...)`.

    Attributes:
        resource: the attributes from the client on, with dots between them.
        method: its method.
        constant: the name of its record.
        methods: where the settings make several methods of it, all of these; `method` is the first.
        poll: the method that repeats it until what it gives is final, where settings make one.
        stream: the method that gives the same answer item by item, where there are both.
        leads: the arguments besides those in the path that calls could give by position before.
        arguments: what its arguments were called before, by their places and names on the wire.
        rule: what named it, in words.
        cut: what was there to say and was left out.
    """

    resource: str
    method: str
    constant: str
    methods: tuple[MethodName, ...] = ()
    poll: str | None = None
    stream: str | None = None
    leads: tuple[str, ...] = ()
    arguments: Mapping[str, str] = field(default_factory=dict[str, str])
    rule: str = ""
    cut: tuple[str, ...] = ()

    @property
    def all_resources(self) -> tuple[str, ...]:
        """The resources that have a method of it, its own first."""
        return tuple(dict.fromkeys((self.resource, *(item.resource for item in self.methods))))

    @property
    def call(self) -> str:
        """The call as the manifest has it: `sessions.list`."""
        return f"{self.resource}.{self.method}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Committed:
    """What a package as it is calls things: what is still there keeps its name.

    Attributes:
        calls: the call of each operation, by its request now.
        leads: the arguments besides those in the path that its calls can give by position, by the same.
        arguments: what all arguments are called, by the same, by their places and names on the wire.
        models: where the class of each schema is: `models.pet.Pet`.
        copies: the schemas of these whose class stands at another one.
        fields: what the fields of each class are called, by their names on the wire.
        members: what the members of each enum are called, by their values as text.
        credentials: the client's argument for each credential, by its key in the document.
        client_parameters: the client's arguments for parameters of calls, by what these are known by.
        variables: the client's argument for what is variable in the URLs of servers, by its name there.
    """

    calls: Mapping[str, str] = field(default_factory=dict[str, str])
    leads: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    arguments: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    models: Mapping[Location, str] = field(default_factory=dict[Location, str])
    copies: frozenset[Location] = frozenset()
    fields: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    members: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    credentials: Mapping[str, str] = field(default_factory=dict[str, str])
    client_parameters: Mapping[str, str] = field(default_factory=dict[str, str])
    variables: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Every name of a package.

    Attributes:
        client: the client's class.
        operations: how each operation is called.
        webhooks: the function that reads each webhook.
        models: where each definition is found.
        resources: the class of each resource, by its attributes with dots between them; also of one that only
            leads to others.
        resource_modules: the module of each.
        tags: what the document says of each, where it is a tag.
        cycles: definitions that refer to each other.
        custom: the resources, and `client`, whose classes people add to in `_custom/`.
        mixins: what people add to models, by their definitions.
        committed: what the package as it is calls things: of what is in a class or a call, names are given
            where that is planned, and what is still there keeps its own.
    """

    client: str
    operations: Mapping[Location, OperationName]
    webhooks: Mapping[Location, str]
    models: Mapping[Location, ModelName]
    resources: Mapping[str, str]
    resource_modules: Mapping[str, str]
    tags: Mapping[str, Tag]
    cycles: tuple[frozenset[Location], ...]
    custom: frozenset[str]
    mixins: Mapping[Location, MixinName]
    committed: Committed

    @property
    def async_client(self) -> str:
        """The async client's class."""
        return f"Async{self.client}"

    def children(self, resource: str) -> list[str]:
        """Return the resources right below one, or of the client: `""`."""
        depth = resource.count(".") + 1 if resource else 0
        below = f"{resource}." if resource else ""
        return sorted(name for name in self.resources if name.startswith(below) and name.count(".") == depth)
