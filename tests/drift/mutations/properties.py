"""Changes of properties, each in requests, in responses and in both."""

from typing import Any

from tests.drift.mutations.changes import (
    add_property,
    append,
    drop_last,
    make_nullable,
    release,
    remove_property,
    renamed,
    require,
    sets,
    typed,
)
from tests.drift.mutations.kinds import Expected, Kinds
from tests.drift.sites import objects, properties

KINDS = Kinds()

for _way, _removed in (("request", "breaking"), ("response", "breaking"), ("both", "breaking")):
    _any = ("string", "integer", "boolean", "number")
    KINDS.add(
        f"{_way} property string becomes integer",
        properties(_way, "string"),
        typed("integer"),
        "breaking",
        "field-type-changed",
    )
    KINDS.add(
        f"{_way} property integer becomes boolean",
        properties(_way, "integer"),
        typed("boolean"),
        "breaking",
        "field-type-changed",
    )
    KINDS.add(
        f"{_way} property boolean becomes string",
        properties(_way, "boolean"),
        typed("string"),
        "breaking",
        "field-type-changed",
    )
    KINDS.add(
        f"{_way} property single becomes list",
        properties(_way, "string"),
        typed("array", items={"type": "string"}),
        "breaking",
        "field-type-changed",
    )
    KINDS.add(
        f"{_way} property list becomes single",
        properties(_way, "array"),
        typed("string"),
        "breaking",
        "field-type-changed",
    )
    KINDS.add(
        f"{_way} property is removed", properties(_way, *_any), remove_property, "breaking", "field-removed"
    )
    KINDS.add(f"{_way} property is renamed", properties(_way, *_any), renamed, "breaking", "field-removed")
    KINDS.add(
        f"{_way} property is deprecated",
        properties(_way, *_any),
        sets(deprecated=True),
        "compatible",
        "field-deprecated",
    )
    KINDS.add(
        f"{_way} property gets a date",
        properties(_way, "string"),
        sets(format="date"),
        "breaking",
        "field-type-changed",
    )
    KINDS.add(
        f"{_way} property is added", objects(_way), add_property(required=False), "compatible", "field-added"
    )
    KINDS.add(
        f"{_way} property gets a default",
        properties(_way, "integer", required=False),
        sets(default=5),
        "compatible",
        "field-default-changed",
    )

_OPPOSITE: dict[Any, tuple[Expected, Expected]] = {
    "request": ("breaking", "compatible"),
    "response": ("compatible", "breaking"),
    "both": ("breaking", "breaking"),
}
for _way, (_narrower, _wider) in _OPPOSITE.items():
    _any = ("string", "integer", "boolean", "number")
    KINDS.add(
        f"{_way} property integer becomes number",
        properties(_way, "integer"),
        typed("number"),
        _wider,
        "field-type-widened",
    )
    KINDS.add(
        f"{_way} property may be null", properties(_way, *_any), make_nullable, _wider, "field-type-widened"
    )
    KINDS.add(
        f"{_way} property is required",
        properties(_way, *_any, required=False),
        require,
        _narrower,
        "field-required",
    )
    KINDS.add(
        f"{_way} property is optional",
        properties(_way, *_any, required=True),
        release,
        _wider,
        "field-optional",
    )
    KINDS.add(
        f"required {_way} property is added",
        objects(_way),
        add_property(required=True),
        _narrower,
        "field-added-required",
    )
    KINDS.add(
        f"{_way} property gets a limit",
        properties(_way, "string"),
        sets(maxLength=1),
        _narrower,
        "field-limits-narrowed",
    )
    KINDS.add(
        f"{_way} property gets a told format",
        properties(_way, "string"),
        sets(format="hostname"),
        _narrower,
        "field-limits-narrowed",
    )
    KINDS.add(
        f"{_way} property takes anything",
        properties(_way, *_any),
        lambda site: site.node.clear(),
        _wider,
        "field-type-widened",
    )
    KINDS.add(
        f"{_way} map takes anything",
        objects(_way),
        sets(additionalProperties={"type": "integer"}),
        "breaking",
        "extra-changed",
    )

for _way in ("request", "response", "both"):
    KINDS.add(
        f"{_way} enum value is added",
        properties(_way, enum=True),
        append("enum", "added-value"),
        "compatible",
        "enum-value-added",
    )
    KINDS.add(
        f"{_way} enum value is removed",
        properties(_way, enum=True),
        drop_last("enum"),
        "breaking",
        "enum-value-removed",
    )
