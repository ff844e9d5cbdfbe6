"""Changes of unions."""

from typing import Any

from tests.drift.mutations.kinds import Kinds
from tests.drift.sites import Site, unions

KINDS = Kinds()


def _variants(site: Site) -> list[Any]:
    return site.node["oneOf"] if "oneOf" in site.node else site.node["anyOf"]


def _drop_variant(site: Site) -> None:
    gone = _variants(site).pop()
    mapping = site.node.get("discriminator", {}).get("mapping", {})
    for value in [value for value, target in mapping.items() if target == gone.get("$ref")]:
        del mapping[value]


def _add_variant(site: Site) -> None:
    site.document["components"]["schemas"]["BrandNewVariant"] = {
        "type": "object",
        "required": ["brand_new"],
        "properties": {"brand_new": {"type": "string"}},
    }
    _variants(site).append({"$ref": "#/components/schemas/BrandNewVariant"})


for _way in ("request", "response"):
    KINDS.add(
        f"{_way} union gets a variant",
        unions(_way),
        _add_variant,
        "compatible",
        "field-type-extended",
        "variant-added",
        "model-type-extended",
    )
# Of answers it is compatible or not, as the class of what goes is used elsewhere or not.
KINDS.add(
    "request union loses a variant",
    unions("request"),
    _drop_variant,
    "breaking",
    "field-type-narrowed",
    "variant-removed",
    "model-type-narrowed",
    "body-type-narrowed",
)
