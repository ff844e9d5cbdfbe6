"""What the variants of a union are called, where the document gives them no name."""

import pytest

from generator.lowering.labels import labels
from generator.reading.document import parse


def called(text: str, discriminator: object = None) -> list[str]:
    """Return the words for variants."""
    nodes = parse(f"x: {text}".encode(), "api.yaml").data["x"]
    return labels(nodes, discriminator)


@pytest.mark.parametrize(
    ("variants", "words"),
    [
        ("[{title: By day}, {title: By night}]", ["By day", "By night"]),
        ("[{properties: {a: {const: x}}}, {properties: {a: {enum: [y]}}}]", ["x", "y"]),
        ("[{properties: {a: {const: 1}}}, {properties: {a: {const: 2}}}]", ["a 1", "a 2"]),
        (
            "[{properties: {a: {const: x}, b: {const: 1}}}, {properties: {a: {const: x}, b: {const: 2}}}]",
            ["b 1", "b 2"],
        ),
        ("[{$ref: 'x.yaml#/a/Cat'}, {$ref: '#/a/Dog'}, {$ref: ./Cow.yaml}]", ["Cat", "Dog", "Cow"]),
        ("[{allOf: [{$ref: '#/a/Cat'}, {title: Tom}]}, {allOf: [{$ref: '#/a/Dog'}]}]", ["Tom", "Dog"]),
        ("[{enum: [a, b]}, {type: object}]", ["enum", "object"]),
        ("[{enum: [a, b]}, {enum: [c, d]}]", ["a", "c"]),
        ("[{type: array, items: {}}, {properties: {a: {}}}, {type: string}]", ["items", "object", "text"]),
        (
            "[{required: [a], properties: {a: {}}}, {required: [b], properties: {b: {}}}]",
            ["with a", "with b"],
        ),
        ("[{properties: {a: {}}}, {properties: {a: {}, b: {}}}]", ["without b", "with b"]),
        ("[{title: One, required: [a]}, {title: One, required: [b]}]", ["with a", "with b"]),
        ("[{title: One}, {title: One}]", ["One", "One"]),
        ("[{type: object}, {type: object}]", ["object", "object"]),
        ("[{}, true]", ["variant 1", "variant 2"]),
    ],
)
def test_words_for_variants(variants: str, words: list[str]) -> None:
    assert called(variants) == words


def test_the_discriminator_comes_before_other_constants() -> None:
    cat = "{properties: {a: {const: x}, kind: {const: cat}}}"
    dog = "{properties: {a: {const: y}, kind: {const: dog}}}"
    text = f"[{cat}, {dog}]"
    assert called(text) == ["x", "y"]
    assert called(text, {"propertyName": "kind"}) == ["cat", "dog"]
