# Copied from templates/_runtime/plans.py. DO NOT EDIT: it is made anew.
"""What a type says of how its values are written: by which names, with which constants, and what is a list.

A plan is made of a type once, and looks at what is inside when a value needs it: a type may be in itself.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace
from datetime import date, datetime, timedelta
from functools import cache
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    NamedTuple,
    TypeAlias,
    TypeGuard,
    cast,
    get_args,
    get_origin,
)

from pydantic import BaseModel, Discriminator, Tag
from pydantic.fields import FieldInfo
from typing_extensions import TypeAliasType

from .annotations import UNIONS, further_type_of, meaning_of, type_of
from .model import UnknownVariant, is_constant, is_root
from .records import record
from .room import with_room
from .scalars import Epoch
from .unions import UNKNOWN, NamedBy
from .unset import UNSET

_LISTS: Final = frozenset({list, tuple})
_MOMENTS: Final = frozenset({datetime, date})
_NUMBERS: Final = frozenset({float, int})
_PLANNED: Final = _LISTS | _MOMENTS | _NUMBERS | {dict}

Shape: TypeAlias = Literal["object", "list", "single"]


class Place(NamedTuple):
    """Where a property goes: its wire name, and how its value is written."""

    wire: str
    plan: "Plan | None"


class WrittenField(NamedTuple):
    """A field of a model: its names and type, and whether it may be null, or is sent whether given or not."""

    name: str
    wire: str
    plan: "Plan | None"
    may_be_null: bool
    is_constant: bool
    type: Any


@record
class Properties:
    """How the properties of an object are written.

    Attributes:
        places: where each goes, by its Python name and by its wire name.
        constants: what must be sent and has but one value, by wire names.
        further: how the values of further properties are written.
        fields: the fields of the model that it is, but for those that are only read.
        unsent: those that are only read: a dictionary may have them, of a model they are left out.
        required: the wire names of what must be given.
        values: the values that a property may have, where these are told, by wire names.
        nullable: the names, Python's and those of the wire, under which None is null.
        absent: those under which None is nothing: of what may be left out, and must not be null.
    """

    places: Mapping[str, Place]
    constants: Mapping[str, Any]
    further: "Plan | None"
    fields: tuple[WrittenField, ...] = ()
    unsent: tuple[WrittenField, ...] = ()
    required: frozenset[str] = frozenset()
    values: Mapping[str, frozenset[Any]] = field(default_factory=dict[str, frozenset[Any]])
    nullable: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()


class Plan:
    """How values of a type are written."""

    __slots__ = ("_chosen", "_found", "types")

    def __init__(self, *types_: Any) -> None:
        self.types = types_
        self._found: Found | None = None
        self._chosen: dict[Any, Plan] = {}

    @property
    def found(self) -> "Found":
        """What values may be."""
        return self._found or self._look()

    @property
    def wraps(self) -> bool:
        """Whether a single value stands for a list of it."""
        found = self._found or self._look()
        return found.wraps

    @property
    def items(self) -> "Plan | None":
        """How the items of a list are written."""
        found = self._found or self._look()
        return found.items

    @property
    def shapes(self) -> frozenset[Shape]:
        """What values may be; nothing where that is not known."""
        found = self._found or self._look()
        return found.shapes

    @property
    def names(self) -> tuple[str, ...]:
        """The wire names of the properties that an object may have, in the order of the document's models."""
        found = self._found or self._look()
        several = [properties_of(model) for model in found.models]
        return tuple(dict.fromkeys(item.wire for known in several for item in known.fields))

    def properties(self, given: Mapping[Any, Any]) -> Properties | None:
        """Return how the properties of an object are written; None where nothing is known of them."""
        found = self._found or self._look()
        if found.only is not None:
            return found.only
        for discriminator, tagged in found.tagged:
            tag = discriminator(given)
            if tag in tagged:
                chosen = self._of_tag(tag, tagged[tag]).properties(given)
                return chosen and _with_nulls_of_others(chosen, found.models, given)
        if not found.models:
            return found.map
        several = [properties_of(model) for model in found.models]
        chosen = _of_several(several, found.map, given)
        return chosen and _with_nulls_of_others(chosen, found.models, given)

    def _of_tag(self, tag: str, type_: Any) -> "Plan":
        if tag not in self._chosen:
            self._chosen[tag] = Plan(type_)
        return self._chosen[tag]

    def _look(self) -> "Found":
        kinds = _Kinds()
        for type_ in self.types:
            kinds.gather(type_)
        self._found = kinds.found()
        return self._found


