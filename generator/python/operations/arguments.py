"""The arguments of methods: which there are, what they are called, and where their values go."""

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from typing import Any

from generator.answers import AnswerForm, wants_accept
from generator.diagnostics import Location
from generator.ir import (
    Array,
    Boolean,
    Const,
    Definition,
    Enum,
    Field,
    Hints,
    Integer,
    Nullable,
    Object,
    Operation,
    Parameter,
    Reference,
    String,
    Type,
)
from generator.media import is_merge_patch
from generator.python.identifiers import allocate, snake, staying
from generator.python.naming.reserved import ARGUMENTS
from generator.python.operations.bodies import BodyForm, merged_fields, wants_media_type
from generator.python.text.prose import fact, literal, opening, prose, summary, summary_end
from generator.python.types.models import field_prose
from generator.records import dataclass
from generator.scalars import Scalar
from generator.type_tree import deref, fields_of, variants_of, without_null

# Which argument keeps a name that several want.
PRECEDENCE = ("path", "query", "header", "cookie", "querystring", "body")
# Where the value of an argument goes, by its place.
PLACES = {
    "path": "in the path",
    "query": "in the query",
    "querystring": "as the query",
    "header": "in the headers",
    "cookie": "in the cookies",
    "body": "in the body",
}
# Of an enum, so many values are listed.
MAX_VALUES = 20
# The key of the argument that says in which media type the body is.
MEDIA_TYPE = "media type"
# The key of the argument that says in which media type the answer is wanted.
ACCEPT = "accept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """An argument of a method.

    Attributes:
        name: its Python name.
        wire: what it is on the wire, as the manifest has it: `filter[status]`.
        path: the keys under which its value is given to the runtime.
        where: the place of its parameter, or `body`.
        type: what it takes.
        required: whether a call must give it.
        fixed: what its method always sends, so that no call gives it.
        constant: its only value, where it must be sent and there is but one.
        may_be_null: whether None is sent as null, so that absence needs a value of its own.
        takes_files: whether bytes in it may also be given as files.
        is_deprecated: whether calls had better not give it.
        lines: its description.
        example: a value that the document shows, as JSON; None where it shows none.
    """

    name: str
    wire: str
    path: tuple[str, ...]
    where: str
    type: Type
    required: bool
    fixed: Scalar | None = None
    constant: Scalar | None = None
    may_be_null: bool
    takes_files: bool = False
    is_deprecated: bool = False
    lines: tuple[str, ...]
    example: Any = field(default=None, compare=False, repr=False)

    @property
    def expression(self) -> str:
        """What a call sends for it."""
        return self.name if self.fixed is None else literal(self.fixed)

    @property
    def is_whole_body(self) -> bool:
        """Whether it is a body and not a property of one; a property's name may be empty."""
        return not self.path


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An argument before it has its name.

    Attributes:
        key: what tells it from the operation's others.
        wish: the name it would like.
        wire: what it is on the wire.
        parameter: the parameter that it is, or is a property of.
        field: the property of a parameter or body that it is.
        above: the properties of a parameter that this one is in, from the outermost.
        body: the form of the body that it is the whole of.
        about: what the document says of that body.
        body_required: whether it must be sent.
        takes_files: whether bytes in it may also be given as files.
    """

    key: str
    wish: str
    wire: str
    parameter: Parameter | None = None
    field: Field | None = None
    above: tuple[str, ...] = ()
    body: BodyForm | None = None
    about: str = ""
    body_required: bool = False
    takes_files: bool = False

    @property
    def where(self) -> str:
        """The place of its parameter, or `body`."""
        return self.parameter.where if self.parameter is not None else "body"

    @property
    def is_named(self) -> bool:
        """Whether the document says what it is called in Python."""
        return self.parameter is not None and self.parameter.python_name is not None


def identity(parameter: Parameter) -> str:
    """Return what tells a parameter from the operation's others: its place and name (OAS 3.1.1, 4.8.12)."""
    return f"{parameter.where} {parameter.name}"


def draft_parameter(
    parameter: Parameter, definitions: Mapping[Location, Definition], *, flatten: int
) -> Iterator[Draft]:
    """Yield the arguments for a parameter: itself, or its properties.

    Args:
        parameter: the parameter.
        definitions: what its type may refer to.
        flatten: how many levels of the properties of a `deepObject` parameter are arguments of their own.
    """
    inner = _with_known_properties(parameter.type, definitions)
    if flatten and parameter.style == "deepObject" and inner is not None:
        yield from _draft_properties(parameter, inner, definitions, levels=flatten, above=())
    else:
        is_flat = flatten > 0
        wish = snake(parameter.python_name or _plain_name(parameter, flatten=is_flat), fallback="argument")
        yield Draft(key=identity(parameter), wish=wish, wire=parameter.name, parameter=parameter)


