"""What can be kept of a response that is not what the document says.

Only used where validation has failed. The places of its faults lead the way: at each step what has no fault
is validated in one go, and only what has one is looked into, so that all of the data is read about once more.
What is wrong in a way that `loosening` knows is read by it, in a third of the time where many parts are.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import (
    Annotated,
    Any,
    ClassVar,
    Final,
    Literal,
    NotRequired,
    TypeAlias,
    TypeVar,
    cast,
    get_args,
    get_origin,
)

from pydantic import BaseModel, ConfigDict, Discriminator, Tag, ValidationError
from pydantic_core import ErrorDetails, from_json, to_json
from typing_extensions import TypedDict, override

from .annotations import UNIONS, bare, further_type_of, said_of, type_of, wire_names
from .loosening import StubbornError, read_loosely
from .narrowing import is_list, is_object
from .numbers import KeepingDigits, is_whole
from .unions import distance
from .validators import faults_of, reader

T = TypeVar("T")
_Likeness: TypeAlias = tuple[int, int, int]
_LIKE: Final[_Likeness] = (0, 0, 0)


@dataclass(slots=True)
class Faults:
    """What pydantic has against data.

    Attributes:
        own: what it has against the data itself.
        parts: what it has against the parts of the data, by their keys or indices.
    """

    own: list[ErrorDetails] = field(default_factory=list[ErrorDetails])
    parts: "dict[int | str, Faults]" = field(default_factory=dict[int | str, "Faults"])

    def all(self) -> "Iterator[ErrorDetails]":
        """Yield the faults of the data and of its parts."""
        yield from self.own
        for part in self.parts.values():
            yield from part.all()

    def past(self, labels: int) -> "Faults":
        """Return the faults of the same data, without the names of variants that pydantic puts in places."""
        faults = self
        for _ in range(labels):
            variants = faults.parts.values()
            faults = Faults(
                parts={key: part for item in variants for key, part in item.parts.items()}
            )
        return faults


@dataclass(slots=True)
class Salvaged:
    """What was made of data.

    Attributes:
        value: the data, in the types of the document as far as they fit.
        fits: whether all of it does: what pydantic refused was but an unknown variant, or an integer that was
            written as `1.0`.
        faults: what does not fit.
    """

    value: Any = None
    fits: bool = True
    faults: list[ErrorDetails] = field(default_factory=list[ErrorDetails])


def salvage(type_: Any, content: str | bytes, faults: Sequence[ErrorDetails]) -> Salvaged:
    """Return a response's data in the document's types as far as they fit, else as plain data.

    Args:
        type_: what the document says the content is.
        content: JSON, or what was meant to be.
        faults: what that type has against it.

    Returns:
        The type's value; plain JSON data where it fits nothing; text where it is no JSON.
    """
    with suppress(ValidationError, StubbornError):
        value, left = read_loosely(type_, content, faults)
        return Salvaged(value, fits=not left, faults=left)
    try:
        data = from_json(content)
    except ValueError:
        text = content if isinstance(content, str) else content.decode("utf-8", errors="replace")
        return Salvaged(text, fits=False, faults=[*faults])
    salvaging = _Salvaging()
    salvaging.made.value = _reader_of(type_).fitted(data, _by_part(faults), salvaging)
    return salvaging.made


def with_wire_names(type_: Any, data: Any) -> Any:
    """Return data in which properties have their wire names, where it has what they are called in Python."""
    return _reader_of(type_).named(data)


def _by_part(faults: Sequence[ErrorDetails], depth: int = 0) -> Faults:
    """Return faults by the parts that have them, from a depth of their places on."""
    whole = Faults()
    for fault in faults:
        part = whole
        for step in fault["loc"][depth:]:
            if step not in part.parts:
                part.parts[step] = Faults()
            part = part.parts[step]
        part.own.append(fault)
    return whole


class _Salvaging:
    """How far it has come: what was made, and the place of what is looked into."""

    def __init__(self) -> None:
        self.made = Salvaged()
        self._place: list[int | str] = []

    def part(self, reader: "_Reader", data: Any) -> Any:
        """Return data of which it is not known whether it is of a reader's type."""
        try:
            return reader.read(data)
        except ValidationError as fault:
            faults = faults_of(fault)
        start = tuple(self._place)
        placed = [cast("ErrorDetails", {**item, "loc": start + item["loc"]}) for item in faults]
        return reader.fitted(data, _by_part(placed, len(start)), self)

    def below(self, key: int | str, reader: "_Reader", data: Any, faults: Faults | None) -> Any:
        """Return a part of what is looked into; of which nothing is known where its faults are None."""
        self._place.append(key)
        value = self.part(reader, data) if faults is None else reader.fitted(data, faults, self)
        self._place.pop()
        return value

    def misfit(self, data: T, faults: Faults) -> T:
        """Return what stays as it is, for its faults."""
        self.made.fits = False
        self.made.faults += faults.all()
        return data


