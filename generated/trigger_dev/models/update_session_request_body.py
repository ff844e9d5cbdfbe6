# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: UpdateSessionRequestBody."""

from typing import Any, ClassVar

from .._runtime.model import CamelModel


class UpdateSessionRequestBody(CamelModel):
    """Changes to a session; 32KB at most as a whole. What is left out stays as it is."""

    __nullable__: ClassVar[frozenset[str]] = frozenset({"external_id", "metadata"})

    external_id: str | None = None
    """Fixed once set: another value, or `null`, gives 422; the same value changes nothing.

    1 to 256 characters.
    """
    metadata: dict[str, Any] | None = None
    """Metadata in place of the present one; `null` clears it."""
    tags: list[str] | None = None
    """Tags in place of all present ones. At most 10 items."""