def _draft_properties(
    parameter: Parameter,
    object_: Object,
    definitions: Mapping[Location, Definition],
    *,
    levels: int,
    above: tuple[str, ...],
) -> Iterator[Draft]:
    """Yield an argument for each property, and for those of objects among them that may be left out."""
    for item in fields_of(object_, definitions):
        names = (*above, item.name)
        wire = parameter.name + "".join(f"[{name}]" for name in names)
        yield Draft(
            key=f"{parameter.where} {wire}",
            wish=snake(" ".join(names)),
            wire=wire,
            parameter=parameter,
            field=item,
            above=above,
        )
        inner = _with_known_properties(item.type, definitions)
        if levels > 1 and inner is not None and not item.required:
            yield from _draft_properties(parameter, inner, definitions, levels=levels - 1, above=names)


def _with_known_properties(type_: Type, definitions: Mapping[Location, Definition]) -> Object | None:
    """Return the object that a type is, if all its properties are known."""
    inner = without_null(deref(type_, definitions))
    return inner if isinstance(inner, Object) and inner.extra is None else None


def _plain_name(parameter: Parameter, *, flatten: bool) -> str:
    """Return the text to name an argument after: flattened, `filter[createdAt][from]` is `createdAt from`.

    So documents that spell `deepObject` out get the arguments of those that do not.
    """
    whole, bracket, rest = parameter.name.partition("[")
    return rest if flatten and whole and bracket and rest.endswith("]") and rest != "]" else parameter.name


def draft_body(operation: Operation, forms: tuple[BodyForm, ...]) -> Iterator[Draft]:
    """Yield the arguments for a body: its fields or itself, and its media type where there are several."""
    if operation.body is None or not forms:
        return
    fields = forms[0].fields or merged_fields(forms[0].variants)
    if is_merge_patch(forms[0].contents[0].media_type):
        fields = tuple(map(_removable, fields))
    for item in fields:
        yield Draft(
            key=f"body {item.name}",
            wish=snake(item.name, fallback="field"),
            wire=item.name,
            field=item,
            takes_files=forms[0].takes_files,
        )
    wholes = forms if forms[0].fields is None else forms[1:]
    if wholes:
        required = operation.body.required and len(forms) == 1 and not forms[0].variants
        yield Draft(
            key="body",
            wish="request_body" if any(snake(item.name) == "body" for item in fields) else "body",
            wire="",
            body=wholes[0],
            about=operation.body.description,
            body_required=required,
            takes_files=wholes[0].takes_files,
        )
    if wants_media_type(forms):
        yield Draft(key=MEDIA_TYPE, wish="content_type", wire="Content-Type")


def _removable(item: Field) -> Field:
    """Return a property of a patch, which null removes, whatever else it may be (RFC 7396)."""
    if item.required or isinstance(item.type, Nullable):
        return item
    return replace(item, type=Nullable(item.type))


def draft_accept(forms: tuple[AnswerForm, ...]) -> Iterator[Draft]:
    """Yield the argument for the media type of the answer, where there are several to ask for."""
    if wants_accept(forms):
        yield Draft(key=ACCEPT, wish="accept", wire="Accept")


def name_drafts(drafts: list[Draft], before: Mapping[str, str]) -> dict[str, str]:
    """Return distinct names; of several arguments that want one, those further on say where they go.

    Args:
        drafts: the arguments.
        before: what they were called, by their keys: that stays, but for what the document has a name for.
    """
    unnamed = (draft.key for draft in drafts if not draft.is_named)
    names = staying(before, unnamed, ARGUMENTS)
    spelled = {
        draft.key: " ".join((*draft.above, draft.field.name)) if draft.field else draft.wire
        for draft in drafts
    }
    for where in PRECEDENCE:
        taken = set(names.values())
        elsewhere = {names[draft.key] for draft in drafts if draft.where != where and draft.key in names}
        wanted: list[tuple[str, str]] = []
        for draft in drafts:
            if draft.where == where and draft.key not in names:
                wish = draft.wish if draft.wish not in elsewhere else f"{draft.wish.rstrip('_')}_{where}"
                wanted.append((draft.key, wish))
        if wanted:
            names |= allocate(wanted, reserved=ARGUMENTS, taken=taken, spelled=spelled)
    return names


def keys_of(operation: Operation, names: Mapping[str, str]) -> dict[str, str]:
    """Return each parameter's key among the arguments: its argument's name, or its own when flattened."""
    parameters = {identity(parameter): parameter for parameter in operation.parameters}
    return allocate((key, names.get(key) or snake(item.name)) for key, item in parameters.items())