@cache
def plan_of(takes: Callable[[], Any]) -> Plan:
    """Return the plan of the type that a record of an operation gives."""
    return Plan(takes())


@cache
def properties_of(model: type[BaseModel]) -> Properties:
    """Return how the fields of a model are written."""
    if not getattr(model, "__pydantic_fields_complete__", True):
        with_room(model.model_rebuild)
    nullable: frozenset[str] = getattr(model, "__nullable__", frozenset())
    fields = [
        _field(name, info, may_be_null=name in nullable)
        for name, info in model.model_fields.items()
    ]
    unsent: frozenset[str] = getattr(model, "__unsent__", frozenset())
    infos = model.model_fields
    by_name = {item.name: Place(item.wire, item.plan) for item in fields}
    required = frozenset(item.wire for item in fields if infos[item.name].is_required())
    return Properties(
        # A wire name is what it says; no field has another's as its name.
        places=by_name | {item.wire: Place(item.wire, item.plan) for item in fields},
        constants={item.wire: infos[item.name].default for item in fields if item.is_constant},
        further=_further(model),
        fields=tuple(item for item in fields if item.name not in unsent),
        unsent=tuple(item for item in fields if item.name in unsent),
        required=required,
        values={item.wire: told for item in fields if (told := _told(infos[item.name].annotation))},
        nullable=_names(item for item in fields if item.may_be_null),
        absent=_names(
            item for item in fields if not item.may_be_null and item.wire not in required
        ),
    )


def _field(name: str, info: FieldInfo, *, may_be_null: bool) -> WrittenField:
    type_ = type_of(info)
    return WrittenField(
        name, _wire(name, info), plan_of_type(type_), may_be_null, is_constant(info), type_
    )


def _of_several(
    several: list[Properties], otherwise: Properties | None, given: Mapping[Any, Any]
) -> Properties | None:
    """Return the properties of the variant of a union that an object is; of several what these agree on."""
    open_to = [item for item in several if _may_be(item, given)]
    complete = [item for item in open_to if item.required <= known_of(item, given)]
    if not complete and otherwise is not None:
        return otherwise
    fitting = complete or open_to or several
    most = max(len(known_of(item, given)) for item in fitting)
    best = [item for item in fitting if len(known_of(item, given)) == most]
    return best[0] if len(best) == 1 else _agreed(best)


def _with_nulls_of_others(
    chosen: Properties, models: Iterable[type[BaseModel]], given: Mapping[Any, Any]
) -> Properties:
    """Return the properties of a variant that say nothing where None is given for what only others have."""
    foreign = {key for key, value in given.items() if value is None and key not in chosen.places}
    if not foreign:
        return chosen
    several = [properties_of(model) for model in models]
    nullable = frozenset[str]().union(*(item.nullable for item in several))
    nothing = {key for key in foreign - nullable if any(key in item.places for item in several)}
    return replace(chosen, absent=chosen.absent | nothing)


def known_of(item: Properties, given: Mapping[Any, Any]) -> set[str]:
    """Return the wire names of what is given of an object's properties."""
    return {item.places[key].wire for key in given if gives(item, key, given[key])}


def gives(item: Properties, key: Any, value: Any) -> bool:
    """Tell whether a value is given for a property; None is one only where it may be null."""
    return key in item.places and value is not UNSET and (value is not None or key in item.nullable)


