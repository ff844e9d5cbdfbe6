"""What records are made of, of which a large document has hundreds of thousands.

`dataclass` is that of the standard library, and for type checkers nothing else: they see to it that nobody
changes what is frozen. When it runs, nothing does: a class that sees to it itself takes nearly twice as long
to make, and each of its records, too.
"""

from dataclasses import dataclass as standard
from typing import TYPE_CHECKING

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen=False, eq=True, **options):
        """Return a decorator that makes a dataclass, hashed by its fields where it is frozen."""

        def made(kind):
            is_hashed = frozen and eq and kind.__dict__.get("__hash__") is None
            return standard(eq=eq, unsafe_hash=is_hashed, **options)(kind)

        return made
