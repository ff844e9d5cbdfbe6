"""How a union that a property tells apart is spelled."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.inference.tags import has_properties, tag_text
from generator.ir import Discriminator, Object, Union
from generator.python.text.prose import literal
from generator.python.types.annotations import Annotator
from generator.records import dataclass
from generator.type_tree import deref, fields_of, without_null

# How long a piece of a literal may be: with what stands around it, it is a line.
_MOST = 80


def tagged(union: Union, discriminator: Discriminator, field: str, annotator: Annotator) -> str:
    """Return a union whose variant is chosen by a property, with room for variants nobody knows yet.

    Variants that have one value together are a union of their own, told apart by their structure.

    Args:
        union: the union.
        discriminator: what tells its variants apart.
        field: the property's name in the models.
        annotator: what spells the variants.
    """
    tag = annotator.imports.add_aside("pydantic", "Tag")
    annotator.imports.add("typing", "Annotated")
    annotator.imports.add(".._runtime.unions", "tagged_by")
    texts = [annotator.value(variant) for variant in union.variants]
    # A list or a text has no property to be told by, and needs none.
    objects = [has_properties(variant, annotator.definitions) for variant in union.variants]
    plain = [text for text, is_object in zip(texts, objects, strict=True) if not is_object]
    tags = _Tags(texts, discriminator)
    variants = [f"Annotated[{text}, {tag}({_spelled(text)})]" for text in tags.all()]
    if not discriminator.otherwise:
        unknown = annotator.imports.add(".._runtime.model", "UnknownVariant")
        annotator.imports.add(".._runtime.unions", "UNKNOWN")
        variants.append(f"Annotated[{unknown}, {tag}(UNKNOWN)]")
    chooser = ", ".join([literal(discriminator.property), literal(field), *tags.arguments()])
    told = f"Annotated[{' | '.join(variants)}, tagged_by({chooser})]"
    return " | ".join([*plain, told])


def named(union: Union, annotator: Annotator) -> str:
    """Return a union whose objects the names of their properties tell apart.

    Args:
        union: the union.
        annotator: what spells the variants.
    """
    tag = annotator.imports.add_aside("pydantic", "Tag")
    annotator.imports.add("typing", "Annotated")
    annotator.imports.add(".._runtime.unions", "named_by")
    plain: list[str] = []
    objects: dict[str, Object] = {}
    for variant in union.variants:
        type_ = without_null(deref(variant, annotator.definitions))
        if isinstance(type_, Object):
            objects[annotator.value(variant)] = type_
        else:
            plain.append(annotator.value(variant))
    variants = [f"Annotated[{text}, {tag}({_spelled(text)})]" for text in objects]
    shapes = (f"{literal(text)}: {_shape(type_, annotator)}" for text, type_ in objects.items())
    told = f"Annotated[{' | '.join(variants)}, named_by({{{', '.join(shapes)}}})]"
    return " | ".join([*plain, told])


def _shape(object_: Object, annotator: Annotator) -> str:
    """Return the names of the properties that must be there, and of those that may be."""
    fields = fields_of(object_, annotator.definitions)
    required, optional = (
        [item.name for item in fields if item.required is wanted] for wanted in (True, False)
    )
    return f"({_names(required)}, {_names(optional)})"


def _names(names: Iterable[str]) -> str:
    spelled = ", ".join(map(literal, names))
    return f"{{{spelled}}}" if spelled else "set()"


def _spelled(tag: str) -> str:
    """Return a tag as a literal: of many variants one in several pieces, which may stand on several lines.

    For fingerprints of what is printed it is the same as one piece.
    """
    pieces = [""]
    for name in re.split(r"(?<= \| )", tag):
        if pieces[-1] and len(pieces[-1]) + len(name) > _MOST:
            pieces.append("")
        pieces[-1] += name
    return " ".join(map(literal, pieces))


@dataclass(frozen=True, slots=True)
class _Tags:
    """The tags of a union: each is the annotation of the variants that it stands for."""

    texts: list[str]
    discriminator: Discriminator

    def all(self) -> list[str]:
        """Return the tags, each once: those of single variants in the union's order, then the others."""
        found = {*self._values().values(), self._otherwise(), self._absent()} - {""}
        order = {text: index for index, text in enumerate(self.texts)}
        return sorted(found, key=lambda tag: (order.get(tag, len(order)), tag))

    def arguments(self) -> Iterator[str]:
        """Yield the arguments of `tagged_by` after the names of the property."""
        pairs = (f"{literal(value)}: {_spelled(tag)}" for value, tag in self._values().items())
        yield f"{{{', '.join(pairs)}}}"
        if self._otherwise():
            yield f"otherwise={_spelled(self._otherwise())}"
        if self._absent() not in {"", self._otherwise()}:
            yield f"absent={_spelled(self._absent())}"

    def _values(self) -> dict[str, str]:
        positions: dict[str, list[int]] = defaultdict(list)
        for value, index in self.discriminator.mapping:
            positions[tag_text(value)].append(index)
        return {value: self._tag(found) for value, found in positions.items()}

    def _otherwise(self) -> str:
        return self._tag(self.discriminator.otherwise)

    def _absent(self) -> str:
        return self._tag(self.discriminator.absent)

    def _tag(self, positions: Iterable[int]) -> str:
        return " | ".join(dict.fromkeys(self.texts[index] for index in positions))
