"""How a body can be given: as arguments of its own properties or as a whole, in which media types."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from generator.diagnostics import Location
from generator.inference.streams import stream_switch
from generator.ir import Const, Content, Definition, Field, Object, Operation, Reference, Type, Union
from generator.media import body_kind, body_type, by_preference, is_range
from generator.records import dataclass
from generator.type_tree import deref, fields_of, variants_of

# The kinds of bodies whose properties can be arguments of their own.
FLAT_KINDS = frozenset({"json", "form", "multipart"})

# Of more variants nobody reads the overloads.
MOST_VARIANTS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyForm:
    """One form in which a body can be given.

    Attributes:
        contents: the media types that take it, the preferred one first.
        fields: the properties that are arguments of their own; None where the body is one argument.
        type: what that one argument takes.
        variants: where that is one of several objects, or one that may be left out or is put back, the
            properties of each, which can then be given alone.
    """

    contents: tuple[Content, ...]
    fields: tuple[Field, ...] | None
    type: Type
    variants: tuple[tuple[Field, ...], ...] = ()

    @property
    def media_types(self) -> tuple[str, ...]:
        """The media types by preference."""
        return tuple(content.media_type for content in self.contents)

    @property
    def takes_files(self) -> bool:
        """Whether bytes in it travel as they are, so that they may come from files."""
        return body_kind(self.contents[0]) in {"multipart", "binary"}


def body_forms(
    operation: Operation, definitions: Mapping[Location, Definition], answered: Collection[Location] = ()
) -> tuple[BodyForm, ...]:
    """Return the forms of an operation's body, the preferred one first; none where it takes no body.

    Media types that take the same arguments are one form.

    Args:
        operation: the operation.
        definitions: what its types may refer to.
        answered: the definitions of what answers hold.
    """
    grouped: dict[tuple[tuple[Field, ...] | None, Type], list[Content]] = {}
    contents = by_preference(operation.body.contents) if operation.body is not None else ()
    # What is said exactly comes before what may be anything.
    for content in sorted(contents, key=lambda item: is_range(item.media_type)):
        fields = _flat_fields(operation, content, definitions)
        type_ = body_type(content, contents, definitions)
        # What is written in different ways may still be given in one: then only its fields count.
        key = next((known for known in grouped if fields is not None and known[0] == fields), (fields, type_))
        grouped.setdefault(key, []).append(content)
    forms = tuple(
        BodyForm(contents=tuple(contents), fields=fields, type=type_)
        for (fields, type_), contents in grouped.items()
    )
    if len(forms) != 1 or stream_switch(operation, definitions) is not None:
        return forms
    if _is_put_back(operation, forms[0], definitions, answered):
        forms = (replace(forms[0], fields=None),)
    return (replace(forms[0], variants=_variants(operation, forms[0], definitions)),)


def wants_media_type(forms: tuple[BodyForm, ...]) -> bool:
    """Whether a call may have to say in which media type its body is."""
    media_types = [media_type for form in forms for media_type in form.media_types]
    return len(media_types) > 1 or any(map(is_range, media_types))


def _flat_fields(
    operation: Operation, content: Content, definitions: Mapping[Location, Definition]
) -> tuple[Field, ...] | None:
    """Return the fields of a body whose properties are arguments of their own.

    An optional body with required properties is none, for nobody could leave it out: see `_of_one`.
    """
    if operation.body is None or body_kind(content) not in FLAT_KINDS:
        return None
    type_ = deref(content.type, definitions)
    if not isinstance(type_, Object) or type_.extra is not None:
        return None
    fields = tuple(item for item in fields_of(type_, definitions) if item.access != "read")
    if not fields or (not operation.body.required and any(item.required for item in fields)):
        return None
    return fields


def _is_put_back(
    operation: Operation,
    form: BodyForm,
    definitions: Mapping[Location, Definition],
    answered: Collection[Location],
) -> bool:
    """Whether a body is what an answer gave, changed: a PUT replaces all of it (RFC 9110, 9.3.4)."""
    if operation.method != "PUT" or form.fields is None or not isinstance(form.type, Reference):
        return False
    return form.type.target in answered or definitions[form.type.target].answer in answered


def _variants(
    operation: Operation, form: BodyForm, definitions: Mapping[Location, Definition]
) -> tuple[tuple[Field, ...], ...]:
    """Return the properties of each object that a body may be, where it is given by them or as a whole."""
    inner, kind = deref(form.type, definitions), body_kind(form.contents[0])
    if operation.body is None or form.fields is not None:
        return ()
    if isinstance(inner, Object) and kind in FLAT_KINDS:
        return _of_one(inner, definitions)
    if not isinstance(inner, Union) or not operation.body.required or kind not in {"json", "form"}:
        return ()
    found: list[tuple[Field, ...]] = []
    for variant in variants_of(inner, definitions):
        if not isinstance(variant, Object):
            return ()
        found.append(tuple(item for item in fields_of(variant, definitions) if item.access != "read"))
    return tuple(dict.fromkeys(found)) if 1 < len(found) <= MOST_VARIANTS and all(found) else ()


def _of_one(object_: Object, definitions: Mapping[Location, Definition]) -> tuple[tuple[Field, ...], ...]:
    """Return the properties of the only object that a body may be; what has but one value, nobody gives."""
    fields = tuple(item for item in fields_of(object_, definitions) if item.access != "read")
    if not fields or object_.extra is not None:
        return ()
    constants = {item.name for item in fields if isinstance(deref(item.type, definitions), Const)}
    return (tuple(replace(item, required=item.required and item.name not in constants) for item in fields),)


def merged_fields(variants: Iterable[tuple[Field, ...]]) -> tuple[Field, ...]:
    """Return the properties of several objects together, each once; it takes what it does in any of them."""
    together: dict[str, list[Field]] = {}
    for item in (item for fields in variants for item in fields):
        together.setdefault(item.name, []).append(item)
    return tuple(_merged(items) for items in together.values())


def _merged(items: list[Field]) -> Field:
    types = tuple(dict.fromkeys(item.type for item in items))
    described = next((item for item in items if item.description), items[0])
    return replace(described, type=types[0] if len(types) == 1 else Union(types), required=False)