class _Reader(ABC):
    """Reads data of a type, as far as it fits."""

    # What data with parts is of the type.
    kind: ClassVar[type | None] = None

    def __init__(self, type_: Any) -> None:
        self._type = type_

    @cached_property
    def _read(self) -> Callable[[bytes], Any]:
        return reader(self._type)

    def read(self, data: Any) -> Any:
        """Return data that fits, as strictly as the whole: nothing becomes what the server did not say."""
        return self._read(to_json(data))

    def open_to(self, data: Any) -> "Iterator[tuple[_Reader, int]]":
        """Yield the readers of the variants that data with parts can be of.

        Each comes with the number of names that pydantic puts into the places of its faults.
        """
        if self.kind is not None and isinstance(data, self.kind):
            yield self, 0

    @abstractmethod
    def fitted(self, data: Any, faults: Faults, salvaging: _Salvaging) -> Any:
        """Return data that does not fit, in the type as far as it does."""

    def named(self, data: Any) -> Any:
        """Return data in which properties have their wire names."""
        return data

    def likeness(self, data: Any) -> _Likeness:  # noqa: ARG002 - what has no parts is as like as any
        """Return how far data is from the type: in constants, in what is required, in names."""
        return _LIKE

    def single(self, data: Any, faults: Faults, salvaging: _Salvaging) -> Any:
        """Return data that has no parts, or is of another kind than its type."""
        if is_whole(data):
            with suppress(ValidationError):
                return self.read(int(data))
        return salvaging.misfit(data, faults)


class _Single(_Reader):
    """Reads what has no parts."""

    @override
    def fitted(self, data: Any, faults: Faults, salvaging: _Salvaging) -> Any:
        return self.single(data, faults, salvaging)


class _List(_Reader):
    kind = list

    @cached_property
    def _item(self) -> _Reader:
        return _reader_of(get_args(self._type)[0])

    @override
    def fitted(self, data: Any, faults: Faults, salvaging: _Salvaging) -> Any:
        if not is_list(data):
            return self.single(data, faults, salvaging)
        places = [index for index in range(len(data)) if index not in faults.parts]
        try:
            read = self.read([data[index] for index in places])
        except ValidationError:
            read = [salvaging.below(index, self._item, data[index], None) for index in places]
        good = iter(read)
        return [
            salvaging.below(index, self._item, value, faults.parts[index])
            if index in faults.parts
            else next(good)
            for index, value in enumerate(data)
        ]

    @override
    def named(self, data: Any) -> Any:
        return [self._item.named(item) for item in data] if is_list(data) else data

    @override
    def likeness(self, data: Any) -> _Likeness:
        return _together(map(self._item.likeness, data)) if is_list(data) else _LIKE


class _Map(_Reader):
    kind = dict

    @cached_property
    def _values(self) -> _Reader:
        return _reader_of(get_args(self._type)[1])

    @override
    def fitted(self, data: Any, faults: Faults, salvaging: _Salvaging) -> Any:
        if not is_object(data):
            return self.single(data, faults, salvaging)
        good = {key: value for key, value in data.items() if key not in faults.parts}
        try:
            read = self.read(good)
        except ValidationError:
            read = {
                key: salvaging.below(key, self._values, value, None) for key, value in good.items()
            }
        return {
            key: salvaging.below(key, self._values, value, faults.parts[key])
            if key in faults.parts
            else read[key]
            for key, value in data.items()
        }

    @override
    def named(self, data: Any) -> Any:
        if not is_object(data):
            return data
        return {key: self._values.named(value) for key, value in data.items()}

    @override
    def likeness(self, data: Any) -> _Likeness:
        return (0, 0, len(data)) if is_object(data) else _LIKE