def _may_be(item: Properties, given: Mapping[Any, Any]) -> bool:
    """Tell whether an object has no value that a variant has not."""
    wires = {
        item.places[key].wire: value for key, value in given.items() if gives(item, key, value)
    }
    return all(_plainly(wires[wire]) in told for wire, told in item.values.items() if wire in wires)


def _plainly(value: Any) -> Any:
    """Return a value that can be looked up: what is no single one is never among those that are told."""
    value = getattr(value, "value", value)
    return value if isinstance(value, str | int) else None


def _agreed(several: list[Properties]) -> Properties:
    """Return what variants have in common: of a name that means several things nothing is said."""
    places: dict[str, Place] = {}
    for key in {key for item in several for key in item.places}:
        found = [item.places[key] for item in several if key in item.places]
        if len({place.wire for place in found}) == 1:
            plans = [place.plan for place in found if place.plan is not None]
            places[key] = Place(found[0].wire, _joined(plans))
    nullable = frozenset[str]().union(*(item.nullable for item in several))
    absent = frozenset[str]().union(*(item.absent for item in several)) - nullable
    return Properties(places=places, constants={}, further=None, nullable=nullable, absent=absent)


def _joined(plans: list[Plan]) -> Plan | None:
    if len(plans) <= 1:
        return plans[0] if plans else None
    return Plan(*(type_ for plan in plans for type_ in plan.types))


# --- models ---


def _names(fields: Iterable[WrittenField]) -> frozenset[str]:
    return frozenset(name for item in fields for name in (item.name, item.wire))


def _wire(name: str, info: FieldInfo) -> str:
    return info.serialization_alias or info.alias or name


def _told(type_: Any) -> frozenset[Any]:
    """Return the only values that a field may have, where it is a literal."""
    return frozenset(get_args(type_)) if get_origin(type_) is Literal else frozenset()


def _further(model: type[BaseModel]) -> Plan | None:
    """Return the plan of the values of further properties, where they have a type."""
    type_ = further_type_of(model)
    return None if type_ is None else plan_of_type(type_)


# --- types ---


def plan_of_type(type_: Any) -> Plan | None:
    """Return the plan of a type; None where it has no names, lists, points in time or numbers."""
    kinds = get_origin(type_) or type_
    if kinds in UNIONS:
        return (
            Plan(type_) if any(plan_of_type(item) is not None for item in get_args(type_)) else None
        )
    if kinds is Annotated:
        return plan_of_type(get_args(type_)[0]) and Plan(type_)
    if isinstance(kinds, TypeAliasType) or kinds in _PLANNED:
        return Plan(type_)
    return Plan(type_) if isinstance(kinds, type) and issubclass(kinds, BaseModel) else None


@record
class Found:
    """What values of a type may be.

    Attributes:
        only: the properties of the only object that they can be.
        models: the objects that they may be.
        items: how the items of a list are written.
        map: how the values of an object are written of which nothing else is known.
        wraps: whether a single value stands for a list of it.
        moment: what a point in time is: `datetime`, or a `date`; None where it may be text of any kind.
        is_number: whether a value can be nothing but a number.
        epoch: the unit in which a number is a point in time; None where it is none.
        shapes: what values may be; nothing where that is not known.
        tagged: what finds the tags of values, and the variant of each.
    """

    only: Properties | None
    models: tuple[type[BaseModel], ...]
    items: Plan | None
    map: Properties | None
    wraps: bool
    moment: type[date] | None
    is_number: bool
    epoch: timedelta | None
    shapes: frozenset[Shape]
    tagged: tuple[tuple[Callable[[Any], str], Mapping[str, Any]], ...]


