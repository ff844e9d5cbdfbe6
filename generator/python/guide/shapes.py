"""What models hold, as API.md lists it: their fields, the values of enums, what aliases stand for."""

import re
from collections import Counter, deque
from collections.abc import Collection, Iterable, Iterator, Mapping

from generator.diagnostics import Location
from generator.ir import Anything, Enum, Field, Never, Object
from generator.python.guide.examples import Examples
from generator.python.naming import Names
from generator.python.text.markdown import code
from generator.python.text.prose import literal
from generator.python.types.annotations import Annotator, Imports
from generator.python.views import ShapeView
from generator.records import dataclass
from generator.type_tree import fields_of, without_null

# Text in quotes, which stays as it is, or what an annotation says only for the sake of its module.
INTERNAL = re.compile(r"""('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|builtins\.|scalars\.| \| Unset\b""")
NAMED = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\b((?:models|params)\.\w+)""")
# A model and, behind it, the dictionary that stands for it.
TWICE = re.compile(r"""('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|\bmodels\.\w+ \| (?=params\.)""")
MAX_TYPE = 160
MARKS = {"read": "only read", "write": "only sent", "both": ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shapes:
    """Spells types in Markdown, and says what is behind their names.

    Attributes:
        examples: knows the definitions, and the names of their fields.
        annotator: spells types, outside of any module.
        locations: the definitions, by what they are called in types: `models.Thing`, `params.ThingParam`.
        anchors: where API.md has each of them.
        sent: the names of the dictionaries that there are.
    """

    examples: Examples
    annotator: Annotator
    locations: Mapping[str, Location]
    anchors: Mapping[Location, str]
    sent: Collection[str]

    def linked(self, annotation: str) -> str:
        """Return a type as a cell of a table, with links to what it names."""
        found = dict.fromkeys(self._behind(annotation))
        text = spelled(annotation)
        if annotation in self.locations:
            return f"[{text}](#{self.anchors[self.locations[annotation]]})"
        names = ((self.annotator.models[location].name, self.anchors[location]) for location in found)
        shown = ", ".join(f"[{name}](#{anchor})" for name, anchor in names)
        return f"{text} ({shown})" if shown else text

    def views(self, annotations: Iterable[str]) -> tuple[ShapeView, ...]:
        """Return what is behind types: what they name, and what that names in turn, by name."""
        waiting = deque(location for text in annotations for location in self._behind(text))
        found: dict[Location, ShapeView] = {}
        while waiting:
            location = waiting.popleft()
            if location not in found:
                view, inner = self._view(location)
                found[location] = view
                waiting.extend(other for text in inner for other in self._behind(text))
        # As anchors are made: where names differ in case alone, the order counts.
        return tuple(found[location] for location in self.anchors if location in found)

    def _behind(self, annotation: str) -> Iterator[Location]:
        for match in NAMED.finditer(annotation):
            if match[1] in self.locations:
                yield self.locations[match[1]]

    def _view(self, location: Location) -> tuple[ShapeView, list[str]]:
        """Return what a definition is, and the types in it."""
        named, type_ = self.annotator.models[location], self.annotator.definitions[location].type
        inner = without_null(type_)
        if isinstance(inner, Object):
            lines, types = self._fields(location, inner)
        elif isinstance(inner, Enum):
            lines, types = [", ".join(code(literal(value)) for value in inner.values)], []
        else:
            types = [self.annotator.value(inner)]
            lines = [spelled(types[0])]
        twin = f"params.{named.param}" if named.param in self.sent else None
        return ShapeView(name=f"models.{named.name}", twin=twin, lines=tuple(lines)), types

    def _fields(self, location: Location, object_: Object) -> tuple[list[str], list[str]]:
        """Return a line for each field of an object, and their types."""
        names, lines, types = self.examples.names_of(location), list[str](), list[str]()
        for item in fields_of(object_, self.annotator.definitions):
            types.append(self.annotator.value(item.type))
            lines.append(_line(names[item.name], item, types[-1]))
        if object_.extra is not None and not isinstance(object_.extra, Anything | Never):
            types.append(self.annotator.value(object_.extra))
            lines.append(f"- any other: {spelled(types[-1])}")
        return lines, types


def _line(name: str, item: Field, annotation: str) -> str:
    marks = ["required"] if item.required else []
    marks += [MARKS[item.access]] if MARKS[item.access] else []
    return ", ".join([f"- {code(name)}: {spelled(annotation)}", *marks])


def shapes_of(names: Names, examples: Examples, sent: Collection[str]) -> Shapes:
    """Return what spells the types of a package.

    Args:
        names: what is called how.
        examples: knows the definitions, and the names of their fields.
        sent: the names of the dictionaries that there are.
    """
    ordered = sorted(names.models.items(), key=lambda item: item[1].name)
    seen: Counter[str] = Counter()
    anchors: dict[Location, str] = {}
    for location, named in ordered:
        slug = f"models{named.name.lower()}"
        anchors[location] = f"{slug}-{seen[slug]}" if seen[slug] else slug
        seen[slug] += 1
    return Shapes(
        examples=examples,
        annotator=Annotator(names.models, examples.definitions, Imports()),
        locations={
            name: location
            for location, item in ordered
            for name in (f"models.{item.name}", f"params.{item.param}")
        },
        anchors=anchors,
        sent=sent,
    )


def public(annotation: str) -> str:
    """Return an annotation as users would write it."""
    return INTERNAL.sub(lambda found: found[1] or "", annotation)


def spelled(annotation: str) -> str:
    """Return an annotation as code in a cell; of a long one a dictionary stands for its model, too."""
    told = public(annotation)
    return code(told if len(told) <= MAX_TYPE else TWICE.sub(lambda found: found[1] or "", told))