class _Model(_Reader):
    """Reads models, each field as good as it can be; a required field that is missing is None."""

    kind = dict

    def __init__(self, type_: type[BaseModel]) -> None:
        super().__init__(type_)
        self._model = type_
        self._names = wire_names(type_)
        self._required = {
            key for key, name in self._names.items() if type_.model_fields[name].is_required()
        }
        self._further = further_type_of(type_) or Any
        self._readers: dict[str, _Reader] = {}

    @override
    def fitted(self, data: Any, faults: Faults, salvaging: _Salvaging) -> Any:
        if not is_object(data):
            return self.single(data, faults, salvaging)
        good = {key: value for key, value in data.items() if key not in faults.parts}
        made = self._made(good, salvaging)
        for key, value in data.items():
            if key in faults.parts:
                part = faults.parts[key]
                self._set(made, key, salvaging.below(key, self._reader(key), value, part))
        for key in sorted(self._required - data.keys()):
            salvaging.misfit(None, faults.parts.get(key, faults))
        return made

    @override
    def named(self, data: Any) -> Any:
        if not is_object(data):
            return data
        return {key: self._reader(key).named(value) for key, value in self.keyed(data).items()}

    def keyed(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """Return an object whose own properties have their wire names.

        What has both names has two properties, one of which the document does not know.
        """
        names = ((key, self._wire.get(key, key)) for key in data)
        wire = {key: key if key in self._names or name in data else name for key, name in names}
        return {wire[key]: value for key, value in data.items()}

    @override
    def likeness(self, data: Any) -> _Likeness:
        if not is_object(data):
            return _LIKE
        known = self._constants
        given = {key: value for key, value in data.items() if value is not None}
        others = sum(value not in known.get(key, (value,)) for key, value in given.items())
        return others, *self.distance(data.keys())

    def distance(self, names: AbstractSet[str]) -> tuple[int, int]:
        """Return how many required properties are absent, and how many names are unknown."""
        return distance(names, self._required, self._names.keys())

    def knows_any(self, names: AbstractSet[str]) -> bool:
        """Tell whether a field has any of the names."""
        return not self._names.keys().isdisjoint(names)

    def _made(self, good: Mapping[str, Any], salvaging: _Salvaging) -> BaseModel:
        """Return the model of what has no faults, which may lack what is required."""
        with suppress(ValidationError):
            if self._required <= good.keys():
                return cast("BaseModel", self.read(good))
        made = self._model.model_construct(_fields_set=set())
        vars(made).update({self._names[key]: None for key in self._required})
        try:
            read = self._some.read(good)
        except ValidationError:
            read = {
                key: salvaging.below(key, self._reader(key), value, None)
                for key, value in good.items()
            }
        for key in good:
            self._set(made, key, read[key])
        return made

    def _set(self, made: BaseModel, key: Any, value: Any) -> None:
        """Set a field without validation, or a further property.

        Values are no arguments, for a property may be called like one; and what is not declared stays apart
        from a field whose Python name it has.
        """
        name = self._names.get(key)
        if name is not None:
            vars(made)[name] = value
            made.__pydantic_fields_set__.add(name)
        elif made.model_extra is not None:
            made.model_extra[key] = value
            made.__pydantic_fields_set__.add(key)

    def _reader(self, key: str) -> _Reader:
        if key not in self._readers:
            self._readers[key] = _reader_of(self._types.get(key, self._further))
        return self._readers[key]

    @cached_property
    def _constants(self) -> dict[str, tuple[Any, ...]]:
        """The values of the properties that have but a few, by wire name."""
        types = {key: bare(type_) for key, type_ in self._types.items()}
        return {
            key: get_args(type_) for key, type_ in types.items() if get_origin(type_) is Literal
        }

    @cached_property
    def _wire(self) -> dict[str, str]:
        return {name: key for key, name in self._names.items()}

    @cached_property
    def _types(self) -> dict[str, Any]:
        return {key: type_of(self._model.model_fields[name]) for key, name in self._names.items()}

    @cached_property
    def _some(self) -> _Reader:
        """What reads some of the fields, by wire name."""
        make: Any = TypedDict
        keeps = KeepingDigits()  # no model is around these fields
        fields = {key: NotRequired[Annotated[type_, keeps]] for key, type_ in self._types.items()}
        some = make("Some", fields, extra_items=Annotated[self._further, keeps])
        some.__pydantic_config__ = ConfigDict(extra="allow")
        return _Single(some)


class _Union(_Reader):
    """Reads data of the only variant that it may be, else of the one that it fits and is most like.

    So does pydantic, which takes the variant that declares most of what is there. What fits none is of the
    variant whose constants it has, and that its properties are called as, where that is one.
    """

    @cached_property
    def _variants(self) -> list[tuple[str | None, _Reader]]:
        """The variants with their tags."""
        variants = [item for item in get_args(bare(self._type)) if item is not type(None)]
        tags = [said_of(item, Tag) for item in variants]
        return [
            (None if tag is None else tag.tag, _reader_of(item))
            for item, tag in zip(variants, tags, strict=True)
        ]

    @cached_property
    def _choose(self) -> Callable[[Any], Any] | None:
        """What finds the tag of data."""
        said = said_of(self._type, Discriminator)
        return said.discriminator if said is not None and callable(said.discriminator) else None

    @override
    def fitted(self, data: Any, faults: Faults, salvaging: _Salvaging) -> Any:
        variants = list(self.open_to(data))
        if not variants:
            return self.single(data, faults, salvaging)
        if len(variants) == 1:
            reader, labels = variants[0]
            within = faults.past(labels)
            # Where the name of a variant is unknown, pydantic has not looked at what stands behind it.
            return (
                reader.fitted(data, within, salvaging)
                if within.parts
                else salvaging.part(reader, data)
            )
        for reader, _ in sorted(variants, key=lambda variant: variant[0].likeness(data)):
            trying = _Salvaging()
            value = trying.part(reader, data)
            if trying.made.fits:
                return value
        meant = _meant(data, [reader for reader, _ in variants])
        return salvaging.misfit(data, faults) if meant is None else salvaging.part(meant, data)

    @override
    def named(self, data: Any) -> Any:
        readers = [reader for reader, _ in self.open_to(data)]
        models = [reader for reader in readers if isinstance(reader, _Model)]
        if len(readers) > 1 and models and is_object(data):
            return min(models, key=lambda model: model.likeness(model.keyed(data))).named(data)
        return readers[0].named(data) if readers else data

    @override
    def likeness(self, data: Any) -> _Likeness:
        return min((reader.likeness(data) for reader, _ in self.open_to(data)), default=_LIKE)

    @override
    def open_to(self, data: Any) -> Iterator[tuple[_Reader, int]]:
        tag = None if self._choose is None else self._choose(data)
        labels = int(len(self._variants) > 1)
        for told, variant in self._variants:
            if tag is None or tag == told:
                yield from ((reader, labels + further) for reader, further in variant.open_to(data))


def _together(parts: Iterable[_Likeness]) -> _Likeness:
    """Return how far data is from a type of which its parts are that far."""
    constants, required, names = (sum(counts) for counts in zip(_LIKE, *parts, strict=True))
    return constants, required, names


def _meant(data: Any, readers: Sequence[_Reader]) -> _Reader | None:
    """Return what an object is read by that fits nothing, by its constants and names; None in doubt."""
    models = [reader for reader in readers if isinstance(reader, _Model)]
    if not is_object(data) or len(models) < len(readers):
        return None
    distances = [reader.likeness(data) for reader in models]
    nearest = models[distances.index(min(distances))]
    is_clear = distances.count(min(distances)) == 1 and nearest.knows_any(data.keys())
    return nearest if is_clear else None


@cache
def _reader_of(type_: Any) -> _Reader:
    meant = bare(type_)
    origin = get_origin(meant)
    if isinstance(meant, type) and issubclass(meant, BaseModel):
        return _Model(meant)
    if origin is list:
        return _List(meant)
    if origin is dict:
        return _Map(meant)
    return _Union(type_) if origin in UNIONS else _Single(type_)
