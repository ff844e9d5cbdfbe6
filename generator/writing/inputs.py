"""What a package is made from, as its manifest says it."""

from collections.abc import Mapping
from typing import Any

from generator.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """The digests of everything that a package is made from.

    Attributes:
        document: of the root document.
        references: of each further document, by its name or URL.
        overlays: of the overlays, in order.
        config: of the settings.
        templates: of the templates and the generator.
    """

    document: str
    references: Mapping[str, str]
    overlays: tuple[str, ...]
    config: str
    templates: str

    def as_json(self) -> dict[str, Any]:
        """Return the inputs as the manifest has them."""
        return {
            "document": self.document,
            "references": dict(sorted(self.references.items())),
            "overlays": list(self.overlays),
            "config": self.config,
            "templates": self.templates,
        }