def argument_of(
    draft: Draft, name: str, keys: Mapping[str, str], definitions: Mapping[Location, Definition]
) -> Argument:
    """Return the argument that a draft becomes with its name.

    Args:
        draft: the draft.
        name: its name.
        keys: the key of each parameter of the operation.
        definitions: what its type may refer to.
    """
    if draft.parameter is not None:
        argument = _of_parameter(draft, draft.parameter, name, keys[identity(draft.parameter)], definitions)
        return _with_constant(argument, definitions)
    if draft.field is not None:
        argument = of_property(draft.field, name, definitions, takes_files=draft.takes_files)
        return _with_constant(argument, definitions)
    assert draft.body is not None
    return Argument(
        name=name,
        wire="",
        path=(),
        where="body",
        type=draft.body.type,
        required=draft.body_required,
        may_be_null=True,
        takes_files=draft.takes_files,
        lines=tuple(prose(draft.about, width=None)) or ("What to send.",),
    )


def constant_of(type_: Type, definitions: Mapping[Location, Definition]) -> Scalar | None:
    """Return the only value that a type has, if it has but one."""
    inner = deref(type_, definitions)
    return inner.value if isinstance(inner, Const) else None


def _with_constant(argument: Argument, definitions: Mapping[Location, Definition]) -> Argument:
    """Return an argument that nobody needs to give where it has but one value."""
    constant = constant_of(argument.type, definitions) if argument.required else None
    return argument if constant is None else replace(argument, required=False, constant=constant)


def _of_parameter(
    draft: Draft, parameter: Parameter, name: str, key: str, definitions: Mapping[Location, Definition]
) -> Argument:
    item = draft.field
    type_ = parameter.type if item is None else item.type
    return Argument(
        name=name,
        wire=draft.wire,
        path=(key,) if item is None else (key, *draft.above, item.name),
        where=parameter.where,
        # A path has nothing for null.
        type=without_null(type_) if parameter.where == "path" else type_,
        required=parameter.required
        and not parameter.of_client
        and (item is None or (item.required and not draft.above)),
        may_be_null=False,
        is_deprecated=parameter.deprecated if item is None else item.deprecated,
        lines=_lines(
            _prose(_as_field(parameter) if item is None else item, definitions),
            values_of(type_, definitions),
            f"`{draft.wire}` {PLACES[parameter.where]}",
        ),
        example=_example(parameter.hints if item is None else item.hints),
    )


def of_property(
    item: Field, name: str, definitions: Mapping[Location, Definition], *, takes_files: bool
) -> Argument:
    """Return a property of a body as what takes it.

    Args:
        item: the property.
        name: its Python name.
        definitions: what its type may refer to.
        takes_files: whether bytes in it may also be given as files.
    """
    return Argument(
        name=name,
        wire=item.name,
        path=(item.name,),
        where="body",
        type=item.type,
        required=item.required,
        may_be_null=True,
        takes_files=takes_files,
        is_deprecated=item.deprecated,
        lines=_lines(
            _prose(item, definitions),
            values_of(item.type, definitions),
            f"`{item.name}` {PLACES['body']}",
        ),
        example=_example(item.hints),
    )


def _example(hints: Hints | None) -> Any:
    return hints.example if hints is not None else None


def _as_field(parameter: Parameter) -> Field:
    return Field(
        name=parameter.name,
        type=parameter.type,
        required=parameter.required,
        description=parameter.description,
        deprecated=parameter.deprecated,
        default=parameter.default,
        notes=parameter.notes,
    )


def _prose(item: Field, definitions: Mapping[Location, Definition]) -> list[str]:
    """Return what there is to say of a field; without a description, how that of its type begins, too."""
    lines, type_ = field_prose(item, width=None), without_null(item.type)
    if item.description or not isinstance(type_, Reference):
        return lines
    told = opening(definitions[type_.target].description)
    return [" ".join([told, *lines])] if told else lines


def _lines(about: list[str], values: tuple[Scalar, ...], place: str) -> tuple[str, ...]:
    """Return what there is to say of an argument: its description, its values, else its place."""
    text = " ".join(about)
    if values and not all(str(value) in text for value in values):
        shown = ", ".join(map(literal, values[:MAX_VALUES]))
        more = f" and {len(values) - MAX_VALUES} more" if len(values) > MAX_VALUES else ""
        listed = fact(f"One of {shown}{more}")
        return (f"{summary_end(about[0])} {listed}",) if len(about) == 1 else (*about, listed)
    return tuple(about) or (summary(place),)


def values_of(type_: Type, definitions: Mapping[Location, Definition]) -> tuple[Scalar, ...]:
    """Return the values of an enum, or of a list of one; none where there is but one."""
    if isinstance(type_, String | Integer | Boolean):  # most types are one of these
        return ()
    found: list[Scalar] = []
    for variant in variants_of(type_, definitions):
        inner = without_null(deref(variant.item, definitions)) if isinstance(variant, Array) else variant
        if isinstance(inner, Enum):
            found += inner.values
    return tuple(dict.fromkeys(found)) if len(found) > 1 else ()
