"""What records are made of, of which a large document has hundreds of thousands.

`dataclass` is that of the standard library, and for type checkers nothing else: they see to it that nobody
changes what is frozen. When it runs, nothing does: a class that sees to it itself takes nearly twice as long
to make, and each of its records, too. How two are compared and one is hashed is compiled when that happens
for the first time: of two hundred classes, most of whose records never are, it would be a twentieth of a run
on a small document.
"""

from dataclasses import dataclass as standard
from dataclasses import fields
from typing import TYPE_CHECKING

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    _METHODS = """
def is_equal(self, other):
    return ({own}) == ({others}) if other.__class__ is self.__class__ else NotImplemented

def hashed(self):
    return hash(({own}))
"""

    def dataclass(*, frozen=False, eq=True, **options):
        """Return a decorator that makes a dataclass, hashed by its fields where it is frozen."""

        def made(kind):
            record = standard(eq=False, repr=False, **options)(kind)
            record.__repr__ = _shown
            if eq and "__eq__" not in record.__dict__:
                _compare(record, is_hashed=frozen)
            return record

        return made

    def _compare(record, *, is_hashed):
        """Have records of a class compared by their fields, and hashed by them if at all."""

        def compile_methods():
            names = [item.name for item in fields(record) if item.compare]
            own, others = ("".join(f"{of}.{name}, " for name in names) for of in ("self", "other"))
            methods = {}
            exec(_METHODS.format(own=own, others=others), methods)  # noqa: S102 - as the standard library does
            record.__eq__ = methods["is_equal"]
            if is_hashed:
                record.__hash__ = methods["hashed"]

        def is_equal(self, other):
            compile_methods()
            return record.__eq__(self, other)

        def hashed(self):
            compile_methods()
            return record.__hash__(self)

        record.__eq__ = is_equal
        record.__hash__ = hashed if is_hashed else None

    def _shown(self):
        """Return what the standard library's dataclasses show."""
        shown = (f"{item.name}={getattr(self, item.name)!r}" for item in fields(self) if item.repr)
        return f"{type(self).__qualname__}({', '.join(shown)})"
