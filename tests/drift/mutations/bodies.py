"""Changes of request bodies."""

from tests.drift.mutations.changes import contents_of, remove
from tests.drift.mutations.kinds import Kinds
from tests.drift.sites import Site, bodies

KINDS = Kinds()


def _other_media_type(site: Site) -> None:
    content = contents_of(site)
    content["application/vnd.other+json"] = content.pop(next(iter(content)))


def _more_media_types(site: Site) -> bool | None:
    content = contents_of(site)
    if not any("json" in media_type for media_type in content):
        return False  # JSON is preferred: the body would be given otherwise
    content["application/vnd.other+json"] = dict(content[next(iter(content))])
    return None


KINDS.add("body is removed", bodies, remove, "breaking", "body-removed")
KINDS.add("body is of another media type", bodies, _other_media_type, "breaking", "body-media-type-removed")
KINDS.add(
    "body may be of another media type", bodies, _more_media_types, "compatible", "body-media-type-added"
)
KINDS.add(
    "body is required or not",
    bodies,
    lambda site: site.node.update(required=True) if not site.node.get("required") else False,
    "breaking",
    "body-required",
)
KINDS.add(
    "body is a list",
    bodies,
    lambda site: (
        contents_of(site).update(
            {next(iter(contents_of(site))): {"schema": {"type": "array", "items": {"type": "integer"}}}}
        )
        if next(iter(contents_of(site))) == "application/json"
        else False
    ),
    "breaking",
    "body-type-changed",
)