class _Kinds:
    """What a type may be: models, lists, maps and single values, unions and aliases looked through."""

    def __init__(self) -> None:
        self._models: dict[type[BaseModel], None] = {}
        self._items: list[Any] = []
        self._values: list[Any] = []
        self._has_list = False
        self._has_single = False
        self._has_literal = False
        self._scalars: set[type] = set()
        self._epochs: set[timedelta] = set()
        self._tagged: list[tuple[Callable[[Any], str], Mapping[str, Any]]] = []
        self._seen: set[int] = set()

    def gather(self, type_: Any) -> None:
        """Take in a type."""
        origin = get_origin(type_)
        if origin is Annotated:
            inner, *metadata = get_args(type_)
            self._tagged += [_tagged(inner, item) for item in metadata if _tells(item)]
            self._epochs |= {item.unit for item in metadata if isinstance(item, Epoch)}
            self.gather(inner)
        elif origin in UNIONS:
            for item in get_args(type_):
                self.gather(item)
        elif isinstance(type_, TypeAliasType):
            if id(type_) not in self._seen:
                self._seen.add(id(type_))
                self.gather(meaning_of(type_))
        elif origin in _LISTS:
            self._has_list = True
            self._items += [item for item in get_args(type_) if item is not Ellipsis]
            self._has_single |= origin is tuple
        else:
            self._gather_single(type_, origin)

    def _gather_single(self, type_: Any, origin: Any) -> None:
        if type_ is type(None):
            return
        self._has_single = True
        if origin is dict:
            self._values.append(get_args(type_)[1])
        elif isinstance(type_, type) and is_root(type_):
            self.gather(type_.model_fields["root"].annotation)
        elif (
            isinstance(type_, type) and issubclass(type_, BaseModel) and type_ is not UnknownVariant
        ):
            self._models[type_] = None
        elif isinstance(type_, type):
            self._scalars.add(type_)
        else:
            self._has_literal = True

    def found(self) -> Found:
        """Return what was found."""
        items = [plan for plan in map(plan_of_type, self._items) if plan is not None]
        values = [plan for plan in map(plan_of_type, self._values) if plan is not None]
        further = Properties(places={}, constants={}, further=_joined(values))
        inner = _joined(items)
        moments = self._scalars & _MOMENTS
        is_one = len(self._models) == 1 and not self._values and not self._tagged
        return Found(
            only=properties_of(*self._models) if is_one else None,
            models=tuple(self._models),
            items=inner,
            map=further if self._values else None,
            # What may be a single value anyway is one, and of lists in lists the outer one is given.
            wraps=self._has_list
            and not self._has_single
            and not (inner is not None and inner.wraps),
            moment=next(iter(moments)) if len(moments) == 1 and str not in self._scalars else None,
            is_number=bool(self._scalars) and self._scalars <= _NUMBERS,
            epoch=next(iter(self._epochs)) if len(self._epochs) == 1 else None,
            shapes=self._shapes(),
            tagged=tuple(self._tagged),
        )

    def _shapes(self) -> frozenset[Shape]:
        if Any in self._scalars:
            return frozenset()
        seen: dict[Shape, object] = {
            "object": self._models or self._values,
            "list": self._has_list,
            "single": self._scalars or self._has_literal,
        }
        return frozenset(shape for shape, found in seen.items() if found)


def _tells(metadata: Any) -> TypeGuard[Discriminator]:
    """Tell whether something says which variant a value is, whoever's names its keys are.

    Names of the wire alone say nothing of a dictionary with Python's; its plan knows both.
    """
    if not isinstance(metadata, Discriminator):
        return False
    return callable(metadata.discriminator) and not isinstance(metadata.discriminator, NamedBy)


def _tagged(
    union: Any, discriminator: Discriminator
) -> tuple[Callable[[Any], str], Mapping[str, Any]]:
    """Return what finds the tag of a value, and the variant of each tag."""
    tags: dict[str, Any] = {}
    for variant in get_args(union):
        if get_origin(variant) is Annotated:
            inner, *metadata = get_args(variant)
            # What nobody knows says nothing of its names.
            tags |= {
                item.tag: inner
                for item in metadata
                if isinstance(item, Tag) and item.tag != UNKNOWN
            }
    return cast("Callable[[Any], str]", discriminator.discriminator), tags
